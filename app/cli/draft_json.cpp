// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/cli/draft_json.h"

#include "app/cli/message_json.h"
#include "core/base/text.h"
#include "core/storage/draft_store.h"

#include <array>

namespace kith::cli {

namespace {

struct CheckWords {
    const char* name;
    const char* good;
    const char* bad;  ///< what was found follows
};

constexpr std::array kCheckWords{
    CheckWords{"recipients", "Everybody is in the thread", "Not in this thread: "},
    CheckWords{"placeholders", "No gap left", "Still to be filled in: "},
    CheckWords{"attachment", "No attachment promised", "An attachment is promised and none is there: "},
    CheckWords{"facts", "Every fact is found", "Found neither in the thread nor on the card: "},
    CheckWords{"links", "No unknown link or address", "Links and addresses that the thread does not know: "},
    CheckWords{"promises", "Nothing is promised", "A promise without a source: "},
    CheckWords{"other-customer", "No other customer is named", "Names another customer: "},
    CheckWords{"language", "The language of the thread", "Another language than the thread: "},
    CheckWords{"length", "Short enough", "Long for an answer, in words: "},
    CheckWords{"tone", "The tone fits", "Too cheerful, or without a word of regret: "},
    CheckWords{"form", "Plain text", "Headers, mark-up or hidden characters in the text: "},
    CheckWords{"thread", "In the right thread", "Another subject than the thread's: "},
};

QJsonArray peopleJson(const Addresses& people) {
    QJsonArray list;
    for (const Address& who : people) {
        list.append(addressJson(who));
    }
    return list;
}

QString checkDetail(const triage::DraftCheck& check) {
    for (const CheckWords& words : kCheckWords) {
        if (check.name == QLatin1String(words.name)) {
            const QString bad = QLatin1String(words.bad) + check.found.join(QStringLiteral(", "));
            return check.ok ? QString(QLatin1String(words.good)) : bad;
        }
    }
    return check.found.join(QStringLiteral(", "));
}

}  // namespace

QJsonArray draftChecksJson(const triage::DraftReport& report) {
    QJsonArray list;
    for (const triage::DraftCheck& check : report.checks) {
        list.append(QJsonObject{{QStringLiteral("name"), check.name},
                                {QStringLiteral("ok"), check.ok},
                                {QStringLiteral("detail"), checkDetail(check)},
                                {QStringLiteral("blocking"), check.blocking && !check.ok}});
    }
    return list;
}

QJsonObject draftJson(const service::DraftView& view) {
    const Draft& draft = view.draft;
    const auto time = [](std::chrono::milliseconds at) {
        return at.count() > 0 ? QJsonValue(text::rfc3339(at)) : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("id"), idText(draft.id)},
            {QStringLiteral("message_id"), view.answers},
            {QStringLiteral("message"), idText(draft.message.value)},
            {QStringLiteral("thread_id"), idText(draft.thread.value)},
            {QStringLiteral("from"), addressJson(draft.from)},
            {QStringLiteral("to"), peopleJson(draft.to)},
            {QStringLiteral("cc"), peopleJson(draft.cc)},
            {QStringLiteral("subject"), draft.subject},
            {QStringLiteral("body"), draft.body},
            {QStringLiteral("checks"), draftChecksJson(view.report)},
            {QStringLiteral("state"), storage::draftStateWord(draft.state)},
            {QStringLiteral("gmail_draft_id"),
             draft.remoteId.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(draft.remoteId)},
            {QStringLiteral("rfc822_message_id"), draft.rfc822MessageId},
            {QStringLiteral("model"), draft.model},
            {QStringLiteral("prompt_version"), draft.promptVersion},
            {QStringLiteral("reason"), draft.reason},
            {QStringLiteral("usd"), draft.costUsd},
            {QStringLiteral("made_at"), time(draft.madeAt)},
            {QStringLiteral("changed_at"), time(draft.changedAt)},
            {QStringLiteral("saved_at"), time(draft.savedAt)},
            {QStringLiteral("kind"), storage::draftKindWord(draft.kind)},
            {QStringLiteral("bcc"), peopleJson(draft.bcc)},
            {QStringLiteral("send_at"), time(draft.sendAt)},
            {QStringLiteral("sent_at"), time(draft.sentAt)}};
}

}  // namespace kith::cli
