// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/outbox_sender.h"

#include "core/service/sync_labels.h"

#include <algorithm>

namespace kith::service {

namespace {

constexpr int kMostAtOnce = 1000;
/// An answer that means nothing may be a passing fault; this often is none.
constexpr int kMostNonsense = 6;

bool isRefusal(const Error& error) {
    switch (error.kind) {
    case ErrorKind::Denied:
    case ErrorKind::Failed:
    case ErrorKind::Conflict:
    case ErrorKind::Unsupported:
        return true;
    default:
        return false;
    }
}

/// The first one's edit, and everybody else's who wants the same.
std::vector<OutboxEntry> firstGroup(std::vector<OutboxEntry>& due) {
    const OutboxEntry first = due.front();
    const auto same = [&](const OutboxEntry& entry) { return entry.add == first.add && entry.remove == first.remove; };
    const auto rest = std::ranges::stable_partition(due, same);
    std::vector<OutboxEntry> group(due.begin(), rest.begin());
    due.erase(due.begin(), rest.begin());
    return group;
}

/// Requests made for somebody who waits may use the reserve of the quota.
class Urgency {
public:
    explicit Urgency(mail::RemoteMailbox& mailbox)
        : m_mailbox(mailbox) {
        m_mailbox.setUrgent(true);
    }
    ~Urgency() { m_mailbox.setUrgent(false); }
    Urgency(const Urgency&) = delete;
    Urgency& operator=(const Urgency&) = delete;

private:
    mail::RemoteMailbox& m_mailbox;
};

}  // namespace

Result<void> OutboxSender::run(std::stop_token stop) {
    auto due = m_context.outbox.due(m_context.account, m_context.clock.now(), kMostAtOnce);
    if (!due || due->empty()) {
        return due ? Result<void>() : Result<void>(due.error());
    }
    m_context.tell(SyncPhase::Sending);
    const Urgency urgency(m_context.mailbox);
    while (!due->empty()) {
        while (!due->empty()) {
            if (stop.stop_requested()) {
                return Error{ErrorKind::Cancelled, {}, {}};
            }
            if (const auto sent = sendGroup(firstGroup(*due), stop); !sent) {
                return sent;
            }
        }
        // What the user did meanwhile, or changed while it was on its way.
        due = m_context.outbox.due(m_context.account, m_context.clock.now(), kMostAtOnce);
        if (!due) {
            return due.error();
        }
    }
    return m_context.outbox.prune(m_context.account);
}

Result<mail::LabelEdit> OutboxSender::editOf(const OutboxEntry& entry, std::stop_token stop) {
    mail::LabelEdit edit;
    SyncLabels labels(m_context);
    for (const QString& name : entry.add) {
        const auto id = labels.idFor(name, stop);
        if (!id) {
            m_unmakable = name;
            return id.error();
        }
        edit.add << *id;
    }
    const auto book = m_context.merge->book();
    if (!book) {
        return book.error();
    }
    for (const QString& name : entry.remove) {
        // A label that is not there any more is not on the message either.
        if (const QString id = (*book)->id(name); !id.isEmpty() && !edit.add.contains(id)) {
            edit.remove << id;
        }
    }
    return edit;
}

Result<void> OutboxSender::sendGroup(const Group& group, std::stop_token stop) {
    const auto edit = editOf(group.front(), stop);
    if (!edit && isRefusal(edit.error()) && !m_unmakable.isEmpty()) {
        return giveUpLabel(group, std::exchange(m_unmakable, {}), edit.error());
    }
    if (!edit) {
        return putOff(group, edit.error());
    }
    const auto going = m_context.outbox.markSending(group);
    if (!going || going->empty()) {
        return going ? Result<void>() : Result<void>(going.error());
    }
    if (edit->add.isEmpty() && edit->remove.isEmpty()) {
        return settle(*going);
    }
    std::vector<QString> ids;
    for (const OutboxEntry& entry : *going) {
        ids.push_back(entry.remoteId);
    }
    return answered(*going, m_context.mailbox.modify(ids, *edit, stop), stop);
}

Result<void> OutboxSender::answered(const Group& group, const Result<void>& answer, std::stop_token stop) {
    if (answer) {
        return settle(group);
    }
    const Error& error = answer.error();
    if (group.size() > 1 && (isRefusal(error) || error.kind == ErrorKind::NotFound)) {
        // One of them is at fault: each goes alone.
        if (const auto waiting = m_context.outbox.recover(m_context.account); !waiting) {
            return waiting;
        }
        for (const OutboxEntry& entry : group) {
            if (const auto sent = sendGroup({entry}, stop); !sent) {
                return sent;
            }
        }
        return {};
    }
    const bool nonsense = error.kind == ErrorKind::Malformed;
    if (error.kind == ErrorKind::NotFound) {
        return dropGone(group.front());
    }
    if (isRefusal(error) || (nonsense && group.front().attempts >= kMostNonsense)) {
        for (const OutboxEntry& entry : group) {
            if (const auto given = giveUp(entry, error); !given) {
                return given;
            }
        }
        return {};
    }
    return putOff(group, error);
}

Result<void> OutboxSender::finish(storage::Transaction& transaction) {
    const auto threads = m_context.merge->settle();
    const auto done = threads ? transaction.commit() : Result<void>(threads.error());
    if (done) {
        m_context.changed(*threads, true);
    }
    return done;
}

Result<void> OutboxSender::settle(const Group& group) {
    storage::Transaction transaction(*m_context.cellar.database);
    for (const OutboxEntry& entry : group) {
        if (const auto sent = m_context.merge->sent(entry); !sent) {
            return sent;
        }
    }
    const auto done = finish(transaction);
    m_context.report.sent += done ? qint64(group.size()) : 0;
    m_context.status.outgoing -= done ? qint64(group.size()) : 0;
    return done;
}

Result<void> OutboxSender::giveUp(const OutboxEntry& entry, const Error& error) {
    storage::Transaction transaction(*m_context.cellar.database);
    const auto refused = m_context.merge->refused(entry, error.detail);
    const auto done = refused ? finish(transaction) : refused;
    m_context.report.refused += done ? 1 : 0;
    m_context.status.outgoing -= done ? 1 : 0;
    return done;
}

/// A label that cannot be made: it alone is refused, the rest of the edit goes out.
Result<void> OutboxSender::giveUpLabel(const Group& group, const QString& name, const Error& error) {
    for (OutboxEntry entry : group) {
        entry.add = {name};
        entry.remove.clear();
        if (const auto given = giveUp(entry, error); !given) {
            return given;
        }
    }
    return {};
}

Result<void> OutboxSender::dropGone(const OutboxEntry& entry) {
    const auto row = m_context.remote.row(entry.remoteId);
    if (!row) {
        return row.error();
    }
    storage::Transaction transaction(*m_context.cellar.database);
    if (*row) {
        const auto gone = m_context.merge->gone(**row);
        if (!gone) {
            return gone.error();
        }
        m_context.report.deleted += 1;
    } else if (const auto ended = m_context.outbox.end(entry, OutboxState::Done, QStringLiteral("deleted")); !ended) {
        return ended;
    }
    return finish(transaction);
}

/// The state is kept; the error goes up only where the way to the server is shut.
Result<void> OutboxSender::putOff(const Group& group, const Error& error) {
    const OutboxEntry& first = group.front();
    const bool stopped = error.kind == ErrorKind::Cancelled;
    const Millis wait = stopped ? Millis{0} : error.retryAfter.value_or(syncBackoff(first.attempts, first.remoteId));
    const auto put = m_context.outbox.postpone(group, m_context.clock.now() + wait, stopped ? QString() : error.detail);
    if (!put) {
        return put;
    }
    return isServerTrouble(error) ? Result<void>(error) : Result<void>();
}

}  // namespace kith::service
