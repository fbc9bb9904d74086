// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Computes the rows that the lists read from the messages of a thread.
#include "core/storage/inbox_store.h"

#include "core/storage/rows.h"

namespace kith::storage {

namespace {

struct SummaryMessage {
    qint64 id{0};
    QString subject, fromName, fromAddress, snippet, reason, chips;
    bool fromOwner{false}, unread{false}, starred{false}, inInbox{false}, bulk{false}, ownerAsks{false}, review{false};
    qint64 date{0}, snoozedUntil{0};
    int attachments{0}, toOwner{0}, priority{-1}, decidedBy{3};
    double importance{0}, confidence{0};
};

SummaryMessage readSummaryMessage(const Statement& row) {
    SummaryMessage m;
    m.id = row.integer(0);
    m.subject = row.text(1);
    m.fromName = row.text(2);
    m.fromAddress = row.text(3);
    m.fromOwner = row.flag(4);
    m.date = row.integer(5);
    m.snippet = row.text(6);
    m.unread = row.flag(7);
    m.starred = row.flag(8);
    m.snoozedUntil = row.integer(9);
    m.attachments = row.number(10);
    m.inInbox = row.flag(11);
    m.bulk = row.flag(12);
    m.toOwner = row.number(13);
    m.ownerAsks = row.flag(14);
    m.priority = row.number(15);
    m.importance = row.real(16);
    m.confidence = row.real(17);
    m.decidedBy = row.number(18);
    m.review = row.flag(19);
    m.reason = row.text(20);
    m.chips = row.text(21);
    return m;
}

/// The message a row speaks of: the latest of others in the inbox, else the latest in the inbox, else the latest.
const SummaryMessage& spokesman(const std::vector<SummaryMessage>& messages) {
    const SummaryMessage* latestInbox = nullptr;
    for (auto m = messages.rbegin(); m != messages.rend(); ++m) {
        if (m->inInbox && !m->fromOwner) {
            return *m;
        }
        latestInbox = m->inInbox && !latestInbox ? &*m : latestInbox;
    }
    return latestInbox ? *latestInbox : messages.back();
}

QString senderLine(const std::vector<SummaryMessage>& messages) {
    QStringList names;
    for (const SummaryMessage& m : messages) {
        const QString name = m.fromOwner ? QString() : m.fromName.isEmpty() ? m.fromAddress : m.fromName;
        if (!names.contains(name) && names.size() < 3) {
            names << name;
        }
    }
    return names.join(QLatin1Char('\n'));
}

struct ThreadSums {
    int unread{0}, attachments{0};
    bool inInbox{false}, starred{false}, sent{false};
};

ThreadSums sumsOf(const std::vector<SummaryMessage>& messages) {
    ThreadSums sums;
    for (const SummaryMessage& m : messages) {
        sums.unread += m.unread ? 1 : 0;
        sums.attachments += m.attachments;
        sums.inInbox = sums.inInbox || m.inInbox;
        sums.starred = sums.starred || m.starred;
        sums.sent = sums.sent || m.fromOwner;
    }
    return sums;
}

Result<void> writeSummary(Database& database, ThreadId thread, const std::vector<SummaryMessage>& messages) {
    const SummaryMessage& row = spokesman(messages);
    const SummaryMessage& last = messages.back();
    const ThreadSums sums = sumsOf(messages);
    const bool snoozed = sums.inInbox && row.snoozedUntil > 0;
    const int tab = !sums.inInbox || snoozed ? 0 : row.bulk && row.priority < int(Priority::Medium) ? 2 : 1;
    const bool owed =
        tab > 0 && !last.fromOwner && last.toOwner > 0 && !last.bulk && last.priority >= int(Priority::Low);
    return done(database.run(
        "UPDATE threads SET message_id = ?, subject = ?, senders = ?, from_name = ?, from_address = ?, snippet = ?, "
        "last_date = ?, message_count = ?, unread_count = ?, attachment_count = ?, tab = ?, in_inbox = ?, priority = "
        "?, "
        "importance = ?, confidence = ?, decided_by = ?, needs_review = ?, reason = ?, chips = ?, starred = ?, "
        "snoozed_until = ?, is_bulk = ?, owner_wrote_last = ?, reply_owed = ?, waiting = ?, has_sent = ? WHERE id = ?",
        row.id, row.subject, senderLine(messages), row.fromName, row.fromAddress, row.snippet, last.date,
        int(messages.size()), sums.unread, sums.attachments, tab, sums.inInbox, row.priority, row.importance,
        row.confidence, row.decidedBy, row.review && sums.inInbox, row.reason, row.chips, sums.starred,
        snoozed ? row.snoozedUntil : qint64(0), row.bulk, last.fromOwner, owed, last.fromOwner && last.ownerAsks,
        sums.sent, thread));
}

}  // namespace

Result<void> InboxStore::refreshThreads(std::span<const ThreadId> threads) {
    for (const ThreadId thread : threads) {
        const auto messages = allRows(
            m_database.query(
                "SELECT id, subject, from_name, from_address, from_owner, date_ms, snippet, unread, starred, "
                "snoozed_until, attachment_count, in_inbox, is_bulk, to_owner, owner_asks, priority, importance, "
                "confidence, decided_by, needs_review, reason, chips FROM messages WHERE thread_id = ? "
                "ORDER BY id",
                thread),
            readSummaryMessage);
        if (!messages) {
            return messages.error();
        }
        if (!messages->empty()) {
            if (const auto written = writeSummary(m_database, thread, *messages); !written) {
                return written;
            }
            continue;
        }
        for (const char* sql : {"DELETE FROM thread_keys WHERE thread_id = ?", "DELETE FROM threads WHERE id = ?"}) {
            if (const auto gone = m_database.run(sql, thread); !gone) {
                return gone.error();
            }
        }
    }
    return {};
}

}  // namespace kith::storage
