// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Corrections on a real workspace become a rule that is tried, applied, felt by the next decision, and taken back.
#include "core/service/feedback_file.h"
#include "core/service/feedback_service.h"
#include "core/service/preferences_book.h"
#include "core/service/suggestion_service.h"
#include "core/triage/rule_suggester.h"
#include "tests/unit/service/service_house.h"

using namespace kith;
using namespace kith::service;

namespace {

class SuggestionStory : public kith::testing::ServiceHouse {
protected:
    SuggestionStory()
        : triage(*cellar, clock) {
        take(file("box.mbox", kith::testing::aMailbox(12)));
        EXPECT_TRUE(triage.learn({}));
    }
    void correct(const char* prefix, const char* domain, int from, int upTo, Priority assigned) {
        for (int i = from; i <= upTo; ++i) {
            Feedback feedback;
            const QByteArray id = QByteArray(prefix) + QByteArray::number(i) + "@" + domain;
            feedback.message = byId(id.constData());
            feedback.assigned = assigned;
            EXPECT_TRUE(giveFeedback(*cellar, triage, clock, feedback));
        }
    }
    ProcessedFeedback process() {
        const auto processed = processFeedback(*cellar, triage, clock);
        EXPECT_TRUE(processed) << (processed ? "" : qPrintable(processed.error().detail));
        return processed ? *processed : ProcessedFeedback{};
    }

    TriageService triage;
};

}  // namespace

TEST_F(SuggestionStory, CorrectingANewsletterFiveTimesSuggestsARuleThatIsTriedOnPastMail) {
    correct("n", "metrology.example", 1, 4, Priority::Critical);
    EXPECT_TRUE(process().suggestions.empty()) << "four entries are too few";
    correct("n", "metrology.example", 5, 5, Priority::Critical);
    const ProcessedFeedback processed = process();
    EXPECT_EQ(processed.entries, 5);
    ASSERT_EQ(processed.suggestions.size(), 1u);
    const auto& one = processed.suggestions.front();
    EXPECT_EQ(one.priority, Priority::Critical);
    EXPECT_GE(one.support, 3);
    EXPECT_GT(one.wouldChange, 0);
    EXPECT_EQ(one.wouldAgree + one.wouldDisagree, one.wouldChange);
    EXPECT_GT(one.wouldDisagree, 0) << "nobody ever answered these newsletters";
}

TEST_F(SuggestionStory, AppliedItReachesPastAndLaterDecisionsAndRevertedItLeavesNothing) {
    correct("n", "metrology.example", 1, 5, Priority::Critical);
    const auto suggestion = process().suggestions.front();
    const MessageId other = byId("n9@metrology.example");
    const Decision before = decision(other);
    const auto applied = applySuggestion(*cellar, triage, suggestion.id);
    ASSERT_TRUE(applied) << qPrintable(applied.error().detail);
    EXPECT_EQ(applied->rescored, suggestion.wouldChange);
    EXPECT_EQ(decision(other).priority, Priority::Critical);
    EXPECT_EQ(decision(other).decidedBy, DecidedBy::Rule);
    EXPECT_TRUE(process().suggestions.empty()) << "what is a rule already is not suggested again";
    ASSERT_FALSE(applySuggestion(*cellar, triage, suggestion.id));

    const auto reverted = revertSuggestion(*cellar, suggestion.id);
    ASSERT_TRUE(reverted) << qPrintable(reverted.error().detail);
    EXPECT_EQ(decision(other).id, before.id);
    EXPECT_TRUE(loadPreferences(*cellar)->rules.empty());
    ASSERT_FALSE(revertSuggestion(*cellar, suggestion.id));
}

TEST_F(SuggestionStory, ACorrectionTakenBackTakesItsSuggestionAlong) {
    correct("n", "metrology.example", 1, 5, Priority::Critical);
    ASSERT_EQ(process().suggestions.size(), 1u);
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(cellar->undo.undoLast());
    }
    EXPECT_TRUE(process().suggestions.empty());
}

TEST_F(SuggestionStory, AnUnknownSuggestionSaysWhereToLook) {
    const auto applied = applySuggestion(*cellar, triage, 12345);
    ASSERT_FALSE(applied);
    EXPECT_EQ(applied.error().kind, ErrorKind::NotFound);
    EXPECT_FALSE(applied.error().hint.isEmpty());
}

TEST_F(SuggestionStory, ASteadyLeaningBecomesAWeightThatReachesTheNextDecisionAndGoesAgain) {
    correct("n", "metrology.example", 1, 3, Priority::High);
    ASSERT_TRUE(importFeedback(*cellar, triage, clock, R"([
      {"msg_id":"q1@caldervoss.example","assigned_priority":2,"suggested_priority":4},
      {"msg_id":"q2@caldervoss.example","assigned_priority":2,"suggested_priority":4},
      {"msg_id":"q3@caldervoss.example","assigned_priority":2,"suggested_priority":4}])"));
    std::optional<storage::StoredSuggestion> weight;
    for (const auto& one : process().suggestions) {
        if (one.type == QStringLiteral("adjust_weight")) {
            weight = one;
        }
    }
    ASSERT_TRUE(weight.has_value());
    EXPECT_TRUE(weight->raised);
    EXPECT_EQ(weight->support, 6);
    EXPECT_EQ(weight->wouldAgree + weight->wouldDisagree, weight->wouldChange);
    const Message other = **cellar->messages.message(byId("n9@metrology.example"));
    const auto signs = triage::signalsFromBytes(cellar->signs.of(other.id).value().value_or(QByteArray()));
    ASSERT_TRUE(signs);
    const auto scoreNow = [&] { return triage.judge().decide(other, *signs, triage.dealingsOf(other)).score; };
    const double before = scoreNow();
    ASSERT_TRUE(applySuggestion(*cellar, triage, weight->id));
    EXPECT_NEAR(scoreNow(), before + triage::kWeightStep, 1e-9);
    ASSERT_TRUE(revertSuggestion(*cellar, weight->id));
    ASSERT_TRUE(triage.loadMarks());
    EXPECT_NEAR(scoreNow(), before, 1e-12);
}
