// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What was read from each message's text, kept so that deciding again needs no text; and the walk in time order over
// it.
#pragma once

#include "core/domain/message.h"
#include "core/domain/priority.h"
#include "core/storage/database.h"

#include <functional>
#include <optional>

namespace kith::storage {

/// A message as the ranker needs it: without snippet, labels, Reply-To and references.
struct SignedMessage {
    Message message;
    QByteArray signs;  ///< bytes of triage/signals
    bool inInbox{false};
    std::optional<Priority> priority;  ///< of the decision that stands
    double importance{0};
    DecidedBy decidedBy{DecidedBy::Local};
    bool needsReview{false};
};

class SignalStore {
public:
    explicit SignalStore(Database& database)
        : m_database(database) {}

    /// Written with the message, in the caller's transaction.
    Result<void> save(MessageId message, const QByteArray& signs, const QStringList& inReplyTo);
    Result<std::optional<QByteArray>> of(MessageId message);

    /// All messages, oldest first, page by page; the visitor may write, and says false to stop.
    Result<void> walk(const std::function<bool(const SignedMessage&)>& visit);

private:
    Result<std::vector<SignedMessage>> page(qint64 after);
    Result<void> addRecipients(std::vector<SignedMessage>& page);

    Database& m_database;
};

}  // namespace kith::storage
