// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The messages of a mailbox on a server by their ids there: which are here, which are still to be fetched, and what the
// server said last of their labels.
#pragma once

#include "core/domain/ids.h"
#include "core/storage/database.h"

#include <QStringList>

#include <functional>
#include <span>

namespace kith::storage {

struct RemoteRow {
    AccountId account;
    QString remoteId;
    QString threadId;
    QStringList labels;  ///< base: label ids as the server said them last
    QStringList extra;   ///< names that were here before the link and stay here alone
    MessageId message;   ///< 0: not fetched yet
    int attempts{0};

    bool operator==(const RemoteRow&) const = default;
};

struct RemoteTodo {
    QString remoteId;
    QString threadId;
    qint64 rank{0};
};

struct RemoteCounts {
    qint64 here{0};
    qint64 todo{0};
};

class RemoteStore {
public:
    RemoteStore(Database& database, AccountId account)
        : m_database(database)
        , m_account(account) {}

    /// Rows that are there already only learn the generation; how many are new.
    Result<qint64> remember(std::span<const RemoteTodo> rows, qint64 generation);
    Result<std::optional<RemoteRow>> row(const QString& remoteId);
    /// Every account's row of a message, locked until the transaction ends.
    static Result<std::vector<RemoteRow>> linksOf(Database& database, MessageId message);
    Result<void> link(const RemoteRow& row, quint64 historyId, std::chrono::milliseconds internalDate);
    Result<void> saveLabels(const QString& remoteId, const QStringList& labels);
    static Result<void> saveExtra(Database& database, const RemoteRow& row);
    Result<void> forget(const QString& remoteId);
    /// It could not be fetched now.
    Result<void> postpone(const QString& remoteId, std::chrono::milliseconds notBefore, const QString& reason);

    /// What to fetch next: highest rank first, with the other messages of the same conversations beside them.
    Result<std::vector<RemoteTodo>> todo(std::chrono::milliseconds now, int limit);
    Result<RemoteCounts> counts();
    /// Rows of earlier generations: their messages did not appear in the listing.
    Result<std::vector<RemoteRow>> unseen(qint64 generation, int limit);
    Result<qint64> seenCount(qint64 generation);
    Result<void> markSeen(const QString& remoteId, qint64 generation);
    /// All messages that are here, by id; the visitor must not write.
    Result<void> walk(const std::function<void(const QString& remoteId, const QStringList& labels)>& visit);
    Result<std::vector<RemoteRow>> linked(const QString& afterRemoteId, int limit);

private:
    Database& m_database;
    AccountId m_account;
};

}  // namespace kith::storage
