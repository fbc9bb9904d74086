// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/gmail_pacer.h"

#include "core/net/backoff.h"

#include <algorithm>
#include <cmath>

namespace kith::sources {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr Millis pacerWindow = minutes{1};
constexpr Millis pacerCountedBy{300};      // after it was sent, the server has counted a request
constexpr double pacerLowest = 240;        // units a minute below which nothing is learnt
constexpr double pacerLearnShare = 0.985;  // of what was borne in the minute before a refusal
constexpr double pacerOwnMargin = 0.995;   // of the limit, where bulk has all of it: room for a click
constexpr Millis pacerSameRefusal = seconds{5};
constexpr Millis pacerHold = minutes{10};

Millis millisOf(double units, double perMinute) {
    return Millis{qint64(std::ceil(units * 60'000.0 / perMinute))};
}

}  // namespace

GmailPacer::GmailPacer(Clock& clock, const GmailLimits& limits, Ways ways)
    : m_clock(clock)
    , m_configured(limits)
    , m_ways(std::move(ways))
    , m_total(limits.unitsPerMinute)
    , m_seen(clock.now())
    , m_grownAt(m_seen) {
    if (limits.learned > 0 && (m_total == 0 || limits.learned < m_total)) {
        m_total = limits.learned;
        m_refusals = 1;
        m_lastRefusal = m_seen;
    }
    // What nobody used in the last minute may go at once: the newest mail shows soon. Half of the reserve stays.
    m_tokens = burst() + std::max((m_total - bulkRate()) / 2, m_total / 10);
}

double GmailPacer::burst() const {
    return bulkRate() / 20;
}

double GmailPacer::bulkLimit() const {
    const std::scoped_lock lock(m_mutex);
    return bulkRate();
}

double GmailPacer::learned() const {
    const std::scoped_lock lock(m_mutex);
    return m_total > 0 && m_total != m_configured.unitsPerMinute ? m_total : 0;
}

/// Refills the even rate, forgets what is older than a minute, and goes along when the clock was set back.
void GmailPacer::keepTime(Millis now) {
    if (now < m_seen) {
        const Millis back = m_seen - now;
        for (Spent& spent : m_spent) {
            spent.at -= back;
        }
        m_pausedUntil -= back;
        m_lastRefusal -= back;
        m_grownAt -= back;
        m_seen = now;
    }
    recover(now);
    const double grown = m_tokens + bulkRate() * double((now - m_seen).count()) / 60'000.0;
    m_tokens = std::min(std::max(burst(), m_tokens), grown);
    m_seen = now;
    std::erase_if(m_spent, [&](const Spent& spent) { return !spent.open && spent.at + pacerWindow <= now; });
}

/// Some time after the last refusal the limit is tried upwards, a hundredth a minute, up to the configured one.
void GmailPacer::recover(Millis now) {
    const double ceiling = m_configured.unitsPerMinute;
    if (m_refusals == 0 || m_total == 0 || m_total == ceiling) {
        return;
    }
    const Millis hold = pacerHold * (1 << std::min(m_refusals - 1, 5));
    const Millis from = std::max(m_grownAt, m_lastRefusal + hold);
    if (now - from < minutes{1}) {
        return;
    }
    const double grown = m_total * std::pow(1.01, double((now - from).count()) / 60'000.0);
    m_total = ceiling > 0 ? std::min(ceiling, grown) : grown;
    m_grownAt = now;
}

Millis GmailPacer::windowDelay(double units, double limit, Millis now) const {
    double inWindow = 0;
    for (const Spent& spent : m_spent) {
        inWindow += spent.units;
    }
    if (inWindow + units <= limit) {
        return Millis{0};
    }
    std::vector<const Spent*> closed;
    for (const Spent& spent : m_spent) {
        if (!spent.open) {
            closed.push_back(&spent);
        }
    }
    std::sort(closed.begin(), closed.end(), [](const Spent* one, const Spent* other) { return one->at < other->at; });
    for (const Spent* spent : closed) {
        inWindow -= spent->units;
        if (inWindow + units <= limit) {
            return std::max(Millis{1}, spent->at + pacerWindow - now);
        }
    }
    // All that is left is on its way, or this call alone is more than the limit: then it goes when nothing else does.
    return m_spent.size() > closed.size() ? Millis{50}
           : closed.empty()               ? Millis{0}
                                          : std::max(Millis{1}, closed.back()->at + pacerWindow - now);
}

Millis GmailPacer::delay(double units, Hurry hurry, Millis now) const {
    const Millis paused = std::max(Millis{0}, m_pausedUntil - now);
    if (m_total <= 0) {
        return paused;
    }
    if (hurry == Hurry::Urgent) {
        return std::max(paused, windowDelay(units, m_total, now));
    }
    const double wanted = std::min(units, burst());
    const Millis even = m_tokens >= wanted ? Millis{0} : millisOf(wanted - m_tokens, bulkRate());
    return std::max({paused, even, windowDelay(units, bulkWindow(), now)});
}

double GmailPacer::bulkRate() const {
    return m_configured.bulkUnitsPerMinute > 0 ? std::min(m_total, m_configured.bulkUnitsPerMinute) : m_total;
}

double GmailPacer::bulkWindow() const {
    return (bulkRate() < m_total ? m_total : m_total * pacerOwnMargin) - m_urgentWaiting;
}

/// What fits into the window now or after the next ones have left it: asking for more would only wait longer.
double GmailPacer::fitting(double most) const {
    const std::scoped_lock lock(m_mutex);
    if (m_total <= 0) {
        return most;
    }
    const Millis now = m_clock.now();
    double room = bulkWindow();
    std::vector<Spent> leaving;
    for (const Spent& spent : m_spent) {
        if (spent.open || spent.at + pacerWindow > now) {
            room -= spent.units;
            leaving.push_back(spent);
        }
    }
    std::sort(leaving.begin(), leaving.end(), [](const Spent& one, const Spent& other) { return one.at < other.at; });
    for (const Spent& spent : leaving) {
        if (room >= most / 3) {
            break;
        }
        room += spent.units;
    }
    return std::min(most, room);
}

GmailPacer::Place GmailPacer::reserve(double units, Hurry hurry, Millis now) {
    if (hurry == Hurry::Bulk) {
        m_tokens -= units;
    }
    m_spent.push_back({++m_number, now, units, true});
    return {m_number, units};
}

bool GmailPacer::takeTurn(std::unique_lock<std::mutex>& lock, std::stop_token stop) {
    if (!m_turnFree.wait(lock, stop, [this] { return !m_turnTaken; })) {
        return false;
    }
    m_turnTaken = true;
    return true;
}

Result<GmailPacer::Place> GmailPacer::acquire(double units, Hurry hurry, Millis patience, std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    const bool inTurn = hurry == Hurry::Bulk;
    if (inTurn && !takeTurn(lock, stop)) {
        return Error{ErrorKind::Cancelled, QStringLiteral("stopped while waiting for Gmail's quota"), {}};
    }
    m_urgentWaiting += inTurn ? 0 : units;
    Millis waited{0};
    std::optional<Result<Place>> result;
    while (!result) {
        const Millis now = m_clock.now();
        keepTime(now);
        const Millis wait = delay(units, hurry, now);
        if (stop.stop_requested()) {
            result = Error{ErrorKind::Cancelled, QStringLiteral("stopped while waiting for Gmail's quota"), {}};
        } else if (wait <= Millis{0}) {
            result = reserve(units, hurry, now);
        } else if (waited + wait > patience) {
            result = Error{ErrorKind::RateLimited, QStringLiteral("Gmail's quota is used up"), {}, wait};
        } else {
            lock.unlock();
            m_clock.wait(wait, stop);
            waited += wait;
            lock.lock();
        }
    }
    m_urgentWaiting -= inTurn ? 0 : units;
    if (inTurn) {
        m_turnTaken = false;
        m_turnFree.notify_one();
    }
    return std::move(*result);
}

void GmailPacer::sent(const Place& place) {
    const std::scoped_lock lock(m_mutex);
    const Millis now = m_clock.now();
    keepTime(now);
    for (Spent& spent : m_spent) {
        spent.at = spent.number == place.number ? now : spent.at;
    }
}

void GmailPacer::settle(const Place& place, double refunded) {
    const std::scoped_lock lock(m_mutex);
    const Millis now = m_clock.now();
    keepTime(now);
    const auto found =
        std::find_if(m_spent.begin(), m_spent.end(), [&](const Spent& spent) { return spent.number == place.number; });
    if (found == m_spent.end()) {
        return;
    }
    found->open = false;
    found->at = std::min(now, found->at + pacerCountedBy);
    found->units -= refunded;
    if (refunded < place.units) {
        m_streak = 0;
    }
    if (found->units <= 0) {
        m_spent.erase(found);
    }
}

/// What was borne in the last minute is what the server allows, where it does not say so itself.
void GmailPacer::learn(double told, Millis now) {
    const double before = m_total;
    double borne = 0;
    for (const Spent& spent : m_spent) {
        borne += spent.open ? 0 : spent.units;
    }
    if (told > 0) {
        m_total = told * pacerLearnShare;
    } else if (before > 0) {
        // Far less than we thought: others use this mailbox, or we were started again. Nothing to measure by.
        m_total = borne < before / 2 ? before * 0.7 : std::min(before, borne) * pacerLearnShare;
    } else {
        m_total = std::max(m_configured.assumed, borne * pacerLearnShare);
    }
    m_total = std::max(pacerLowest, m_total);
    if (before > 0) {
        m_total = std::min(before, m_total);
    }
    m_lastRefusal = now;
    m_grownAt = now;
    ++m_refusals;
}

void GmailPacer::refused(std::optional<Millis> asked, double told) {
    std::unique_lock lock(m_mutex);
    const double before = m_total;
    const Millis now = m_clock.now();
    keepTime(now);
    // Calls that were on their way together are refused together: that is one lesson.
    if (m_refusals == 0 || now - m_lastRefusal > pacerSameRefusal) {
        learn(told, now);
    }
    m_tokens = std::min(m_tokens, 0.0);
    m_pausedUntil = std::max(m_pausedUntil, now + net::backoff(std::min(m_streak++, 5), m_ways.random(), asked));
    const double total = m_total;
    lock.unlock();
    if (total != before && m_ways.learnt) {
        m_ways.learnt(total);
    }
}

}  // namespace kith::sources
