// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/inbox_messages.h"

#include "core/storage/rows.h"

namespace kith::storage {

InboxMessageKey keyOf(const InboxMessage& message) {
    return {message.priority ? int(*message.priority) : -1, message.id};
}

Result<std::vector<InboxMessage>> inboxMessages(Database& database, const InboxMessageQuery& query,
                                                const InboxMessageKey& after, int limit) {
    QByteArray sql =
        "SELECT id, thread_id, rfc822_message_id, from_name, from_address, subject, date_ms, date_offset_min, "
        "priority, importance, confidence, decided_by, needs_review, reason FROM messages "
        "WHERE in_inbox = 1 AND (priority, id) < (?, ?)";
    sql += query.all ? "" : " AND snoozed_until = 0";
    sql += query.onlyReview ? " AND needs_review = 1" : "";
    if (query.priority) {
        sql += " AND priority = " + QByteArray::number(int(*query.priority));
    }
    const qint64 id = after.message ? after.message.value : std::numeric_limits<qint64>::max();
    return allRows(database.query(sql + " ORDER BY priority DESC, id DESC LIMIT ?", after.priority, id, limit),
                   [](const Statement& row) {
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
                       return m;
                   });
}

}  // namespace kith::storage
