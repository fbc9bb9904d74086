// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The window's accounts: sign in, sync, watch, settle, remove. Callable from the window's thread; answers are futures,
// status comes by Workspace::syncStatus.
#pragma once

#include "core/base/result.h"
#include "core/domain/account.h"

#include <QFuture>
#include <QUrl>

#include <functional>
#include <memory>

namespace kith::service {

/// Where secrets can live on this machine, and what speaks against a place that cannot be used now.
struct SecretPlaces {
    QString chosen;  ///< keychain, vault, session
    bool keychainWorks{false};
    QString keychainProblem;  ///< one sentence, e.g. "The keyring is locked."
    QString keychainHint;
    bool vaultExists{false};
    bool vaultOpen{false};
};

struct GmailSetUp {
    QString clientId;  ///< empty: none yet
    SecretPlaces secrets;
};

class AccountsDesk {
public:
    virtual ~AccountsDesk() = default;
    virtual QFuture<Result<GmailSetUp>> setUp() = 0;
    /// The file that Google's console gives for a desktop client; answers the client id.
    virtual QFuture<Result<QString>> importClient(const QString& path) = 0;
    /// keychain, vault (with its passphrase; makes it where there is none) or session.
    virtual QFuture<Result<void>> choosePlace(const QString& place, const QString& passphrase) = 0;

    virtual QFuture<Result<std::vector<Account>>> accounts() = 0;
    /// The URL to open in the system's browser; signedIn() of the same call answers when the browser came back.
    struct SignInCall {
        QFuture<Result<QUrl>> authorizeUrl;
        QFuture<Result<Account>> signedIn;
    };
    virtual SignInCall signIn(AccountId again) = 0;
    virtual void cancelSignIn() = 0;
    virtual QFuture<Result<Account>> addServiceAccount(const QString& keyFile, const QString& subject) = 0;
    virtual QFuture<Result<void>> save(const Account& account) = 0;  ///< interval, writeLabels
    /// Signs out, and takes every message of the account out of the workspace unless keepMail.
    virtual QFuture<Result<void>> remove(AccountId account, bool keepMail) = 0;

    virtual void syncNow(AccountId account) = 0;  ///< nothing: all
    virtual void setPaused(AccountId account, bool paused) = 0;
    /// Compares both sides whole and mends what differs.
    virtual void repair(AccountId account) = 0;
    virtual QFuture<Result<std::vector<SyncStatus>>> status() = 0;
    virtual QFuture<Result<std::vector<OutboxEntry>>> outbox(int limit) = 0;
    virtual QFuture<Result<void>> retryRefused(qint64 entry) = 0;
};

}  // namespace kith::service
