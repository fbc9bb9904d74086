// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Spends Gmail's quota units evenly: one pacer a mailbox, shared by all who talk to it. Callable from any worker.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace kith::sources {

struct GmailLimits {
    double unitsPerMinute{6000};      ///< all together, as the server allows them; 0: no limit
    double bulkUnitsPerMinute{4500};  ///< of these for work that nobody waits for; the rest is the reserve. 0: all
    double assumed{6000};             ///< where none is configured and one shows: Gmail's word
    double learned{0};                ///< limit that an earlier run learned; 0: nothing learned
};

/// A person waits for it, or not.
enum class Hurry { Bulk, Urgent };

/// Keeps to an even rate, and to the limit in every window of a minute: Gmail's own way of counting is not known.
class GmailPacer {
public:
    struct Ways {
        std::function<double()> random;              ///< in [0, 1): for jitter
        std::function<void(double units)> learnt{};  ///< a new limit to be saved; on the worker that was refused
    };
    GmailPacer(Clock& clock, const GmailLimits& limits, Ways ways);

    struct Place {
        quint64 number{0};
        double units{0};
    };
    /// Waits until the units may be spent and reserves them; bulk callers in turn, urgent ones past them.
    /// RateLimited where a pause or the limit would make it wait longer than patience.
    Result<Place> acquire(double units, Hurry hurry, Millis patience, std::stop_token stop);
    /// It goes over the line now: what lay between was our own.
    void sent(const Place& place);
    /// The answer is here (or will never come); refunded: units of it that the server refused and did not count.
    void settle(const Place& place, double refunded);

    /// The server said that the quota is used up. asked: how long it wants to be left alone; told: its own limit in
    /// units a minute where it named one, else 0.
    void refused(std::optional<Millis> asked, double told);

    double bulkLimit() const;  ///< units a minute that bulk keeps to now; 0: none
    double learned() const;    ///< to be saved and given to the next run; 0: nothing learned
    /// At most `most`, less where this minute's rest is less: requests of that size leave nothing unused.
    double fitting(double most) const;
    bool isLimited() const { return bulkLimit() > 0; }

private:
    struct Spent {
        quint64 number{0};
        Millis at{0};
        double units{0};
        bool open{true};
    };

    void keepTime(Millis now);
    void recover(Millis now);
    void learn(double told, Millis now);
    Millis delay(double units, Hurry hurry, Millis now) const;
    Millis windowDelay(double units, double limit, Millis now) const;
    double burst() const;
    double bulkRate() const;
    double bulkWindow() const;
    Place reserve(double units, Hurry hurry, Millis now);
    bool takeTurn(std::unique_lock<std::mutex>& lock, std::stop_token stop);

    Clock& m_clock;
    const GmailLimits m_configured;
    const Ways m_ways;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_turnFree;
    bool m_turnTaken{false};    ///< a bulk caller waits for its units
    double m_total{0};          ///< units a minute believed in; 0: no limit
    double m_urgentWaiting{0};  ///< units: bulk leaves them room
    double m_tokens{0};         ///< of bulk's even rate
    Millis m_seen{0};           ///< the clock when it was last looked at: it may be set back
    Millis m_pausedUntil{0};
    Millis m_lastRefusal{0};
    Millis m_grownAt{0};
    int m_streak{0};    ///< refusals without an answer between them
    int m_refusals{0};  ///< the more of them, the later the limit is tried upwards
    quint64 m_number{0};
    std::vector<Spent> m_spent;  ///< of the last minute
};

}  // namespace kith::sources
