// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Letters that the stories about deciding are told with.
#pragma once

#include "core/triage/features.h"
#include "core/triage/sentence_model.h"

namespace kith::triage::letters {

inline TriageInput letter(const QString& from, const QString& subject, const QString& text) {
    TriageInput input;
    input.message.value = 1;
    input.from.address = from;
    input.subject = subject;
    input.authorText = text;
    input.content = SentenceModel::shipped().scoreText(text);
    input.ownerInTo = true;
    input.recipients = 1;
    input.date = std::chrono::hours(24 * 20000);
    return input;
}

/// Somebody to whom the owner wrote 14 times and whose 11 mails were answered 9 times, quickly.
inline SenderHistory friendOfTheHouse() {
    SenderHistory history;
    history.received = 11;
    history.repliedTo = 9;
    history.sentTo = 14;
    history.medianReplyHours = 3;
    history.lastSent = std::chrono::hours(24 * 19998);
    history.lastReplied = history.lastSent;
    return history;
}

inline TriageInput newsletter() {
    TriageInput input =
        letter(QStringLiteral("news@weekly.example"), QStringLiteral("Issue 212: ten ways to measure"),
               QStringLiteral("Read our latest stories. Would you like a demo? Click here to unsubscribe."));
    input.bulk.listId = QStringLiteral("weekly.example");
    input.bulk.listUnsubscribe = QStringLiteral("<https://weekly.example/u>");
    input.bulk.precedence = QStringLiteral("bulk");
    input.sender.received = 40;
    input.sender.receivedUnanswered = 40;
    return input;
}

inline TriageInput directQuestion() {
    TriageInput input =
        letter(QStringLiteral("tobias@brightwater.example"), QStringLiteral("Re: Calibration certificates"),
               QStringLiteral("Our auditors want the certificates before we sign.\n"
                              "Can you send them as PDF by Friday, please?"));
    input.sender = friendOfTheHouse();
    input.thread = {3, true, false, true};
    return input;
}

inline TriageInput pricingFromAStranger() {
    return letter(QStringLiteral("ana@harbourlab.example"), QStringLiteral("Quote for 40 seats"),
                  QStringLiteral("We are evaluating your product. Could you send us a quote for 40 seats by Friday?"));
}

}  // namespace kith::triage::letters
