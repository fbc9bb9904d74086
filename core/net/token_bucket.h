// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Keeps to a service's quota before the service has to say so: units per minute, with a reserve for the user's clicks.
#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

#include <deque>
#include <mutex>
#include <optional>

namespace kith::net {

struct BucketLimits {
    double unitsPerMinute{0};  ///< 0: no limit
    double capacity{0};        ///< what may go out at once after a pause; 0: one second's worth
    double reserve{0};         ///< of the capacity; only urgent callers may spend it
};

/// Thread-safe. Patient callers are served in the order of their coming, urgent ones before them.
class TokenBucket {
public:
    TokenBucket(Clock& clock, BucketLimits limits);

    /// Blocks the worker until the units may be spent; false when the stop came first (nothing is spent then).
    /// More units than the bucket holds are let through when it is full and paid for by those who come after.
    bool acquire(double units, bool urgent, std::stop_token stop);
    /// Spent elsewhere, or more than was thought: the next callers wait for it.
    void charge(double units);
    /// The server said: not before this time. Patient and urgent callers wait until then.
    void pauseUntil(Millis time);
    /// A new limit, e.g. learnt from refusals; capacity and reserve keep their proportion. 0: none.
    void setLimit(double unitsPerMinute);
    /// Lowers the limit by this factor (0…1), not below floor, and empties the bucket: what a refusal teaches.
    void learnDownwards(double factor, double floor);

    double limit() const;  ///< units per minute; 0: none
    double spent() const;  ///< units since the beginning

private:
    struct Ticket {
        quint64 number{0};
        double units{0};
    };
    void refill(Millis now);
    Millis waitingTime(double units, double floor) const;
    std::optional<Millis> tryTake(double units, bool urgent, quint64 ticket);
    void giveUp(quint64 ticket);

    Clock& m_clock;
    mutable std::mutex m_mutex;
    BucketLimits m_limits;
    double m_units{0};
    double m_spent{0};
    Millis m_filledAt{0};
    Millis m_pausedUntil{0};
    std::deque<Ticket> m_queue;  ///< patient callers
    quint64 m_nextTicket{1};
};

}  // namespace kith::net
