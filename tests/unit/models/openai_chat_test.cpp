// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Talking to a model's server: what is sent, what counts as an answer, and every way it can go wrong.
#include "core/sources/openai_chat.h"

#include "core/base/json.h"
#include "core/sources/model_classifier.h"
#include "core/triage/model_prompt.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_transport.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::sources;

namespace {

QByteArray said(const QByteArray& content, const char* finish = "stop") {
    const QJsonObject choice{
        {QStringLiteral("index"), 0},
        {QStringLiteral("finish_reason"), QLatin1String(finish)},
        {QStringLiteral("message"), QJsonObject{{QStringLiteral("role"), QStringLiteral("assistant")},
                                                {QStringLiteral("content"), QString::fromUtf8(content)},
                                                {QStringLiteral("tool_calls"), QJsonValue()}}}};
    return json::canonical({{QStringLiteral("model"), QStringLiteral("m")},
                            {QStringLiteral("choices"), QJsonArray{choice}},
                            {QStringLiteral("usage"), QJsonObject{{QStringLiteral("prompt_tokens"), 48},
                                                                  {QStringLiteral("completion_tokens"), 12},
                                                                  {QStringLiteral("estimated_cost"), 0.0000968}}}});
}

QByteArray scores() {
    triage::ModelAnswer answer;
    answer.contentValue.value = 1;
    answer.emailType = QStringLiteral("other");
    return json::canonical(triage::toJson(answer));
}

class ChatStory : public ::testing::Test {
protected:
    Result<ChatReply> ask(bool schema = false) {
        ChatRequest request{.model = QStringLiteral("m"), .messages = {{QStringLiteral("user"), QStringLiteral("hi")}}};
        if (schema) {
            request.schema = QJsonObject{{QStringLiteral("type"), QStringLiteral("object")}};
        }
        return chat.ask(request, stop.get_token());
    }
    QJsonObject body(size_t number) const { return *json::parseObject(transport.requests().at(number).body); }
    QString format(size_t number) const {
        return body(number)
            .value(QStringLiteral("response_format"))
            .toObject()
            .value(QStringLiteral("type"))
            .toString();
    }

    std::stop_source stop;
    kith::testing::FakeTransport transport;
    kith::testing::FakeClock clock;
    OpenAiChat chat{transport,
                    clock,
                    [] { return Result<QByteArray>(QByteArray("secret")); },
                    {.baseUrl = QStringLiteral("http://127.0.0.1:9/v1/openai")}};
};

}  // namespace

TEST_F(ChatStory, AnAnswerBringsItsWordsAndWhatItCost) {
    transport.answer(200, said("hello"));
    const auto reply = ask();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->content, QStringLiteral("hello"));
    EXPECT_EQ(reply->usage.promptTokens, 48);
    EXPECT_DOUBLE_EQ(reply->usage.costUsd, 0.0000968);
    const auto request = transport.requests().front();
    EXPECT_EQ(request.url.path(), QStringLiteral("/v1/openai/chat/completions"));
    EXPECT_EQ(body(0).value(QStringLiteral("stream")), QJsonValue(false));
    EXPECT_FALSE(request.body.contains("secret"));
}

