// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/database.h"

#include "core/storage/open_backend.h"
#include "core/storage/transaction.h"

namespace kith::storage {

Result<std::unique_ptr<Database>> Database::open(const DatabaseUrl& url, OpenMode mode, Surroundings around) {
    auto backend = url.dialect == Dialect::Sqlite ? openSqlite(url.location, mode) : openPostgres(url.location, mode);
    if (!backend) {
        return backend.error();
    }
    return std::unique_ptr<Database>(new Database(url, mode, around, std::move(*backend)));
}

Database::Database(DatabaseUrl url, OpenMode mode, Surroundings around, std::unique_ptr<Backend> backend)
    : m_url(std::move(url))
    , m_mode(mode)
    , m_around(around)
    , m_backend(std::move(backend))
    , m_owner(std::this_thread::get_id()) {
}

Database::~Database() {
    m_cache.clear();  // statements go before their connection
}

Statement Database::lease(const QByteArray& sql) {
    Q_ASSERT(m_owner == std::this_thread::get_id());
    if (m_depth > 0 && !m_backend->inTransaction()) {
        // SQLite takes a transaction back by itself on a full disk: what follows must not become permanent alone.
        return Statement(*this, Error{ErrorKind::Failed, QStringLiteral("the transaction was taken back"), {}});
    }
    for (auto slot = m_slots.constFind(sql); slot != m_slots.constEnd() && slot.key() == sql; ++slot) {
        Cached& cached = m_cache[size_t(slot.value())];
        if (!cached.leased) {
            cached.leased = true;
            return Statement(*this, cached.prepared.get(), slot.value());
        }
    }
    auto prepared = m_backend->prepare(sql);
    if (!prepared) {
        return Statement(*this, prepared.error());
    }
    const qsizetype slot = qsizetype(m_cache.size());
    m_cache.push_back({std::move(*prepared), true});
    m_slots.insert(QByteArray(sql.constData(), sql.size()), slot);
    return Statement(*this, m_cache.back().prepared.get(), slot);
}

void Database::giveBack(qsizetype slot) {
    m_cache[size_t(slot)].leased = false;
}

Result<void> Database::script(const QByteArray& sql) {
    Q_ASSERT(m_owner == std::this_thread::get_id());
    return m_backend->script(sql);
}

void Database::interrupt() {
    m_backend->interrupt();
}

Result<void> Database::setDurability(Durability durability) {
    const bool full = durability == Durability::Full;
    if (isSqlite()) {
        return script(full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    }
    return script(full ? "SET synchronous_commit = on" : "SET synchronous_commit = off");
}

Transaction::Transaction(Database& database)
    : m_database(database) {
    if (m_database.m_depth == 0) {
        const Result<void> begun = m_database.script(m_database.isSqlite() ? "BEGIN IMMEDIATE" : "BEGIN");
        if (!begun) {
            m_error = begun.error();
            return;
        }
        m_database.m_broken = false;
    }
    ++m_database.m_depth;
    m_open = true;
}

Transaction::~Transaction() {
    if (!m_open) {
        return;
    }
    m_database.m_broken = true;
    if (--m_database.m_depth == 0) {
        (void)m_database.script("ROLLBACK");
    }
}

Result<void> Transaction::commit() {
    if (m_error) {
        return *m_error;
    }
    if (!m_open) {
        return Error{ErrorKind::Failed, QStringLiteral("the transaction is over already"), {}};
    }
    if (m_database.m_broken) {
        return Error{ErrorKind::Failed, QStringLiteral("an inner transaction was rolled back"), {}};
    }
    if (m_database.m_depth == 1) {
        const Result<void> done = m_database.script("COMMIT");
        if (!done) {
            return done;  // the destructor rolls back
        }
    }
    m_open = false;
    --m_database.m_depth;
    return {};
}

}  // namespace kith::storage
