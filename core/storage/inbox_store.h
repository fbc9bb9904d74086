// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the lists show: thread summaries kept ready, their order for the virtual list, rows on demand, counts for tabs.
#pragma once

#include "core/domain/address.h"
#include "core/domain/priority.h"
#include "core/storage/database.h"

#include <QStringList>

#include <optional>
#include <span>
#include <tuple>

namespace kith::storage {

enum class InboxTab {
    Priority,     ///< inbox, and not bulk or at least Medium
    Other,        ///< the rest of the inbox
    Inbox,        ///< both
    RepliesOwed,  ///< somebody wrote last, to the owner, not bulk, at least Low
    Waiting,      ///< the owner wrote last and expects an answer, within 30 days
    Review,       ///< needs the user's eye
    Starred,
    Snoozed,
    Sent,
    All,
};

enum class InboxOrder {
    PriorityThenDate,
    Date,
    Asking,  ///< what is most worth asking first; only for the whole order of Review
};

struct InboxQuery {
    InboxTab tab{InboxTab::Priority};
    InboxOrder order{InboxOrder::PriorityThenDate};
    std::optional<LabelId> label;  ///< only threads with a message so labelled
};

/// The row after which a page begins; default: from the top.
struct InboxKey {
    int priority{5};
    std::chrono::milliseconds date{std::chrono::milliseconds::max()};
    ThreadId thread{};
};

struct InboxRow {
    ThreadId thread;
    MessageId message;  ///< the one the row speaks of: latest of the inbox, else latest
    QString subject;
    QStringList senders;  ///< up to three names in order of appearance; the owner's own is empty
    Address from;         ///< of `message`
    QString snippet;
    std::chrono::milliseconds date{0};  ///< of the thread's last message
    int messages{0};
    int unread{0};
    int attachments{0};
    std::optional<Priority> priority;  ///< nothing: not decided yet
    double importance{0};
    double confidence{0};
    DecidedBy decidedBy{DecidedBy::Local};
    bool needsReview{false};
    QString reason;
    QStringList chips;
    bool inInbox{false};
    bool starred{false};
    bool bulk{false};
    bool replyOwed{false};
    bool waiting{false};
    std::chrono::milliseconds snoozedUntil{0};
};

/// What the place in the priority list follows from: higher priority first (undecided is −1), newer first.
struct OrderEntry {
    int priority{-1};
    qint64 date{0};
    qint64 thread{0};
};
inline bool comesBefore(const OrderEntry& a, const OrderEntry& b) {
    return std::tie(a.priority, a.date, a.thread) > std::tie(b.priority, b.date, b.thread);
}

struct InboxCount {
    qint64 threads{0};
    qint64 unread{0};  ///< threads with unread messages
};

class InboxStore {
public:
    explicit InboxStore(Database& database)
        : m_database(database) {}

    /// Computes the summaries of these threads again; threads without messages go.
    Result<void> refreshThreads(std::span<const ThreadId> threads);
    /// The whole order as ids, for a list that knows its length.
    Result<std::vector<qint64>> order(const InboxQuery& query);
    /// The whole priority tab in its order.
    Result<std::vector<OrderEntry>> priorityTab();
    /// Nothing where the conversation does not stand in it.
    Result<std::optional<OrderEntry>> placeInPriorityTab(ThreadId thread);
    /// Rows in the order of ids; threads that are gone are left out.
    Result<std::vector<InboxRow>> rows(std::span<const qint64> threads);
    Result<std::vector<InboxRow>> page(const InboxQuery& query, const InboxKey& after, int limit);
    Result<InboxCount> count(InboxTab tab);

private:
    Database& m_database;
};

InboxKey keyOf(const InboxRow& row, InboxOrder order = InboxOrder::PriorityThenDate);

}  // namespace kith::storage
