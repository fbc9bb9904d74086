// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The accounts of a workspace that may reach the outside: sign-in, background sync, settings and removal.
#pragma once

#include "core/service/accounts_service.h"
#include "core/service/desk.h"
#include "core/service/sync_board.h"
#include "core/service/sync_runner.h"

namespace kith::service {

class LiveAccounts final : public AccountsDesk {
public:
    using Opener = std::function<Result<std::unique_ptr<Cellar>>()>;

    struct Ground {
        Opener open;  ///< a further connection, on the thread that calls
        Clock& clock;
        Desk<Cellar>& reading;
        SyncBoard& board;
        std::unique_ptr<MailPorts> ports;
        std::function<void(const Changes&)> changed;
        std::function<void()> mailCame;  ///< after a cycle that changed mail
    };

    /// Goes on with removals that were cut off, then lets every account sync.
    explicit LiveAccounts(Ground ground);
    ~LiveAccounts() override;

    MailPorts& ports() { return *m_ground.ports; }
    /// The user did something; what waits goes out at once.
    void wakeForAction() { m_runner.wakeForAction(); }

    QFuture<Result<GmailSetUp>> setUp() override;
    QFuture<Result<QString>> importClient(const QString& path) override;
    QFuture<Result<void>> choosePlace(const QString& place, const QString& passphrase) override;
    QFuture<Result<std::vector<Account>>> accounts() override;
    SignInCall signIn(AccountId again) override;
    void cancelSignIn() override;
    QFuture<Result<Account>> addServiceAccount(const QString& keyFile, const QString& subject) override;
    QFuture<Result<void>> save(const Account& account) override;
    QFuture<Result<void>> remove(AccountId account, bool keepMail) override;
    void syncNow(AccountId account) override;
    void setPaused(AccountId account, bool paused) override;
    void repair(AccountId account) override;
    QFuture<Result<std::vector<SyncStatus>>> status() override;
    QFuture<Result<std::vector<OutboxEntry>>> outbox(int limit) override;
    QFuture<Result<void>> retryRefused(qint64 entry) override;

private:
    struct Browser {};  ///< what the desk of sign-ins works on: nothing but its own thread

    std::unique_ptr<SyncWork> makeWork(AccountId account);
    SyncLoopHooks loopHooks();
    void begin();
    RemovalWish removalWish(bool keepMail);
    /// On the desk of sign-ins.
    Result<Account> finishSignIn(AccountId again, QPromise<Result<QUrl>>& url, std::stop_token stop);
    Result<Account> kept(const Result<Account>& account);

    Ground m_ground;
    std::stop_source m_closing;
    std::stop_source m_signIn;
    SyncRunner m_runner;
    Desk<Cellar> m_writing;
    Desk<Browser> m_browser;
};

}  // namespace kith::service
