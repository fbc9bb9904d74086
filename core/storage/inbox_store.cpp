// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/inbox_store.h"

#include "core/storage/rows.h"

namespace kith::storage {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds kWaitingReach = 30 * 24h;

constexpr auto kRowColumns =
    "id, message_id, subject, senders, from_name, from_address, snippet, last_date, message_count, unread_count, "
    "attachment_count, priority, importance, confidence, decided_by, needs_review, reason, chips, in_inbox, starred, "
    "is_bulk, reply_owed, waiting, snoozed_until";

InboxRow readInboxRow(const Statement& row) {
    InboxRow r;
    r.thread = row.id<ThreadId>(0);
    r.message = row.id<MessageId>(1);
    r.subject = row.text(2);
    r.senders = row.text(3).split(QLatin1Char('\n'));
    r.from = {row.text(4), row.text(5)};
    r.snippet = row.text(6);
    r.date = row.millis(7);
    r.messages = row.number(8);
    r.unread = row.number(9);
    r.attachments = row.number(10);
    if (row.number(11) >= 0) {
        r.priority = static_cast<Priority>(row.number(11));
    }
    r.importance = row.real(12);
    r.confidence = row.real(13);
    r.decidedBy = static_cast<DecidedBy>(row.number(14));
    r.needsReview = row.flag(15);
    r.reason = row.text(16);
    r.chips = row.text(17).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    r.inInbox = row.flag(18);
    r.starred = row.flag(19);
    r.bulk = row.flag(20);
    r.replyOwed = row.flag(21);
    r.waiting = row.flag(22);
    r.snoozedUntil = row.millis(23);
    return r;
}

OrderEntry readOrderEntry(const Statement& row) {
    return {row.number(0), row.integer(1), row.integer(2)};
}

/// Written so that each condition names its partial index.
QByteArray tabCondition(InboxTab tab) {
    switch (tab) {
    case InboxTab::Priority:
        return "tab > 0 AND tab = 1";
    case InboxTab::Other:
        return "tab > 0 AND tab = 2";
    case InboxTab::Inbox:
        return "tab > 0";
    case InboxTab::RepliesOwed:
        return "reply_owed = 1";
    case InboxTab::Waiting:
        return "waiting = 1 AND last_date >= ?";
    case InboxTab::Review:
        return "needs_review = 1";
    case InboxTab::Starred:
        return "starred = 1";
    case InboxTab::Snoozed:
        return "snoozed_until > 0";
    case InboxTab::Sent:
        return "has_sent = 1";
    case InboxTab::All:
        return "id > 0";
    }
    return "id > 0";
}

QByteArray orderWords(InboxOrder order) {
    return order == InboxOrder::Date ? " ORDER BY last_date DESC, id DESC"
                                     : " ORDER BY priority DESC, last_date DESC, id DESC";
}

struct Condition {
    QByteArray words;
    std::vector<qint64> values;
};

Condition conditionOf(const Database& database, const InboxQuery& query) {
    Condition condition{tabCondition(query.tab), {}};
    if (query.tab == InboxTab::Waiting) {
        condition.values.push_back((database.now() - kWaitingReach).count());
    }
    if (query.label) {
        condition.words +=
            " AND id IN (SELECT m.thread_id FROM messages m JOIN message_labels ml ON ml.message_id = m.id "
            "WHERE ml.label_id = ?)";
        condition.values.push_back(query.label->value);
    }
    return condition;
}

Statement bound(Database& database, const QByteArray& sql, const std::vector<qint64>& values) {
    Statement statement = database.query(sql);
    for (size_t i = 0; i < values.size() && !statement.failed(); ++i) {
        statement.bindTo(int(i) + 1, values[i]);
    }
    return statement;
}

}  // namespace

InboxKey keyOf(const InboxRow& row, InboxOrder order) {
    return {order == InboxOrder::Date ? 5 : row.priority ? int(*row.priority) : -1, row.date, row.thread};
}

Result<std::vector<qint64>> InboxStore::order(const InboxQuery& query) {
    if (query.order == InboxOrder::Asking) {
        return allRows(
            m_database.query("SELECT t.id FROM threads t LEFT JOIN decisions d ON d.message_id = t.message_id "
                             "AND d.latest = 1 WHERE t.needs_review = 1 "
                             "ORDER BY coalesce(d.asking, 0) DESC, t.last_date DESC, t.id DESC"),
            [](const Statement& row) { return row.integer(0); });
    }
    const Condition condition = conditionOf(m_database, query);
    return allRows(bound(m_database, "SELECT id FROM threads WHERE " + condition.words + orderWords(query.order),
                         condition.values),
                   [](const Statement& row) { return row.integer(0); });
}

Result<std::vector<OrderEntry>> InboxStore::priorityTab() {
    return allRows(m_database.query("SELECT priority, last_date, id FROM threads WHERE tab > 0 AND tab = 1 "
                                    "ORDER BY priority DESC, last_date DESC, id DESC"),
                   readOrderEntry);
}

Result<std::optional<OrderEntry>> InboxStore::placeInPriorityTab(ThreadId thread) {
    return firstRow(m_database.query("SELECT priority, last_date, id FROM threads WHERE id = ? AND tab = 1", thread),
                    readOrderEntry);
}

Result<std::vector<InboxRow>> InboxStore::rows(std::span<const qint64> threads) {
    std::vector<InboxRow> all;
    const QByteArray sql = QByteArray("SELECT ") + kRowColumns + " FROM threads WHERE id = ?";
    for (const qint64 thread : threads) {
        const auto row = firstRow(m_database.query(sql, thread), readInboxRow);
        if (!row) {
            return row.error();
        }
        if (*row) {
            all.push_back(**row);
        }
    }
    return all;
}

Result<std::vector<InboxRow>> InboxStore::page(const InboxQuery& query, const InboxKey& after, int limit) {
    Condition condition = conditionOf(m_database, query);
    if (query.order == InboxOrder::PriorityThenDate) {
        condition.words += " AND (priority, last_date, id) < (?, ?, ?)";
        condition.values.push_back(after.priority);
    } else {
        condition.words += " AND (last_date, id) < (?, ?)";
    }
    condition.values.insert(condition.values.end(), {after.date.count(), after.thread.value, qint64(limit)});
    return allRows(bound(m_database,
                         QByteArray("SELECT ") + kRowColumns + " FROM threads WHERE " + condition.words +
                             orderWords(query.order) + " LIMIT ?",
                         condition.values),
                   readInboxRow);
}

Result<InboxCount> InboxStore::count(InboxTab tab) {
    const Condition condition = conditionOf(m_database, {tab, InboxOrder::PriorityThenDate, {}});
    InboxCount count;
    for (qint64* answer : {&count.threads, &count.unread}) {
        const QByteArray sql = "SELECT count(*) FROM threads WHERE " + condition.words;
        const auto number = firstRow(
            bound(m_database, answer == &count.threads ? sql : sql + " AND unread_count > 0", condition.values),
            [](const Statement& row) { return row.integer(0); });
        if (!number) {
            return number.error();
        }
        *answer = number->value_or(0);
    }
    return count;
}

}  // namespace kith::storage
