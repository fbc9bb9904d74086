// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A model beside the ranker, told with kithctl: where it is asked, what becomes of its word and of its nonsense, what
// left the computer, and who is never asked.
#include "tests/cli/mail_world.h"

#include <QJsonDocument>
#include <QSet>

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

TEST_F(ModelStory, AModelOnTrialIsComparedAndDecidesNothing) {
    triage();
    const QJsonArray before = inbox();
    const QJsonObject trial = triage("triage --shadow example/small --max 12");
    EXPECT_EQ(told(trial, "asked").toInt(), 12);
    EXPECT_EQ(told(trial, "compared").toInt(), 12);
    EXPECT_GT(told(trial, "usd").toDouble(), 0);
    EXPECT_EQ(told(told(trial, "trial").toObject(), "model").toString(), QStringLiteral("example/small"));
    EXPECT_TRUE(told(trial, "agreement").toObject().contains(QStringLiteral("same_band")));
    EXPECT_EQ(inbox(), before);
    EXPECT_EQ(told(kithctl(args("model trials")).json(), "trials").toArray().size(), 1);
    const QJsonObject unknown = kithctl(args("triage --shadow example/smal")).error();
    EXPECT_EQ(told(unknown, "code").toString(), QStringLiteral("not_found"));
    EXPECT_TRUE(told(unknown, "hint").toString().contains(QStringLiteral("example/small")));
}

TEST_F(ModelStory, APromptOnTrialComesFromAFileWithItsOwnVersion) {
    const QString good = kithctl.file(QStringLiteral("good.txt"), "version: trial-1\nScore it as JSON. {marker}\n");
    const Ran ran = kithctl({QStringLiteral("triage"), QStringLiteral("--shadow"), QStringLiteral("example/small"),
                             QStringLiteral("--prompt"), good, QStringLiteral("--max"), QStringLiteral("3")});
    EXPECT_EQ(ran.exit, 0) << ran.err.toStdString();
    EXPECT_EQ(told(told(ran.json(), "trial").toObject(), "prompt_version").toString(), QStringLiteral("trial-1"));
    const QString bad = kithctl.file(QStringLiteral("bad.txt"), "Score it.\n");
    const Ran refused = kithctl({QStringLiteral("triage"), QStringLiteral("--shadow"), QStringLiteral("example/small"),
                                 QStringLiteral("--prompt"), bad});
    EXPECT_EQ(refused.exit, 3);
    EXPECT_TRUE(told(refused.error(), "message").toString().contains(QStringLiteral("bad.txt")));
}

TEST_F(ModelStory, ADecisionCanBeMadeAgainWithTodaysModelAndNothingIsWritten) {
    triage("triage --local-only");
    const QJsonArray before = inbox();
    const QString id = before.first()[QStringLiteral("id")].toString();
    const QJsonObject again = kithctl({QStringLiteral("replay"), id, QStringLiteral("--with-model")}).json();
    EXPECT_TRUE(told(again, "same").toBool());
    const QJsonObject with = told(again, "with_model").toObject();
    EXPECT_EQ(told(told(with, "model").toObject(), "scores").toObject().size(), 5);
    EXPECT_TRUE(told(with, "priority").isDouble());
    EXPECT_EQ(world.calls("deepinfra").size(), 2) << "the list of models, and the question";
    EXPECT_EQ(inbox(), before);
    const Ran offline =
        kithctl({QStringLiteral("--offline"), QStringLiteral("replay"), id, QStringLiteral("--with-model")});
    EXPECT_NE(offline.exit, 0);
}

TEST_F(ModelStory, MailOfADomainStaysHereOrLeavesWithoutItsNumbers) {
    EXPECT_EQ(told(kithctl(args("privacy list")).json(), "rules").toArray().size(), 0);
    EXPECT_EQ(kithctl(args("privacy set everything redacted")).exit, 0);
    EXPECT_GT(told(triage("triage --max 4"), "asked").toInt(), 0);
    for (const QJsonValue& call : world.calls("deepinfra")) {
        EXPECT_FALSE(call[QStringLiteral("body")].toString().contains(u'@'));
    }
    for (const QJsonValue& entry : egress()) {
        EXPECT_GT(entry[QStringLiteral("redactions")].toInt(), 0);
    }
    EXPECT_EQ(kithctl(args("privacy set everything local-only")).exit, 0);
    const QJsonObject closed = triage();
    EXPECT_EQ(told(closed, "asked").toInt(), 0);
    EXPECT_GT(told(closed, "kept_back").toInt(), 0);
    EXPECT_EQ(kithctl(args("privacy remove everything")).exit, 0);
    EXPECT_EQ(kithctl(args("privacy remove everything")).exit, 3);
    for (const char* wrong : {"privacy set nobody full", "privacy set domain: full",
                              "privacy set domain:a.example shut", "privacy set account:nobody@else.example full"}) {
        const Ran ran = kithctl(args(wrong));
        EXPECT_EQ(ran.exit, 3) << wrong;
        EXPECT_FALSE(told(ran.error(), "hint").toString().isEmpty()) << wrong;
    }
}

