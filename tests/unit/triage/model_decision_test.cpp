// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A model's word in a decision: one contribution among others, under the user's rules, and never more certain than
// true.
#include "core/base/json.h"
#include "core/triage/decision_json.h"
#include "core/triage/fusion.h"
#include "core/triage/model_prompt.h"
#include "core/triage/ranker.h"
#include "core/triage/rules.h"
#include "tests/unit/triage/triage_letters.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;

namespace {

ModelAnswer answerOf(double automation, double others) {
    ModelAnswer answer;
    answer.automation = {automation, QStringLiteral("sent by hand")};
    answer.contentValue = {others, QStringLiteral("asks for a quote")};
    answer.humanInteraction = answer.timeValue = answer.businessImpact = {others, QStringLiteral("other")};
    answer.topics = {QStringLiteral("renewal")};
    answer.source = QStringLiteral("Waerk");
    answer.emailType = QStringLiteral("client_communication");
    answer.model = QStringLiteral("m");
    answer.promptVersion = classifyVersion();
    return answer;
}

Decision decidedWith(const ModelAnswer& answer, const Preferences& preferences = {},
                     const TriageInput& input = letters::pricingFromAStranger(), bool cached = false) {
    DecideOptions options;
    options.model = &answer;
    options.modelFromCache = cached;
    return decide(input, RuleMatcher(preferences), RankerState{}, options);
}

}  // namespace

TEST(DecidingWithAModel, ItsWordIsOneContributionAndTheEffectsStillAddUp) {
    const Decision decision = decidedWith(answerOf(0, 1));
    double sum = 0;
    for (const Contribution& one : decision.contributions) {
        sum += one.effect;
    }
    EXPECT_EQ(sum, decision.score);
    const auto word = std::find_if(decision.contributions.begin(), decision.contributions.end(),
                                   [](const Contribution& one) { return one.name == QStringLiteral("model"); });
    ASSERT_NE(word, decision.contributions.end());
    EXPECT_EQ(word->note, QStringLiteral("asks for a quote"));
    EXPECT_EQ(decision.decidedBy, DecidedBy::Model);
    EXPECT_EQ(decidedWith(answerOf(0, 1), {}, letters::pricingFromAStranger(), true).decidedBy, DecidedBy::Cache);
}

TEST(DecidingWithAModel, ItLiftsAndLowers) {
    const Decision alone = decide(letters::pricingFromAStranger(), RuleMatcher(), RankerState{});
    EXPECT_GT(decidedWith(answerOf(0, 1)).importance, alone.importance);
    EXPECT_LT(decidedWith(answerOf(1, 0)).importance, alone.importance);
}

TEST(DecidingWithAModel, AgreementMakesSurerAndDisagreementLessSure) {
    const Decision alone = decide(letters::pricingFromAStranger(), RuleMatcher(), RankerState{});
    const double agreed = alone.importance;
    const Decision together = decidedWith(answerOf(1 - agreed, agreed));
    EXPECT_NEAR(together.importance, alone.importance, 0.02);
    EXPECT_LT(together.uncertainty, alone.uncertainty);
    EXPECT_GT(decidedWith(answerOf(1, 0)).uncertainty, together.uncertainty);
}

TEST(DecidingWithAModel, TheUsersRulesStandAboveItAndMayNameItsTopics) {
    Preferences preferences;
    preferences.rules.push_back({.group = RuleGroup::LowPriority,
                                 .name = {},
                                 .keywords = {QStringLiteral("renewal")},
                                 .fields = {QStringLiteral("topics")},
                                 .minPriority = {},
                                 .maxPriority = Priority::Low,
                                 .reason = {}});
    const Decision decision = decidedWith(answerOf(0, 1), preferences);
    EXPECT_EQ(decision.priority, Priority::Low);
    EXPECT_EQ(decision.decidedBy, DecidedBy::Rule);
    EXPECT_FALSE(decision.modelRecord.isEmpty()) << "what the model said is kept all the same";
}

TEST(DecidingWithAModel, TheRecordSaysWhatWasSaidAndExplainsIt) {
    const Decision decision = decidedWith(answerOf(0, 1));
    const auto record = json::parseObject(decision.modelRecord);
    ASSERT_TRUE(record);
    ASSERT_TRUE(modelAnswerFromJson(*record));
    const QJsonObject explained = explainJson(decision).value(QStringLiteral("model")).toObject();
    EXPECT_EQ(explained.value(QStringLiteral("name")).toString(), QStringLiteral("m"));
    EXPECT_EQ(explained.value(QStringLiteral("prompt_version")).toString(), classifyVersion());
    EXPECT_TRUE(explained.contains(QStringLiteral("scores")));
    EXPECT_TRUE(explained.contains(QStringLiteral("reasons")));
    EXPECT_TRUE(sameDecision(decision, decidedWith(answerOf(0, 1))));
    EXPECT_FALSE(sameDecision(decision, decidedWith(answerOf(0, 0.9))));
}
