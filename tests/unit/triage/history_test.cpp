// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/history.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;
using namespace std::chrono_literals;

namespace {

Passing from(const QString& who, const QString& subject, std::chrono::hours at) {
    return {who + subject + QString::number(at.count()), {}, subject, {{}, who},
            {QStringLiteral("me@house.example")},        {}, at};
}

Passing toThem(const QString& who, const QString& subject, std::chrono::hours at) {
    return {QStringLiteral("out") + QString::number(at.count()),
            {},
            subject,
            {{}, QStringLiteral("me@house.example")},
            {who},
            {},
            at};
}

const QString kAda = QStringLiteral("ada@firm.example");

}  // namespace

TEST(History, CountsAnAnswerBySubjectAndHowLongItTook) {
    MailHistory history;
    history.observeIncoming(from(kAda, QStringLiteral("Plan"), 1000h));
    const QStringList answered =
        history.observeOutgoing(toThem(QStringLiteral("ADA@firm.example"), QStringLiteral("Re: plan"), 1003h));
    EXPECT_EQ(answered.size(), 1);
    const SenderHistory ada = history.sender(kAda);
    EXPECT_EQ(ada.received, 1);
    EXPECT_EQ(ada.repliedTo, 1);
    EXPECT_EQ(ada.sentTo, 1);
    EXPECT_EQ(ada.receivedUnanswered, 0);
    EXPECT_NEAR(ada.medianReplyHours, 3, 1e-3);
    EXPECT_EQ(history.sender(QStringLiteral("bob@firm.example")).domainRepliedTo, 1);
}

TEST(History, AnswersAMessageOnceOnly) {
    MailHistory history;
    history.observeIncoming(from(kAda, QStringLiteral("Plan"), 1000h));
    EXPECT_EQ(history.observeOutgoing(toThem(kAda, QStringLiteral("Re: Plan"), 1001h)).size(), 1);
    EXPECT_EQ(history.observeOutgoing(toThem(kAda, QStringLiteral("Re: Plan"), 1002h)).size(), 0);
    EXPECT_EQ(history.sender(kAda).repliedTo, 1);
}

TEST(History, DoesNotTakeALateOrNewMailForAnAnswer) {
    MailHistory history;
    history.observeIncoming(from(kAda, QStringLiteral("Plan"), 1000h));
    EXPECT_TRUE(history.observeOutgoing(toThem(kAda, QStringLiteral("Plan"), 1001h)).isEmpty()) << "no Re:";
    EXPECT_TRUE(history.observeOutgoing(toThem(kAda, QStringLiteral("Re: Plan"), 1000h + 15 * 24h)).isEmpty());
    EXPECT_TRUE(history.observeOutgoing(toThem(QStringLiteral("bob@firm.example"), QStringLiteral("Re: Plan"), 1001h))
                    .isEmpty());
}

TEST(History, FollowsInReplyToWhateverTheSubject) {
    MailHistory history;
    const Passing asked = from(kAda, QStringLiteral("Plan"), 1000h);
    history.observeIncoming(asked);
    Passing reply = toThem(QStringLiteral("desk@firm.example"), QStringLiteral("As you asked"), 1001h);
    reply.inReplyTo = {asked.key};
    EXPECT_EQ(history.observeOutgoing(reply), QStringList{asked.key});
}

TEST(History, KnowsWhoWroteLastInAConversation) {
    MailHistory history;
    history.observeOutgoing(toThem(kAda, QStringLiteral("Plan"), 1000h));
    const Passing answer = from(kAda, QStringLiteral("AW: Plan"), 1001h);
    ThreadState state = history.thread(answer);
    EXPECT_TRUE(state.ownerStarted && state.ownerWrote && state.lastSpeakerOwner);
    EXPECT_EQ(state.depth, 1);
    history.observeIncoming(answer);
    state = history.thread(from(kAda, QStringLiteral("Re: Re: Plan"), 1002h));
    EXPECT_FALSE(state.lastSpeakerOwner);
    EXPECT_EQ(state.depth, 2);
    EXPECT_EQ(history.thread(from(QStringLiteral("eve@other.example"), QStringLiteral("Plan"), 1002h)).depth, 0);
}

TEST(History, StripsReplyWordsOfManyLanguages) {
    EXPECT_EQ(normalSubject(QStringLiteral("Re: AW: Fwd: RE[2]:  The  Plan ")), QStringLiteral("the plan"));
    EXPECT_EQ(normalSubject(QStringLiteral("Regarding: plan")), QStringLiteral("regarding: plan"));
    EXPECT_EQ(normalSubject(QStringLiteral("Re:")), QString());
}
