// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/stall_watchdog.h"

#include <QMetaObject>
#include <QString>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr std::chrono::milliseconds pingEvery{10};

}  // namespace

StallWatchdog::StallWatchdog(std::chrono::milliseconds limit)
    : m_limit(limit)
    , m_thread([this](std::stop_token stop) { watch(std::move(stop)); }) {
}

StallWatchdog::~StallWatchdog() {
    m_thread.request_stop();
    m_thread.join();
}

void StallWatchdog::watch(std::stop_token stop) {
    while (!stop.stop_requested()) {
        ping(stop);
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, pingEvery, [] { return false; });
    }
}

void StallWatchdog::ping(std::stop_token stop) {
    using Steady = std::chrono::steady_clock;
    const auto sent = Steady::now();
    {
        const std::lock_guard lock(m_mutex);
        m_answered = false;
    }
    const auto answer = [this] {
        const std::lock_guard lock(m_mutex);
        m_answered = true;
        m_wake.notify_all();
    };
    QMetaObject::invokeMethod(this, answer, Qt::QueuedConnection);
    std::unique_lock lock(m_mutex);
    if (m_wake.wait(lock, stop, [this] { return m_answered; })) {
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - sent);
        ++m_report.pings;
        m_report.stalls += took > m_limit ? 1 : 0;
        m_report.longest = std::max(m_report.longest, took);
    }
}

StallWatchdog::Report StallWatchdog::report() const {
    const std::lock_guard lock(m_mutex);
    return m_report;
}

QString StallWatchdog::sentence() const {
    const Report now = report();
    return QStringLiteral("event loop: %1 stalls over %2 ms in %3 pings, longest %4 ms")
        .arg(now.stalls)
        .arg(m_limit.count())
        .arg(now.pings)
        .arg(now.longest.count());
}

}  // namespace kith::ui
