// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A model beside the ranker, told with kithctl: where it is asked, what becomes of its word and of its nonsense, what
// left the computer, and who is never asked.
#include "tests/cli/mail_world.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace kith::testing;

namespace {

QJsonValue told(const QJsonObject& object, const char* key) {
    return object.value(QLatin1String(key));
}

class ModelStory : public ::testing::Test {
protected:
    ModelStory() { kithctl.setEnvironment(world.environment()); }
    void SetUp() override { ASSERT_EQ(kithctl(args("demo")).exit, 0); }

    QJsonObject triage(const char* words = "triage", int exit = 0) {
        const Ran ran = kithctl(args(words));
        EXPECT_EQ(ran.exit, exit) << ran.err.toStdString() << ran.out.toStdString();
        return ran.json();
    }
    static qint64 by(const QJsonObject& result, const char* whom) {
        return told(told(result, "by").toObject(), whom).toInteger();
    }
    QJsonArray inbox() { return told(kithctl(args("inbox --all")).json(), "messages").toArray(); }
    QString decidedBy(const char* whom) {
        for (const QJsonValue& message : inbox()) {
            if (message[QStringLiteral("decided_by")].toString() == QLatin1String(whom)) {
                return message[QStringLiteral("id")].toString();
            }
        }
        return {};
    }
    QJsonArray egress() { return told(kithctl(args("egress list --limit 1000")).json(), "requests").toArray(); }
    void setManner(const char* manner) {
        world.control("model", QJsonObject{{QStringLiteral("manner"), QLatin1String(manner)}});
    }
    void setVariable(const char* name, const char* value) {
        QMap<QString, QString> environment = world.environment();
        environment.insert(QLatin1String(name), QString::fromUtf8(value));
        kithctl.setEnvironment(environment);
    }

    MailWorld world{{}, {QStringLiteral("--deepinfra")}};
    Kithctl kithctl;
};

}  // namespace

TEST_F(ModelStory, ItDecidesWhereItsWordCountsAndIsAskedOnce) {
    const QJsonObject first = triage();
    EXPECT_GT(by(first, "model"), 0);
    EXPECT_EQ(told(first, "failed").toInt(), 0);
    EXPECT_EQ(told(first, "asked").toInt(), by(first, "model"));
    EXPECT_GT(told(first, "usd").toDouble(), 0);
    EXPECT_EQ(told(first, "scored").toInteger(),
              by(first, "model") + by(first, "cache") + by(first, "local") + by(first, "rule") + by(first, "user"));
    EXPECT_EQ(world.calls("deepinfra").size(), told(first, "asked").toInt());
    const QJsonObject second = triage();
    EXPECT_EQ(told(second, "asked").toInt(), 0);
    EXPECT_EQ(told(second, "scored").toInt(), 0);
    const QJsonObject all = triage("triage --all");
    EXPECT_EQ(by(all, "model"), by(first, "model")) << "its word stands when everything is scored again";
    EXPECT_TRUE(world.calls("deepinfra").isEmpty());
}

TEST_F(ModelStory, WhatTheRankerSaidFirstCountsOnce) {
    const QJsonObject all = triage("triage --all");
    EXPECT_GT(by(all, "model"), 0);
    EXPECT_EQ(told(all, "scored").toInteger(),
              by(all, "model") + by(all, "cache") + by(all, "local") + by(all, "rule") + by(all, "user"));
    EXPECT_EQ(told(triage("triage --all --local-only"), "scored"), told(all, "scored"));
}

TEST_F(ModelStory, ItsWordExplainsItselfAddsUpAndCanBeReplayed) {
    triage();
    const QString id = decidedBy("model");
    ASSERT_FALSE(id.isEmpty());
    const QJsonObject why = kithctl({QStringLiteral("explain"), id}).json();
    double sum = 0;
    bool named = false;
    for (const QJsonValue& one : told(why, "contributions").toArray()) {
        sum += one[QStringLiteral("effect")].toDouble();
        named = named || one[QStringLiteral("name")].toString() == QStringLiteral("model");
    }
    EXPECT_TRUE(named);
    EXPECT_NEAR(1 / (1 + std::exp(-sum)), told(why, "importance").toDouble(), 1e-9);
    const QJsonObject model = told(why, "model").toObject();
    EXPECT_EQ(told(model, "name").toString(), QStringLiteral("NousResearch/Hermes-3-Llama-3.1-405B"));
    EXPECT_FALSE(told(model, "prompt_version").toString().isEmpty());
    EXPECT_EQ(told(model, "scores").toObject().size(), 5);
    EXPECT_EQ(told(model, "reasons").toObject().keys(), told(model, "scores").toObject().keys());
    EXPECT_TRUE(told(kithctl({QStringLiteral("replay"), id}).json(), "same").toBool());
}

