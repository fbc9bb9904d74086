// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Derives what must go out: the difference between what the user wants on a message and what its servers have.
#pragma once

#include "core/storage/label_merge.h"
#include "core/storage/local_labels.h"
#include "core/storage/remote_labels.h"
#include "core/storage/remote_store.h"

#include <map>
#include <optional>

namespace kith::storage {

/// A message at one server: what is there, and what the user wants there.
struct RemoteLink {
    RemoteRow row;
    LabelSet base;
    LabelSet want;   ///< base with the open outbox row applied
    LabelSet tried;  ///< said once already with unknown outcome
    qint64 open{0};  ///< its outbox row; 0: none
};

/// Lives for one transaction or for a run that keeps its books fresh.
class OutboxPlanner {
public:
    explicit OutboxPlanner(Database& database)
        : m_database(database) {}

    /// Call in the transaction that changed the message: actions collapse, and what was taken back is withdrawn.
    Result<void> plan(MessageId message, ChangeId cause);
    /// False: no message of this workspace stands at a server, there is nothing to plan.
    Result<bool> needed();

    Result<std::vector<RemoteLink>> links(MessageId message);
    /// The outbox row that leads from the link's base to this wish: written, changed, or withdrawn. closing: how a row
    /// that became needless ends.
    Result<void> want(const RemoteLink& link, const LabelSet& wish, ChangeId cause, int closing);
    Result<LabelBook*> book(AccountId account);
    void setBook(AccountId account, const LabelBook& book) { m_books[account.value] = book; }

private:
    Result<bool> mayWrite(AccountId account, const QString& name);

    Database& m_database;
    std::map<qint64, LabelBook> m_books;
    std::map<qint64, bool> m_writesPriority;
};

/// What the servers together say or are about to be told, with the labels that stay here alone.
LabelSet unitedWish(const std::vector<RemoteLink>& links);

}  // namespace kith::storage
