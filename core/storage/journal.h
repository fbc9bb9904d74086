// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The one door for writes that a user or the machine makes: rows, their inverse and their event, in one transaction.
#pragma once

#include "core/storage/event_log.h"
#include "core/storage/transaction.h"

#include <QSet>

namespace kith::storage {

struct ChangeInfo {
    QString kind;       ///< the event's type too, e.g. message.archived
    QString actor;      ///< user, rule:ID, local, model:NAME, import:ID
    QString entity;     ///< kind:id
    QString requestId;  ///< ties together what one click or one run did
    QString summary;    ///< label for people, e.g. "Archive 3 messages"
    QJsonObject context;
    bool undoable{true};
};

/// What a bulk change made, taken back as a set (see BulkInverse::ImportedMail).
enum class BulkInverse { ImportedMail, Decisions, ImportedContacts, RuleRun };

/// Begins a transaction; everything is dropped unless commit() answers well.
/// Values are JSON; integers exact; NULL is null. A failure is kept: later calls do nothing, commit() reports it.
class ChangeWriter {
public:
    ChangeWriter(Database& database, ChangeInfo info);
    ~ChangeWriter();
    Q_DISABLE_COPY_MOVE(ChangeWriter)

    ChangeId id() const { return m_id; }
    Database& database() { return m_database; }
    /// Whole row; the primary key must be in it.
    void insertRow(const char* table, const QJsonObject& row);
    /// Only the columns that really change are written and recorded. NotFound where there is no such row.
    void updateRow(const char* table, const QJsonObject& key, const QJsonObject& values);
    void deleteRow(const char* table, const QJsonObject& key);
    /// Everything that carries this number: an ImportId for ImportedMail and ImportedContacts, this ChangeId for
    /// Decisions; for RuleRun what rules did under the request of this change.
    void recordBulk(BulkInverse inverse, qint64 number);
    /// The thread of this message gets a fresh summary at commit (row operations on messages ask for it themselves).
    void touchMessage(MessageId message);
    void touchThread(ThreadId thread) { m_threads.insert(thread.value); }
    void addContext(const QString& key, const QJsonValue& value) { m_info.context.insert(key, value); }
    const std::optional<Error>& error() const { return m_error; }
    /// Writes change, rows, event, thread summaries and what the servers of the messages are to be told; without any
    /// row it writes the event only.
    Result<ChangeId> commit();
    /// Threads whose summary changed; for telling the screen after commit.
    std::vector<ThreadId> touchedThreads() const;

private:
    friend class Undoer;
    void record(const char* table, const QJsonObject& key, const QJsonValue& before, const QJsonValue& after);
    void fail(const Error& error);
    Result<void> writeChange();
    void noteMarks(const char* table, const QJsonObject& key, const QJsonValue& before, const QJsonValue& after);
    Result<void> planOutbox();

    Database& m_database;
    ChangeInfo m_info;
    ChangeId m_id;
    ChangeId m_undoes;
    int m_role{0};
    int m_rows{0};
    QSet<qint64> m_threads;
    QSet<qint64> m_marked;  ///< messages whose labels or flags changed: their servers are to be told
    Transaction m_transaction;
    std::optional<Error> m_error;
};

}  // namespace kith::storage
