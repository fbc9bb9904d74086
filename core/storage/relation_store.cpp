// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/relation_store.h"

#include "core/storage/rows.h"

#include <algorithm>

namespace kith::storage {

namespace {

MailCount readMailCount(const Statement& row, bool sent) {
    return {row.text(0), row.text(1), sent, row.integer(2), row.millis(3)};
}

bool isOfDomain(const QString& key, const QStringList& domains) {
    return domains.contains(key.section(QLatin1Char('@'), -1));
}

}  // namespace

Result<std::vector<MailCount>> RelationStore::countsWith(const QString& theirs, const QStringList& ourDomains) {
    std::vector<MailCount> counts;
    Statement out = m_database.query(
        "SELECT m.from_key, max(m.from_name), count(DISTINCT m.id), max(m.date_ms), max(m.from_owner) FROM "
        "message_recipients r JOIN messages m ON m.id = r.message_id WHERE r.address_key = ? AND r.kind < 3 GROUP BY "
        "m.from_key",
        theirs);
    while (out.next()) {
        if (out.flag(4) || isOfDomain(out.text(0), ourDomains)) {
            counts.push_back(readMailCount(out, true));
        }
    }
    Statement in = m_database.query(
        "SELECT r.address_key, max(r.name), count(DISTINCT m.id), max(m.date_ms), max(CASE WHEN o.address IS NULL THEN "
        "0 ELSE 1 END) FROM messages m JOIN message_recipients r ON r.message_id = m.id LEFT JOIN owner_addresses o ON "
        "o.address = r.address_key WHERE m.from_key = ? AND m.from_owner = 0 AND m.is_bulk = 0 AND r.kind < 3 GROUP BY "
        "r.address_key",
        theirs);
    while (in.next()) {
        if (in.flag(4) || isOfDomain(in.text(0), ourDomains)) {
            counts.push_back(readMailCount(in, false));
        }
    }
    if (out.failed() || in.failed()) {
        return out.failed() ? out.error() : in.error();
    }
    return counts;
}

Result<QStringList> RelationStore::closest(int limit) {
    const auto keys =
        allRows(m_database.query("SELECT address_key FROM correspondents WHERE sent_to + replied > 0 ORDER "
                                 "BY 2 * sent_to + replied DESC, address_key LIMIT ?",
                                 limit),
                [](const Statement& row) { return row.text(0); });
    return keys ? Result<QStringList>(QStringList(keys->begin(), keys->end())) : Result<QStringList>(keys.error());
}

Result<std::vector<std::chrono::milliseconds>> RelationStore::times(const QString& theirs,
                                                                    std::chrono::milliseconds since) {
    return allRows(
        m_database.query("SELECT date_ms FROM messages WHERE id IN (SELECT id FROM messages WHERE from_key = "
                         "? UNION SELECT r.message_id FROM message_recipients r WHERE r.address_key = ? AND "
                         "r.kind < 3) AND (from_owner = 1 OR from_key = ?) AND date_ms >= ?",
                         theirs, theirs, theirs, since),
        [](const Statement& row) { return row.millis(0); });
}

Result<std::vector<MessageId>> RelationStore::sentTo(const QString& theirs, int limit) {
    return idRows<MessageId>(
        m_database.query("SELECT DISTINCT m.id FROM message_recipients r JOIN messages m ON m.id = "
                         "r.message_id WHERE r.address_key = ? AND r.kind < 3 AND m.from_owner = "
                         "1 ORDER BY m.id DESC LIMIT ?",
                         theirs, limit));
}

Result<std::vector<CalendarMail>> RelationStore::calendars(const QString& theirs, int limit) {
    return allRows(
        m_database.query("SELECT m.id, m.thread_id, a.part FROM attachments a JOIN messages m ON m.id = a.message_id "
                         "WHERE a.content_type = 'text/calendar' AND (m.from_key = ? OR (m.from_owner = 1 AND EXISTS "
                         "(SELECT 1 FROM message_recipients r WHERE r.message_id = m.id AND r.address_key = ?))) ORDER "
                         "BY m.id DESC, a.part LIMIT ?",
                         theirs, theirs, limit),
        [](const Statement& row) {
            return CalendarMail{row.id<MessageId>(0), row.id<ThreadId>(1), row.number(2)};
        });
}

}  // namespace kith::storage
