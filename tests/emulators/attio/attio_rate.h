// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Attio's limits: so many reads and so many writes in each second of the clock, for the whole workspace.
#pragma once

#include "tests/emulators/exchange.h"

namespace kith::emulator {

struct AttioLimits {
    int reads{100};
    int writes{25};
};

class AttioRate {
public:
    void setLimits(AttioLimits limits) { m_limits = limits; }
    AttioLimits limits() const { return m_limits; }
    /// Nothing: it may pass and was counted. Else the second at which it may be asked again.
    std::optional<Millis> take(bool writes, Millis now);
    qint64 refused() const { return m_refused; }

private:
    AttioLimits m_limits;
    qint64 m_second{-1};
    int m_reads{0};
    int m_writes{0};
    qint64 m_refused{0};
};

}  // namespace kith::emulator
