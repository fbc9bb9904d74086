// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Drafts without a model.
#include "core/base/text.h"
#include "core/triage/draft_facts.h"
#include "core/triage/draft_writer.h"

#include <array>

namespace kith::triage {

namespace {

struct DraftTemplate {
    const char* language;
    const char* text;  ///< %1 first name, %2 subject, %3 owner
};

constexpr std::array<DraftTemplate, 7> kTemplates{{
    {"en",
     "Hello %1,\n\nthank you for your message about \"%2\". I have read it and will come back to you with [what you "
     "asked for] by [date].\n\nBest regards,\n%3\n"},
    {"de", "Hallo %1,\n\nvielen Dank für Ihre Nachricht zu „%2“. Ich habe sie gelesen und melde mich mit [Ihrem "
           "Anliegen] bis [Datum].\n\nViele Grüße\n%3\n"},
    {"fr", "Bonjour %1,\n\nmerci pour votre message au sujet de « %2 ». Je l'ai lu et je reviens vers vous avec [votre "
           "demande] avant le [date].\n\nCordialement,\n%3\n"},
    {"es", "Hola %1:\n\ngracias por su mensaje sobre «%2». Lo he leído y le responderé con [lo que pide] antes del "
           "[fecha].\n\nSaludos cordiales,\n%3\n"},
    {"it", "Buongiorno %1,\n\ngrazie per il suo messaggio su «%2». L'ho letto e le risponderò con [ciò che chiede] "
           "entro il [data].\n\nCordiali saluti,\n%3\n"},
    {"pt", "Olá %1,\n\nobrigado pela sua mensagem sobre \"%2\". Já a li e responderei com [o que pede] até [data].\n\n"
           "Com os melhores cumprimentos,\n%3\n"},
    {"nl",
     "Beste %1,\n\nbedankt voor uw bericht over \"%2\". Ik heb het gelezen en kom bij u terug met [uw vraag] voor "
     "[datum].\n\nMet vriendelijke groet,\n%3\n"},
}};

}  // namespace

Result<DraftWords> TemplateDraftWriter::write(const DraftBrief& brief, const OnWords& onWords, std::stop_token stop,
                                              double& /*spentUsd*/) {
    if (stop.stop_requested()) {
        return Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}};
    }
    const QString language = brief.thread.empty() ? QString() : languageOf(brief.thread.back().text);
    const DraftTemplate* form = &kTemplates.front();
    for (const DraftTemplate& one : kTemplates) {
        form = language == QLatin1String(one.language) ? &one : form;
    }
    const QString first = text::oneLine(brief.person).section(u' ', 0, 0);
    const QString body = QString::fromUtf8(form->text)
                             .arg(first.contains(u'@') || first.isEmpty() ? QStringLiteral("[name]") : first,
                                  text::oneLine(brief.subject), brief.owner);
    if (onWords) {
        onWords(body);
    }
    return DraftWords{body, QStringLiteral("template"), QStringLiteral("template-1")};
}

}  // namespace kith::triage
