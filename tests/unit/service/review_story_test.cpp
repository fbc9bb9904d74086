// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/feedback_file.h"
#include "core/service/feedback_service.h"
#include "core/service/inbox_reader.h"
#include "core/service/insights_reader.h"
#include "core/service/mail_actions.h"
#include "core/service/order_shelf.h"
#include "core/service/review_service.h"
#include "tests/unit/service/service_house.h"

#include <QJsonDocument>

using namespace kith;
using namespace kith::service;
using kith::testing::good;

namespace {

class ReviewStory : public kith::testing::ServiceHouse {
protected:
    ReviewStory()
        : service(*cellar, clock) {
        take(file("box.mbox", kith::testing::aMailbox(12)));
        EXPECT_TRUE(good(service.learn({})));
    }
    FeedbackOutcome mark(const char* id, Priority priority, FeedbackReach reach = FeedbackReach::Whole) {
        clock.advance(Millis{1000});
        Feedback feedback;
        feedback.message = byId(id);
        feedback.assigned = priority;
        auto outcome = giveFeedback(*cellar, service, clock, feedback, reach);
        EXPECT_TRUE(good(outcome));
        return outcome ? *outcome : FeedbackOutcome{};
    }
    void standAs(const char* id, bool asked, bool byLot) {
        Decision stands = decision(byId(id));
        stands.id = {};
        stands.needsReview = asked || byLot;
        stands.spotCheck = byLot;
        storage::ChangeWriter change(*cellar->database,
                                     {QStringLiteral("test"), QStringLiteral("local"), {}, {}, {}, {}, true});
        const auto inputs = cellar->triage.inputs(decision(byId(id)).id);
        ASSERT_TRUE(cellar->triage.save(change, {stands, {}, inputs ? *inputs : QJsonObject()}));
        ASSERT_TRUE(good(change.commit()));
    }
    FeedbackImport taken(const QByteArray& json) {
        const auto report = importFeedback(*cellar, service, clock, json);
        EXPECT_TRUE(good(report));
        return report ? *report : FeedbackImport{};
    }

