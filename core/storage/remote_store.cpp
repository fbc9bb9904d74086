// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/remote_store.h"

#include "core/storage/rows.h"
#include "core/storage/transaction.h"

#include <QSet>

namespace kith::storage {

namespace {

constexpr auto kRemoteRow =
    "SELECT account_id, remote_id, thread_remote_id, labels, extra, message_id, attempts FROM remote_messages WHERE ";

QStringList labelLines(const QString& text) {
    return text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

QString lines(QStringList labels) {
    labels.sort();
    labels.removeDuplicates();
    return labels.join(QLatin1Char('\n'));
}

RemoteRow readRemoteRow(const Statement& row) {
    return {row.id<AccountId>(0),    row.text(1),          row.text(2),  labelLines(row.text(3)),
            labelLines(row.text(4)), row.id<MessageId>(5), row.number(6)};
}

RemoteTodo readTodo(const Statement& row) {
    return {row.text(0), row.text(1), row.integer(2)};
}

}  // namespace

Result<qint64> RemoteStore::remember(std::span<const RemoteTodo> rows, qint64 generation) {
    Transaction transaction(m_database);
    qint64 fresh = 0;
    for (const RemoteTodo& row : rows) {
        const auto known =
            m_database.run("UPDATE remote_messages SET generation = ? WHERE account_id = ? AND remote_id = ?",
                           generation, m_account, row.remoteId);
        if (!known) {
            return known.error();
        }
        if (*known > 0) {
            continue;
        }
        const auto added = m_database.run("INSERT INTO remote_messages (account_id, remote_id, thread_remote_id, rank, "
                                          "generation) VALUES (?, ?, ?, ?, ?)",
                                          m_account, row.remoteId, row.threadId, row.rank, generation);
        if (!added) {
            return added.error();
        }
        ++fresh;
    }
    const auto committed = transaction.commit();
    return committed ? Result<qint64>(fresh) : Result<qint64>(committed.error());
}

Result<std::optional<RemoteRow>> RemoteStore::row(const QString& remoteId) {
    return firstRow(m_database.query(QByteArray(kRemoteRow) + "account_id = ? AND remote_id = ?", m_account, remoteId),
                    readRemoteRow);
}

Result<std::vector<RemoteRow>> RemoteStore::linksOf(Database& database, MessageId message) {
    // On PostgreSQL two writers may be at work: the message first, then its links, always in this order.
    if (!database.isSqlite()) {
        const auto locked = database.query("SELECT id FROM messages WHERE id = ? FOR NO KEY UPDATE", message).run();
        if (!locked) {
            return locked.error();
        }
    }
    const QByteArray tail = database.isSqlite() ? "" : " FOR UPDATE";
    return allRows(
        database.query(QByteArray(kRemoteRow) + "message_id = ? ORDER BY account_id, remote_id" + tail, message),
        readRemoteRow);
}

Result<void> RemoteStore::link(const RemoteRow& row, quint64 historyId, std::chrono::milliseconds internalDate) {
    return done(m_database.run(
        "UPDATE remote_messages SET message_id = ?, labels = ?, extra = ?, history_id = ?, internal_date = ?, "
        "attempts = 0, not_before = 0, reason = '' WHERE account_id = ? AND remote_id = ?",
        row.message, lines(row.labels), lines(row.extra), QString::number(historyId), internalDate, m_account,
        row.remoteId));
}

Result<void> RemoteStore::saveLabels(const QString& remoteId, const QStringList& labels) {
    return done(m_database.run("UPDATE remote_messages SET labels = ? WHERE account_id = ? AND remote_id = ?",
                               lines(labels), m_account, remoteId));
}

Result<void> RemoteStore::saveExtra(Database& database, const RemoteRow& row) {
    return done(database.run("UPDATE remote_messages SET extra = ? WHERE account_id = ? AND remote_id = ?",
                             lines(row.extra), row.account, row.remoteId));
}

Result<void> RemoteStore::forget(const QString& remoteId) {
    return done(
        m_database.run("DELETE FROM remote_messages WHERE account_id = ? AND remote_id = ?", m_account, remoteId));
}

Result<void> RemoteStore::postpone(const QString& remoteId, std::chrono::milliseconds notBefore,
                                   const QString& reason) {
    return done(m_database.run("UPDATE remote_messages SET attempts = attempts + 1, not_before = ?, reason = ? "
                               "WHERE account_id = ? AND remote_id = ?",
                               notBefore, reason, m_account, remoteId));
}

Result<std::vector<RemoteTodo>> RemoteStore::todo(std::chrono::milliseconds now, int limit) {
    const auto newest = allRows(m_database.query("SELECT remote_id, thread_remote_id, rank FROM remote_messages WHERE "
                                                 "account_id = ? AND message_id IS NULL AND not_before <= ? "
                                                 "ORDER BY rank DESC LIMIT ?",
                                                 m_account, now, limit),
                                readTodo);
    if (!newest) {
        return newest;
    }
    // Left alone, SQLite walks all that is to be fetched for each conversation.
    const QByteArray byThread = m_database.isSqlite() ? "INDEXED BY remote_messages_todo_threads " : "";
    std::vector<RemoteTodo> batch;
    QSet<QString> threads;
    for (const RemoteTodo& one : *newest) {
        if (int(batch.size()) >= limit) {
            break;
        }
        if (threads.contains(one.threadId)) {
            continue;
        }
        threads.insert(one.threadId);
        const auto mates = allRows(
            m_database.query(QByteArray("SELECT remote_id, thread_remote_id, rank FROM remote_messages ") + byThread +
                                 "WHERE account_id = ? AND thread_remote_id = ? AND message_id IS NULL AND "
                                 "not_before <= ? ORDER BY rank DESC LIMIT ?",
                             m_account, one.threadId, now, limit),
            readTodo);
        if (!mates) {
            return mates;
        }
        batch.insert(batch.end(), mates->begin(), mates->end());
    }
    return batch;
}

Result<RemoteCounts> RemoteStore::counts() {
    const auto todo = m_database.number(
        "SELECT count(*) FROM remote_messages WHERE account_id = ? AND message_id IS NULL", m_account);
    const auto all = m_database.number("SELECT count(*) FROM remote_messages WHERE account_id = ?", m_account);
    if (!todo || !all) {
        return todo ? all.error() : todo.error();
    }
    return RemoteCounts{all->value_or(0) - todo->value_or(0), todo->value_or(0)};
}

Result<std::vector<RemoteRow>> RemoteStore::unseen(qint64 generation, int limit) {
    return allRows(m_database.query(QByteArray(kRemoteRow) + "account_id = ? AND generation < ? LIMIT ?", m_account,
                                    generation, limit),
                   readRemoteRow);
}

Result<qint64> RemoteStore::seenCount(qint64 generation) {
    const auto count = m_database.number(
        "SELECT count(*) FROM remote_messages WHERE account_id = ? AND generation >= ?", m_account, generation);
    return count ? Result<qint64>(count->value_or(0)) : Result<qint64>(count.error());
}

Result<void> RemoteStore::markSeen(const QString& remoteId, qint64 generation) {
    return done(m_database.run("UPDATE remote_messages SET generation = ? WHERE account_id = ? AND remote_id = ?",
                               generation, m_account, remoteId));
}

Result<void> RemoteStore::walk(const std::function<void(const QString&, const QStringList&)>& visit) {
    Statement rows = m_database.query(
        "SELECT remote_id, labels FROM remote_messages WHERE account_id = ? AND message_id IS NOT NULL", m_account);
    while (rows.next()) {
        visit(rows.text(0), labelLines(rows.text(1)));
    }
    return rows.failed() ? Result<void>(rows.error()) : Result<void>();
}

Result<std::vector<RemoteRow>> RemoteStore::linked(const QString& afterRemoteId, int limit) {
    return allRows(m_database.query(QByteArray(kRemoteRow) + "account_id = ? AND message_id IS NOT NULL AND "
                                                             "remote_id > ? ORDER BY remote_id LIMIT ?",
                                    m_account, afterRemoteId, limit),
                   readRemoteRow);
}

}  // namespace kith::storage
