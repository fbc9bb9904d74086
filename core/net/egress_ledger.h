// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Port: the ledger of everything that left this computer; net writes it, the workspace keeps it.
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace kith::net {

struct EgressRecord {
    std::chrono::milliseconds at{0};
    QString service;
    QString purpose;
    QString method;
    QString url;    ///< scheme, host and path; a query only where it holds no secret
    int status{0};  ///< 0: no answer came
    qint64 bytesOut{0};
    qint64 bytesIn{0};
    int redactions{0};
    double cost{0};   ///< in USD, where the service tells
    QByteArray body;  ///< as sent, secrets left out
};

class EgressLedger {
public:
    virtual ~EgressLedger() = default;
    /// From any thread; never fails the request that it notes.
    virtual void record(const EgressRecord& record) = 0;
};

}  // namespace kith::net
