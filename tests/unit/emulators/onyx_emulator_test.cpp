// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Onyx's emulator against its routers: three editions, strict bodies, bare JSON lines, errors inside a 200.
#include "tests/emulators/enrichment_emulators.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

namespace kith::emulator {
namespace {

class OnyxEmulation : public testing::Test {
protected:
    void SetUp() override { onyx.api().library().plant(12, clock.now()); }

    Answer ask(const char* verb, const char* path, const QByteArray& body = {},
               const QByteArray& authorization = "Bearer on_emulator-key") {
        return onyx.handle({.verb = verb,
                            .path = QStringLiteral("/api") + QLatin1String(path),
                            .query = {},
                            .headers = {{"Authorization", authorization}, {"Content-Type", "application/json"}},
                            .body = body});
    }
    static QJsonObject object(const Answer& answer) { return QJsonDocument::fromJson(answer.body).object(); }

    EmulatorClock clock{Millis{1'779'000'000'000}};
    FaultDesk faults;
    RequestLog log;
    OnyxEmulator onyx{EmulatorGround{clock, faults, log}};
    const QByteArray ada{inventedPerson(0).email.toUtf8()};
};

TEST_F(OnyxEmulation, EachEditionHasItsOwnPathsAndTheOthersAreNotFound) {
    EXPECT_TRUE(object(ask("GET", "/health", {}, "nothing"))[u"success"].toBool());
    EXPECT_EQ(ask("POST", "/search", R"({"query":"Ada"})").status, 200);
    EXPECT_EQ(ask("POST", "/search/send-search-message", R"({"search_query":"Ada"})").status, 404);
    ASSERT_TRUE(onyx.order({{QStringLiteral("edition"), QStringLiteral("enterprise")}}));
    EXPECT_EQ(ask("POST", "/search", R"({"query":"Ada"})").status, 404);
    EXPECT_EQ(ask("POST", "/search/send-search-message", R"({"search_query":"Ada"})").status, 200);
    ASSERT_TRUE(onyx.order({{QStringLiteral("edition"), QStringLiteral("chat")}}));
    EXPECT_EQ(ask("POST", "/search/send-search-message", R"({"search_query":"Ada"})").status, 404);
    EXPECT_EQ(ask("POST", "/chat/send-chat-message", R"({"message":"Ada","stream":false})").status, 200);
    EXPECT_EQ(ask("POST", "/ingestion/search", "{}").status, 404);
}

TEST_F(OnyxEmulation, RefusesBodiesThatDoNotFitWithTheirPlace) {
    for (const char* bad : {R"({"query":""})", R"({})", R"({"query":1})", R"({"query":"a","search_filters":{}})",
                            R"({"query":"a","provider":"x"})", "[]"}) {
        const Answer answer = ask("POST", "/search", bad);
        EXPECT_EQ(answer.status, 422) << bad;
        EXPECT_TRUE(object(answer)[u"detail"].isArray()) << bad;
    }
    EXPECT_EQ(ask("POST", "/search", R"({"query":"a"})", "Bearer wrong").status, 401);
    EXPECT_EQ(ask("POST", "/search", R"({"query":"a"})", "on_emulator-key").status, 200)
        << "keys go without Bearer too";
}

TEST_F(OnyxEmulation, AnAddressFindsOnlyWhatNamesIt) {
    const QJsonArray results = object(ask("POST", "/search", R"({"query":")" + ada + R"("})"))[u"results"].toArray();
    ASSERT_EQ(results.size(), 1);
    EXPECT_TRUE(results[0][u"content"].toString().toUtf8().contains(ada));
    EXPECT_FALSE(results[0].toObject().contains(u"score"));
    ASSERT_TRUE(onyx.order({{QStringLiteral("edition"), QStringLiteral("enterprise")}}));
    const QJsonObject doc =
        object(ask("POST", "/search/send-search-message", R"({"search_query":")" + ada + R"("})"))[u"search_docs"][0]
            .toObject();
    EXPECT_GT(doc[u"score"].toDouble(), 0);
    EXPECT_TRUE(doc[u"match_highlights"][0].toString().toUtf8().contains(QByteArray("<hi>" + ada + "</hi>")));
    EXPECT_TRUE(doc[u"content"].isNull()) << "the text comes only where it was asked for";
}

TEST_F(OnyxEmulation, TheStreamIsBareJsonLinesAndIsTheDefault) {
    const Answer answer = ask("POST", "/chat/send-chat-message", R"({"message":")" + ada + R"("})");
    EXPECT_EQ(answer.header("Content-Type"), "text/event-stream");
    int lines = 0;
    for (const QByteArray& line : answer.body.split('\n')) {
        if (!line.isEmpty()) {
            EXPECT_TRUE(QJsonDocument::fromJson(line).isObject()) << line.constData();
            ++lines;
        }
    }
    EXPECT_GT(lines, 8);
    EXPECT_FALSE(answer.body.contains("data:"));
    const QJsonObject whole =
        object(ask("POST", "/chat/send-chat-message", R"({"message":")" + ada + R"(","stream":false})"));
    EXPECT_TRUE(whole[u"answer"].toString().contains(QStringLiteral("[[1]](https://wiki.fjordlight.example")));
    EXPECT_EQ(whole[u"citation_info"][0][u"document_id"], whole[u"top_documents"][0][u"document_id"]);
}

TEST_F(OnyxEmulation, AnErrorMayComeInsideATwoHundred) {
    ASSERT_TRUE(
        onyx.order({{QStringLiteral("edition"), QStringLiteral("enterprise")}, {QStringLiteral("fail_inside"), true}}));
    const Answer answer = ask("POST", "/search/send-search-message", R"({"search_query":"Ada"})");
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(object(answer)[u"error"].isString());
    ASSERT_TRUE(
        faults.add(QJsonDocument::fromJson(R"({"service":"onyx","kind":"rate_429","retry_after":7})").object()));
    const Answer limited = ask("POST", "/chat/send-chat-message", R"({"message":"a"})");
    EXPECT_EQ(limited.status, 429);
    EXPECT_EQ(limited.header("Retry-After"), "7");
    EXPECT_EQ(object(limited)[u"error_code"].toString(), QStringLiteral("RATE_LIMITED"));
}

}  // namespace
}  // namespace kith::emulator
