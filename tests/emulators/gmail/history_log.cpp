// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/history_log.h"

#include <algorithm>

namespace kith::emulator {
namespace {

/// Above what a double holds exactly, so that a client that reads ids as numbers is found out.
constexpr quint64 kFirstHistoryId = (1ULL << 53) + 1;

}  // namespace

HistoryLog::HistoryLog(IdSource& ids)
    : m_ids(ids)
    , m_current(kFirstHistoryId + ids.random(100'000'000))
    , m_floor(m_current) {
}

quint64 HistoryLog::advance() {
    m_current += m_ids.historyGap();
    return m_current;
}

void HistoryLog::add(quint64 id, HistoryChange change) {
    if (m_records.empty() || m_records.back().id != id) {
        m_records.push_back({id, {}});
    }
    m_records.back().changes.push_back(std::move(change));
}

std::span<const HistoryRecord> HistoryLog::after(quint64 id) const {
    const auto first = std::upper_bound(m_records.begin(), m_records.end(), id,
                                        [](quint64 wanted, const HistoryRecord& record) { return wanted < record.id; });
    return {first, m_records.end()};
}

void HistoryLog::expire() {
    advance();
    expireBefore(m_current);
}

void HistoryLog::expireBefore(quint64 id) {
    m_floor = std::max(m_floor, std::min(id, m_current));
    const auto kept = after(m_floor);
    m_records.erase(m_records.begin(), m_records.end() - static_cast<std::ptrdiff_t>(kept.size()));
}

void HistoryLog::restore(quint64 current, quint64 floor, std::vector<HistoryRecord> records) {
    m_current = current;
    m_floor = floor;
    m_records = std::move(records);
}

}  // namespace kith::emulator
