// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Counts how often the window's thread did not come round for longer than it should; for debug builds and benches.
#pragma once

#include <QObject>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace kith::ui {

class StallWatchdog : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StallWatchdog)
public:
    struct Report {
        int pings{0};
        int stalls{0};  ///< pings answered later than the limit
        std::chrono::milliseconds longest{0};
    };

    /// Watches the thread on which it is made.
    explicit StallWatchdog(std::chrono::milliseconds limit = std::chrono::milliseconds(50));
    ~StallWatchdog() override;

    Report report() const;
    /// "event loop: 0 stalls over 50 ms in 1200 pings, longest 12 ms"
    QString sentence() const;

private:
    void watch(std::stop_token stop);
    void ping(std::stop_token stop);

    const std::chrono::milliseconds m_limit;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    bool m_answered{false};
    Report m_report;
    std::jthread m_thread;  // last: starts when all else stands
};

}  // namespace kith::ui
