// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/evaluate.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;
using namespace std::chrono_literals;

namespace {

ReplayMessage mail(const QString& who, int day, bool outgoing) {
    ReplayMessage message;
    const QString me = QStringLiteral("me@house.example");
    message.messageId = QStringLiteral("%1-%2-%3").arg(who).arg(day).arg(outgoing);
    message.outgoing = outgoing;
    message.passing = {message.messageId,
                       {},
                       QStringLiteral("%1Topic %2").arg(outgoing ? QStringLiteral("Re: ") : QString()).arg(day),
                       {{}, outgoing ? me : who},
                       {outgoing ? who : me},
                       {},
                       std::chrono::hours(24 * day + (outgoing ? 5 : 0))};
    message.input.subject = message.passing.subject;
    message.input.from = message.passing.from;
    message.input.ownerInTo = true;
    message.input.date = message.passing.date;
    return message;
}

/// A year in which Ada is always answered and Zed never.
std::vector<ReplayMessage> year() {
    std::vector<ReplayMessage> messages;
    for (int day = 100; day < 160; ++day) {
        messages.push_back(mail(QStringLiteral("ada@firm.example"), day, false));
        messages.push_back(mail(QStringLiteral("zed@else.example"), day, false));
        messages.push_back(mail(QStringLiteral("ada@firm.example"), day, true));
    }
    return messages;
}

}  // namespace

TEST(Replay, ScoresEachMessageBeforeItKnowsWhatBecameOfIt) {
    std::vector<ReplayLine> lines;
    size_t next = 0;
    const std::vector<ReplayMessage> messages = year();
    replayAll([&]() { return next < messages.size() ? std::optional(messages[next++]) : std::nullopt; },
              [&](const ReplayLine& line) { lines.push_back(line); });
    ASSERT_EQ(lines.size(), 120U) << "outgoing mail is not scored";
    EXPECT_EQ(lines[0].importance, lines[1].importance) << "the first day tells nothing yet";
    EXPECT_GT(lines[118].importance, lines[119].importance + 0.3);
    EXPECT_GT(lines[118].baseline, lines[119].baseline);
    EXPECT_EQ(lines[5].messageId, QStringLiteral("zed@else.example-102-0"));
}

TEST(Replay, NeverLooksAhead) {
    const std::vector<ReplayMessage> messages = year();
    Replay whole, cut;
    std::optional<ReplayLine> a, b;
    for (size_t i = 0; i < 90; ++i) {
        if (const auto line = whole.pass(messages[i])) {
            a = line;
        }
    }
    std::vector<ReplayMessage> other(messages.begin(), messages.begin() + 90);
    for (const ReplayMessage& message : other) {
        if (const auto line = cut.pass(message)) {
            b = line;
        }
    }
    EXPECT_EQ(a->importance, b->importance);
    EXPECT_TRUE(whole.state() == cut.state());
}

TEST(Replay, DoesNotBlameSilenceWhileTheOwnerIsAway) {
    Replay replay;
    for (int day = 100; day < 140; ++day) {
        replay.pass(mail(QStringLiteral("zed@else.example"), day, false));
    }
    EXPECT_EQ(replay.state().steps, 0);
}

TEST(Replay, LearnsNothingWhenToldSo) {
    Replay replay({false});
    for (const ReplayMessage& message : year()) {
        replay.pass(message);
    }
    EXPECT_TRUE(replay.state() == RankerState{});
    EXPECT_EQ(replay.history().sender(QStringLiteral("ada@firm.example")).repliedTo, 60);
}
