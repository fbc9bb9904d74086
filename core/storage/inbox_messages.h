// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The inbox message by message, for the command line: every message labelled INBOX, by priority, then newest first.
#pragma once

#include "core/domain/message.h"
#include "core/domain/priority.h"
#include "core/storage/database.h"

namespace kith::storage {

struct InboxMessageQuery {
    bool all{true};                    ///< false: without those that are snoozed
    std::optional<Priority> priority;  ///< only this one
    bool onlyReview{false};            ///< and then what is most worth asking first
};

/// The row after which a page begins; default: from the top.
struct InboxMessageKey {
    int priority{5};
    MessageId message{};
    double asking{1e9};
};

struct InboxMessage {
    MessageId id;
    ThreadId thread;
    QString rfc822MessageId;
    Address from;
    QString subject;
    std::chrono::milliseconds date{0};
    std::chrono::minutes dateOffset{0};
    std::optional<Priority> priority;
    double importance{0};
    double confidence{0};
    DecidedBy decidedBy{DecidedBy::Local};
    bool needsReview{false};
    QString reason;
    double asking{0};  ///< what asking about it is worth
};

Result<std::vector<InboxMessage>> inboxMessages(Database& database, const InboxMessageQuery& query,
                                                const InboxMessageKey& after, int limit);
InboxMessageKey keyOf(const InboxMessage& message);

}  // namespace kith::storage
