// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a mailbox has used of its quota: units over a moving minute, and calls that are running.
#pragma once

#include "tests/emulators/gmail/gmail_options.h"

#include <QHash>
#include <QString>

#include <deque>
#include <optional>

namespace kith::emulator {

/// Units of a method ("messages.get"); 1 where the table does not know it.
int unitsOf(const QString& method, UnitTable table);

class QuotaMeter {
public:
    /// Charges and gives nothing, or charges nothing and gives the time from which there is room again.
    std::optional<Millis> charge(Millis now, int units, double perMinute);
    /// Those that were started and are not over yet.
    int running(Millis now);
    void start(Millis until) { m_running.push_back(until); }

private:
    struct Spent {
        Millis at{0};
        int units{0};
    };
    std::deque<Spent> m_spent;
    qint64 m_sum{0};
    std::deque<Millis> m_running;
};

}  // namespace kith::emulator
