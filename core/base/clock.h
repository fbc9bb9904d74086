// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Port: what time it is and how to wait. Nothing else in the house asks the system for either.
#pragma once

#include <chrono>
#include <stop_token>

namespace kith {

using Millis = std::chrono::milliseconds;

class Clock {
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01T00:00Z.
    virtual Millis now() const = 0;
    /// Blocks the calling worker; false when the stop came first. Never called on the window's thread.
    virtual bool wait(Millis duration, std::stop_token stop) = 0;
};

class SystemClock final : public Clock {
public:
    Millis now() const override;
    bool wait(Millis duration, std::stop_token stop) override;
};

}  // namespace kith
