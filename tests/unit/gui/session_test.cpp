// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/session_memory.h"
#include "ui/stall_watchdog.h"

#include <QCoreApplication>
#include <QTest>

#include <gtest/gtest.h>

using namespace kith::ui;

namespace {

TEST(SessionMemory, WhatIsWrittenIsReadBackTheSame) {
    Session session;
    session.geometry = QByteArray("\x01\x00\xff", 3);
    session.panes = {220, 420, 480, 320};
    session.sidebar = false;
    session.colours = QStringLiteral("dark");
    session.compact = true;
    session.textScale = 1.25;
    session.list = QStringLiteral("waiting");
    session.thread = (qint64(1) << 52) + 1;
    EXPECT_EQ(sessionFromText(sessionToText(session)), session);
}

TEST(SessionMemory, ForeignTextIsTheFirstDay) {
    EXPECT_EQ(sessionFromText(QStringLiteral("not json")), Session{});
    EXPECT_EQ(sessionFromText(QStringLiteral(R"({"text_scale":9,"panes":[-4]})")).textScale, 2.0);
    EXPECT_EQ(sessionFromText(QStringLiteral(R"({"text_scale":9,"panes":[-4]})")).panes, QList<int>{0});
}

TEST(StallWatchdog, CountsTheTimesThatTheLoopDidNotComeRound) {
    StallWatchdog watchdog(std::chrono::milliseconds(0));
    ASSERT_TRUE(QTest::qWaitFor([&] { return watchdog.report().pings >= 3; }, 5000));
    const auto report = watchdog.report();
    EXPECT_LE(report.stalls, report.pings);
    EXPECT_TRUE(watchdog.sentence().contains(QStringLiteral("stalls over 0 ms")));
}

}  // namespace
