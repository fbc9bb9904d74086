// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/owner_store.h"

#include "core/domain/address.h"
#include "core/storage/inbox_store.h"
#include "core/storage/rows.h"

namespace kith::storage {

Result<QStringList> OwnerStore::addresses() {
    const auto rows = allRows(m_database.query("SELECT address FROM owner_addresses ORDER BY added_at, address"),
                              [](const Statement& row) { return row.text(0); });
    return rows ? Result<QStringList>(QStringList(rows->begin(), rows->end())) : rows.error();
}

Result<int> OwnerStore::addAddresses(const QStringList& addresses, const QString& origin) {
    Transaction transaction(m_database);
    int added = 0;
    for (const QString& address : addresses) {
        const QString key = addressKey(address);
        if (key.isEmpty()) {
            continue;
        }
        const auto stored = m_database.run("INSERT INTO owner_addresses (address, origin, added_at) VALUES (?, ?, ?) "
                                           "ON CONFLICT (address) DO NOTHING",
                                           key, origin, m_database.now());
        if (!stored) {
            return stored.error();
        }
        added += int(*stored);
    }
    if (added > 0) {
        if (const auto marked = remark(); !marked) {
            return marked.error();
        }
    }
    const auto committed = transaction.commit();
    return committed ? Result<int>(added) : Result<int>(committed.error());
}

Result<void> OwnerStore::removeAddress(const QString& address) {
    Transaction transaction(m_database);
    if (const auto gone = m_database.run("DELETE FROM owner_addresses WHERE address = ?", addressKey(address)); !gone) {
        return gone.error();
    }
    const auto marked = remark();
    return marked ? transaction.commit() : Result<void>(marked.error());
}

Result<std::vector<ThreadId>> OwnerStore::remark() {
    // The new marks of every message, beside the old ones; only those that differ are written.
    static constexpr auto kWrong =
        "SELECT id, thread_id, mine, mail_to FROM (SELECT m.id, m.thread_id, m.from_owner, m.to_owner, "
        "CASE WHEN m.from_key IN (SELECT address FROM owner_addresses) THEN 1 ELSE 0 END AS mine, "
        "COALESCE((SELECT min(r.kind) + 1 FROM message_recipients r WHERE r.message_id = m.id AND r.kind < 2 "
        "AND r.address_key IN (SELECT address FROM owner_addresses)), 0) AS mail_to FROM messages m) AS marked "
        "WHERE from_owner <> mine OR to_owner <> mail_to";
    struct Wrong {
        qint64 id, thread;
        bool mine;
        int to;
    };
    Transaction transaction(m_database);
    const auto wrong = allRows(m_database.query(kWrong), [](const Statement& row) {
        return Wrong{row.integer(0), row.integer(1), row.flag(2), row.number(3)};
    });
    if (!wrong) {
        return wrong.error();
    }
    QSet<qint64> threads;
    for (const Wrong& message : *wrong) {
        const auto set = m_database.run("UPDATE messages SET from_owner = ?, to_owner = ? WHERE id = ?", message.mine,
                                        message.to, message.id);
        if (!set) {
            return set.error();
        }
        threads.insert(message.thread);
    }
    std::vector<ThreadId> changed;
    for (const qint64 id : threads) {
        changed.push_back(ThreadId{id});
    }
    if (const auto fresh = InboxStore(m_database).refreshThreads(changed); !fresh) {
        return fresh.error();
    }
    const auto committed = transaction.commit();
    return committed ? Result<std::vector<ThreadId>>(changed) : committed.error();
}

}  // namespace kith::storage
