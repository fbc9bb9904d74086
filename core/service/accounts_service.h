// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Accounts as a person knows them: added, found, signed in again with everything kept, and removed without a trace.
#pragma once

#include "core/service/account_removal.h"
#include "core/service/mail_ports.h"
#include "core/storage/account_store.h"

namespace kith::service {

struct RemovalWish {
    bool keepMail{false};
    std::function<void(qint64 left)> progress{};
    std::function<void(const Changes&)> changed{};
};

class AccountsService {
public:
    AccountsService(Cellar& cellar, Clock& clock, MailPorts& ports);

    Result<std::vector<Account>> list() { return m_store.list(); }
    /// By id or address. NotFound.
    Result<Account> find(const QString& word);
    Result<Account> account(AccountId id);
    /// What a sign-in brought: a new account, or the known one of that address with everything it had.
    Result<Account> keep(const mail::SignedIn& signedIn);
    /// keyFile: a path to the JSON that Google gives.
    Result<Account> addServiceAccount(const QString& keyFile, const QString& subject, std::stop_token stop);
    /// A path; answers the client id.
    Result<QString> importClient(const QString& path);
    /// Mail, marks, labels that Kith made at the server, rights and secrets. A stop or a crash leaves the account
    /// Removing; finishRemovals() goes on from there.
    Result<AccountRemovalReport> remove(AccountId id, const RemovalWish& wish, std::stop_token stop);
    Result<void> finishRemovals(const RemovalWish& wish, std::stop_token stop);

private:
    Result<void> note(const Account& account, const QString& kind, const QString& summary);
    Result<void> rememberLeaving(const Account& account, bool keepMail);
    Result<AccountRemovalReport> takeOut(const Account& account, const RemovalWish& wish, std::stop_token stop);
    Result<void> dropSecret(const Account& account, std::stop_token stop);

    Cellar& m_cellar;
    Clock& m_clock;
    MailPorts& m_ports;
    storage::AccountStore m_store;
};

}  // namespace kith::service
