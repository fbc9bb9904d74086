// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/draft_manners.h"

#include "core/base/text.h"
#include "core/base/unseen_text.h"
#include "core/triage/assistant_guard.h"
#include "core/triage/draft_facts.h"

#include <QRegularExpression>

namespace kith::triage {

namespace {

constexpr int kMostParagraphs = 4;  ///< beside greeting and closing
constexpr int kMostWords = 250;

DraftCheck threadCheck(const DraftText& draft, const DraftGround& ground) {
    DraftCheck check{QStringLiteral("thread"), true, false, {}, 0};
    static const QRegularExpression twice(QStringLiteral("^\\s*(re|aw|sv|antw|fwd?|wg)\\s*:\\s*(re|aw|sv|antw)\\s*:"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression marks(QStringLiteral("^(\\s*(re|aw|sv|antw|fwd?|wg|tr|rv)\\s*:)+\\s*"),
                                          QRegularExpression::CaseInsensitiveOption);
    const auto bare = [](QString subject) { return text::folded(subject.remove(marks)); };
    check.ok = !twice.match(draft.subject).hasMatch() &&
               (!ground.answersAMessage || bare(draft.subject) == bare(ground.subject));
    if (!check.ok) {
        check.found << draft.subject;
    }
    return check;
}

DraftCheck languageCheck(const DraftText& draft, const DraftGround& ground) {
    DraftCheck check{QStringLiteral("language"), true, false, {}, 0};
    const QString asked = ground.texts.isEmpty() ? QString() : languageOf(ground.texts.last());
    const QString written = languageOf(draft.body);
    check.ok = asked.isEmpty() || written.isEmpty() || asked == written;
    if (!check.ok) {
        check.found << written << asked;
    }
    return check;
}

DraftCheck lengthCheck(const DraftText& draft) {
    DraftCheck check{QStringLiteral("length"), true, false, {}, 0};
    int paragraphs = 0;
    for (const QString& one : draft.body.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts)) {
        paragraphs += one.simplified().count(u' ') >= 6 ? 1 : 0;
    }
    const QString body = draft.body.simplified();
    const auto words = body.isEmpty() ? 0 : body.count(u' ') + 1;
    check.ok = paragraphs <= kMostParagraphs && words <= kMostWords && words > 0;
    check.blocking = words == 0;
    if (!check.ok) {
        check.found << QString::number(words);
    }
    return check;
}

DraftCheck toneCheck(const DraftText& draft, const DraftGround& ground) {
    DraftCheck check{QStringLiteral("tone"), true, false, {}, 0};
    if (!ground.cancellation) {
        return check;
    }
    static const QRegularExpression cheer(
        QStringLiteral(
            "great news|good news|exciting|excited|thrilled|congratulations|delighted|fantastic|awesome|upgrade|upsell|"
            "special offer|toll|gro.artig|super|herzlichen gl.ckwunsch|formidable|excelente|!"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression care(
        QStringLiteral(
            "sorry|regret|understand|apolog|appreciate|respect|thank you for (?:telling|letting|your)|unfortunate|"
            "leid|bedau|versteh|danke|verst.ndnis|d.sol|regrett|compren|merci|lament|entiend|gracias|spiace|capi"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto cheerful = cheer.match(draft.body);
    check.ok = !cheerful.hasMatch() && care.match(draft.body).hasMatch();
    if (cheerful.hasMatch()) {
        check.found << cheerful.captured();
    }
    return check;
}

/// A model that was led astray shows it in the form of what it writes.
DraftCheck formCheck(const DraftText& draft) {
    DraftCheck check{QStringLiteral("form"), true, true, {}, 0};
    static const QRegularExpression strange(
        QStringLiteral("^(?:subject|to|cc|bcc|from|reply-to|x-[\\w-]+)\\s*:.*$|</"
                       "?(?:html|body|script|img|a|div|span|p|br|style|table|iframe)\\b[^>]*>|"
                       "\\[[^\\]\\n]+\\]\\((?:https?|mailto|javascript):[^)]*\\)|```|as an ai\\b|as a language model|i "
                       "cannot assist"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    for (auto matches = strange.globalMatch(draft.body); matches.hasNext();) {
        check.ok = false;
        check.found << text::elided(matches.next().captured(), 60);
    }
    const text::SeenText parts = text::withoutUnseen(draft.body);
    if (parts.charactersOut > 0) {
        check.ok = false;
        check.found << parts.unseen;
    }
    if (const auto span = addressesAssistant(draft.body)) {
        check.ok = false;
        check.found << text::elided(text::oneLine(draft.body.mid(span->start, span->end - span->start)), 60);
    }
    return check;
}

}  // namespace

std::vector<DraftCheck> draftManners(const DraftText& draft, const DraftGround& ground) {
    return {formCheck(draft), languageCheck(draft, ground), toneCheck(draft, ground), lengthCheck(draft),
            threadCheck(draft, ground)};
}

}  // namespace kith::triage
