// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/growth_store.h"

#include "core/storage/rows.h"

namespace kith::storage {

namespace {

/// The owner's newest message to somebody who never wrote.
Result<MessageId> newestTo(Database& database, const QString& key) {
    const auto found = database.number("SELECT max(m.id) FROM message_recipients r JOIN messages m ON m.id = "
                                       "r.message_id WHERE r.address_key = ? AND r.kind < 3 AND m.from_owner = 1",
                                       key);
    return found ? Result<MessageId>(MessageId{found->value_or(0)}) : Result<MessageId>(found.error());
}

Result<void> addNewest(Database& database, GrowthCandidate& candidate) {
    Statement row = database.query("SELECT id, bulk, subject FROM messages WHERE from_key = ? AND from_owner = 0 ORDER "
                                   "BY id DESC LIMIT 1",
                                   candidate.known.key);
    if (row.next()) {
        candidate.newest = row.id<MessageId>(0);
        candidate.bulk = row.utf8(1).toByteArray();
        candidate.subject = row.text(2);
    }
    return row.failed() ? Result<void>(row.error()) : Result<void>();
}

}  // namespace

Result<std::vector<GrowthDue>> GrowthStore::due(GrowthStage stage, int limit) {
    return allRows(m_database.query("SELECT address_key, since FROM growth_due WHERE stage = ? ORDER BY address_key "
                                    "LIMIT ?",
                                    int(stage), limit),
                   [](const Statement& row) {
                       return GrowthDue{row.text(0), row.integer(1)};
                   });
}

Result<qint64> GrowthStore::dueCount() {
    const auto number = m_database.number("SELECT count(*) FROM growth_due");
    return number ? Result<qint64>(number->value_or(0)) : Result<qint64>(number.error());
}

Result<void> GrowthStore::advance(const GrowthDue& finished, bool toSignature) {
    return done(toSignature ? m_database.run(
                                  "UPDATE growth_due SET stage = 1 WHERE address_key = ? AND since = ? AND stage = 0",
                                  finished.address, finished.since)
                            : m_database.run("DELETE FROM growth_due WHERE address_key = ? AND since = ?",
                                             finished.address, finished.since));
}

Result<void> GrowthStore::dueAgain() {
    return done(m_database.run("INSERT INTO growth_due (address_key, since) SELECT c.address_key, 0 FROM "
                               "correspondents c WHERE NOT EXISTS (SELECT 1 FROM identities i WHERE i.kind = 'email' "
                               "AND i.value = c.address_key) ON CONFLICT DO NOTHING"));
}

Result<void> GrowthStore::dueForMattering() {
    return done(m_database.run("INSERT INTO growth_due (address_key, since) SELECT DISTINCT m.from_key, 0 FROM "
                               "messages m WHERE m.in_inbox = 1 AND m.priority >= 3 AND m.from_owner = 0 AND "
                               "m.from_key <> '' AND NOT EXISTS (SELECT 1 FROM identities i WHERE i.kind = 'email' AND "
                               "i.value = m.from_key) ON CONFLICT DO NOTHING"));
}

Result<GrowthCandidate> GrowthStore::candidate(const QString& addressKey) {
    GrowthCandidate candidate;
    auto counted = CorrespondentStore(m_database).counted(addressKey);
    const auto held =
        m_database.number("SELECT count(*) FROM identities WHERE kind = 'email' AND value = ?", addressKey);
    const auto matters = m_database.number("SELECT 1 FROM messages WHERE from_key = ? AND from_owner = 0 AND in_inbox "
                                           "= 1 AND priority >= 3 LIMIT 1",
                                           addressKey);
    if (!counted || !held || !matters) {
        return !counted ? counted.error() : !held ? held.error() : matters.error();
    }
    candidate.known = std::move(*counted);
    candidate.held = held->value_or(0) > 0;
    candidate.matters = matters->has_value();
    if (const auto newest = addNewest(m_database, candidate); !newest) {
        return newest.error();
    }
    if (!candidate.newest) {
        const auto sent = newestTo(m_database, addressKey);
        if (!sent) {
            return sent.error();
        }
        candidate.toThem = *sent;
    }
    return candidate;
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

Result<qint64> GrowthStore::grownCount() {
    const auto number = m_database.number("SELECT count(*) FROM contacts WHERE state = 'grown' AND merged_into = 0");
    return number ? Result<qint64>(number->value_or(0)) : Result<qint64>(number.error());
}

}  // namespace kith::storage
