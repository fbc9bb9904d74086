// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/remote_merge.h"

#include "core/storage/event_log.h"
#include "core/storage/inbox_store.h"
#include "core/storage/message_removal.h"
#include "core/storage/outbox_store.h"
#include "core/storage/rows.h"

#include <algorithm>

namespace kith::storage {

namespace {

/// Where a message stood before its server was known says nothing about where it belongs now.
bool isPlaceLabel(const QString& name) {
    for (const char* place : {"INBOX", "TRASH", "SPAM", "UNREAD", "IMPORTANT", "SENT", "DRAFT", "CHAT"}) {
        if (name == QLatin1String(place)) {
            return true;
        }
    }
    return name.startsWith(QLatin1String("CATEGORY_"));
}

QStringList keptHereAlone(const LocalLabels& local, const LabelSet& base) {
    QStringList extra;
    for (const QString& name : without(local.labels, base)) {
        if (!isPlaceLabel(name) && !isHouseLabel(name) && name != snoozedLabel()) {
            extra << name;
        }
    }
    return extra;
}

}  // namespace

RemoteLink* RemoteMerge::ownLink(std::vector<RemoteLink>& links, const QString& remoteId) const {
    const auto own = std::ranges::find_if(
        links, [&](const RemoteLink& link) { return link.row.account == m_account && link.row.remoteId == remoteId; });
    return own == links.end() ? nullptr : &*own;
}

Result<void> RemoteMerge::append(const QString& type, MessageId message, const QJsonObject& context) {
    if (m_quiet) {
        return {};
    }
    const auto event = EventLog(m_database)
                           .append({type,
                                    QStringLiteral("message:%1").arg(message.value),
                                    QStringLiteral("account:%1").arg(m_account.value),
                                    {},
                                    context});
    return event ? Result<void>() : Result<void>(event.error());
}

Result<void> RemoteMerge::logConflicts(MessageId message, const std::vector<LabelConflict>& conflicts) {
    for (const LabelConflict& conflict : conflicts) {
        const auto logged = append(QStringLiteral("sync.conflict"), message,
                                   {{QStringLiteral("kept"), conflict.kept},
                                    {QStringLiteral("dropped"), conflict.dropped},
                                    {QStringLiteral("winner"), QStringLiteral("user")}});
        if (!logged) {
            return logged;
        }
    }
    return {};
}

Result<void> RemoteMerge::showChange(MessageId message, const LabelSet& before, const LabelSet& after) {
    const LabelChange change = difference(before, after);
    if (change.isEmpty()) {
        return {};
    }
    if (const auto shown = changeLocalLabels(m_database, message, change); !shown) {
        return shown;
    }
    const auto thread = m_database.number("SELECT thread_id FROM messages WHERE id = ?", message);
    if (!thread) {
        return thread.error();
    }
    m_threads.insert(thread->value_or(0));
    // Waking up a message that was put off leaves a word to take away at the server.
    return m_planner.plan(message, {});
}

Result<bool> RemoteMerge::labels(const RemoteRow& row, const QStringList& now) {
    auto links = m_planner.links(row.message);
    const auto names = book();
    if (!links || !names) {
        return links ? names.error() : links.error();
    }
    RemoteLink* own = ownLink(*links, row.remoteId);
    if (own == nullptr) {
        return false;
    }
    QStringList sorted = now;
    sorted.sort();
    sorted.removeDuplicates();
    if (own->row.labels == sorted) {
        return false;
    }
    const LabelSet before = unitedWish(*links);
    const LabelSet remote = (*names)->names(sorted);
    const LabelMerge merge = threeWayMerge(own->base, own->want, remote, own->tried);
    own->row.labels = sorted;
    own->base = remote;
    if (const auto saved = RemoteStore(m_database, m_account).saveLabels(row.remoteId, sorted); !saved) {
        return saved.error();
    }
    if (const auto wished = m_planner.want(*own, merge.merged, {}, int(OutboxState::Done)); !wished) {
        return wished.error();
    }
    own->want = merge.merged;
    auto done = showChange(row.message, before, unitedWish(*links));
    done = done ? logConflicts(row.message, merge.conflicts) : done;
    return done ? Result<bool>(true) : Result<bool>(done.error());
}

Result<void> RemoteMerge::linked(const RemoteRow& row, quint64 historyId, std::chrono::milliseconds internalDate,
                                 bool fresh) {
    const auto names = book();
    if (!names) {
        return names.error();
    }
    RemoteStore store(m_database, m_account);
    if (fresh) {
        return store.link(row, historyId, internalDate);
    }
    const auto others = m_planner.links(row.message);
    const auto local = localLabels(m_database, row.message);
    if (!others || !local) {
        return others ? local.error() : others.error();
    }
    const LabelSet base = (*names)->names(row.labels);
    RemoteRow mine = row;
    LabelSet before = unitedWish(*others);
    if (others->empty()) {  // it came from a file: the server says where it belongs, the user's own words stay
        mine.extra = keptHereAlone(*local, base);
        before = without(local->labels, labelSet({QStringLiteral("MUTED"), snoozedLabel()}));
    }
    LabelSet after = united(united(others->empty() ? LabelSet{} : before, base), labelSet(mine.extra));
    if (local->snoozed) {  // what the user put off stays put off, and the server is told
        after.remove(labelKey(QStringLiteral("INBOX")));
    }
    if (const auto linked = store.link(mine, historyId, internalDate); !linked) {
        return linked;
    }
    const auto account = m_database.run("UPDATE messages SET account_id = ? WHERE id = ? AND account_id IS NULL",
                                        m_account, row.message);
    if (!account) {
        return account.error();
    }
    const auto shown = showChange(row.message, before, after);
    return shown ? m_planner.plan(row.message, {}) : shown;
}

Result<bool> RemoteMerge::gone(const RemoteRow& row) {
    auto links =
        row.message ? m_planner.links(row.message) : Result<std::vector<RemoteLink>>(std::vector<RemoteLink>{});
    if (!links) {
        return links.error();
    }
    const auto ended = m_database.run("UPDATE outbox SET state = ?, reason = ?, ended_at = ? WHERE account_id = ? AND "
                                      "remote_id = ? AND state < 2",
                                      int(OutboxState::Done), QStringLiteral("deleted at the server"), m_database.now(),
                                      m_account, row.remoteId);
    const auto forgotten = ended ? RemoteStore(m_database, m_account).forget(row.remoteId) : done(ended);
    if (!forgotten) {
        return forgotten.error();
    }
    if (*ended > 0) {
        const auto logged = append(QStringLiteral("sync.conflict"), row.message,
                                   {{QStringLiteral("dropped"), QStringLiteral("changes of a deleted message")},
                                    {QStringLiteral("winner"), QStringLiteral("server")}});
        if (!logged) {
            return logged.error();
        }
    }
    return links->empty() ? Result<bool>(false) : leave(row, std::move(*links));
}

Result<bool> RemoteMerge::leave(const RemoteRow& row, std::vector<RemoteLink> links) {
    const auto local = localLabels(m_database, row.message);
    if (!local || !local->exists) {
        return local ? Result<bool>(false) : Result<bool>(local.error());
    }
    m_threads.insert(local->thread.value);
    const LabelSet before = unitedWish(links);
    std::erase_if(links, [&](const RemoteLink& link) {
        return link.row.account == m_account && link.row.remoteId == row.remoteId;
    });
    if (links.empty() && !local->imported) {
        const MessageId messages[] = {row.message};
        const auto removed = removeMessages(m_database, messages, m_threads);
        const auto logged = removed ? append(QStringLiteral("message.deleted"), row.message, {}) : removed;
        return logged ? Result<bool>(true) : Result<bool>(logged.error());
    }
    const std::optional<AccountId> other = links.empty() ? std::nullopt : std::optional(links.front().row.account);
    const auto kept = m_database.run("UPDATE messages SET account_id = ? WHERE id = ? AND account_id = ?", other,
                                     row.message, m_account);
    if (!kept) {
        return kept.error();
    }
    const auto shown = links.empty() ? Result<void>() : showChange(row.message, before, unitedWish(links));
    return shown ? Result<bool>(false) : Result<bool>(shown.error());
}

Result<std::vector<ThreadId>> RemoteMerge::settle() {
    std::vector<ThreadId> threads;
    for (const qint64 id : std::exchange(m_threads, {})) {
        threads.push_back(ThreadId{id});
    }
    std::ranges::sort(threads);
    const auto fresh = InboxStore(m_database).refreshThreads(threads);
    return fresh ? Result<std::vector<ThreadId>>(threads) : Result<std::vector<ThreadId>>(fresh.error());
}

}  // namespace kith::storage
