// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Spends Gmail's quota units evenly: one pacer a mailbox, shared by all who talk to it. Callable from any worker.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <deque>
#include <mutex>

namespace kith::sources {

struct GmailLimits {
    double unitsPerMinute{6000};      ///< all together, as the server allows them; 0: no limit
    double bulkUnitsPerMinute{4500};  ///< of these for work that nobody waits for; the rest is the reserve
    double learned{0};                ///< bulk limit that an earlier run learned; 0: nothing learned
};

/// A person waits for it, or not.
enum class Hurry { Bulk, Urgent };

class GmailPacer {
public:
    GmailPacer(Clock& clock, const GmailLimits& limits);

    /// Waits until the units may be spent and reserves them. RateLimited where that would take longer than patience.
    Result<void> acquire(double units, Hurry hurry, Millis patience, std::stop_token stop);
    /// The answer to what acquire() reserved is here (or will never come): from now on it ages.
    void settle(double units);

    /// The server said that the quota is used up. until: when it wants to hear of us again; told: its own limit in
    /// units a minute where it named one, else 0.
    void refused(Millis until, double told);
    /// The server is out of breath, not of quota: everybody waits until then.
    void pauseUntil(Millis until);

    double bulkLimit() const;  ///< units a minute that bulk keeps to now; 0: none
    double learned() const;    ///< to be saved and given to the next run; 0: nothing learned
    bool isLimited() const { return bulkLimit() > 0; }

private:
    struct Spent {
        Millis at{0};
        double units{0};
        bool bulk{true};
    };

    void forget(Millis now);
    void recover(Millis now);
    Millis delay(double units, Hurry hurry, Millis now);
    Millis windowDelay(double units, Hurry hurry, Millis now) const;

    Clock& m_clock;
    const GmailLimits m_configured;
    mutable std::mutex m_mutex;
    double m_bulk{0};       ///< units a minute; 0: no limit
    double m_total{0};
    double m_tokens{0};     ///< of bulk; below zero after urgent work
    Millis m_filledAt{0};
    Millis m_pausedUntil{0};
    Millis m_lastRefusal{0};
    int m_refusals{0};      ///< the more of them, the later the limit is tried upwards
    double m_pending{0};    ///< reserved, answer not yet here
    std::deque<Spent> m_spent;  ///< of the last minute
    double m_spentUnits{0};
};

}  // namespace kith::sources
