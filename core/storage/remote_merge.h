// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a server says of its messages, merged into what the user sees; what the server took of the user's wishes.
#pragma once

#include "core/domain/account.h"
#include "core/storage/outbox_planner.h"

#include <QSet>

namespace kith::storage {

/// Every call belongs into a transaction of the caller, which ends with settle().
class RemoteMerge {
public:
    RemoteMerge(Database& database, AccountId account)
        : m_database(database)
        , m_account(account)
        , m_planner(database) {}

    /// Nothing is said in the log: a whole account leaves.
    void setQuiet(bool quiet) { m_quiet = quiet; }
    /// The labels of the account, as far as they are known.
    Result<LabelBook*> book() { return m_planner.book(m_account); }

    /// The server's labels of a message that is here; true where they differ from what it said before.
    Result<bool> labels(const RemoteRow& row, const QStringList& now);
    /// A message that was fetched stands here as row.message; fresh: it was not here before.
    Result<void> linked(const RemoteRow& row, quint64 historyId, std::chrono::milliseconds internalDate, bool fresh);
    /// Gone from the server for good. True: it went here too (nothing else brought it).
    Result<bool> gone(const RemoteRow& row);

    /// The server took this edit; what the user wanted meanwhile becomes a row of its own.
    Result<void> sent(const OutboxEntry& entry);
    /// The server will not have it: these labels are here again as they are there.
    Result<void> refused(const OutboxEntry& entry, const QString& reason);

    /// A label was renamed or came to be known: its messages show the new name, rows in the outbox say it.
    Result<void> renamed(const StoredLabel& label);
    /// Known from here on; no message is touched.
    Result<void> keepLabel(const StoredLabel& label);
    /// Forgotten, when no message carries it any more.
    Result<void> dropLabel(const QString& labelId);

    /// Fresh summaries of all threads touched since the last call; returns them.
    Result<std::vector<ThreadId>> settle();
    void touch(ThreadId thread) { m_threads.insert(thread.value); }

private:
    RemoteLink* ownLink(std::vector<RemoteLink>& links, const QString& remoteId) const;
    Result<bool> leave(const RemoteRow& row, std::vector<RemoteLink> links);
    Result<void> showChange(MessageId message, const LabelSet& before, const LabelSet& after);
    Result<void> logConflicts(MessageId message, const std::vector<LabelConflict>& conflicts);
    Result<void> append(const QString& type, MessageId message, const QJsonObject& context);
    Result<void> closeRow(const OutboxEntry& entry, OutboxState state, const QString& reason, const RemoteLink& link,
                          const LabelSet& wish);
    Result<bool> renamedAsWhole(const StoredLabel& before, const StoredLabel& after);
    Result<void> renamedOne(const QString& remoteId, const LabelBook& before, const LabelBook& after,
                            const StoredLabel& label);
    Result<void> renamedInOutbox(const QString& remoteId, const QString& before, const QString& after);
    Result<std::vector<QString>> carriers(const StoredLabel& label, const QString& formerName);

    Database& m_database;
    AccountId m_account;
    OutboxPlanner m_planner;
    QSet<qint64> m_threads;
    bool m_quiet{false};
};

}  // namespace kith::storage
