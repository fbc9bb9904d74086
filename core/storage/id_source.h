// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Makes ids below 2^53 without a shared counter: milliseconds since 2020 and twelve random bits, always growing.
#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

#include <mutex>
#include <random>

namespace kith::storage {

class IdSource {
public:
    virtual ~IdSource() = default;
    virtual qint64 next() = 0;
    /// So many ids that follow each other (count ≥ 1); the first of them.
    virtual qint64 block(int count) {
        const qint64 first = next();
        for (int i = 1; i < count; ++i) {
            next();
        }
        return first;
    }
    template <class IdT>
    IdT make() {
        return IdT{next()};
    }
};

/// One a process, given to every connection of it; may be called from any thread.
class TimeIdSource final : public IdSource {
public:
    explicit TimeIdSource(const Clock& clock, quint32 seed = std::random_device{}());
    qint64 next() override { return block(1); }
    qint64 block(int count) override;

private:
    const Clock& m_clock;
    std::mutex m_mutex;
    std::minstd_rand m_random;
    qint64 m_last{0};
};

}  // namespace kith::storage
