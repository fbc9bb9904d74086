// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/mail_actions.h"

#include "ui/bring_home.h"
#include "ui/house_door.h"
#include "ui/list_feed.h"
#include "ui/priority_mark.h"
#include "ui/receipt_words.h"

#include <algorithm>

namespace kith::ui {

using service::MailAction;

MailActions::MailActions(InboxDoor& inbox, ListFeed& feed, QObject* parent)
    : QObject(parent)
    , m_inbox(inbox)
    , m_feed(feed) {
}

/// Whether the rows leave the list that is shown.
bool MailActions::leaves(MailAction action) const {
    const MailList list = m_feed.list();
    if (m_feed.isSearching() || list == MailList::All) {
        return action == MailAction::Trash || action == MailAction::Spam;
    }
    switch (action) {
    case MailAction::Trash:
    case MailAction::Spam:
        return true;
    case MailAction::Archive:
    case MailAction::Mute:
        return list != MailList::Sent && list != MailList::Starred;
    case MailAction::Snooze:
        return list != MailList::Snoozed && list != MailList::Sent && list != MailList::Starred;
    case MailAction::ToInbox:
    case MailAction::Unsnooze:
        return list == MailList::Snoozed;
    case MailAction::Unstar:
        return list == MailList::Starred;
    default:
        return false;
    }
}

void MailActions::act(MailAction action, const std::vector<ThreadId>& threads, std::chrono::milliseconds until) {
    if (threads.empty()) {
        return;
    }
    carryOut(m_inbox.act(action, threads, until), threads, leaves(action),
             [action, asked = static_cast<int>(threads.size())](const service::Receipt& receipt) {
                 return ActionNews{ReceiptWords::icon(action),
                                   receipt.conflicts.isEmpty()
                                       ? ReceiptWords::done(action, receipt.count > 0 ? receipt.count : asked)
                                       : ReceiptWords::partly(receipt, asked),
                                   receipt.change};
             });
}

void MailActions::setLabels(const std::vector<ThreadId>& threads, const service::LabelChange& change) {
    if (threads.empty()) {
        return;
    }
    const bool moving = change.remove.contains(QStringLiteral("INBOX"));
    carryOut(m_inbox.setLabels(threads, change), threads, moving && leaves(MailAction::Archive),
             [change, moving, asked = static_cast<int>(threads.size())](const service::Receipt& receipt) {
                 return ActionNews{moving ? QStringLiteral("folder-input") : QStringLiteral("tag"),
                                   receipt.conflicts.isEmpty()
                                       ? ReceiptWords::labelled(change, receipt.count > 0 ? receipt.count : asked)
                                       : ReceiptWords::partly(receipt, asked),
                                   receipt.change};
             });
}

/// Rows that leave do so at once and come back when the house refuses.
void MailActions::carryOut(const QFuture<Result<service::Receipt>>& answer, const std::vector<ThreadId>& threads,
                           bool leaving, std::function<ActionNews(const service::Receipt&)> news) {
    if (leaving) {
        m_feed.hide(threads);
    }
    ++m_underWay;
    bringHome(this, answer, [this, threads, leaving, news = std::move(news)](const auto& receipt) {
        --m_underWay;
        if (!receipt) {
            refused(leaving ? threads : std::vector<ThreadId>{}, receipt.error());
            return;
        }
        m_done.push_back({receipt->change, threads});
        m_undone.clear();
        if (leaving) {
            m_feed.release(threads);
        }
        Q_EMIT touched(threads);
        Q_EMIT said(news(*receipt));
        if (std::exchange(m_undoWaits, false)) {
            undo();
        }
    });
}

void MailActions::refused(const std::vector<ThreadId>& threads, const Error& error) {
    m_undoWaits = false;
    if (!threads.empty()) {
        m_feed.unhide(threads);
        Q_EMIT restored(threads);
    }
    Q_EMIT said({QStringLiteral("triangle-alert"), ReceiptWords::problem(error), {}});
}

void MailActions::markSeen(ThreadId thread) {
    bringHome(this, m_inbox.act(MailAction::MarkRead, {thread}, {}), [this, thread](const auto& receipt) {
        if (receipt) {
            Q_EMIT touched({thread});
        }
    });
}

void MailActions::setPriority(const std::vector<MessageId>& messages, Priority priority, Priority suggested) {
    for (const MessageId message : messages) {
        Feedback feedback;
        feedback.message = message;
        feedback.assigned = priority;
        feedback.suggested = suggested;
        giveFeedback(feedback);
    }
}

void MailActions::giveFeedback(const Feedback& feedback) {
    ++m_underWay;
    bringHome(this, m_inbox.giveFeedback(feedback), [this, feedback](const auto& receipt) {
        --m_underWay;
        if (!receipt) {
            refused({}, receipt.error());
            return;
        }
        m_done.push_back({receipt->change, {}});
        m_undone.clear();
        const QString sentence = feedback.assigned == feedback.suggested
                                     ? tr("Confirmed: %1").arg(PriorityWords::name(feedback.assigned))
                                     : tr("Now priority %1, %2")
                                           .arg(shownKey(feedback.assigned))
                                           .arg(PriorityWords::name(feedback.assigned));
        Q_EMIT said({QStringLiteral("check"), sentence, receipt->change});
        m_feed.reload(ListFeed::Arrivals::Settle);
        if (feedback.scope == FeedbackScope::Message && feedback.assigned != feedback.suggested) {
            preview(feedback.message, feedback.assigned, receipt->change);
        }
        if (std::exchange(m_undoWaits, false)) {
            undo();
        }
    });
}

/// Says what else the user's word would change, as long as its toast still stands for it.
void MailActions::preview(MessageId message, Priority priority, ChangeId change) {
    bringHome(this, m_inbox.preview(message, priority), [this, priority, change](const auto& preview) {
        const bool newest = !m_done.empty() && m_done.back().change == change;
        if (preview && newest && preview->sender.change > 0) {
            Q_EMIT said(
                {QStringLiteral("check"),
                 tr("Now priority %1. %n more from this sender would change: press w", nullptr, preview->sender.change)
                     .arg(shownKey(priority)),
                 change});
        }
    });
}

void MailActions::remember(ChangeId change) {
    m_done.push_back({change, {}});
    m_undone.clear();
}

void MailActions::undo() {
    if (m_done.empty() && m_underWay > 0) {
        m_undoWaits = true;
        return;
    }
    takeBack(m_done.empty() ? Done{} : m_done.back());
}

void MailActions::undoChange(ChangeId change) {
    const auto found =
        std::find_if(m_done.begin(), m_done.end(), [change](const Done& d) { return d.change == change; });
    takeBack(found == m_done.end() ? Done{change, {}} : *found);
}

void MailActions::takeBack(const Done& done) {
    std::erase_if(m_done, [&](const Done& d) { return d.change == done.change; });
    bringHome(this, m_inbox.undo(done.change), [this, done](const auto& receipt) {
        if (!receipt) {
            const bool nothing = receipt.error().kind == ErrorKind::NotFound;
            Q_EMIT said({QStringLiteral("undo-2"),
                         nothing ? tr("Nothing to undo") : ReceiptWords::problem(receipt.error()),
                         {}});
            return;
        }
        m_undone.push_back(done);
        m_feed.unhide(done.threads);
        m_feed.reload(ListFeed::Arrivals::Settle);
        Q_EMIT touched(done.threads);
        Q_EMIT restored(done.threads);
        Q_EMIT said({QStringLiteral("undo-2"), ReceiptWords::undone(*receipt), {}});
    });
}

void MailActions::redo() {
    bringHome(this, m_inbox.redo(), [this](const auto& receipt) {
        if (!receipt) {
            Q_EMIT said({QStringLiteral("undo-2"), ReceiptWords::notRedone(receipt.error()), {}});
            return;
        }
        const Done again{receipt->change, m_undone.empty() ? std::vector<ThreadId>{} : m_undone.back().threads};
        if (!m_undone.empty()) {
            m_undone.pop_back();
        }
        m_done.push_back(again);
        m_feed.reload(ListFeed::Arrivals::Settle);
        Q_EMIT touched(again.threads);
        Q_EMIT said({QStringLiteral("check"), ReceiptWords::redone(*receipt), receipt->change});
    });
}

}  // namespace kith::ui
