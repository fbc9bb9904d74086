// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/signal_store.h"

#include "core/storage/codec.h"

namespace kith::storage {

namespace {

constexpr int kWalkPage = 1000;

constexpr const char* kWalkSql =
    "SELECT m.id, m.thread_id, m.rfc822_message_id, m.subject, m.from_name, m.from_address, m.date_ms, "
    "m.date_offset_min, m.bulk, m.from_owner, m.in_inbox, m.priority, m.importance, m.decided_by, m.needs_review, "
    "s.signs, s.in_reply_to, m.starred, m.unread "
    "FROM messages m LEFT JOIN message_signals s ON s.message_id = m.id WHERE m.id > ? ORDER BY m.id LIMIT ?";

SignedMessage readSigned(const Statement& row) {
    SignedMessage letter;
    Message& message = letter.message;
    message.id = row.id<MessageId>(0);
    message.thread = row.id<ThreadId>(1);
    message.rfc822MessageId = row.text(2);
    message.subject = row.text(3);
    message.from = {row.text(4), row.text(5)};
    message.date = row.millis(6);
    message.dateOffset = std::chrono::minutes(row.number(7));
    message.bulk = unpackedBulk(row.bytes(8));
    message.fromOwner = row.flag(9);
    letter.inInbox = row.flag(10);
    if (const int priority = row.number(11); priority >= 0) {
        letter.priority = static_cast<Priority>(priority);
    }
    letter.importance = row.real(12);
    letter.decidedBy = static_cast<DecidedBy>(row.number(13));
    letter.needsReview = row.flag(14);
    if (!row.isNull(15)) {
        letter.signs = row.bytes(15);
        message.inReplyTo = row.text(16).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }
    message.starred = row.flag(17);
    message.unread = row.flag(18);
    return letter;
}

}  // namespace

Result<void> SignalStore::save(MessageId message, const QByteArray& signs, const QStringList& inReplyTo) {
    return m_database
        .query("INSERT INTO message_signals (message_id, signs, in_reply_to) VALUES (?, ?, ?)", message, signs,
               inReplyTo.join(QLatin1Char(' ')))
        .run();
}

Result<std::optional<QByteArray>> SignalStore::of(MessageId message) {
    Statement row = m_database.query("SELECT signs FROM message_signals WHERE message_id = ?", message);
    std::optional<QByteArray> signs;
    if (row.next()) {
        signs = row.bytes(0);
    }
    return row.failed() ? Result<std::optional<QByteArray>>(row.error()) : signs;
}

Result<std::vector<SignedMessage>> SignalStore::page(qint64 after) {
    std::vector<SignedMessage> page;
    Statement rows = m_database.query(kWalkSql, after, kWalkPage);
    while (rows.next()) {
        page.push_back(readSigned(rows));
    }
    if (rows.failed()) {
        return rows.error();
    }
    if (auto added = addRecipients(page); !added) {
        return added.error();
    }
    return page;
}

Result<void> SignalStore::addRecipients(std::vector<SignedMessage>& page) {
    if (page.empty()) {
        return {};
    }
    Statement rows = m_database.query("SELECT message_id, kind, name, address FROM message_recipients "
                                      "WHERE message_id BETWEEN ? AND ? ORDER BY message_id, kind, position",
                                      page.front().message.id, page.back().message.id);
    size_t at = 0;
    while (rows.next()) {
        while (at < page.size() && page[at].message.id.value != rows.integer(0)) {
            ++at;
        }
        if (at == page.size()) {
            break;
        }
        const int kind = rows.number(1);
        if (kind == 0) {
            page[at].message.to.push_back({rows.text(2), rows.text(3)});
        } else if (kind == 1) {
            page[at].message.cc.push_back({rows.text(2), rows.text(3)});
        }
    }
    return rows.failed() ? Result<void>(rows.error()) : Result<void>();
}

Result<void> SignalStore::walk(const std::function<bool(const SignedMessage&)>& visit) {
    for (qint64 after = -1;;) {
        const auto letters = page(after);
        if (!letters) {
            return letters.error();
        }
        for (const SignedMessage& letter : *letters) {
            if (!visit(letter)) {
                return {};
            }
        }
        if (letters->size() < static_cast<size_t>(kWalkPage)) {
            return {};
        }
        after = letters->back().message.id.value;
    }
}

}  // namespace kith::storage
