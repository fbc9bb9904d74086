// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/letter_for_model.h"

#include "core/base/text.h"
#include "core/base/unseen_text.h"
#include "core/triage/model_prompt.h"

#include <QCryptographicHash>

namespace kith::service {

namespace {

/// Quotes, signatures and disclaimers stay here.
QString authorText(const storage::LetterParts& parts) {
    QString words;
    for (const Zone& zone : parts.zones) {
        if (zone.kind == ZoneKind::Author || zone.kind == ZoneKind::Greeting || zone.kind == ZoneKind::Closing) {
            const qsizetype from = text::utf16Index(parts.text, zone.start);
            words += QStringView(parts.text).mid(from, text::utf16Index(parts.text, zone.end) - from);
        }
    }
    return words.isEmpty() ? parts.text : words;
}

void redact(LetterForModel& letter) {
    Message& message = letter.asked.message;
    for (QString* words : {&message.from.name, &message.from.address, &message.subject, &letter.asked.text}) {
        *words = letter.redactor.redact(text::withoutUnseen(*words).seen);  // unseen marks could part a number
    }
    letter.asked.redactions = letter.redactor.count();
}

}  // namespace

Result<triage::ModelAnswer> LetterForModel::heard(Result<triage::ModelAnswer> answer) const {
    if (!answer || redactor.count() == 0) {
        return answer;
    }
    for (triage::ModelScore* score : {&answer->automation, &answer->contentValue, &answer->humanInteraction,
                                      &answer->timeValue, &answer->businessImpact}) {
        score->reason = redactor.restore(score->reason);
    }
    for (QString& topic : answer->topics) {
        topic = redactor.restore(topic);
    }
    answer->source = redactor.restore(answer->source);
    return answer;
}

Result<std::optional<LetterForModel>> letterForModel(Cellar& cellar, const PrivacyBook& privacy,
                                                     const Message& message) {
    const triage::PrivacyLevel level = privacy.levelOf(message);
    if (level == triage::PrivacyLevel::LocalOnly) {
        return std::optional<LetterForModel>{};
    }
    const auto parts = cellar.messages.letterParts(message.id);
    if (!parts) {
        return parts.error();
    }
    LetterForModel letter;
    letter.asked.message = message;
    letter.asked.text = *parts ? authorText(**parts) : QString();
    const triage::ModelQuestion question = triage::classifyQuestion(message, letter.asked.text, QString());
    letter.textHash = QCryptographicHash::hash(question.user.toUtf8(), QCryptographicHash::Sha256).toHex();
    if (level == triage::PrivacyLevel::Redacted) {
        redact(letter);
    }
    return std::optional(std::move(letter));
}

}  // namespace kith::service
