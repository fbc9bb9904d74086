// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a user does to conversations: on the screen at once, at the desk right after, taken back when refused.
#pragma once

#include "core/base/error.h"
#include "core/domain/feedback.h"
#include "core/service/inbox_desk.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <vector>

namespace kith::ui {

class InboxDoor;
class ListFeed;

/// A sentence about what happened; undoable: the change that its Undo takes back, none if there is nothing.
struct ActionNews {
    QString icon;
    QString sentence;
    ChangeId undoable;
    bool undoNewest{false};  ///< its change is not known by id, but is the newest
};

class MailActions : public QObject {
    Q_OBJECT
public:
    MailActions(InboxDoor& inbox, ListFeed& feed, QObject* parent);

    void act(service::MailAction action, const std::vector<ThreadId>& threads, std::chrono::milliseconds until = {});
    /// Labels on and off; where INBOX is among the removed, the conversations move.
    void setLabels(const std::vector<ThreadId>& threads, const service::LabelChange& change);
    /// Marks as read because it was read: no toast, and z does not take it back first.
    void markSeen(ThreadId thread);
    /// Saves the user's word for each message; the toast says what else would follow it.
    void setPriority(const std::vector<MessageId>& messages, Priority priority, Priority suggested);
    void giveFeedback(const Feedback& feedback);
    /// The newest thing done here that still stands; else the newest in the journal.
    void undo();
    void undoChange(ChangeId change);
    void redo();
    /// A change made elsewhere in the window, e.g. an import: z takes it back too.
    void remember(ChangeId change);

Q_SIGNALS:
    void said(const kith::ui::ActionNews& news);
    /// Rows to read again.
    void touched(const std::vector<kith::ThreadId>& threads);
    /// These came back to the list: by undo, or because the house refused.
    void restored(const std::vector<kith::ThreadId>& threads);

private:
    struct Done {
        ChangeId change;
        std::vector<ThreadId> threads;
    };

    bool leaves(service::MailAction action) const;
    void carryOut(const QFuture<Result<service::Receipt>>& answer, const std::vector<ThreadId>& threads, bool leaving,
                  std::function<ActionNews(const service::Receipt&)> news);
    void refused(const std::vector<ThreadId>& threads, const Error& error);
    void preview(MessageId message, Priority priority, ChangeId change);
    void takeBack(const Done& done);

    InboxDoor& m_inbox;
    ListFeed& m_feed;
    std::vector<Done> m_done;    ///< newest last
    std::vector<Done> m_undone;  ///< newest last
    int m_underWay{0};
    bool m_undoWaits{false};
};

}  // namespace kith::ui
