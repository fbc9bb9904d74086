// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/emulator_clock.h"

#include <algorithm>

namespace kith::emulator {

Millis EmulatorClock::now() const {
    return m_goes ? m_offset + SystemClock().now() : m_offset;
}

void EmulatorClock::advance(Millis step) {
    m_offset += std::max(step, Millis{0});
}

}  // namespace kith::emulator
