// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/outbox_planner.h"

#include "core/storage/account_store.h"
#include "core/storage/outbox_store.h"
#include "core/storage/rows.h"

namespace kith::storage {

namespace {

QStringList planLines(const QString& text) {
    return text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

QString planText(const LabelSet& labels) {
    return QStringList(labels.values()).join(QLatin1Char('\n'));
}

/// Said again where nobody knows whether an earlier try arrived, even if the base says it is so already.
LabelChange editFor(const RemoteLink& link, const LabelSet& wish) {
    LabelChange edit = difference(link.base, wish);
    for (auto it = link.tried.begin(); it != link.tried.end(); ++it) {
        (wish.contains(it.key()) ? edit.add : edit.remove).insert(it.key(), it.value());
    }
    return edit;
}

}  // namespace

LabelSet unitedWish(const std::vector<RemoteLink>& links) {
    LabelSet all;
    for (const RemoteLink& link : links) {
        all = united(all, united(link.want, labelSet(link.row.extra)));
    }
    return all;
}

Result<bool> OutboxPlanner::needed() {
    const auto any = m_database.number("SELECT account_id FROM sync_state LIMIT 1");
    return any ? Result<bool>(any->has_value()) : Result<bool>(any.error());
}

Result<LabelBook*> OutboxPlanner::book(AccountId account) {
    const auto known = m_books.find(account.value);
    if (known != m_books.end()) {
        return &known->second;
    }
    auto loaded = RemoteLabelStore(m_database, account).book();
    if (!loaded) {
        return loaded.error();
    }
    return &(m_books[account.value] = std::move(*loaded));
}

Result<bool> OutboxPlanner::mayWrite(AccountId account, const QString& name) {
    if (isServerLabel(name) || isHouseLabel(name)) {
        return false;
    }
    if (!isPriorityLabel(name)) {
        return true;
    }
    if (!m_writesPriority.count(account.value)) {
        const auto stored = AccountStore(m_database).account(account);
        if (!stored) {
            return stored.error();
        }
        m_writesPriority[account.value] = !*stored || (*stored)->writeLabels;
    }
    return m_writesPriority[account.value];
}

Result<std::vector<RemoteLink>> OutboxPlanner::links(MessageId message) {
    const auto rows = RemoteStore::linksOf(m_database, message);
    if (!rows) {
        return rows.error();
    }
    std::vector<RemoteLink> links;
    for (const RemoteRow& row : *rows) {
        const auto labels = book(row.account);
        if (!labels) {
            return labels.error();
        }
        RemoteLink link;
        link.row = row;
        link.base = link.want = (*labels)->names(row.labels);
        Statement open = m_database.query("SELECT id, add_labels, remove_labels, tried FROM outbox WHERE account_id = "
                                          "? AND remote_id = ? AND state < 2",
                                          row.account, row.remoteId);
        if (open.next()) {
            link.open = open.integer(0);
            link.want = applied(link.base, {labelSet(planLines(open.text(1))), labelSet(planLines(open.text(2)))});
            link.tried = labelSet(planLines(open.text(3)));
        }
        if (open.failed()) {
            return open.error();
        }
        links.push_back(std::move(link));
    }
    return links;
}

Result<void> OutboxPlanner::want(const RemoteLink& link, const LabelSet& wish, ChangeId cause, int closing) {
    const LabelChange edit = editFor(link, wish);
    if (edit.isEmpty()) {
        return link.open == 0 ? Result<void>()
                              : done(m_database.run("UPDATE outbox SET state = ?, ended_at = ? WHERE id = ?", closing,
                                                    m_database.now(), link.open));
    }
    const QString add = planText(edit.add);
    const QString remove = planText(edit.remove);
    if (link.open == 0) {
        return done(m_database.run("INSERT INTO outbox (id, account_id, remote_id, message_id, add_labels, "
                                   "remove_labels, at, change_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                                   m_database.ids().next(), link.row.account, link.row.remoteId, link.row.message, add,
                                   remove, m_database.now(), cause));
    }
    if (cause) {
        return done(m_database.run("UPDATE outbox SET add_labels = ?, remove_labels = ?, state = 0, at = ?, "
                                   "change_id = ? WHERE id = ? AND (add_labels <> ? OR remove_labels <> ?)",
                                   add, remove, m_database.now(), cause, link.open, add, remove));
    }
    return done(m_database.run("UPDATE outbox SET add_labels = ?, remove_labels = ?, state = 0 WHERE id = ? AND "
                               "(add_labels <> ? OR remove_labels <> ?)",
                               add, remove, link.open, add, remove));
}

Result<void> OutboxPlanner::plan(MessageId message, ChangeId cause) {
    auto all = links(message);
    if (!all || all->empty()) {
        return all ? Result<void>() : Result<void>(all.error());
    }
    const auto local = localLabels(m_database, message);
    if (!local || !local->exists) {
        return local ? Result<void>() : Result<void>(local.error());
    }
    const LabelChange change = difference(unitedWish(*all), local->labels);
    for (RemoteLink& link : *all) {
        LabelChange here;
        for (auto [from, to] : {std::pair(&change.add, &here.add), std::pair(&change.remove, &here.remove)}) {
            for (auto it = from->begin(); it != from->end(); ++it) {
                const auto may = mayWrite(link.row.account, it.value());
                if (!may) {
                    return may.error();
                }
                if (*may) {
                    to->insert(it.key(), it.value());
                }
            }
        }
        if (here.isEmpty()) {
            continue;
        }
        if (const auto wished = want(link, applied(link.want, here), cause, int(OutboxState::Withdrawn)); !wished) {
            return wished;
        }
        const LabelSet extra = labelSet(link.row.extra);
        if (const LabelSet rest = without(extra, here.remove); rest.size() != extra.size()) {
            link.row.extra = rest.values();
            if (const auto saved = RemoteStore::saveExtra(m_database, link.row); !saved) {
                return saved;
            }
        }
    }
    return {};
}

}  // namespace kith::storage
