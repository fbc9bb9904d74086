// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Opportunities of the sample workspace, listed, taken up, moved, dismissed and taken back with kithctl.
#include "tests/cli/kithctl.h"

#include <gtest/gtest.h>

using namespace kith::testing;

namespace {

class OpportunityStory : public ::testing::Test {
protected:
    void SetUp() override { demo = kithctl(args("demo")); }
    QJsonArray list(const char* words = "opportunities list") {
        const Ran ran = kithctl(args(words));
        EXPECT_EQ(ran.exit, 0) << ran.err.toStdString();
        return ran.json().value(QStringLiteral("opportunities")).toArray();
    }
    QJsonObject first(const char* kind) {
        for (const QJsonValue& one : list()) {
            if (one[QStringLiteral("kind")].toString() == QLatin1String(kind)) {
                return one.toObject();
            }
        }
        return {};
    }
    Ran deed(const char* what, const QJsonObject& on, const QStringList& more = {}) {
        return kithctl(QStringList{QStringLiteral("opportunities"), QLatin1String(what),
                                   on.value(QStringLiteral("id")).toString()} +
                       more);
    }
    static QString word(const QJsonObject& object, const char* key) {
        return object.value(QLatin1String(key)).toString();
    }

    Kithctl kithctl;
    Ran demo;
};

}  // namespace

TEST_F(OpportunityStory, TheSampleHoldsSomeWithAllThatTheContractNames) {
    ASSERT_EQ(demo.exit, 0);
    const QJsonArray all = list();
    EXPECT_GE(all.size(), 5);
    EXPECT_EQ(demo.json().value(QStringLiteral("opportunities")).toInt(), all.size());
    for (const QJsonValue& one : all) {
        for (const char* key :
             {"id", "kind", "status", "stage", "confidence", "contact", "message_id", "evidence", "amount", "due"}) {
            EXPECT_TRUE(one.toObject().contains(QLatin1String(key))) << key;
        }
        EXPECT_FALSE(one[QStringLiteral("evidence")].toArray().isEmpty());
        EXPECT_GE(one[QStringLiteral("confidence")].toDouble(), 0.5);
    }
    EXPECT_EQ(first("pricing").value(QStringLiteral("amount"))[QStringLiteral("value")].toDouble(), 38400);
}

TEST_F(OpportunityStory, DeedsAreSeenInTheListAndUndoTakesThemBack) {
    const QJsonObject pricing = first("pricing");
    EXPECT_EQ(word(deed("accept", pricing).json(), "status"), QStringLiteral("active"));
    EXPECT_EQ(word(deed("move", pricing, {QStringLiteral("won")}).json(), "status"), QStringLiteral("completed"));
    EXPECT_EQ(list("opportunities list --status completed").size(), 1);
    ASSERT_EQ(kithctl(args("undo")).exit, 0);
    EXPECT_TRUE(list("opportunities list --status completed").isEmpty());
    EXPECT_EQ(word(deed("dismiss", first("demo")).json(), "status"), QStringLiteral("dismissed"));
    EXPECT_EQ(list("opportunities list --kind demo --status dismissed").size(), 1);
    EXPECT_EQ(word(deed("edit", pricing, {QStringLiteral("--next"), QStringLiteral("Call Ana")}).json(), "next_step"),
              QStringLiteral("Call Ana"));
}

TEST_F(OpportunityStory, WrongWordsAreNamed) {
    const Ran stage = deed("move", first("pricing"), {QStringLiteral("lost")});
    EXPECT_EQ(stage.exit, 3) << stage.err.toStdString();
    EXPECT_TRUE(word(stage.error(), "message").contains(QStringLiteral("lost")));
    EXPECT_EQ(kithctl(args("opportunities accept 5")).exit, 3);
    EXPECT_EQ(kithctl(args("opportunities list --status odd")).exit, 3);
    EXPECT_EQ(kithctl(args("opportunities")).exit, 2);
}
