// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/inbox_messages.h"

#include "core/storage/rows.h"

namespace kith::storage {

namespace {

InboxMessage readInboxMessage(const Statement& row) {
    InboxMessage m;
    m.id = row.id<MessageId>(0);
    m.thread = row.id<ThreadId>(1);
    m.rfc822MessageId = row.text(2);
    m.from = {row.text(3), row.text(4)};
    m.subject = row.text(5);
    m.date = row.millis(6);
    m.dateOffset = std::chrono::minutes{row.integer(7)};
    if (row.number(8) >= 0) {
        m.priority = static_cast<Priority>(row.number(8));
    }
    m.importance = row.real(9);
    m.confidence = row.real(10);
    m.decidedBy = static_cast<DecidedBy>(row.number(11));
    m.needsReview = row.flag(12);
    m.reason = row.text(13);
    m.asking = row.real(14);
    return m;
}

}  // namespace

InboxMessageKey keyOf(const InboxMessage& message) {
    return {message.priority ? int(*message.priority) : -1, message.id, message.asking};
}

Result<std::vector<InboxMessage>> inboxMessages(Database& database, const InboxMessageQuery& query,
                                                const InboxMessageKey& after, int limit) {
    QByteArray sql =
        "SELECT m.id, m.thread_id, m.rfc822_message_id, m.from_name, m.from_address, m.subject, m.date_ms, "
        "m.date_offset_min, m.priority, m.importance, m.confidence, m.decided_by, m.needs_review, m.reason, ";
    sql += query.onlyReview
               ? "coalesce(d.asking, 0) FROM messages m LEFT JOIN decisions d ON d.message_id = m.id AND "
                 "d.latest = 1 WHERE m.in_inbox = 1 AND m.needs_review = 1 AND (coalesce(d.asking, 0), m.id)"
               : "0.0 FROM messages m WHERE m.in_inbox = 1 AND (m.priority, m.id)";
    sql += " < (?, ?)";
    sql += query.all ? "" : " AND m.snoozed_until = 0";
    if (query.priority) {
        sql += " AND m.priority = " + QByteArray::number(int(*query.priority));
    }
    const qint64 id = after.message ? after.message.value : std::numeric_limits<qint64>::max();
    if (query.onlyReview) {
        return allRows(
            database.query(sql + " ORDER BY coalesce(d.asking, 0) DESC, m.id DESC LIMIT ?", after.asking, id, limit),
            readInboxMessage);
    }
    return allRows(database.query(sql + " ORDER BY m.priority DESC, m.id DESC LIMIT ?", after.priority, id, limit),
                   readInboxMessage);
}

}  // namespace kith::storage
