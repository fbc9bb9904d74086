// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/attio/attio_rate.h"

namespace kith::emulator {

std::optional<Millis> AttioRate::take(bool writes, Millis now) {
    const qint64 second = now.count() / 1000;
    if (second != m_second) {
        m_second = second;
        m_reads = 0;
        m_writes = 0;
    }
    int& used = writes ? m_writes : m_reads;
    const int most = writes ? m_limits.writes : m_limits.reads;
    if (most > 0 && used >= most) {
        ++m_refused;
        return Millis((second + 1) * 1000);
    }
    ++used;
    return std::nullopt;
}

}  // namespace kith::emulator
