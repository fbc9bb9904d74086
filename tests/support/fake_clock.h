// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A clock that stands still until told otherwise; waiting takes no time.
#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace kith::testing {

class FakeClock final : public Clock {
public:
    /// 15 May 2026, 12:00 UTC.
    explicit FakeClock(Millis start = Millis{1'778'846'400'000})
        : m_now(start.count()) {}

    Millis now() const override { return Millis{m_now.load()}; }
    bool wait(Millis duration, std::stop_token stop) override {
        m_now += duration.count();
        return !stop.stop_requested();
    }
    void advance(Millis duration) { m_now += duration.count(); }

private:
    std::atomic<qint64> m_now;
};

}  // namespace kith::testing