    TriageService service;
};

QByteArray oneEntry(const char* id, const char* rest) {
    return QByteArray(R"([{"msg_id":")") + id + R"(","subject":"x","assigned_priority":1,)" + rest + "}]";
}

}  // namespace

TEST_F(ReviewStory, AMarkRemembersWhetherKithAskedForIt) {
    standAs("n3@metrology.example", false, false);
    EXPECT_EQ(mark("n3@metrology.example", Priority::Low).stored.origin, FeedbackOrigin::Correction);
    standAs("n4@metrology.example", true, false);
    EXPECT_EQ(mark("n4@metrology.example", Priority::Low).stored.origin, FeedbackOrigin::Review);
    standAs("n5@metrology.example", false, true);
    const Feedback byLot = mark("n5@metrology.example", Priority::Low).stored;
    EXPECT_EQ(byLot.origin, FeedbackOrigin::SpotCheck);
    EXPECT_GE(byLot.uncertainty, 0);
    EXPECT_EQ(mark("n5@metrology.example", Priority::High).stored.uncertainty, -1)
        << "the user's own word is not judged";
    EXPECT_EQ(service.judge().review.answers, 2);
    EXPECT_EQ(service.judge().review.corrections, 1);
}

TEST_F(ReviewStory, OneMarkMoreGivesTheSameJudgeAsReadingAllAgain) {
    mark("n3@metrology.example", Priority::Critical);
    mark("q2@caldervoss.example", Priority::Low);
    const triage::RankerState stepwise = service.judge().state;
    ASSERT_TRUE(good(service.loadMarks()));
    EXPECT_EQ(service.judge().state, stepwise);
}

TEST_F(ReviewStory, WhatWasLearnedIsRecalledWithoutAWalk) {
    mark("n3@metrology.example", Priority::Critical);
    ASSERT_TRUE(good(service.learn({})));
    TriageService later(*cellar, clock);
    ASSERT_TRUE(good(later.recall({})));
    EXPECT_EQ(later.judge().state, service.judge().state);
    EXPECT_EQ(later.judge().review.uncertainty, service.judge().review.uncertainty);
    EXPECT_EQ(later.judge().marks.size(), 1);
}

TEST_F(ReviewStory, AMarkInTwoStepsEndsWhereTheWholeOneDoes) {
    const FeedbackOutcome quick = mark("n12@metrology.example", Priority::Critical, FeedbackReach::Seen);
    ASSERT_TRUE(good(scoreAround(*cellar, service, {quick.stored})));
    std::vector<double> inTwoSteps;
    for (int i = 1; i <= 12; ++i) {
        inTwoSteps.push_back(decision(byId(qPrintable(QStringLiteral("q%1@caldervoss.example").arg(i)))).importance);
    }
    ASSERT_TRUE(good(undoChange(*cellar, quick.change)));
    ASSERT_TRUE(good(service.loadMarks()));
    mark("n12@metrology.example", Priority::Critical);
    for (int i = 1; i <= 12; ++i) {
        EXPECT_NEAR(decision(byId(qPrintable(QStringLiteral("q%1@caldervoss.example").arg(i)))).importance,
                    inTwoSteps[static_cast<size_t>(i - 1)], 0.02);
    }
}

TEST_F(ReviewStory, ATightBudgetAsksMoreAndUndoGivesTheOldOneBack) {
    const auto loose = changeErrorBudget(*cellar, service, 0.5);
    ASSERT_TRUE(good(loose));
    const int few = loose->left;
    const auto tight = changeErrorBudget(*cellar, service, 0.005);
    ASSERT_TRUE(good(tight));
    EXPECT_GT(tight->left, few);
    EXPECT_LT(tight->threshold.uncertainty, loose->threshold.uncertainty);
    ASSERT_EQ(tight->plans.size(), 3u);
    EXPECT_GE(tight->plans[0].questionsPer100, tight->plans[2].questionsPer100);
    ASSERT_TRUE(good(undoChange(*cellar, {})));
    EXPECT_DOUBLE_EQ(errorBudget(*cellar).value(), 0.5);
}

TEST_F(ReviewStory, TheQueueAsksFirstWhereAnAnswerIsWorthMost) {
    ASSERT_TRUE(good(changeErrorBudget(*cellar, service, 0.005)));
    const auto order = readOrder(*cellar, MailList::Review);
    ASSERT_TRUE(good(order));
    ASSERT_GT(order->threads.size(), 2u);
    double before = 1e9;
    const auto rows = readRows(*cellar, order->threads);
    ASSERT_TRUE(good(rows));
    for (const InboxRow& row : *rows) {
        const double value = decision(row.message).askingValue;
        EXPECT_LE(value, before);
        before = value;
    }
}

TEST_F(ReviewStory, FeedbackComesInFromAFileAndCountsEachEntryOnce) {
    const QByteArray json = R"([
      {"msg_id":"n3@metrology.example","subject":"a","assigned_priority":0,"suggested_priority":3,"feedback_comments":"read it",
       "add_to_topics":["metrology","sensors"],"add_to_source":"Metrology Weekly","timestamp":1700000000.5},
      {"msg_id":"<n4@metrology.example>","subject":"b","assigned_priority":3,"suggested_priority":null,
       "feedback_comments":"unsubscribe me","add_to_topics":null,"add_to_source":null,"timestamp":null},
      {"msg_id":"n5@metrology.example","subject":"c","assigned_priority":3,"suggested_priority":null,
       "feedback_comments":"","add_to_topics":null,"add_to_source":null,"timestamp":null},
      {"msg_id":"gone@nowhere.example","subject":"d","assigned_priority":1,"suggested_priority":2},
      {"msg_id":"n6@metrology.example","subject":"e","assigned_priority":1,"suggested_priority":7}])";
    const FeedbackImport first = taken(json);
    EXPECT_EQ(first.seen, 5);
    EXPECT_EQ(first.added, 2);
    EXPECT_EQ(first.open, 1);
    EXPECT_EQ(first.unknown, 1);
    EXPECT_EQ(first.rejected, 1);
    ASSERT_EQ(first.rejects.size(), 2u);
    EXPECT_EQ(first.rejects[1].entry, 5);
    EXPECT_EQ(decision(byId("n3@metrology.example")).priority, Priority::High);
    EXPECT_EQ(decision(byId("n4@metrology.example")).priority, Priority::Medium) << "a cap without a model";
    EXPECT_EQ(service.judge().review.answers + service.judge().review.corrections, 0)
        << "says nothing about today's Kith";
    const FeedbackImport again = taken(json);
    EXPECT_EQ(again.duplicate, 2);
    EXPECT_EQ(again.added, 0);
    ASSERT_TRUE(good(undoChange(*cellar, first.change)));
    EXPECT_TRUE(cellar->triage.feedback({}, 10).value().empty());
}

