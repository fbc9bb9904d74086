// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What was read from each message's text, kept so that deciding again needs no text; and the walk in time order over it.
#pragma once

#include "core/domain/message.h"
#include "core/storage/database.h"

#include <functional>
#include <optional>

namespace kith::storage {

class SignalStore {
public:
    explicit SignalStore(Database& database) : m_database(database) {}

    /// Bytes of triage/signals; written with the message, in the caller's transaction.
    Result<void> save(MessageId message, const QByteArray& signs);
    Result<std::optional<QByteArray>> of(MessageId message);

    struct Letter {
        Message message;   ///< without snippet, labels and Reply-To
        QByteArray signs;
        bool inInbox{false};
    };
    enum class Order { OldestFirst, NewestFirst };
    /// One pass over all messages in the order of their dates; the visitor says false to stop.
    Result<void> walk(Order order, const std::function<bool(const Letter&)>& visit);

private:
    Database& m_database;
};

}  // namespace kith::storage