TEST_F(ModelStory, NonsenseAndNumbersOutOfRangeChangeNobodysPriority) {
    const QJsonArray before = inbox();
    for (const char* manner : {"nonsense", "out_of_range"}) {
        setManner(manner);
        const QJsonObject result = triage("triage --max 3");
        EXPECT_EQ(told(result, "failed").toInt(), 3) << manner;
        EXPECT_EQ(by(result, "model"), 0) << manner;
        EXPECT_EQ(inbox(), before) << manner;
    }
}

TEST_F(ModelStory, TheLedgerHoldsEveryQuestionToTheByteAndWhatItCost) {
    const double usd = told(triage("triage --max 5"), "usd").toDouble();
    QStringList asked;
    for (const QJsonValue& call : world.calls("deepinfra")) {
        asked << call[QStringLiteral("body")].toString();
    }
    QStringList kept;
    double cost = 0;
    for (const QJsonValue& entry : egress()) {
        EXPECT_EQ(entry[QStringLiteral("service")].toString(), QStringLiteral("deepinfra"));
        EXPECT_GT(entry[QStringLiteral("cost")].toDouble(), 0);
        cost += entry[QStringLiteral("cost")].toDouble();
        const QJsonObject shown =
            kithctl({QStringLiteral("egress"), QStringLiteral("show"), entry[QStringLiteral("id")].toString()}).json();
        kept << told(shown, "body").toString();
    }
    asked.sort();
    kept.sort();
    EXPECT_EQ(kept.size(), 5);
    EXPECT_EQ(kept, asked);
    EXPECT_NEAR(cost, usd, 1e-12);
}

TEST_F(ModelStory, NobodyIsAskedOfflineLocallyOrWithoutAKey) {
    EXPECT_EQ(told(triage("--offline triage"), "asked").toInt(), 0);
    EXPECT_EQ(told(triage("triage --local-only"), "asked").toInt(), 0);
    setVariable("KITH_DEEPINFRA_KEY", "");
    const QJsonObject keyless = triage();
    EXPECT_EQ(told(keyless, "asked").toInt(), 0);
    EXPECT_FALSE(keyless.contains(QStringLiteral("model_error"))) << "no key is no error";
    EXPECT_TRUE(world.calls("deepinfra").isEmpty());
    EXPECT_TRUE(egress().isEmpty());
}

TEST_F(ModelStory, TheBudgetIsKeptInNumbersAndInMoney) {
    EXPECT_EQ(told(triage("triage --max 2"), "asked").toInt(), 2);
    const QJsonObject poor = triage("triage --budget-usd 0");
    EXPECT_EQ(told(poor, "asked").toInt(), 0);
    EXPECT_TRUE(told(poor, "budget_spent").toBool());
}

TEST_F(ModelStory, AWrongKeyAnUnknownModelAndAnAddressThatIsNoneAreToldAndTheRankersWordStands) {
    const QJsonArray before = inbox();
    const auto code = [](const QJsonObject& result) {
        return told(told(result, "model_error").toObject(), "code").toString();
    };
    setVariable("KITH_DEEPINFRA_KEY", "a-wrong-key");
    EXPECT_EQ(code(triage("triage", 1)), QStringLiteral("sign_in_needed"));
    EXPECT_EQ(code(triage("triage --all")), QStringLiteral("sign_in_needed")) << "something was done: exit 0";
    setVariable("KITH_ENDPOINT_DEEPINFRA", "http://models.example/v1/openai");
    EXPECT_EQ(code(triage("triage", 1)), QStringLiteral("denied")) << "mail goes to no other machine in clear";
    kithctl.setEnvironment(world.environment());
    EXPECT_EQ(code(triage("triage --model example/nobody", 1)), QStringLiteral("not_found"));
    EXPECT_EQ(inbox(), before);
    EXPECT_GT(by(triage(), "model"), 0) << "a model that nobody knows is not kept";
}

TEST_F(ModelStory, AModelWithoutSchemasIsAskedInJsonMode) {
    world.control("model", QJsonObject{{QStringLiteral("schemas"), false}});
    const QJsonObject result = triage("triage --max 4 --model example/small");
    EXPECT_EQ(by(result, "model"), 4);
    EXPECT_EQ(told(result, "failed").toInt(), 0);
    const QJsonObject model = told(kithctl({QStringLiteral("explain"), decidedBy("model")}).json(), "model").toObject();
    EXPECT_EQ(told(model, "name").toString(), QStringLiteral("example/small"));
}
