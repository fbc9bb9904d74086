// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Client and emulator on one clock: when the client waits, time passes for both, and no test waits.
#pragma once

#include "tests/emulators/emulator_clock.h"

namespace kith::emulator {

class SharedClock final : public Clock {
public:
    explicit SharedClock(EmulatorClock& clock)
        : m_clock(clock) {}

    Millis now() const override { return m_clock.now(); }
    bool wait(Millis duration, std::stop_token stop) override {
        if (stop.stop_requested()) {
            return false;
        }
        m_clock.advance(duration);
        return true;
    }

private:
    EmulatorClock& m_clock;
};

}  // namespace kith::emulator