TEST_F(ReviewStory, WhatIsExportedComesBackAsDuplicates) {
    mark("n3@metrology.example", Priority::High);
    mark("q2@caldervoss.example", Priority::Low);
    const auto entries = exportFeedback(*cellar);
    ASSERT_TRUE(good(entries));
    ASSERT_EQ(entries->size(), 2);
    EXPECT_EQ(entries->at(0)[QStringLiteral("msg_id")].toString(), QStringLiteral("n3@metrology.example"));
    EXPECT_EQ(entries->at(0)[QStringLiteral("suggested_priority")].toInt(), 3);
    EXPECT_EQ(taken(QJsonDocument(*entries).toJson()).duplicate, 2);
}

TEST_F(ReviewStory, AnEntryThatDoesNotKeepToTheFormIsNamedAndLeftOut) {
    for (const char* rest :
         {R"("suggested_priority":"high")", R"("suggested_priority":2,"action":"delete")",
          R"("suggested_priority":2.5)", R"("suggested_priority":2,"scope":"world")",
          R"("suggested_priority":2,"timestamp":"yesterday")", R"("suggested_priority":2,"add_to_topics":[1])"}) {
        const FeedbackImport report = taken(oneEntry("n3@metrology.example", rest));
        EXPECT_EQ(report.rejected, 1) << rest;
        EXPECT_EQ(report.seen, report.added + report.duplicate + report.open + report.unknown + report.rejected);
    }
    EXPECT_FALSE(importFeedback(*cellar, service, clock, "{\"msg_id\":1}"));
    EXPECT_FALSE(importFeedback(*cellar, service, clock, "[{]"));
}

TEST_F(ReviewStory, InsightsCountMailAnswersAndWhatWasTakenBack) {
    standAs("n4@metrology.example", true, false);
    mark("n4@metrology.example", decision(byId("n4@metrology.example")).priority);
    mark("n5@metrology.example", Priority::Critical);
    const Millis now = (*cellar->messages.message(byId("q12@caldervoss.example")).value()).date + std::chrono::hours(1);
    const auto insights = readInsights(*cellar, now, 52);
    ASSERT_TRUE(good(insights));
    EXPECT_EQ(insights->marks, 2);
    EXPECT_EQ(insights->calibrationMarks, 1) << "only what Kith asked";
    ASSERT_EQ(insights->calibration.size(), 1u);
    EXPECT_EQ(insights->calibration[0].right, 1);
    EXPECT_EQ(insights->weeks.size(), 52u);
    EXPECT_GE(insights->messages, 24);
    ASSERT_FALSE(insights->replies.empty());
    for (const ReplyTimes& times : insights->replies) {
        EXPECT_LE(times.lower, times.median);
        EXPECT_LE(times.median, times.upper);
    }
    ASSERT_FALSE(insights->done.empty());
    EXPECT_EQ(insights->done[0].undone, 1) << "the correction, not the answer";
}

TEST_F(ReviewStory, AFewMovesOnTheShelfGiveTheOrderThatReadingAllAgainGives) {
    OrderShelf shelf;
    ASSERT_TRUE(good(shelf.priorityOrder(*cellar)));
    for (const auto& [id, priority] : {std::pair{"n3@metrology.example", Priority::Critical},
                                       {"q2@caldervoss.example", Priority::VeryLow},
                                       {"n3@metrology.example", Priority::Low}}) {
        const FeedbackOutcome outcome = mark(id, priority);
        Changes changes;
        changes.order = true;
        changes.threads = {outcome.threads.begin(), outcome.threads.end()};
        EXPECT_FALSE(changes.threads.empty());
        shelf.note(changes);
        const auto moved = shelf.priorityOrder(*cellar);
        const auto read = readOrder(*cellar, MailList::Priority);
        ASSERT_TRUE(good(moved));
        EXPECT_EQ(moved->threads, read->threads);
        EXPECT_EQ(moved->sections, read->sections);
    }
    ASSERT_TRUE(good(undoChange(*cellar, {})));
    shelf.note({.order = true, .counts = false, .journal = false, .threads = {}});
    EXPECT_EQ(shelf.priorityOrder(*cellar)->threads, readOrder(*cellar, MailList::Priority)->threads);
}
