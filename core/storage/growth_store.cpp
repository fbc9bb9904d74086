// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/growth_store.h"

#include "core/storage/rows.h"

#include <QHash>
#include <QSet>

namespace kith::storage {

namespace {

Result<QSet<QString>> matteringSenders(Database& database) {
    QSet<QString> keys;
    Statement rows = database.query("SELECT from_key FROM messages WHERE in_inbox = 1 AND priority >= 3 AND "
                                    "from_owner = 0");
    while (rows.next()) {
        keys.insert(rows.text(0));
    }
    return rows.failed() ? Result<QSet<QString>>(rows.error()) : keys;
}

Result<QSet<QString>> heldAddresses(Database& database) {
    QSet<QString> keys;
    Statement rows = database.query("SELECT value FROM identities WHERE kind = 'email'");
    while (rows.next()) {
        keys.insert(rows.text(0));
    }
    return rows.failed() ? Result<QSet<QString>>(rows.error()) : keys;
}

/// The owner's newest message to each of these, in one walk over what the owner sent.
Result<void> addSentTo(Database& database, std::vector<GrowthCandidate>& candidates) {
    QHash<QString, size_t> silent;
    for (size_t i = 0; i < candidates.size(); ++i) {
        if (!candidates[i].newest) {
            silent.insert(candidates[i].known.key, i);
        }
    }
    if (silent.isEmpty()) {
        return {};
    }
    Statement rows = database.query("SELECT r.address_key, max(r.message_id) FROM messages m JOIN message_recipients r "
                                    "ON r.message_id = m.id WHERE m.from_owner = 1 GROUP BY r.address_key");
    while (rows.next()) {
        const auto it = silent.constFind(rows.text(0));
        if (it != silent.cend()) {
            candidates[*it].toThem = rows.id<MessageId>(1);
        }
    }
    return rows.failed() ? Result<void>(rows.error()) : Result<void>();
}

Result<void> addNewest(Database& database, GrowthCandidate& candidate) {
    Statement row = database.query("SELECT id, bulk, subject FROM messages WHERE from_key = ? ORDER BY id DESC LIMIT 1",
                                   candidate.known.key);
    if (row.next()) {
        candidate.newest = row.id<MessageId>(0);
        candidate.bulk = row.utf8(1).toByteArray();
        candidate.subject = row.text(2);
    }
    return row.failed() ? Result<void>(row.error()) : Result<void>();
}

}  // namespace

Result<std::vector<GrowthCandidate>> GrowthStore::candidates() {
    const auto mattering = matteringSenders(m_database);
    const auto held = heldAddresses(m_database);
    const auto all = CorrespondentStore(m_database).all();
    if (!mattering || !held || !all) {
        return !mattering ? mattering.error() : !held ? held.error() : all.error();
    }
    std::vector<GrowthCandidate> candidates;
    for (const Correspondent& one : *all) {
        const bool matters = mattering->contains(one.key);
        if (held->contains(one.key) || (one.sentTo == 0 && one.replied == 0 && !matters)) {
            continue;
        }
        GrowthCandidate candidate;
        candidate.known = one;
        candidate.matters = matters;
        if (const auto added = addNewest(m_database, candidate); !added) {
            return added.error();
        }
        candidates.push_back(std::move(candidate));
    }
    const auto sent = addSentTo(m_database, candidates);
    return sent ? Result<std::vector<GrowthCandidate>>(std::move(candidates))
                : Result<std::vector<GrowthCandidate>>(sent.error());
}

Result<qint64> GrowthStore::removeLonely() {
    const auto lonely = idRows<ContactId>(m_database.query(
        "SELECT c.id FROM contacts c WHERE c.state = 'grown' AND NOT EXISTS (SELECT 1 FROM observations o WHERE "
        "o.entity = 'contact:' || c.id) AND NOT EXISTS (SELECT 1 FROM identities i JOIN observations o ON o.entity = "
        "'address:' || i.value WHERE i.contact_id = c.id AND i.kind = 'email') AND NOT EXISTS (SELECT 1 FROM "
        "contact_merges m WHERE m.absorbed = c.id OR m.survivor = c.id)"));
    if (!lonely) {
        return lonely.error();
    }
    for (const ContactId id : *lonely) {
        for (const char* sql : {"DELETE FROM identities WHERE contact_id = ?", "DELETE FROM contacts WHERE id = ?",
                                "DELETE FROM contact_stale WHERE contact_id = ?"}) {
            if (const auto gone = m_database.run(sql, id); !gone) {
                return gone.error();
            }
        }
    }
    return qint64(lonely->size());
}

Result<std::vector<QString>> GrowthStore::wroteSince(std::chrono::milliseconds since) {
    return allRows(m_database.query("SELECT c.address_key FROM correspondents c JOIN identities i ON i.kind = 'email' "
                                    "AND i.value = c.address_key WHERE c.last_seen > ? AND c.received > 1 ORDER BY "
                                    "c.address_key",
                                    since),
                   [](const Statement& row) { return row.text(0); });
}

}  // namespace kith::storage
