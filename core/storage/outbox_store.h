// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What waits to reach the server and what became of it. Rows come from outbox_planner, never by hand.
#pragma once

#include "core/domain/account.h"
#include "core/storage/database.h"

#include <span>

namespace kith::storage {

struct OutboxCounts {
    qint64 pending{0};  ///< sending too
    qint64 refused{0};
    qint64 done{0};
};

struct OutboxFilter {
    AccountId account{};   ///< 0: all
    bool openOnly{false};  ///< pending and sending
    bool refusedOnly{false};
    int limit{100};
};

class OutboxStore {
public:
    explicit OutboxStore(Database& database)
        : m_database(database) {}

    /// Open ones first in the order in which they go out, then what ended, newest first.
    Result<std::vector<OutboxEntry>> list(const OutboxFilter& filter = {});
    Result<OutboxCounts> counts(AccountId account = {});
    Result<std::optional<OutboxEntry>> entry(qint64 id);
    /// A waiting one goes out at the next chance; a refused one is wanted once more, as a change of its own.
    /// NotFound; Conflict where it is done or withdrawn.
    Result<void> retry(qint64 id);

    /// Due now, in the order of the user's actions.
    Result<std::vector<OutboxEntry>> due(AccountId account, std::chrono::milliseconds now, int limit);
    Result<qint64> dueCount(AccountId account, std::chrono::milliseconds now);
    /// Before the request: what these rows say may have reached the server from here on. Those that go: what the user
    /// changed since they were read stays for the next round.
    Result<std::vector<OutboxEntry>> markSending(std::span<const OutboxEntry> entries);
    /// It did not go through and is tried again: attempts + 1.
    Result<void> postpone(std::span<const OutboxEntry> entries, std::chrono::milliseconds nextAttempt,
                          const QString& reason);
    /// Rows that a killed process left as sending wait again.
    Result<void> recover(AccountId account);
    /// Ends rows; the labels are settled elsewhere (remote_merge).
    Result<void> end(const OutboxEntry& entry, OutboxState state, const QString& reason = {});
    /// Nothing of this account goes out any more.
    Result<void> dropOpen(AccountId account);
    /// Old ended rows go; the newest stay for the list.
    Result<void> prune(AccountId account, int keep = 500);

private:
    Database& m_database;
};

/// Stable words: pending, sending, done, refused, withdrawn.
QString outboxStateWord(OutboxState state);

}  // namespace kith::storage
