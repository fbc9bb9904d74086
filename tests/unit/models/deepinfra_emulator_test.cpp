// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The stand-in for DeepInfra: what it refuses, and the shapes of what it answers.
#include "tests/emulators/model/deepinfra_api.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

using namespace kith::emulator;

namespace {

class DeepInfraStory : public ::testing::Test {
protected:
    Answer post(const QByteArray& body, const QByteArray& key = "Bearer di-emulator-key") {
        return api.handle({"POST", QStringLiteral("/v1/openai/chat/completions"), {}, {{"Authorization", key}}, body});
    }
    static QJsonObject json(const Answer& answer) { return QJsonDocument::fromJson(answer.body).object(); }

    DeepInfraApi api;
};

constexpr auto kGood = R"({"model":"example/small","messages":[{"role":"user","content":"Hi"}]})";

}  // namespace

TEST_F(DeepInfraStory, AWrongKeyIsRefusedAndTheListNeedsNone) {
    EXPECT_EQ(post(kGood, "Bearer other").status, 401);
    EXPECT_EQ(post(kGood, "bearer di-emulator-key").status, 200) << "the scheme's name in any case";
    const Answer list = api.handle({"GET", QStringLiteral("/v1/openai/models"), {}, {}, {}});
    EXPECT_EQ(json(list).value(QStringLiteral("data")).toArray().size(), 2);
}

TEST_F(DeepInfraStory, WhatTheContractDoesNotAllowGets422WithItsPlace) {
    for (
        const char* body :
        {"{", R"({"messages":[{"role":"user","content":"Hi"}]})", R"({"model":"example/small","messages":[]})",
         R"({"model":"example/small","messages":[{"role":"boss","content":"Hi"}]})",
         R"({"model":"example/small","messages":[{"role":"user","content":"Hi"}],"temperature":3})",
         R"({"model":"example/small","messages":[{"role":"user","content":"Hi"}],"max_tokens":1.5})",
         R"({"model":"example/small","messages":[{"role":"user","content":"Hi"}],"stream":"yes"})",
         R"({"model":"example/small","messages":[{"role":"user","content":"Hi"}],"response_format":{"type":"xml"}})"}) {
        const Answer answer = post(body);
        EXPECT_EQ(answer.status, 422) << body;
        EXPECT_TRUE(json(answer).value(QStringLiteral("detail")).isArray()) << body;
    }
    EXPECT_EQ(post(R"({"model":"no/such","messages":[{"role":"user","content":"Hi"}]})").status, 404);
    EXPECT_EQ(post(R"({"model":"example/small","messages":[{"role":"user","content":"Hi"}],)"
                   R"("response_format":{"type":"json_object"}})")
                  .status,
              400)
        << "JSON mode without the word";
}

TEST_F(DeepInfraStory, AnAnswerCarriesItsCost) {
    const QJsonObject answer = json(post(kGood));
    EXPECT_GT(answer[QStringLiteral("usage")][QStringLiteral("estimated_cost")].toDouble(), 0);
    const QJsonObject message = answer[QStringLiteral("choices")][0][QStringLiteral("message")].toObject();
    EXPECT_TRUE(message.value(QStringLiteral("tool_calls")).isNull());
    EXPECT_FALSE(message.value(QStringLiteral("content")).toString().isEmpty());
}

TEST_F(DeepInfraStory, AStreamEndsWithAChunkWithoutChoices) {
    const Answer answer =
        post(R"({"model":"example/small","stream":true,"messages":[{"role":"user","content":"Hi"}]})");
    EXPECT_EQ(answer.header("content-type"), "text/event-stream");
    const QByteArrayList events = answer.body.split('\n');
    EXPECT_TRUE(answer.body.endsWith("data: [DONE]\n\n"));
    QJsonObject last;
    QString content;
    for (const QByteArray& line : events) {
        if (line.startsWith("data: {")) {
            last = QJsonDocument::fromJson(line.mid(6)).object();
            content +=
                last[QStringLiteral("choices")][0][QStringLiteral("delta")][QStringLiteral("content")].toString();
        }
    }
    EXPECT_TRUE(last.value(QStringLiteral("choices")).toArray().isEmpty());
    EXPECT_TRUE(last.contains(QStringLiteral("usage")));
    EXPECT_TRUE(content.startsWith(QStringLiteral("Thank you")));
}

TEST_F(DeepInfraStory, ALongAnswerIsCutAndSaysSo) {
    api.say(QString(200, QLatin1Char('x')));
    const QJsonObject answer =
        json(post(R"({"model":"example/small","max_tokens":10,"messages":[{"role":"user","content":"Hi"}]})"));
    EXPECT_EQ(answer[QStringLiteral("choices")][0][QStringLiteral("finish_reason")].toString(),
              QStringLiteral("length"));
}
