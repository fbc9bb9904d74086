// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/prepared_letter.h"

#include "core/base/text.h"
#include "core/mail/mime_parser.h"
#include "core/mail/zones.h"
#include "core/service/aimed_letter.h"
#include "core/service/mail_folders.h"
#include "core/triage/sentence_model.h"

#include <QDateTime>
#include <QLocale>

namespace kith::service {

namespace {

constexpr int kSnippetCodePoints = 160;
/// Enough to see what a message wants; a longer one is a document.
constexpr qsizetype kScoredCharacters = 16 * 1024;

triage::AttachmentKinds attachmentKinds(const std::vector<Attachment>& attachments) {
    triage::AttachmentKinds kinds;
    for (const Attachment& one : attachments) {
        const QString& type = one.contentType;
        if (type == QStringLiteral("text/calendar") || one.filename.endsWith(QStringLiteral(".ics"))) {
            kinds.calendar = true;
        } else if (type.startsWith(QStringLiteral("image/"))) {
            kinds.image = kinds.image || one.disposition != QStringLiteral("inline");
        } else if (type == QStringLiteral("application/pdf") || type.contains(QStringLiteral("word")) ||
                   type.contains(QStringLiteral("sheet")) || type.contains(QStringLiteral("excel")) ||
                   type.contains(QStringLiteral("presentation")) || type.contains(QStringLiteral("powerpoint"))) {
            kinds.document = true;
        } else {
            kinds.other = true;
        }
    }
    return kinds;
}

bool isAutomaticReply(const BulkMarks& bulk, const QString& subject) {
    if (bulk.autoSubmitted.startsWith(QStringLiteral("auto-replied"), Qt::CaseInsensitive)) {
        return true;
    }
    for (const char16_t* start :
         {u"out of office", u"automatic reply", u"auto:", u"autoreply", u"abwesenheit", u"automatische antwort",
          u"réponse automatique", u"respuesta automática", u"risposta automatica"}) {
        if (subject.startsWith(QStringView(start), Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

QString snippetOf(const QString& text, const std::vector<Zone>& zones) {
    QString words;
    for (const Zone& zone : zones) {
        if (zone.kind != ZoneKind::Author) {
            continue;
        }
        const qsizetype from = text::utf16Index(text, zone.start);
        const qsizetype upTo = text::utf16Index(text, zone.end);
        words += QStringView(text).mid(from, qMin<qsizetype>(upTo - from, 400));
        words += QLatin1Char(' ');
        if (words.size() > 400) {
            break;
        }
    }
    if (words.isEmpty()) {
        words = text.left(400);
    }
    return text::elided(text::oneLine(words), kSnippetCodePoints);
}

/// Lists, machines and letters without a sender say nothing about a person.
bool writtenByAPerson(const Letter& letter) {
    return !letter.from.empty() && !letter.from.front().address.isEmpty() && letter.bulk.listId.isEmpty() &&
           letter.bulk.listUnsubscribe.isEmpty() && letter.bulk.autoSubmitted.isEmpty() &&
           letter.bulk.precedence.isEmpty() && !triage::looksNoReply(letter.from.front().address);
}

/// Three decimals, as stored, so that deciding at once and deciding from the cellar give the same bits.
void roundToStored(triage::Signals& signs) {
    if (auto stored = triage::signalsFromBytes(triage::toBytes(signs))) {
        signs = std::move(*stored);
    }
}

void addDateAndPlace(triage::TriageInput& input, std::chrono::milliseconds date, std::chrono::minutes offset) {
    input.date = date;
    const auto local = QDateTime::fromMSecsSinceEpoch((date + offset).count(), Qt::UTC);
    input.hour = local.time().hour();
    input.weekday = local.date().dayOfWeek();
}

void addAddressing(triage::TriageInput& input, const Addresses& to, const Addresses& cc, const OwnerBook& owners) {
    for (const Address& who : to) {
        input.ownerInTo = input.ownerInTo || owners.owns(who.address);
    }
    for (const Address& who : cc) {
        input.ownerInCc = input.ownerInCc || owners.owns(who.address);
    }
    input.recipients = static_cast<int>(to.size() + cc.size());
    input.sameDomain = owners.sameDomain(input.from.address);
}

void addSigns(triage::TriageInput& input, const triage::Signals& signs) {
    input.content = signs.content;
    input.attachments = signs.attachments;
    input.automaticReply = signs.automaticReply;
}

}  // namespace

PreparedLetter prepare(intake::RawMessage raw) {
    PreparedLetter prepared;
    mail::ParseContext context;
    context.fileDate = raw.fileDate;
    prepared.letter = mail::parseMime(raw.bytes, context);
    Letter& letter = prepared.letter;
    letter.zones = mail::zonesOf(letter.text);
    const QString scored = letter.text.left(kScoredCharacters);
    prepared.signs.content = triage::SentenceModel::shipped().scoreText(scored, letter.zones);
    prepared.signs.attachments = attachmentKinds(letter.attachments);
    prepared.signs.automaticReply = isAutomaticReply(letter.bulk, letter.subject);
    prepared.signs.aimedAtAssistant = !aimedAt(letter, suspectHiddenText(letter), raw.bytes).places.isEmpty();
    roundToStored(prepared.signs);
    prepared.snippet = snippetOf(letter.text, letter.zones);
    if (writtenByAPerson(letter)) {
        prepared.facts = people::contactFields(letter);
    }
    Placement place = placementOf(raw.flags, letter.labels, letter.status);
    prepared.inSentFolder = place.sent;
    prepared.unread = place.unread;
    prepared.starred = place.starred;
    prepared.labels = std::move(place.labels);
    prepared.raw = std::move(raw);
    return prepared;
}

triage::TriageInput triageInput(const Letter& letter, const triage::Signals& signs, const OwnerBook& owners) {
    triage::TriageInput input;
    input.subject = letter.subject;
    input.from = letter.from.empty() ? Address{} : letter.from.front();
    input.bulk = letter.bulk;
    addSigns(input, signs);
    addAddressing(input, letter.to, letter.cc, owners);
    addDateAndPlace(input, letter.date ? letter.date->sinceEpoch : std::chrono::milliseconds{0},
                    letter.date ? letter.date->offset : std::chrono::minutes{0});
    return input;
}

triage::TriageInput triageInput(const Message& message, const triage::Signals& signs, const OwnerBook& owners) {
    triage::TriageInput input;
    input.message = message.id;
    input.subject = message.subject;
    input.from = message.from;
    input.bulk = message.bulk;
    addSigns(input, signs);
    addAddressing(input, message.to, message.cc, owners);
    addDateAndPlace(input, message.date, message.dateOffset);
    return input;
}

}  // namespace kith::service
