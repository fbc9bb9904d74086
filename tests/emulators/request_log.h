// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Every request that an emulator answered: what tests count, and what GET /__control/log tells.
#pragma once

#include "tests/emulators/emulator_clock.h"
#include "tests/emulators/endpoint.h"
#include "tests/emulators/gmail/gmail_api.h"

#include <QJsonObject>

#include <vector>

namespace kith::emulator {

struct LogEntry {
    qint64 number{0};  ///< 1, 2, …
    Endpoint endpoint{Endpoint::GoogleApi};
    Millis at{0};  ///< the emulator's clock
    QByteArray verb;
    QString path;
    QString query;
    int status{0};
    double milliseconds{0};  ///< that the emulator took
    qint64 bytesIn{0};       ///< of the bodies
    qint64 bytesOut{0};
    QString fault{};      ///< the kind that struck; empty: none
    QByteArray body{};    ///< of requests to the model, which the ledger is held against
    CallReport report{};  ///< Gmail's: method, units, calls of a batch
};

class RequestLog {
public:
    void add(LogEntry entry);
    void clear();
    /// Numbers are given on after a clear().
    const std::vector<LogEntry>& entries() const { return m_entries; }
    /// {"requests": [those with a number above `since`], "last": number}
    QJsonObject toJson(qint64 since) const;

private:
    std::vector<LogEntry> m_entries;
    qint64 m_last{0};
};

}  // namespace kith::emulator
