// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The hash-chained log: appended inside the transaction of the change it tells of, never edited.
#pragma once

#include "core/domain/event.h"
#include "core/storage/database.h"

#include <QIODevice>

namespace kith::storage {

struct EventDraft {
    QString type;
    QString entity;
    QString actor;
    QString requestId;
    QJsonObject context;
};

struct ChainReport {
    qint64 events{0};
    bool intact{true};
    std::optional<EventId> firstBad;
};

struct EventFilter {
    QString type;      ///< empty: all
    QString entity;    ///< empty: all
    EventId before{};  ///< keyset: older than this one; 0: from the newest
    int limit{100};
};

class EventLog {
public:
    explicit EventLog(Database& database)
        : m_database(database) {}

    /// Call inside a Transaction. Serialised between processes.
    Result<EventId> append(const EventDraft& draft);
    /// Newest first.
    Result<std::vector<Event>> list(const EventFilter& filter);
    Result<ChainReport> verify();
    /// JSON lines, oldest first; the number written.
    Result<qint64> exportTo(QIODevice& device);

private:
    Database& m_database;
};

/// SHA-256 hex over the previous hash and the canonical JSON of the rest.
QByteArray eventHash(const Event& event);
QJsonObject eventJson(const Event& event);

}  // namespace kith::storage
