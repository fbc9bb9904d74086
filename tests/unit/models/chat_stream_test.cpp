// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Words as they come: events cut anywhere, the last chunk without choices, errors in the middle, broken lines, a stop.
#include "core/sources/chat_stream.h"

#include "tests/support/fake_clock.h"
#include "tests/support/fake_transport.h"
#include "tests/unit/models/emulated_model.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::sources;

namespace {

const QByteArray kRole = R"(data: {"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]})"
                         "\n\n";
const QByteArray kEnd = R"(data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})"
                        "\n\n";
const QByteArray kCost = R"(data: {"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":3,)"
                         R"("estimated_cost":0.5}})"
                         "\n\n";
const QByteArray kDone = "data: [DONE]\n\n";

QByteArray words(const QByteArray& text) {
    return R"(data: {"choices":[{"index":0,"delta":{"content":")" + text + "\"},\"finish_reason\":null}]}\n\n";
}

class StreamStory : public ::testing::Test {
protected:
    Result<ChatReply> stream() {
        return chat.stream(
            {.model = QStringLiteral("m"),
             .messages = {{QStringLiteral("user"), QStringLiteral("hi")}},
             .purpose = QStringLiteral("draft")},
            [this](const QString& delta) { heard << delta; }, stop.get_token());
    }
    /// The body comes in pieces of this size, then the line holds or breaks.
    void bring(const QByteArray& body, qsizetype size, bool breaks = false) {
        transport.answerWith([=](const net::HttpRequest& request, std::stop_token) -> Result<net::HttpResponse> {
            for (qsizetype from = 0; from < body.size(); from += size) {
                request.onPiece(body.mid(from, size));
            }
            if (breaks) {
                return Error{ErrorKind::Unreachable, QStringLiteral("cut"), {}};
            }
            return net::HttpResponse{200, {{"Content-Type", "text/event-stream"}}, body};
        });
    }

    QStringList heard;
    std::stop_source stop;
    kith::testing::FakeTransport transport;
    kith::testing::FakeClock clock;
    OpenAiChat chat{transport,
                    clock,
                    [] { return Result<QByteArray>(QByteArray("secret")); },
                    {.baseUrl = QStringLiteral("http://127.0.0.1:9/v1/openai")}};
};

}  // namespace

TEST(EventStream, CutsEventsOutOfBytesThatAreCutAnywhere) {
    const QByteArray bytes = ": a comment\r\ndata: one\r\n\r\nevent: x\ndata:two\ndata: lines\n\ndata: never whole\n";
    for (qsizetype size = 1; size < bytes.size(); ++size) {
        EventStream stream;
        std::vector<QByteArray> all;
        for (qsizetype from = 0; from < bytes.size(); from += size) {
            for (const QByteArray& event : stream.feed(bytes.mid(from, size))) {
                all.push_back(event);
            }
        }
        EXPECT_EQ(all, (std::vector<QByteArray>{"one", "two\nlines"})) << size;
    }
}

TEST_F(StreamStory, WordsComeOneByOneAndTheReplyHoldsThemAllWithTheirCost) {
    const QByteArray body = ": hello\n\n" + kRole + words("Gr\xc3\xbc") +
                            words("\xc3\x9f"
                                  "e") +
                            kEnd + kCost + kDone;
    for (const qsizetype size : {1, 2, 3, 7, 10'000}) {
        heard.clear();
        bring(body, size);
        const auto reply = stream();
        ASSERT_TRUE(reply) << qPrintable(reply.error().detail);
        EXPECT_EQ(heard, (QStringList{QStringLiteral("Grü"), QStringLiteral("ße")})) << size;
        EXPECT_EQ(reply->content, QStringLiteral("Grüße"));
        EXPECT_EQ(reply->model, QStringLiteral("m"));
        EXPECT_EQ(reply->usage.promptTokens, 9);
        EXPECT_DOUBLE_EQ(reply->usage.costUsd, 0.5);
    }
    const net::HttpRequest request = transport.requests().front();
    EXPECT_TRUE(request.body.contains(R"("stream":true)"));
    EXPECT_TRUE(request.body.contains(R"("include_usage":true)"));
    EXPECT_DOUBLE_EQ(toldCost(request, {200, {{"Content-Type", "text/event-stream"}}, body}), 0.5) << "for the ledger";
}

TEST_F(StreamStory, ALineThatBreaksAfterTheFirstWordIsToldAndNothingIsAskedTwice) {
    bring(kRole + words("Half a"), 5, true);
    const auto broken = stream();
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().kind, ErrorKind::Unreachable);
    bring(kRole + words("Half a"), 5);
    const auto silent = stream();
    ASSERT_FALSE(silent) << "an end without a word that it is the end";
    EXPECT_EQ(silent.error().kind, ErrorKind::Unreachable);
    EXPECT_EQ(transport.requests().size(), 2u);
}

