// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/emulator_clock.h"

#include <algorithm>

namespace kith::emulator {

Millis EmulatorClock::now() const {
    return m_goes ? ahead() + SystemClock().now() : ahead();
}

void EmulatorClock::advance(Millis step) {
    m_offset += std::max(step, Millis{0}).count();
}

}  // namespace kith::emulator
