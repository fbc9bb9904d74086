// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What became of the user's wishes at the server.
#include "core/storage/outbox_store.h"
#include "core/storage/remote_merge.h"
#include "core/storage/rows.h"

namespace kith::storage {

Result<void> RemoteMerge::closeRow(const OutboxEntry& entry, OutboxState state, const QString& reason,
                                   const RemoteLink& link, const LabelSet& wish) {
    const auto closed =
        m_database.run("UPDATE outbox SET state = ?, add_labels = ?, remove_labels = ?, tried = '', reason = ?, "
                       "ended_at = ? WHERE id = ?",
                       int(state), entry.add.join(QLatin1Char('\n')), entry.remove.join(QLatin1Char('\n')), reason,
                       m_database.now(), entry.id);
    if (!closed) {
        return closed.error();
    }
    RemoteLink rest = link;
    rest.open = 0;
    rest.tried.clear();
    return m_planner.want(rest, wish, entry.change, int(OutboxState::Withdrawn));
}

Result<void> RemoteMerge::sent(const OutboxEntry& entry) {
    auto links = m_planner.links(entry.message);
    const auto names = book();
    if (!links || !names) {
        return links ? names.error() : links.error();
    }
    RemoteLink* own = ownLink(*links, entry.remoteId);
    if (own == nullptr) {
        return OutboxStore(m_database).end(entry, OutboxState::Done);
    }
    for (const QString& name : entry.remove) {
        own->row.labels.removeAll((*names)->id(name));
    }
    for (const QString& name : entry.add) {
        if (const QString id = (*names)->id(name); !id.isEmpty() && !own->row.labels.contains(id)) {
            own->row.labels << id;
        }
    }
    own->base = (*names)->names(own->row.labels);
    const auto saved = RemoteStore(m_database, m_account).saveLabels(entry.remoteId, own->row.labels);
    return saved ? closeRow(entry, OutboxState::Done, {}, *own, own->want) : saved;
}

Result<void> RemoteMerge::refused(const OutboxEntry& entry, const QString& reason) {
    auto links = m_planner.links(entry.message);
    if (!links) {
        return links.error();
    }
    RemoteLink* own = ownLink(*links, entry.remoteId);
    if (own == nullptr) {
        return OutboxStore(m_database).end(entry, OutboxState::Refused, reason);
    }
    const LabelSet before = unitedWish(*links);
    for (const QString& name : entry.add + entry.remove) {
        const QString key = labelKey(name);
        if (own->base.contains(key)) {
            own->want.insert(key, own->base.value(key));
        } else {
            own->want.remove(key);
        }
    }
    Result<void> done = closeRow(entry, OutboxState::Refused, reason, *own, own->want);
    done = done ? showChange(entry.message, before, unitedWish(*links)) : done;
    return done ? append(QStringLiteral("outbox.refused"), entry.message,
                         {{QStringLiteral("reason"), reason}, {QStringLiteral("change"), entry.change.value}})
                : done;
}

}  // namespace kith::storage
