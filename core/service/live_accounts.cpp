// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/live_accounts.h"

#include "core/service/mailbox_work.h"
#include "core/storage/outbox_store.h"

#include <algorithm>

namespace kith::service {

LiveAccounts::LiveAccounts(Ground ground)
    : m_ground(std::move(ground))
    , m_runner([this](AccountId account) { return makeWork(account); }, m_ground.clock, loopHooks())
    , m_writing(m_ground.open)
    , m_browser([] { return Result<std::unique_ptr<Browser>>(std::make_unique<Browser>()); }) {
    begin();
}

LiveAccounts::~LiveAccounts() {
    m_closing.request_stop();
    m_signIn.request_stop();
}

std::unique_ptr<SyncWork> LiveAccounts::makeWork(AccountId account) {
    SyncHooks hooks{[this](const SyncStatus& status) { m_ground.board.pin(status); }, m_ground.changed};
    return std::make_unique<MailboxWork>(
        MailboxWork::Ground{m_ground.open, m_ground.clock, m_ground.ports->provider(), {}}, account, std::move(hooks));
}

SyncLoopHooks LiveAccounts::loopHooks() {
    return {[this](const SyncStatus& status) { m_ground.board.pin(status); },
            [this](const SyncCycle& cycle) {
                const SyncReport& report = cycle.report;
                if (report.added + report.updated + report.deleted > 0 && m_ground.mailCame) {
                    m_ground.mailCame();
                }
            }};
}

void LiveAccounts::begin() {
    m_writing.ask([this](Cellar& cellar) -> Result<void> {
        AccountsService service(cellar, m_ground.clock, *m_ground.ports);
        const auto finished = service.finishRemovals(removalWish(false), m_closing.get_token());
        const auto all = service.list();
        if (!all) {
            return all.error();
        }
        if (!m_ground.ports->offline()) {
            for (const Account& account : *all) {
                if (account.state != AccountState::Removing) {
                    m_runner.start(account.id);
                }
            }
        }
        return finished;
    });
}

RemovalWish LiveAccounts::removalWish(bool keepMail) {
    return {keepMail, {}, m_ground.changed};
}

QFuture<Result<GmailSetUp>> LiveAccounts::setUp() {
    return m_writing.ask([this](Cellar&) -> Result<GmailSetUp> {
        return GmailSetUp{m_ground.ports->provider().clientId(), m_ground.ports->secretPlaces()};
    });
}

QFuture<Result<QString>> LiveAccounts::importClient(const QString& path) {
    return m_writing.ask([this, path](Cellar& cellar) {
        return AccountsService(cellar, m_ground.clock, *m_ground.ports).importClient(path);
    });
}

QFuture<Result<void>> LiveAccounts::choosePlace(const QString& place, const QString& passphrase) {
    return m_writing.ask([this, place, passphrase](Cellar&) { return m_ground.ports->choosePlace(place, passphrase); });
}

QFuture<Result<std::vector<Account>>> LiveAccounts::accounts() {
    return m_ground.reading.ask([](Cellar& cellar) { return storage::AccountStore(*cellar.database).list(); });
}

AccountsDesk::SignInCall LiveAccounts::signIn(AccountId again) {
    cancelSignIn();
    m_signIn = {};
    auto url = std::make_shared<QPromise<Result<QUrl>>>();
    url->start();
    SignInCall call;
    call.authorizeUrl = url->future();
    call.signedIn = m_browser.ask([this, again, url, stop = m_signIn.get_token()](Browser&) {
        auto account = finishSignIn(again, *url, stop);
        if (!url->future().isFinished()) {  // it did not come as far as the page
            url->addResult(account ? Result<QUrl>(QUrl()) : Result<QUrl>(account.error()));
            url->finish();
        }
        return account;
    });
    return call;
}

Result<Account> LiveAccounts::finishSignIn(AccountId again, QPromise<Result<QUrl>>& url, std::stop_token stop) {
    QString address;
    if (again) {
        const auto known =
            m_ground.reading
                .ask([again](Cellar& cellar) { return storage::AccountStore(*cellar.database).account(again); })
                .result();
        if (!known) {
            return known.error();
        }
        if (!*known) {
            return Error{ErrorKind::NotFound, QStringLiteral("the account is gone"), {}};
        }
        address = (*known)->address;
    }
    auto begun = m_ground.ports->provider().beginSignIn(address);
    if (!begun) {
        return begun.error();
    }
    url.addResult(Result<QUrl>((*begun)->authorizeUrl()));
    url.finish();
    const auto signedIn = (*begun)->wait(stop);
    if (!signedIn) {
        return signedIn.error();
    }
    return m_writing
        .ask([this, &signedIn](Cellar& cellar) {
            return kept(AccountsService(cellar, m_ground.clock, *m_ground.ports).keep(*signedIn));
        })
        .result();
}

Result<Account> LiveAccounts::kept(const Result<Account>& account) {
    if (account) {
        m_runner.start(account->id);
        m_ground.changed({.order = false, .counts = true, .journal = false, .threads = {}});
    }
    return account;
}

void LiveAccounts::cancelSignIn() {
    m_signIn.request_stop();
}

QFuture<Result<Account>> LiveAccounts::addServiceAccount(const QString& keyFile, const QString& subject) {
    return m_writing.ask([this, keyFile, subject](Cellar& cellar) {
        return kept(AccountsService(cellar, m_ground.clock, *m_ground.ports)
                        .addServiceAccount(keyFile, subject, m_closing.get_token()));
    });
}

QFuture<Result<void>> LiveAccounts::save(const Account& wanted) {
    return m_writing.ask([this, wanted](Cellar& cellar) -> Result<void> {
        AccountsService service(cellar, m_ground.clock, *m_ground.ports);
        auto account = service.account(wanted.id);
        if (!account) {
            return account.error();
        }
        account->interval = wanted.interval;
        account->writeLabels = wanted.writeLabels;
        return storage::AccountStore(*cellar.database).save(*account);
    });
}

QFuture<Result<void>> LiveAccounts::remove(AccountId account, bool keepMail) {
    return m_writing.ask([this, account, keepMail](Cellar& cellar) -> Result<void> {
        m_runner.end(account);
        const auto removed = AccountsService(cellar, m_ground.clock, *m_ground.ports)
                                 .remove(account, removalWish(keepMail), m_closing.get_token());
        m_ground.board.forget(account);
        m_ground.changed({.order = true, .counts = true, .journal = true, .threads = {}});
        return removed ? Result<void>() : Result<void>(removed.error());
    });
}

void LiveAccounts::syncNow(AccountId account) {
    m_runner.wakeForPerson(account, {});
}

void LiveAccounts::repair(AccountId account) {
    m_runner.wakeForPerson(account, {.full = false, .repair = true});
}

void LiveAccounts::setPaused(AccountId account, bool paused) {
    m_writing.ask([this, account, paused](Cellar& cellar) -> Result<void> {
        storage::AccountStore store(*cellar.database);
        const auto all = store.list();
        if (!all) {
            return all.error();
        }
        const AccountState from = paused ? AccountState::Ready : AccountState::Paused;
        for (const Account& one : *all) {
            if ((account && one.id != account) || one.state != from) {
                continue;
            }
            const auto set = store.setState(one.id, paused ? AccountState::Paused : AccountState::Ready);
            if (!set) {
                return set;
            }
            m_runner.interrupt(one.id);
        }
        return {};
    });
}

QFuture<Result<std::vector<SyncStatus>>> LiveAccounts::status() {
    // Nothing of this object: the desk of reading closes after it.
    const bool offline = m_ground.ports->offline();
    return m_ground.reading.ask([&board = m_ground.board, offline](Cellar& cellar) -> Result<std::vector<SyncStatus>> {
        const auto all = storage::AccountStore(*cellar.database).list();
        if (!all) {
            return all.error();
        }
        const std::vector<SyncStatus> pinned = board.all();
        std::vector<SyncStatus> statuses;
        for (const Account& account : *all) {
            const auto known = std::find_if(pinned.begin(), pinned.end(),
                                            [&account](const SyncStatus& one) { return one.account == account.id; });
            if (known != pinned.end()) {
                statuses.push_back(*known);
                continue;
            }
            auto stored = storedSyncStatus(cellar, account.id);
            if (!stored) {
                return stored.error();
            }
            if (offline) {
                stored->phase = SyncPhase::Offline;
            }
            statuses.push_back(std::move(*stored));
        }
        return statuses;
    });
}

QFuture<Result<std::vector<OutboxEntry>>> LiveAccounts::outbox(int limit) {
    return m_ground.reading.ask([limit](Cellar& cellar) {
        storage::OutboxFilter filter;
        filter.limit = limit;
        return storage::OutboxStore(*cellar.database).list(filter);
    });
}

QFuture<Result<void>> LiveAccounts::retryRefused(qint64 entry) {
    return m_writing.ask([this, entry](Cellar& cellar) {
        auto retried = storage::OutboxStore(*cellar.database).retry(entry);
        if (retried) {
            m_ground.changed({.order = true, .counts = true, .journal = true, .threads = {}});
            m_runner.wakeForAction();
        }
        return retried;
    });
}

}  // namespace kith::service
