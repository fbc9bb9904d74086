// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/token_bucket.h"

#include <algorithm>
#include <cmath>

namespace kith::net {

namespace {

constexpr Millis kLongestNap{1'000};  // so that a changed limit and those who gave up are noticed

BucketLimits sane(BucketLimits limits) {
    limits.unitsPerMinute = std::max(limits.unitsPerMinute, 0.0);
    if (limits.capacity <= 0) {
        limits.capacity = limits.unitsPerMinute / 60;
    }
    limits.reserve = std::clamp(limits.reserve, 0.0, limits.capacity);
    return limits;
}

}  // namespace

TokenBucket::TokenBucket(Clock& clock, BucketLimits limits)
    : m_clock(clock)
    , m_limits(sane(limits))
    , m_units(m_limits.capacity)
    , m_filledAt(clock.now()) {
}

bool TokenBucket::acquire(double units, bool urgent, std::stop_token stop) {
    quint64 ticket = 0;
    if (!urgent) {
        const std::lock_guard lock(m_mutex);
        ticket = m_nextTicket++;
        m_queue.push_back({ticket, units});
    }
    while (!stop.stop_requested()) {
        const auto nap = tryTake(units, urgent, ticket);
        if (!nap) {
            return true;
        }
        if (!m_clock.wait(std::min(*nap, kLongestNap), stop)) {
            break;
        }
    }
    giveUp(ticket);
    return false;
}

std::optional<Millis> TokenBucket::tryTake(double units, bool urgent, quint64 ticket) {
    const std::lock_guard lock(m_mutex);
    const Millis now = m_clock.now();
    refill(now);
    if (now < m_pausedUntil) {
        return m_pausedUntil - now;
    }
    if (m_limits.unitsPerMinute > 0) {
        const double floor = urgent ? 0 : m_limits.reserve;
        double ahead = 0;
        for (const Ticket& other : m_queue) {
            if (urgent || other.number == ticket) {
                break;
            }
            ahead += other.units;
        }
        // A full bucket lets through what is larger than itself.
        const double needed = ahead + std::min(units, m_limits.capacity - floor);
        if (ahead > 0 || m_units < floor + needed) {
            return waitingTime(needed, floor);
        }
        m_units -= units;
    }
    m_spent += units;
    std::erase_if(m_queue, [&](const Ticket& other) { return other.number == ticket; });
    return std::nullopt;
}

Millis TokenBucket::waitingTime(double units, double floor) const {
    const double missing = floor + units - m_units;
    return Millis{std::max<qint64>(1, static_cast<qint64>(std::ceil(missing / m_limits.unitsPerMinute * 60'000)))};
}

void TokenBucket::refill(Millis now) {
    if (now < m_filledAt) {  // the clock was set back
        m_pausedUntil -= std::min(m_filledAt - now, m_pausedUntil);
    } else {
        const double minutes = static_cast<double>((now - m_filledAt).count()) / 60'000;
        m_units = std::min(m_limits.capacity, m_units + minutes * m_limits.unitsPerMinute);
    }
    m_filledAt = now;
}

void TokenBucket::giveUp(quint64 ticket) {
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_queue, [&](const Ticket& other) { return other.number == ticket; });
}

void TokenBucket::charge(double units) {
    const std::lock_guard lock(m_mutex);
    m_spent += units;
    m_units -= m_limits.unitsPerMinute > 0 ? units : 0;
}

void TokenBucket::pauseUntil(Millis time) {
    const std::lock_guard lock(m_mutex);
    refill(m_clock.now());
    m_pausedUntil = std::max(m_pausedUntil, time);
}

void TokenBucket::setLimit(double unitsPerMinute) {
    const std::lock_guard lock(m_mutex);
    refill(m_clock.now());
    if (m_limits.unitsPerMinute > 0 && unitsPerMinute > 0) {
        const double ratio = unitsPerMinute / m_limits.unitsPerMinute;
        m_limits = {unitsPerMinute, m_limits.capacity * ratio, m_limits.reserve * ratio};
    } else {
        m_limits = sane({unitsPerMinute, 0, 0});
    }
    m_units = std::min(m_units, m_limits.capacity);
}

void TokenBucket::learnDownwards(double factor, double floor) {
    const double now = limit();
    if (now <= 0) {
        return;
    }
    setLimit(std::min(now, std::max(floor, now * std::clamp(factor, 0.0, 1.0))));
    const std::lock_guard lock(m_mutex);
    m_units = std::min(m_units, 0.0);
}

double TokenBucket::limit() const {
    const std::lock_guard lock(m_mutex);
    return m_limits.unitsPerMinute;
}

double TokenBucket::spent() const {
    const std::lock_guard lock(m_mutex);
    return m_spent;
}

}  // namespace kith::net
