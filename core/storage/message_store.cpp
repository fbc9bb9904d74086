// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/message_store.h"

#include "core/storage/message_writer.h"
#include "core/storage/rows.h"

namespace kith::storage {

namespace {

constexpr auto kMessageColumns =
    "m.id, m.thread_id, m.account_id, m.rfc822_message_id, m.subject, m.from_name, m.from_address, m.date_ms, "
    "m.date_offset_min, m.snippet, m.bulk, m.attachment_count, m.size, m.from_owner, m.unread, m.starred, "
    "m.snoozed_until, "
    "t.in_reply_to, t.references_list";

QStringList storedLines(const QString& text) {
    return text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

Message readMessage(const Statement& row) {
    Message message;
    message.id = row.id<MessageId>(0);
    message.thread = row.id<ThreadId>(1);
    message.account = row.id<AccountId>(2);
    message.rfc822MessageId = row.text(3);
    message.subject = row.text(4);
    message.from = {row.text(5), row.text(6)};
    message.date = row.millis(7);
    message.dateOffset = std::chrono::minutes{row.integer(8)};
    message.snippet = row.text(9);
    message.bulk = unpackedBulk(row.utf8(10).toByteArray());
    message.attachmentCount = row.number(11);
    message.sizeBytes = row.integer(12);
    message.fromOwner = row.flag(13);
    message.unread = row.flag(14);
    message.starred = row.flag(15);
    message.snoozedUntil = row.millis(16);
    message.inReplyTo = storedLines(row.text(17));
    message.references = storedLines(row.text(18));
    return message;
}

Result<void> addPeopleAndLabels(Database& database, Message& message) {
    {
        Statement people = database.query("SELECT kind, name, address FROM message_recipients WHERE message_id = ? "
                                          "AND kind <> 2 ORDER BY kind, position",
                                          message.id);
        while (people.next()) {
            const int kind = people.number(0);
            Addresses& list = kind == 0 ? message.to : kind == 1 ? message.cc : message.replyTo;
            list.push_back({people.text(1), people.text(2)});
        }
        if (people.failed()) {
            return people.error();
        }
    }
    Statement labels = database.query("SELECT l.name FROM message_labels ml JOIN labels l ON l.id = ml.label_id "
                                      "WHERE ml.message_id = ? ORDER BY l.name",
                                      message.id);
    while (labels.next()) {
        message.labels << labels.text(0);
    }
    if (message.unread) {
        message.labels << QStringLiteral("UNREAD");
    }
    if (message.starred) {
        message.labels << QStringLiteral("STARRED");
    }
    return labels.failed() ? Result<void>(labels.error()) : Result<void>();
}

Result<std::vector<Message>> completed(Database& database, Result<std::vector<Message>> messages) {
    if (messages) {
        for (Message& message : *messages) {
            if (const auto added = addPeopleAndLabels(database, message); !added) {
                return added.error();
            }
        }
    }
    return messages;
}

QByteArray selectMessages(const char* condition) {
    return QByteArray("SELECT ") + kMessageColumns +
           " FROM messages m JOIN message_text t ON t.message_id = m.id WHERE " + condition;
}

}  // namespace

MessageStore::MessageStore(Database& database)
    : m_database(database)
    , m_writer(std::make_unique<MessageWriter>(database)) {
}
MessageStore::~MessageStore() = default;

Result<AddOutcome> MessageStore::add(const IncomingMessage& incoming) {
    return m_writer->add(incoming);
}
Result<std::vector<ThreadId>> MessageStore::settle() {
    return m_writer->settle();
}

Result<std::optional<Message>> MessageStore::message(MessageId id) {
    auto found = completed(m_database, allRows(m_database.query(selectMessages("m.id = ?"), id), readMessage));
    if (!found) {
        return found.error();
    }
    return found->empty() ? std::optional<Message>() : std::move(found->front());
}

Result<std::vector<Message>> MessageStore::messages(std::span<const MessageId> ids) {
    std::vector<Message> all;
    for (const MessageId id : ids) {
        auto one = message(id);
        if (!one) {
            return one.error();
        }
        if (*one) {
            all.push_back(std::move(**one));
        }
    }
    return all;
}

Result<std::vector<Message>> MessageStore::thread(ThreadId id) {
    return completed(m_database,
                     allRows(m_database.query(selectMessages("m.thread_id = ? ORDER BY m.id"), id), readMessage));
}

Result<std::optional<ThreadId>> MessageStore::threadOf(MessageId id) {
    const auto found = m_database.number("SELECT thread_id FROM messages WHERE id = ?", id);
    if (!found) {
        return found.error();
    }
    return *found ? std::optional(ThreadId{**found}) : std::nullopt;
}

Result<std::vector<MessageId>> MessageStore::withMessageId(const QString& rfc822MessageId) {
    const qint64 key = messageIdKey(rfc822MessageId);
    if (key == 0) {
        return std::vector<MessageId>{};
    }
    return idRows<MessageId>(m_database.query("SELECT id FROM messages WHERE rfc822_key = ? ORDER BY id", key));
}

Result<std::optional<LetterParts>> MessageStore::letterParts(MessageId id) {
    return firstRow(
        m_database.query("SELECT t.body, t.zones, m.has_html, t.text_is_from_html FROM message_text t "
                         "JOIN messages m ON m.id = t.message_id WHERE t.message_id = ?",
                         id),
        [](const Statement& row) {
            return LetterParts{QString::fromUtf8(row.bytes(0)), unpackedZones(row.bytes(1)), row.flag(2), row.flag(3)};
        });
}

Result<std::optional<QByteArray>> MessageStore::source(MessageId id) {
    const auto packed = firstRow(m_database.query("SELECT zstd FROM message_source WHERE message_id = ?", id),
                                 [](const Statement& row) { return row.bytes(0); });
    if (!packed) {
        return packed.error();
    }
    if (!*packed) {
        return std::optional<QByteArray>();
    }
    auto bytes = decompressed(**packed);
    return bytes ? Result<std::optional<QByteArray>>(std::move(*bytes)) : bytes.error();
}

Result<std::vector<Attachment>> MessageStore::attachments(MessageId id) {
    return allRows(m_database.query("SELECT filename, content_type, disposition, content_id, size, sha256, part "
                                    "FROM attachments WHERE message_id = ? ORDER BY position",
                                    id),
                   [](const Statement& row) {
                       return Attachment{row.text(0),  row.text(1),    row.text(2),
                                         row.text(3),  row.integer(4), row.utf8(5).toByteArray(),
                                         row.number(6)};
                   });
}

Result<MailCounts> MessageStore::counts() {
    MailCounts counts;
    const std::pair<qint64*, const char*> questions[] = {
        {&counts.messages, "SELECT count(*) FROM messages"},
        {&counts.threads, "SELECT count(*) FROM threads"},
        {&counts.inbox, "SELECT count(*) FROM messages WHERE in_inbox = 1"},
        {&counts.unread, "SELECT count(*) FROM messages WHERE in_inbox = 1 AND unread = 1"}};
    for (const auto& [answer, sql] : questions) {
        const auto number = m_database.number(sql);
        if (!number) {
            return number.error();
        }
        *answer = number->value_or(0);
    }
    return counts;
}

Result<std::vector<MessageId>> MessageStore::newest(MessageId before, int limit) {
    return idRows<MessageId>(
        m_database.query("SELECT id FROM messages WHERE id < ? ORDER BY id DESC LIMIT ?", below(before), limit));
}

Result<std::vector<MessageId>> MessageStore::oldest(MessageId after, int limit) {
    return idRows<MessageId>(
        m_database.query("SELECT id FROM messages WHERE id > ? ORDER BY id LIMIT ?", after, limit));
}

Result<std::vector<MessageId>> MessageStore::fromSender(const QString& key, MessageId before, int limit) {
    return idRows<MessageId>(m_database.query(
        "SELECT id FROM messages WHERE from_key = ? AND id < ? ORDER BY id DESC LIMIT ?", key, below(before), limit));
}

Result<std::vector<MessageId>> MessageStore::fromDomain(const QString& domain, MessageId before, int limit) {
    return idRows<MessageId>(
        m_database.query("SELECT id FROM messages WHERE from_domain = ? AND id < ? ORDER BY id DESC LIMIT ?", domain,
                         below(before), limit));
}

}  // namespace kith::storage
