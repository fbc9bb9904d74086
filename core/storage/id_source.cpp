// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/id_source.h"

#include <algorithm>

namespace kith::storage {

namespace {
constexpr qint64 kEpoch2020 = 1577836800000;
constexpr int kRandomBits = 12;
}  // namespace

TimeIdSource::TimeIdSource(const Clock& clock, quint32 seed)
    : m_clock(clock)
    , m_random(seed) {
}

qint64 TimeIdSource::block(int count) {
    const std::scoped_lock lock(m_mutex);
    const qint64 since = std::max<qint64>(0, m_clock.now().count() - kEpoch2020);
    const qint64 fresh = (since << kRandomBits) | static_cast<qint64>(m_random() >> 8 & 0xfff);
    const qint64 first = std::max(m_last + 1, fresh);
    m_last = first + count - 1;
    return first;
}

}  // namespace kith::storage