TEST_F(ChatStory, ABusyModelIsAskedAgainAfterAPauseAndNotForEver) {
    const QByteArray busy =
        R"({"error":{"message":"Model busy","type":"invalid_request_error","code":"engine_overloaded"}})";
    transport.answer(429, busy);
    transport.answer(503, "<html>bad</html>");
    transport.answer(200, said("at last"));
    const Millis before = clock.now();
    ASSERT_TRUE(ask());
    EXPECT_GT(clock.now(), before + Millis{2'000});
    for (int i = 0; i < 4; ++i) {
        transport.answer(429, busy);
    }
    const auto given = ask();
    ASSERT_FALSE(given);
    EXPECT_EQ(given.error().kind, ErrorKind::RateLimited);
    EXPECT_EQ(transport.requests().size(), 7u);
}

TEST_F(ChatStory, ThreeShapesOfErrorsAreUnderstood) {
    const std::vector<std::tuple<int, QByteArray, ErrorKind, const char*>> cases{
        {401, R"({"error":{"message":"Not authenticated","code":null}})", ErrorKind::SignInNeeded, "Not authenticated"},
        {403, R"({"detail":{"error":"Not authenticated"}})", ErrorKind::SignInNeeded, "Not authenticated"},
        {402, R"({"detail":{"error":"inference prohibited, please enter a payment method"}})", ErrorKind::Denied,
         "payment method"},
        {400, R"({"detail":{"error":"inference prohibited, please enter a payment method"}})", ErrorKind::Denied,
         "payment method"},
        {404, R"({"error":"Model not found"})", ErrorKind::NotFound, "Model not found"},
        {422, R"({"detail":[{"loc":["body"],"msg":"field required","type":"missing"}]})", ErrorKind::Malformed,
         "field required"},
        {400, "not json at all", ErrorKind::Malformed, "HTTP 400"},
    };
    for (const auto& [status, answer, kind, words] : cases) {
        transport.answer(status, answer);
        const auto reply = ask();
        ASSERT_FALSE(reply);
        EXPECT_EQ(reply.error().kind, kind) << answer.constData();
        EXPECT_TRUE(reply.error().detail.contains(QLatin1String(words))) << qPrintable(reply.error().detail);
    }
}

TEST_F(ChatStory, AnAnswerCutOffOrEmptyIsNone) {
    transport.answer(200, said("{\"scores\":{", "length"));
    EXPECT_FALSE(ask());
    transport.answer(200, said(""));
    EXPECT_FALSE(ask());
    transport.answer(200, R"({"choices":[]})");
    EXPECT_FALSE(ask());
    transport.answer(200, "{\"choices\":[{\"mess");
    EXPECT_FALSE(ask());
}

TEST_F(ChatStory, AServerWithoutSchemasIsAskedInJsonModeAndRemembered) {
    transport.answer(400, R"({"error":{"message":"response_format json_schema is not supported"}})");
    transport.answer(200, said("{}"));
    transport.answer(200, said("{}"));
    ASSERT_TRUE(ask(true));
    EXPECT_EQ(format(0), QStringLiteral("json_schema"));
    EXPECT_EQ(format(1), QStringLiteral("json_object"));
    EXPECT_TRUE(transport.requests().at(1).body.contains("JSON schema"));
    ASSERT_TRUE(ask(true));
    EXPECT_EQ(format(2), QStringLiteral("json_object"));
}

TEST_F(ChatStory, AStopEndsTheWaitingForABusyModel) {
    transport.answerWith([this](const net::HttpRequest&, std::stop_token) {
        stop.request_stop();
        return Result<net::HttpResponse>(net::HttpResponse{429, {}, "{}"});
    });
    const auto reply = ask();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().kind, ErrorKind::Cancelled);
}

TEST_F(ChatStory, TheListOfModelsTellsPricesWhereTheServerDoes) {
    transport.answer(200, R"({"data":[{"id":"a/b","metadata":{"context_length":131072,
                             "pricing":{"input_tokens":1.0,"output_tokens":1.0}}},{"id":"c","metadata":null}]})");
    const auto models = chat.models({});
    ASSERT_TRUE(models);
    ASSERT_EQ(models->size(), 2u);
    EXPECT_EQ(models->front().contextLength, 131072);
    EXPECT_EQ(models->front().inputPrice, 1.0);
    EXPECT_FALSE(models->back().inputPrice);
}

TEST_F(ChatStory, TheClassifierAsksOnceMoreAfterNonsenseAndNeverInventsScores) {
    ModelClassifier classifier(chat, QStringLiteral("m"));
    transport.answer(200, said("As an AI I refuse."));
    transport.answer(200, said(scores()));
    double spentUsd = 0;
    const auto answer = classifier.classify({{}, QStringLiteral("text")}, {}, {}, spentUsd);
    ASSERT_TRUE(answer);
    EXPECT_DOUBLE_EQ(answer->contentValue.value, 1);
    EXPECT_EQ(answer->promptVersion, triage::classifyVersion());
    EXPECT_NEAR(spentUsd, 2 * 0.0000968, 1e-9);
    transport.answer(200, said("{\"priority\":4}"));
    transport.answer(200, said("{\"priority\":4}"));
    const auto none = classifier.classify({{}, QStringLiteral("text")}, {}, {}, spentUsd);
    ASSERT_FALSE(none);
    EXPECT_NEAR(spentUsd, 4 * 0.0000968, 1e-9) << "nonsense is paid for";
    EXPECT_EQ(none.error().kind, ErrorKind::Malformed);
    EXPECT_NE(transport.requests().at(0).body, transport.requests().at(1).body) << "the marker is fresh for each call";
}
