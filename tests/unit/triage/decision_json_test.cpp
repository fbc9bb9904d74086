// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/json.h"
#include "core/triage/decision_json.h"
#include "core/triage/ranker.h"
#include "tests/unit/triage/triage_letters.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;

namespace {

Decision learnedDecision() {
    RankerState state;
    learn(state, features(letters::newsletter()), lessonOfMark(Priority::Medium), true);
    Preferences preferences;
    preferences.rules.push_back(
        {RuleGroup::HighPriority, {}, {QStringLiteral("issue")}, {}, Priority::Critical, {}, {}});
    Decision decision = decide(letters::newsletter(), preferences, state);
    decision.decidedAt = std::chrono::milliseconds(1777000000123);
    return decision;
}

}  // namespace

TEST(DecisionJson, BringsADecisionBackBitForBit) {
    const Decision decision = learnedDecision();
    const auto object = json::parseObject(json::canonical(toJson(decision)));
    ASSERT_TRUE(object);
    const auto read = decisionFromJson(*object);
    ASSERT_TRUE(read);
    EXPECT_TRUE(sameDecision(*read, decision));
    EXPECT_EQ(json::canonical(toJson(*read)), json::canonical(toJson(decision)));
}

TEST(DecisionJson, ReplaysFromTheStoredContributions) {
    Decision stored = *decisionFromJson(toJson(learnedDecision()));
    EXPECT_TRUE(sameDecision(replayed(stored), stored));
    stored.contributions.front().weight += 1e-9;
    EXPECT_FALSE(sameDecision(replayed(stored), stored));
}

TEST(DecisionJson, ExplainsWithTheKeysOfTheContract) {
    const QJsonObject explained = explainJson(learnedDecision());
    for (const char* key : {"priority", "importance", "confidence", "decided_by", "contributions", "rules", "model",
                            "inputs_hash", "decided_at"}) {
        EXPECT_TRUE(explained.contains(QLatin1String(key))) << key;
    }
    double sum = 0;
    for (const QJsonValue& one : explained[QStringLiteral("contributions")].toArray()) {
        sum += one[QStringLiteral("effect")].toDouble();
    }
    EXPECT_EQ(sum, explained[QStringLiteral("score")].toDouble());
    EXPECT_EQ(explained[QStringLiteral("decided_by")].toString(), QStringLiteral("rule"));
}

TEST(DecisionJson, RefusesWhatIsNoDecision) {
    EXPECT_EQ(decisionFromJson({}).error().kind, ErrorKind::Malformed);
    QJsonObject object = toJson(learnedDecision());
    object[QStringLiteral("priority")] = 7;
    EXPECT_EQ(decisionFromJson(object).error().kind, ErrorKind::Malformed);
    object = toJson(learnedDecision());
    object[QStringLiteral("contributions")] = QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("x")}}};
    EXPECT_EQ(decisionFromJson(object).error().kind, ErrorKind::Malformed);
}
