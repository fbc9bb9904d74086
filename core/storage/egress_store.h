// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The ledger of every request that left this computer.
#pragma once

#include "core/storage/database.h"

#include <QJsonObject>

namespace kith::storage {

struct EgressEntry {
    qint64 id{0};
    std::chrono::milliseconds at{0};
    QString service;
    QString purpose;
    QString method;
    QString url;  ///< host and path
    int status{0};
    qint64 bytesOut{0};
    qint64 bytesIn{0};
    int redactions{0};
    double cost{0};
    QByteArray bodySha256;
    QByteArray body;  ///< exact text; empty in lists
};

struct EgressTotal {
    QString service;
    qint64 requests{0};
    qint64 bytesOut{0};
    qint64 bytesIn{0};
    qint64 redactions{0};
    double cost{0};
};

class EgressStore {
public:
    explicit EgressStore(Database& database)
        : m_database(database) {}

    Result<qint64> add(const EgressEntry& entry);
    /// Newest first, without bodies; empty service: all.
    Result<std::vector<EgressEntry>> list(qint64 before, int limit, const QString& service = {});
    /// By service, what left most often first.
    Result<std::vector<EgressTotal>> totals();
    Result<std::optional<EgressEntry>> entry(qint64 id);

private:
    Database& m_database;
};

}  // namespace kith::storage
