// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The accounts at mail services, as rows; secrets stay in the secret store.
#pragma once

#include "core/domain/account.h"
#include "core/storage/database.h"

namespace kith::storage {

class AccountStore {
public:
    explicit AccountStore(Database& database)
        : m_database(database) {}

    /// In the order they were added.
    Result<std::vector<Account>> list();
    Result<std::optional<Account>> account(AccountId id);
    /// Of that kind and address (compared as addresses are); nothing where there is none.
    Result<std::optional<Account>> find(const QString& kind, const QString& address);
    /// Gives it an id; its address becomes one of the owner's. Conflict where the account is there already.
    Result<Account> add(Account account);
    /// Everything but the id. NotFound where there is no such account.
    Result<void> save(const Account& account);
    Result<void> setState(AccountId id, AccountState state);
    /// The row, and what the sync knew of its mailbox: state, labels, links, outbox. Messages go before: see
    /// service/account_removal.
    Result<void> remove(AccountId id);

private:
    Database& m_database;
};

/// Stable words: ready, sign-in-needed, paused, removing.
QString accountStateWord(AccountState state);

}  // namespace kith::storage
