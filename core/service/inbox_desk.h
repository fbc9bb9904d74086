// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The window's reads and commands for mail. Callable from the window's thread; every answer comes as a future
// from the desk's own thread and its own database connection (use .then(context, …) to bring it home).
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/feedback.h"
#include "core/service/changes.h"
#include "core/service/conversation.h"
#include "core/service/mail_labels.h"
#include "core/service/order_shelf.h"

#include <QFuture>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace kith::service {

template <class Subject>
class Desk;
class TriageRoom;
struct Cellar;

/// What a user does to conversations; labels are set by their names, see LabelChange.
enum class MailAction { Archive, ToInbox, Trash, Star, Unstar, MarkRead, MarkUnread, Snooze, Unsnooze, Spam, Mute };

class InboxDesk {
public:
    using Changed = std::function<void(const Changes&)>;

    InboxDesk(Desk<Cellar>& reading, Desk<TriageRoom>& triage, const Clock& clock, Changed changed)
        : m_reading(reading)
        , m_triage(triage)
        , m_clock(clock)
        , m_changed(std::move(changed)) {}

    QFuture<Result<InboxOrder>> order(MailList list);
    /// Who changed something says so before the window is told.
    void note(const Changes& changes) { m_shelf->note(changes); }
    /// The query language of kithctl search; newest first, at most limit conversations.
    QFuture<Result<InboxOrder>> search(const QString& query, int limit = 1000);
    /// In the order asked for; conversations that are gone meanwhile are left out.
    QFuture<Result<std::vector<InboxRow>>> rows(const std::vector<ThreadId>& threads);
    QFuture<Result<ListCounts>> counts();
    QFuture<Result<Conversation>> open(ThreadId thread);
    QFuture<Result<SenderCard>> card(const QString& address);
    /// Decoded bytes of one attachment.
    QFuture<Result<QByteArray>> attachment(MessageId message, int part);
    /// Journalled; until only for Snooze.
    QFuture<Result<Receipt>> act(MailAction action, const std::vector<ThreadId>& threads,
                                 std::chrono::milliseconds until = {});
    /// The user's labels, and which of them these conversations carry.
    QFuture<Result<std::vector<MailLabel>>> labels(const std::vector<ThreadId>& threads);
    /// Journalled; moves where INBOX is among the removed.
    QFuture<Result<Receipt>> setLabels(const std::vector<ThreadId>& threads, const LabelChange& change);
    QFuture<Result<FeedbackPreview>> preview(MessageId message, Priority assigned);
    /// Makes the decision again from what was stored; whether it comes out the same.
    QFuture<Result<bool>> replay(MessageId message);
    /// Stores the word of the user, teaches the ranker, scores the inbox again.
    QFuture<Result<Receipt>> giveFeedback(const Feedback& feedback);
    /// Undoes the newest change that can be undone, or the one named.
    QFuture<Result<Receipt>> undo(ChangeId change = {});
    QFuture<Result<Receipt>> redo();

private:
    void scoreAround();

    std::shared_ptr<OrderShelf> m_shelf{std::make_shared<OrderShelf>()};  ///< questions outlive the desk
    Desk<Cellar>& m_reading;
    Desk<TriageRoom>& m_triage;
    const Clock& m_clock;
    Changed m_changed;
    std::shared_ptr<std::atomic<int>> m_deeds{std::make_shared<std::atomic<int>>(0)};  ///< marks and undos so far
};

}  // namespace kith::service
