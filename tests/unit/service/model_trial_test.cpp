// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A model on trial: it is asked, compared and paid for, and decides nothing.
#include "core/service/feedback_service.h"
#include "core/service/model_choice.h"
#include "core/service/model_trial.h"
#include "tests/unit/service/model_house.h"

using namespace kith;
using namespace kith::service;
using kith::testing::sayValue;
using kith::testing::ScriptedClassifier;

namespace {

class ModelTrialStory : public kith::testing::ModelHouse {
protected:
    Result<TrialReport> shadow(triage::Classifier& classifier, int most = 30) {
        return ModelTrial(*cellar, clock, *triage, classifier, settings)
            .run({QStringLiteral("other/model"), triage::shippedClassifyPrompt(), most}, {});
    }
    qint64 rows(const char* table) {
        auto count = cellar->database->query(QByteArray("SELECT count(*) FROM ") + table);
        return count.next() ? count.integer(0) : -1;
    }
};

}  // namespace

TEST_F(ModelTrialStory, ItWritesComparisonsAndNothingElse) {
    const qint64 decisions = rows("decisions");
    const qint64 events = rows("events");
    ScriptedClassifier eager([](const Message&) { return sayValue(0.95); });
    const auto report = shadow(eager);
    ASSERT_TRUE(report) << qPrintable(report.error().detail);
    EXPECT_EQ(report->asked, 30);
    EXPECT_EQ(report->compared, 30);
    EXPECT_GT(report->wouldChange, 5);
    EXPECT_LE(report->sameBand, report->withinOneBand);
    EXPECT_NEAR(report->usd, 0.03, 1e-9);
    EXPECT_EQ(rows("model_comparisons"), 30);
    EXPECT_EQ(rows("decisions"), decisions);
    EXPECT_EQ(rows("events"), events);
    EXPECT_EQ(rows("model_answers"), 0);
}

TEST_F(ModelTrialStory, ItIsNotAskedTwiceAboutTheSameAndItsCostCountsInTheBudget) {
    ScriptedClassifier classifier([](const Message&) { return sayValue(0.5); });
    ASSERT_TRUE(shadow(classifier, 10));
    const auto asked = classifier.asked;
    ASSERT_TRUE(shadow(classifier, 10));
    EXPECT_EQ(classifier.asked.size(), 20u);
    EXPECT_EQ(cellar->models.spent(Millis{0})->requests, 20);
    settings.requestsPerDay = 22;
    const auto poor = shadow(classifier, 10);
    ASSERT_TRUE(poor);
    EXPECT_EQ(poor->asked, 2);
    EXPECT_TRUE(poor->budgetSpent);
}

TEST_F(ModelTrialStory, NonsenseIsPaidForAndComparedWithNothing) {
    ScriptedClassifier classifier([](const Message&) {
        return Result<triage::ModelAnswer>(Error{ErrorKind::Malformed, {}, {}});
    });
    const auto report = shadow(classifier, 5);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->failed, 5);
    EXPECT_EQ(report->compared, 0);
    EXPECT_NEAR(cellar->models.spent(Millis{0})->usd, 0.005, 1e-9);
}

TEST_F(ModelTrialStory, WhatTheUserMarkedIsAskedAboutFirstAndTellsWhoIsNearer) {
    std::vector<qint64> marked;
    const auto newest = cellar->messages.newest({}, 1000);
    for (auto it = newest->rbegin(); it != newest->rend() && marked.size() < 8; ++it) {
        const auto stands = cellar->triage.latest(*it);
        if (stands && *stands) {
            Feedback mark;
            mark.message = *it;
            mark.assigned = static_cast<Priority>(marked.size() % 5);
            ASSERT_TRUE(giveFeedback(*cellar, *triage, clock, mark));
            marked.push_back(it->value);
        }
    }
    ScriptedClassifier mindReader([&marked](const Message& message) {
        const auto at = std::find(marked.begin(), marked.end(), message.id.value) - marked.begin();
        return sayValue(0.1 + 0.2 * double(at % 5));
    });
    const auto report = shadow(mindReader, 8);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->marked, 8);
    ASSERT_TRUE(report->trialWithMarks);
    EXPECT_NEAR(*report->trialWithMarks, 1, 1e-9);
    ASSERT_TRUE(report->standingWithMarks);
    EXPECT_LT(*report->standingWithMarks, 1) << "the machine's own word, not the mark, is what stands here";
}

TEST_F(ModelTrialStory, AWrongKeyEndsItAndWhatWasComparedStays) {
    settings.inFlight = 1;
    int answers = 0;
    ScriptedClassifier classifier([&answers](const Message&) {
        return ++answers <= 3 ? sayValue(0.9) : Result<triage::ModelAnswer>(Error{ErrorKind::SignInNeeded, {}, {}});
    });
    const auto report = shadow(classifier, 20);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().kind, ErrorKind::SignInNeeded);
    EXPECT_EQ(rows("model_comparisons"), 3);
}

TEST_F(ModelTrialStory, MailThatMayNotLeaveIsInNoSample) {
    ASSERT_TRUE(setPrivacy(*cellar, QStringLiteral("everything"), triage::PrivacyLevel::LocalOnly));
    ScriptedClassifier classifier([](const Message&) { return sayValue(0.5); });
    const auto report = shadow(classifier);
    ASSERT_TRUE(report);
    EXPECT_EQ(classifier.questions, 0);
}

TEST_F(ModelTrialStory, EachTaskHasItsModelAndAChoiceCanBeTakenBack) {
    ASSERT_TRUE(setModelFor(*cellar, ModelTask::Draft, QStringLiteral("other/writer")));
    EXPECT_EQ(*modelFor(*cellar, ModelTask::Draft), QStringLiteral("other/writer"));
    EXPECT_EQ(*modelFor(*cellar, ModelTask::Classify), ModelSettings().model);
    ASSERT_TRUE(cellar->undo.undoLast(QStringLiteral("user")));
    EXPECT_EQ(*modelFor(*cellar, ModelTask::Draft), ModelSettings().model);
}
