// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The accounts of a workspace that was opened without a way to the outside: none, and none can be added.
#pragma once

#include "core/service/accounts_desk.h"

namespace kith::service {

class ClosedAccounts final : public AccountsDesk {
public:
    QFuture<Result<GmailSetUp>> setUp() override;
    QFuture<Result<QString>> importClient(const QString& path) override;
    QFuture<Result<void>> choosePlace(const QString& place, const QString& passphrase) override;
    QFuture<Result<std::vector<Account>>> accounts() override;
    SignInCall signIn(AccountId again) override;
    void cancelSignIn() override {}
    QFuture<Result<Account>> addServiceAccount(const QString& keyFile, const QString& subject) override;
    QFuture<Result<void>> save(const Account& account) override;
    QFuture<Result<void>> remove(AccountId account, bool keepMail) override;
    void syncNow(AccountId) override {}
    void setPaused(AccountId, bool) override {}
    void repair(AccountId) override {}
    QFuture<Result<std::vector<SyncStatus>>> status() override;
    QFuture<Result<std::vector<OutboxEntry>>> outbox(int limit) override;
    QFuture<Result<void>> retryRefused(qint64 entry) override;
};

}  // namespace kith::service
