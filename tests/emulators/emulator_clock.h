// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What time it is for an emulator: the machine's time moved ahead, or a time that stands still until it is advanced.
#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

#include <atomic>

namespace kith::emulator {

/// Callable from any thread.
class EmulatorClock {
public:
    /// Goes with the machine, from the machine's time.
    EmulatorClock() = default;
    /// Stands still at `start` (since 1970): for tests, which must not wait.
    explicit EmulatorClock(Millis start)
        : m_offset(start.count())
        , m_goes(false) {}

    Millis now() const;
    /// Only ahead: negative steps are taken as none.
    void advance(Millis step);
    /// A clock that goes: how far it was advanced in all.
    Millis ahead() const { return Millis{m_offset.load()}; }

private:
    std::atomic<qint64> m_offset{0};
    bool m_goes{true};
};

}  // namespace kith::emulator