TEST_F(StreamStory, BeforeTheFirstWordABrokenLineAndABusyModelAreTriedAgain) {
    bring(kRole, 9, true);
    transport.answer(429, R"({"error":{"message":"Model busy","code":"engine_overloaded"}})");
    bring(kRole + words("Here") + kEnd + kCost + kDone, 9);
    const auto reply = stream();
    ASSERT_TRUE(reply) << qPrintable(reply.error().detail);
    EXPECT_EQ(heard, QStringList{QStringLiteral("Here")});
}

TEST_F(StreamStory, AnErrorInTheMiddleALengthLimitAndSilenceAreNoAnswers) {
    bring(kRole + words("Half") + "data: {\"error\":{\"message\":\"worker died\"}}\n\n", 100);
    const auto died = stream();
    ASSERT_FALSE(died);
    EXPECT_EQ(died.error().kind, ErrorKind::Unreachable);
    EXPECT_TRUE(died.error().detail.contains(QStringLiteral("worker died")));
    bring(kRole + words("Cut") + R"(data: {"choices":[{"delta":{},"finish_reason":"length"}]})" + "\n\n" + kDone, 100);
    EXPECT_EQ(stream().error().kind, ErrorKind::Malformed);
    bring(kRole + kEnd + kDone, 100);
    EXPECT_EQ(stream().error().kind, ErrorKind::Malformed);
}

TEST_F(StreamStory, AServerThatDoesNotStreamIsHeardAllTheSame) {
    transport.answer(200, R"({"model":"m","choices":[{"finish_reason":"stop","message":{"content":"At once"}}]})",
                     {{"Content-Type", "application/json"}});
    const auto reply = stream();
    ASSERT_TRUE(reply);
    EXPECT_EQ(heard, QStringList{QStringLiteral("At once")});
}

TEST_F(StreamStory, AfterAStopNoWordComesAnyMore) {
    transport.answerWith([this](const net::HttpRequest& request, std::stop_token) -> Result<net::HttpResponse> {
        request.onPiece(kRole + words("first"));
        stop.request_stop();
        request.onPiece(words("second"));
        return Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}};
    });
    const auto reply = stream();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().kind, ErrorKind::Cancelled);
    EXPECT_EQ(heard, QStringList{QStringLiteral("first")});
}

TEST(StreamOfTheEmulator, IsUnderstood) {
    kith::testing::EmulatedModel model;
    kith::testing::FakeClock clock;
    OpenAiChat chat{model,
                    clock,
                    [] { return Result<QByteArray>(QByteArray("di-emulator-key")); },
                    {.baseUrl = QStringLiteral("http://127.0.0.1:1/v1/openai")}};
    QString heard;
    const auto reply = chat.stream(
        {.model = QStringLiteral("example/small"), .messages = {{QStringLiteral("user"), QStringLiteral("Draft")}}},
        [&heard](const QString& delta) { heard += delta; }, {});
    ASSERT_TRUE(reply) << qPrintable(reply.error().detail);
    EXPECT_EQ(heard, reply->content);
    EXPECT_GT(reply->usage.costUsd, 0);
}