TEST_F(ModelStory, AModelIsChosenForEachTaskAmongThoseThatThereAre) {
    EXPECT_EQ(told(kithctl(args("model list")).json(), "models").toArray().size(), 2);
    EXPECT_EQ(kithctl(args("model set draft example/small")).exit, 0);
    const QJsonObject shown = kithctl(args("model show")).json();
    EXPECT_EQ(told(told(shown, "tasks").toObject(), "draft").toString(), QStringLiteral("example/small"));
    const Ran unknown = kithctl(args("model set classify NousResearch/Hermes-3-Llama-405B"));
    EXPECT_NE(unknown.exit, 0);
    EXPECT_TRUE(
        told(unknown.error(), "hint").toString().contains(QStringLiteral("NousResearch/Hermes-3-Llama-3.1-405B")));
    EXPECT_EQ(kithctl(args("model set cook example/small")).exit, 3);
}

TEST_F(ModelStory, AHouseThatFellInTheMiddleAsksNothingAgainThatWasAnswered) {
    EXPECT_EQ(kithctl(args("model limits --in-flight 1")).exit, 0);
    world.control("latency", QJsonObject{{QStringLiteral("milliseconds"), 20}});
    QStringList asked;
    const auto listen = [&] {
        for (const QJsonValue& call : world.calls("deepinfra")) {
            const QJsonObject body = QJsonDocument::fromJson(call[QStringLiteral("body")].toString().toUtf8()).object();
            const QString question = told(body, "messages").toArray().last()[QStringLiteral("content")].toString();
            asked << question.section(u'\n', 1, 3);  // without the marker that is fresh each time
        }
    };
    {
        Running running(kithctl, args("triage"));
        while (asked.size() < 6) {
            listen();
        }
        running.kill();
    }
    listen();
    world.control("latency", QJsonObject{{QStringLiteral("milliseconds"), 0}});
    const QJsonObject rest = triage();
    EXPECT_GT(told(rest, "asked").toInt(), 0);
    listen();
    const qsizetype twice = asked.size() - QSet<QString>(asked.begin(), asked.end()).size();
    EXPECT_LE(twice, 2) << "only what was on its way when the house fell";
    EXPECT_EQ(told(triage(), "asked").toInt(), 0);
    int byModel = 0;
    for (const QJsonValue& message : inbox()) {
        byModel += message[QStringLiteral("decided_by")].toString() == QStringLiteral("model") ? 1 : 0;
    }
    EXPECT_GE(byModel, QSet<QString>(asked.begin(), asked.end()).size()) << "and what was answered is used";
}

TEST_F(ModelStory, ARemarkIsFiledByAModelAndTheEntryKeepsIt) {
    triage("triage --local-only");
    const QString id = inbox().first()[QStringLiteral("id")].toString();
    EXPECT_EQ(kithctl({QStringLiteral("feedback"), QStringLiteral("add"), id, QStringLiteral("--priority"),
                       QStringLiteral("3"), QStringLiteral("--comment"), QStringLiteral("Contracts matter most")})
                  .exit,
              0);
    EXPECT_EQ(kithctl(args("model allow no")).exit, 0);
    EXPECT_NE(kithctl(args("model remarks")).exit, 0);
    EXPECT_TRUE(world.calls("deepinfra").isEmpty()) << "nothing is asked after a no";
    EXPECT_EQ(kithctl(args("model allow yes")).exit, 0);
    const QJsonObject filed = kithctl(args("model remarks")).json();
    EXPECT_EQ(told(filed, "filed").toInt(), 1);
    EXPECT_EQ(world.calls("deepinfra").size(), 2) << "the list of models, and the question";
    EXPECT_EQ(told(kithctl(args("model remarks")).json(), "read").toInt(), 0);
}
