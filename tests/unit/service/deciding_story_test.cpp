// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/conversation_reader.h"
#include "core/service/feedback_service.h"
#include "core/service/inbox_reader.h"
#include "core/service/mail_actions.h"
#include "core/triage/decision_json.h"
#include "tests/unit/service/service_house.h"

using namespace kith;
using namespace kith::service;

namespace {

class DecidingStory : public kith::testing::ServiceHouse {
protected:
    DecidingStory()
        : service(*cellar, clock) {
        take(file("box.mbox", kith::testing::aMailbox(12)));
        EXPECT_TRUE(service.learn({}));
    }
    FeedbackOutcome mark(MessageId message, Priority priority, FeedbackScope scope = FeedbackScope::Message) {
        Feedback feedback;
        feedback.message = message;
        feedback.assigned = priority;
        feedback.scope = scope;
        auto outcome = giveFeedback(*cellar, service, clock, feedback);
        EXPECT_TRUE(outcome) << (outcome ? "" : qPrintable(outcome.error().detail));
        return outcome ? *outcome : FeedbackOutcome{};
    }
    ThreadId threadOf(MessageId id) { return cellar->messages.threadOf(id).value().value_or(ThreadId{}); }

    TriageService service;
};

}  // namespace

TEST_F(DecidingStory, EveryStoredDecisionIsMadeAgainBitForBit) {
    for (const char* id : {"q3@caldervoss.example", "n3@metrology.example"}) {
        const Decision stored = decision(byId(id));
        EXPECT_TRUE(triage::sameDecision(stored, triage::replayed(stored))) << id;
        double sum = 0;
        for (const Contribution& one : stored.contributions) {
            sum += one.effect;
        }
        EXPECT_DOUBLE_EQ(sum, stored.score);
    }
}

TEST_F(DecidingStory, AMarkOutranksTheMachineAndUndoBringsBackTheVeryDecision) {
    const MessageId news = byId("n12@metrology.example");
    const Decision before = decision(news);
    const FeedbackOutcome outcome = mark(news, Priority::Critical);
    EXPECT_EQ(decision(news).priority, Priority::Critical);
    EXPECT_EQ(decision(news).decidedBy, DecidedBy::User);
    ASSERT_TRUE(kith::testing::good(undoChange(*cellar, outcome.change)));
    EXPECT_EQ(decision(news).id, before.id);
    EXPECT_TRUE(cellar->triage.feedbackOn(news).value().empty());
    ASSERT_TRUE(kith::testing::good(service.learn({})));
    EXPECT_TRUE(service.judge().marks.isEmpty());
}

TEST_F(DecidingStory, AMarkForTheSenderHoldsForTheSendersOtherMail) {
    mark(byId("n12@metrology.example"), Priority::Medium, FeedbackScope::Sender);
    const Decision other = decision(byId("n5@metrology.example"));
    EXPECT_EQ(other.priority, Priority::Medium);
    EXPECT_EQ(other.decidedBy, DecidedBy::Rule);
    EXPECT_FALSE(other.rules.isEmpty());
}

TEST_F(DecidingStory, ThePreviewTellsHowTheOwnerTreatedSuchMail) {
    const auto preview = previewFeedback(*cellar, byId("q12@caldervoss.example"), Priority::Critical);
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->sender.messages, 12);
    EXPECT_EQ(preview->sender.agree, 12) << "all of Ana's mail was answered";
    const auto against = previewFeedback(*cellar, byId("n12@metrology.example"), Priority::Critical);
    ASSERT_TRUE(against);
    EXPECT_EQ(against->sender.agree, 0);
    EXPECT_EQ(against->sender.disagreeing.size(), 12u);
}

TEST_F(DecidingStory, ArchivingLeavesTheListAndUndoBringsItBack) {
    const InboxOrder before = readOrder(*cellar, MailList::Priority).value();
    const ThreadId first = before.threads.front();
    const auto receipt = act(*cellar, MailAction::Archive, {first}, {});
    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->count, 1);
    EXPECT_EQ(readOrder(*cellar, MailList::Priority).value().threads.size(), before.threads.size() - 1);
    reopen();  // undo survives a restart
    ASSERT_TRUE(kith::testing::good(undoChange(*cellar, {})));
    EXPECT_EQ(readOrder(*cellar, MailList::Priority).value().threads, before.threads);
    ASSERT_TRUE(kith::testing::good(redoChange(*cellar)));
    EXPECT_EQ(readOrder(*cellar, MailList::Priority).value().threads.size(), before.threads.size() - 1);
}

TEST_F(DecidingStory, ASnoozedConversationComesBackWhenItsTimeHasCome) {
    const ThreadId thread = threadOf(byId("q12@caldervoss.example"));
    const auto until = clock.now() + std::chrono::hours(2);
    ASSERT_TRUE(kith::testing::good(act(*cellar, MailAction::Snooze, {thread}, until)));
    EXPECT_EQ(readOrder(*cellar, MailList::Snoozed).value().threads, std::vector<ThreadId>{thread});
    EXPECT_EQ(wakeSnoozed(*cellar, clock.now()).value(), 0);
    clock.advance(std::chrono::hours(3));
    EXPECT_GT(wakeSnoozed(*cellar, clock.now()).value(), 0);
    EXPECT_TRUE(readOrder(*cellar, MailList::Snoozed).value().threads.empty());
}

TEST_F(DecidingStory, AConversationComesWithItsLettersZonesAndDecision) {
    const auto conversation = readConversation(*cellar, threadOf(byId("q7@caldervoss.example")));
    ASSERT_TRUE(conversation);
    ASSERT_EQ(conversation->letters.size(), 2u);
    EXPECT_EQ(conversation->row.messageCount, 2);
    ASSERT_TRUE(conversation->decision);
    EXPECT_FALSE(conversation->letters.front().zones.empty());
}

TEST_F(DecidingStory, TheCardKnowsWhoOwesWhom) {
    ASSERT_TRUE(cellar->correspondents.rebuild());
    const auto card = readSenderCard(*cellar, QStringLiteral("ana@caldervoss.example"), clock.now());
    ASSERT_TRUE(card);
    EXPECT_EQ(card->received, 12);
    EXPECT_EQ(card->sentTo, 12);
    EXPECT_TRUE(card->theyOwe);
    EXPECT_FALSE(card->ownerOwes);
    EXPECT_EQ(card->perMonth.size(), 12u);
    EXPECT_EQ(card->perMonth.back(), 12);
}
