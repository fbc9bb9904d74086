// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One connection to the data, bound to the thread that opened it; every failure is a Result with a sentence and a hint.
#pragma once

#include "core/base/clock.h"
#include "core/storage/database_url.h"
#include "core/storage/id_source.h"
#include "core/storage/statement.h"

#include <QMultiHash>

#include <thread>
#include <vector>

namespace kith::storage {

enum class OpenMode {
    Create,    ///< writes; makes the database where there is none
    Write,     ///< writes; NotFound where there is none
    ReadOnly,  ///< reads beside a writer of another process
};

/// How hard a commit is pressed onto the disk (SQLite: synchronous; PostgreSQL: synchronous_commit).
enum class Durability { Normal, Full };

/// What a connection needs of the house; both outlive it. One IdSource a process.
struct Surroundings {
    const Clock& clock;
    IdSource& ids;
};

class Database {
public:
    /// Opens without migrating (see migrations.h). Damaged files, missing rights and newer formats are told apart.
    static Result<std::unique_ptr<Database>> open(const DatabaseUrl& url, OpenMode mode, Surroundings around);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// A bound statement; placeholders are ?, also for PostgreSQL. Failures show up at next() or run().
    template <class... Args>
    Statement query(const char* sql, const Args&... args) {
        Statement statement = lease(QByteArray::fromRawData(sql, qsizetype(std::char_traits<char>::length(sql))));
        bindAll(statement, args...);
        return statement;
    }
    /// The same for SQL put together at run time; it must be put together from our own words only.
    template <class... Args>
    Statement query(const QByteArray& sql, const Args&... args) {
        Statement statement = lease(sql);
        bindAll(statement, args...);
        return statement;
    }
    /// Runs to the end; the number of rows changed.
    template <class Sql, class... Args>
    Result<qint64> run(const Sql& sql, const Args&... args) {
        Statement statement = query(sql, args...);
        const Result<void> done = statement.run();
        return done ? Result<qint64>(statement.changes()) : Result<qint64>(done.error());
    }
    /// First column of the first row; nothing where there is no row or it is NULL.
    template <class Sql, class... Args>
    Result<std::optional<qint64>> number(const Sql& sql, const Args&... args) {
        Statement statement = query(sql, args...);
        std::optional<qint64> answer;
        if (statement.next() && !statement.isNull(0)) {
            answer = statement.integer(0);
        }
        return statement.failed() ? Result<std::optional<qint64>>(statement.error()) : answer;
    }
    Result<void> script(const QByteArray& sql);

    /// May be called from any thread: what runs now ends with Cancelled.
    void interrupt();
    Result<void> setDurability(Durability durability);

    Dialect dialect() const { return m_url.dialect; }
    bool isSqlite() const { return m_url.dialect == Dialect::Sqlite; }
    bool isReadOnly() const { return m_mode == OpenMode::ReadOnly; }
    const DatabaseUrl& url() const { return m_url; }
    IdSource& ids() { return m_around.ids; }
    std::chrono::milliseconds now() const { return m_around.clock.now(); }
    Surroundings around() const { return m_around; }
    bool inTransaction() const { return m_depth > 0; }
    Backend& backend() { return *m_backend; }

private:
    friend class Statement;
    friend class Transaction;
    struct Cached {
        std::unique_ptr<PreparedStatement> prepared;
        bool leased{false};
    };

    Database(DatabaseUrl url, OpenMode mode, Surroundings around, std::unique_ptr<Backend> backend);
    Statement lease(const QByteArray& sql);
    void giveBack(qsizetype slot);
    template <class... Args>
    static void bindAll(Statement& statement, const Args&... args) {
        if (!statement.failed()) {
            [[maybe_unused]] int index = 0;
            (statement.bindTo(++index, args), ...);
        }
    }

    DatabaseUrl m_url;
    OpenMode m_mode;
    Surroundings m_around;
    std::unique_ptr<Backend> m_backend;
    std::vector<Cached> m_cache;
    QMultiHash<QByteArray, qsizetype> m_slots;
    std::thread::id m_owner;
    int m_depth{0};
    bool m_broken{false};  ///< an inner transaction was rolled back: the outer one cannot commit
};

}  // namespace kith::storage
