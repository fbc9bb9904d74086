// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Kith's own client against the model's emulator over a real line: words as they come, lines that break, a stop.
#include "core/net/qt_transport.h"
#include "core/sources/openai_chat.h"
#include "tests/emulators/host/http_host.h"
#include "tests/emulators/model_emulator.h"

#include <QtCore/qtestsupport_core.h>

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace kith::emulator {
namespace {

class KithMeetsModel : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_GT(port, 0); }

    /// On a worker, while this thread serves.
    Result<sources::ChatReply> stream(const sources::OpenAiChat::OnDelta& onDelta) {
        sources::OpenAiChat chat(transport, clock, [this] { return Result<QByteArray>(model.key().toUtf8()); },
                                 {.baseUrl = QStringLiteral("http://127.0.0.1:%1/v1/openai").arg(port),
                                  .attempts = 1,
                                  .timeout = std::chrono::seconds(30)});
        std::optional<Result<sources::ChatReply>> reply;
        std::atomic<bool> ended{false};
        std::jthread worker([&] {
            reply = chat.stream({.model = QStringLiteral("example/small"),
                                 .messages = {{QStringLiteral("user"), QStringLiteral("A draft, please")}}},
                                onDelta, stop.get_token());
            ended = true;
        });
        EXPECT_TRUE(QTest::qWaitFor([&] { return ended.load(); }, 60'000));
        worker.join();
        return *reply;
    }
    void strike(FaultKind kind) {
        Fault fault;
        fault.kind = kind;
        fault.stall = std::chrono::hours(1);
        faults.add(fault);
    }

    EmulatorClock emulatorClock;
    FaultDesk faults;
    RequestLog log;
    ModelEmulator model{{emulatorClock, faults, log}};
    HttpHost host{[this](const Request& request) { return model.handle(request); }};
    const quint16 port = host.open(0);
    net::QtTransport transport;
    SystemClock clock;
    std::stop_source stop;
};

}  // namespace

TEST_F(KithMeetsModel, WordsComeWhileTheAnswerIsStillOnItsWay) {
    ASSERT_TRUE(model.order({{QStringLiteral("pause_ms"), 5}}));
    QStringList heard;
    const auto reply = stream([&heard](const QString& delta) { heard << delta; });
    ASSERT_TRUE(reply) << qPrintable(reply.error().detail);
    EXPECT_GT(heard.size(), 1);
    EXPECT_EQ(heard.join(QString()), reply->content);
    EXPECT_GT(reply->usage.costUsd, 0);
}

TEST_F(KithMeetsModel, ALineThatIsCutInTheMiddleIsNoAnswer) {
    strike(FaultKind::Cut);
    QStringList heard;
    const auto reply = stream([&heard](const QString& delta) { heard << delta; });
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().kind, ErrorKind::Unreachable);
    EXPECT_EQ(log.entries().size(), 1u);
}

TEST_F(KithMeetsModel, AStopEndsAStreamThatStandsStill) {
    strike(FaultKind::Stall);
    const auto reply = stream([this](const QString&) { stop.request_stop(); });
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().kind, ErrorKind::Cancelled);
}

}  // namespace kith::emulator
