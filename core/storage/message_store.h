// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Letters in and out: stores a letter once, puts it into its thread while it comes in, and reads it back in parts.
#pragma once

#include "core/domain/message.h"
#include "core/storage/database.h"

#include <memory>
#include <span>

namespace kith::storage {

struct IncomingMessage {
    const Letter& letter;
    QByteArray raw;  ///< the bytes as they came
    ImportId import{};
    AccountId account{};
    bool fromOwner{false};
    bool unread{false};
    bool starred{false};
    bool ownerAsks{false};  ///< written by the owner and expecting an answer: the thread waits
    QStringList labels{};   ///< INBOX, SENT, user labels …; UNREAD and STARRED are the flags above
    QString snippet{};      ///< first words of the author's text
    QString searchText{};   ///< what search looks through besides subject and people; empty: letter.text
    QString language{};     ///< BCP 47; empty: unknown
    QByteArray identity{};  ///< keeps equal letters apart where the server holds them as two; empty: equal is one
    std::vector<qint64> threadKeys{};  ///< what else says to which conversation it belongs
};

struct AddOutcome {
    bool added{false};  ///< false: a duplicate of `message`
    MessageId message;
    ThreadId thread;
};

struct LetterParts {
    QString text;
    std::vector<Zone> zones;
    bool hasHtml{false};  ///< in the source; read it out with mail/mime_parser
    bool textIsFromHtml{false};
};

struct MailCounts {
    qint64 messages{0};
    qint64 threads{0};
    qint64 inbox{0};  ///< messages labelled INBOX
    qint64 unread{0};
};

class MessageStore {
public:
    explicit MessageStore(Database& database);
    ~MessageStore();
    Q_DISABLE_COPY_MOVE(MessageStore)

    /// Inside a Transaction of the caller (a batch), then settle() before the commit.
    Result<AddOutcome> add(const IncomingMessage& incoming);
    /// Fresh summaries for the threads that add() touched since the last settle(); returns them.
    Result<std::vector<ThreadId>> settle();

    Result<std::optional<Message>> message(MessageId id);
    Result<std::vector<Message>>
    messages(std::span<const MessageId> ids);          ///< in the order of ids; missing ones left out
    Result<std::vector<Message>> thread(ThreadId id);  ///< oldest first
    Result<std::optional<ThreadId>> threadOf(MessageId id);
    /// All with this Message-ID, with or without angle brackets.
    Result<std::vector<MessageId>> withMessageId(const QString& rfc822MessageId);
    Result<std::optional<LetterParts>> letterParts(MessageId id);
    /// The bytes as they came, decompressed.
    Result<std::optional<QByteArray>> source(MessageId id);
    Result<std::vector<Attachment>> attachments(MessageId id);
    Result<MailCounts> counts();

    /// Newest first, every message once: `before` is the last id of the previous page.
    Result<std::vector<MessageId>> newest(MessageId before, int limit);
    /// Oldest first, for replay: `after` is the last id of the previous page.
    Result<std::vector<MessageId>> oldest(MessageId after, int limit);
    /// With this sender (addressKey) or from this domain, newest first.
    Result<std::vector<MessageId>> fromSender(const QString& addressKey, MessageId before, int limit);
    Result<std::vector<MessageId>> fromDomain(const QString& domain, MessageId before, int limit);

private:
    Database& m_database;
    std::unique_ptr<class MessageWriter> m_writer;
};

}  // namespace kith::storage
