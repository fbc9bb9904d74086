// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Numbers that were met, eight bytes each: a million in sixteen megabytes.
#pragma once

#include <QtGlobal>

#include <vector>

namespace kith {

class HashSet {
public:
    /// False where it was there already.
    bool insert(quint64 hash) {
        hash = hash == 0 ? 1 : hash;
        if ((m_count + 1) * 2 > m_slots.size()) {
            grow();
        }
        if (!place(hash)) {
            return false;
        }
        ++m_count;
        return true;
    }
    std::size_t size() const { return m_count; }
    /// Only what is below stays.
    void keepBelow(quint64 ceiling) {
        std::vector<quint64> old(m_slots.size());
        old.swap(m_slots);
        m_count = 0;
        for (const quint64 hash : old) {
            if (hash != 0 && hash < ceiling) {
                m_count += place(hash) ? 1 : 0;
            }
        }
    }

private:
    bool place(quint64 hash) {
        std::size_t at = (hash * 0x9E3779B97F4A7C15ULL) >> 20U & (m_slots.size() - 1);
        while (m_slots[at] != 0) {
            if (m_slots[at] == hash) {
                return false;
            }
            at = (at + 1) & (m_slots.size() - 1);
        }
        m_slots[at] = hash;
        return true;
    }
    void grow() {
        std::vector<quint64> old(m_slots.empty() ? 1024 : m_slots.size() * 2);
        old.swap(m_slots);
        for (const quint64 hash : old) {
            if (hash != 0) {
                place(hash);
            }
        }
    }

    std::vector<quint64> m_slots;
    std::size_t m_count{0};
};

}  // namespace kith
