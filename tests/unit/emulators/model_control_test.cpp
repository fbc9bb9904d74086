// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The model's emulator with what all emulators share: control, faults, log, latency, and its words over a real socket.
#include "tests/emulators/google_control.h"
#include "tests/emulators/host/http_host.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QtCore/qtestsupport_core.h>

#include <gtest/gtest.h>

namespace kith::emulator {
namespace {

QJsonObject modelObject(const Answer& answer) {
    return QJsonDocument::fromJson(answer.body).object();
}

class ModelControl : public testing::Test {
protected:
    void SetUp() override { control.serve(&model, false); }
    Answer order(const char* call, const QByteArray& body) {
        return control.handle({.verb = "POST",
                               .path = QStringLiteral("/__control/") + QLatin1String(call),
                               .query = {},
                               .headers = {},
                               .body = body});
    }
    static QByteArray question(bool streamed = false) {
        return R"({"model":"example/small","stream":)" + QByteArray(streamed ? "true" : "false") +
               R"(,"messages":[{"role":"user","content":"Could you call me today?"}]})";
    }
    Answer ask() {
        return model.handle({.verb = "POST",
                             .path = QStringLiteral("/v1/openai/chat/completions"),
                             .query = {},
                             .headers = {{"Authorization", "Bearer " + model.key().toUtf8()}},
                             .body = question()});
    }
    static QString said(const Answer& answer) {
        return modelObject(answer)[u"choices"][0][u"message"][u"content"].toString();
    }
    QJsonArray log() {
        const Answer answer = control.handle(
            {.verb = "GET", .path = QStringLiteral("/__control/log"), .query = {}, .headers = {}, .body = {}});
        return modelObject(answer)[u"requests"].toArray();
    }

    EmulatorClock clock;
    GoogleEmulator google{clock, {.accounts = {}}};
    ModelEmulator model{{clock, google.faults(), google.log()}};
    GoogleControl control{google};
};

TEST_F(ModelControl, SaysWhatItIsToldAndThenSpeaksInItsManner) {
    ASSERT_EQ(order("model", R"({"manner":"nonsense","say":["one","two"]})").status, 200);
    EXPECT_EQ(said(ask()), QStringLiteral("one"));
    EXPECT_EQ(said(ask()), QStringLiteral("two"));
    const QString nonsense = said(ask());
    EXPECT_TRUE(nonsense.contains(QStringLiteral("weather")));
    ASSERT_EQ(order("model", R"({"say":["three"]})").status, 200);
    ASSERT_EQ(order("reset", "{}").status, 200);
    EXPECT_NE(said(ask()), QStringLiteral("three")) << "a reset leaves nothing to say";
    EXPECT_NE(said(ask()), nonsense);
}

TEST_F(ModelControl, RefusesOrdersThatItDoesNotKnow) {
    for (const char* bad : {R"({"manner":"polite"})", R"({"mood":"good"})", R"({"schemas":"no"})", R"({"say":"one"})",
                            R"({"say":[1]})"}) {
        EXPECT_EQ(order("model", bad).status, 400) << bad;
    }
    EXPECT_EQ(order("mail", "{}").status, 404) << "there is no Google here";
    control.serve(nullptr, true);
    EXPECT_EQ(order("model", "{}").status, 404) << "and no model there";
}

TEST_F(ModelControl, TheLogHasEveryQuestionToTheByte) {
    ask();
    const QJsonArray entries = log();
    ASSERT_EQ(entries.size(), 1);
    EXPECT_EQ(entries[0][u"service"].toString(), QStringLiteral("deepinfra"));
    EXPECT_EQ(entries[0][u"call"].toString(), QStringLiteral("chat.completions"));
    EXPECT_EQ(entries[0][u"body"].toString().toUtf8(), question());
    EXPECT_EQ(entries[0][u"status"].toInt(), 200);
}

TEST_F(ModelControl, FaultsSpeakInTheWordsOfTheService) {
    struct Told {
        const char* kind;
        int status;
        const char* words;
    };
    for (const Told& told : {Told{"rate_429", 429, "engine_overloaded"}, Told{"payment_402", 402, "payment method"},
                             Told{"unauthorized_401", 401, "Not authenticated"}, Told{"rate_403", 403, "detail"},
                             Told{"server_503", 503, "error"}, Told{"server_502_html", 502, "<html"}}) {
        const QByteArray fault =
            R"([{"service":"deepinfra","match":"chat.completions","kind":")" + QByteArray(told.kind) + R"("}])";
        ASSERT_EQ(order("faults", fault).status, 200) << told.kind;
        const Answer answer = ask();
        EXPECT_EQ(answer.status, told.status) << told.kind;
        EXPECT_TRUE(answer.body.contains(told.words)) << answer.body.constData();
        EXPECT_EQ(log().last()[u"fault"].toString(), QLatin1String(told.kind));
    }
    EXPECT_EQ(model.api().questions(), 0) << "none of them was a question that was answered";
    EXPECT_EQ(ask().status, 200);
    ASSERT_EQ(order("faults", R"([{"kind":"cut"}])").status, 200);
    EXPECT_EQ(ask().delivery, Delivery::CutOff);
    EXPECT_EQ(model.api().questions(), 2) << "a line that breaks was paid for all the same";
}

TEST_F(ModelControl, LatencyIsForTheModelToo) {
    ASSERT_EQ(order("latency", R"({"milliseconds":250})").status, 200);
    EXPECT_EQ(ask().delay, Millis(250));
    ASSERT_EQ(order("reset", "{}").status, 200);
    EXPECT_EQ(ask().delay, Millis(0));
}

TEST_F(ModelControl, StreamsOverASocketToTheLastChunkWithoutChoices) {
    HttpHost host([this](const Request& request) { return model.handle(request); });
    const quint16 port = host.open(0);
    ASSERT_GT(port, 0);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    const QByteArray body = question(true);
    socket.write(
        "POST /v1/openai/chat/completions HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer " + model.key().toUtf8() +
        "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray heard;
    ASSERT_TRUE(QTest::qWaitFor([&] {
        heard += socket.readAll();
        return heard.contains("data: [DONE]\n\n");
    })) << heard.constData();
    EXPECT_TRUE(heard.startsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_TRUE(heard.contains("Content-Type: text/event-stream\r\n"));
    EXPECT_TRUE(heard.contains(R"("choices":[],)"));
}

}  // namespace
}  // namespace kith::emulator
