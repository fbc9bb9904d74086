// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/cli/watch.h"

#include "app/cli/account_json.h"
#include "app/cli/locked_work.h"
#include "core/service/mailbox_work.h"
#include "core/service/sync_runner.h"
#include "core/storage/account_store.h"

#include <algorithm>

namespace kith::cli {

namespace {

constexpr std::chrono::seconds kLookForAccounts{15};

/// Prints from the workers' threads, one line at a time.
class CyclePrinter {
public:
    explicit CyclePrinter(const Terminal& terminal)
        : m_terminal(terminal) {}

    void print(const service::SyncCycle& cycle) {
        const std::lock_guard lock(m_mutex);
        if (m_terminal.json()) {
            m_terminal.row(cycleJson(cycle));
        } else if (cycle.error) {
            m_terminal.say(
                QStringLiteral("%1: %2 %3").arg(cycle.account.address, cycle.error->detail, cycle.error->hint));
        } else {
            m_terminal.say(reportText(cycle.report));
        }
    }
    void print(const Error& error) {
        const std::lock_guard lock(m_mutex);
        if (m_terminal.json()) {
            m_terminal.row({{QStringLiteral("account"), QJsonValue()}, {QStringLiteral("error"), errorJson(error)}});
        } else {
            m_terminal.say(QStringLiteral("%1 %2").arg(error.detail, error.hint));
        }
    }

private:
    static QJsonObject cycleJson(const service::SyncCycle& cycle) {
        SyncReport report = cycle.report;
        if (report.address.isEmpty()) {
            report.account = cycle.account.id;
            report.address = cycle.account.address;
        }
        QJsonObject json = reportJson(report);
        const bool signIn = cycle.error && cycle.error->kind == ErrorKind::SignInNeeded;
        json.insert(QStringLiteral("state"),
                    storage::accountStateWord(signIn ? AccountState::SignInNeeded : cycle.account.state));
        json.insert(QStringLiteral("next_at"), timeJson(cycle.next));
        if (cycle.error) {
            json.insert(QStringLiteral("error"), errorJson(*cycle.error));
        }
        return json;
    }

    const Terminal& m_terminal;
    std::mutex m_mutex;
};

class Watch {
public:
    Watch(Session& session, const WatchWish& wish, service::MailPorts& ports)
        : m_session(session)
        , m_wish(wish)
        , m_printer(session.terminal())
        , m_lock(session.cellarOptions(service::CellarMode::Write), session.clock())
        , m_runner([this, &ports](AccountId account) { return makeWork(ports, account); }, session.clock(),
                   {{}, [this](const service::SyncCycle& cycle) { m_printer.print(cycle); }}) {}

    void run() {
        do {
            follow();
        } while (m_session.clock().wait(kLookForAccounts, m_session.stop()));
    }

private:
    std::unique_ptr<service::SyncWork> makeWork(service::MailPorts& ports, AccountId account) {
        service::MailboxWork::Ground ground{[this] { return m_session.open(service::CellarMode::Share); },
                                            m_session.clock(), ports.provider(), m_wish.interval};
        return std::make_unique<LockedWork>(
            std::make_unique<service::MailboxWork>(std::move(ground), account, service::SyncHooks{}), m_lock);
    }

    /// Accounts that other commands added or removed meanwhile are noticed; no account is no reason to end.
    void follow() {
        const auto accounts = wanted();
        if (!accounts) {
            return tellOnce(accounts.error());
        }
        if (accounts->empty()) {
            tellOnce({ErrorKind::NotFound, QStringLiteral("there is no account to sync yet"),
                      QStringLiteral("Add one with: kithctl account add gmail")});
        } else {
            m_told.clear();
        }
        m_runner.follow(*accounts);
        if (m_wish.first.full || m_wish.first.repair) {
            m_runner.wakeForPerson({}, std::exchange(m_wish.first, {}));
        }
    }
    Result<std::vector<AccountId>> wanted() {
        const auto cellar = m_session.open(service::CellarMode::Share);
        if (!cellar) {
            return cellar.error();
        }
        const auto all = storage::AccountStore(*(*cellar)->database).list();
        if (!all) {
            return all.error();
        }
        std::vector<AccountId> ids;
        for (const Account& one : *all) {
            const bool named = m_wish.account.isEmpty() || QString::number(one.id.value) == m_wish.account ||
                               one.address.compare(m_wish.account, Qt::CaseInsensitive) == 0;
            if (named && one.state != AccountState::Removing) {
                ids.push_back(one.id);
            }
        }
        return ids;
    }
    void tellOnce(const Error& error) {
        if (m_told != error.detail) {
            m_told = error.detail;
            m_printer.print(error);
        }
    }

    Session& m_session;
    WatchWish m_wish;
    CyclePrinter m_printer;
    QString m_told;
    SharedLock m_lock;
    service::SyncRunner m_runner;
};

}  // namespace

Exit watchAccounts(Session& session, const WatchWish& wish) {
    // Made or brought up to date where needed; after that the lock is taken for each cycle.
    if (const auto there = session.open(service::CellarMode::Share); !there) {
        if (const auto made = session.open(service::CellarMode::Write); !made) {
            return session.terminal().fail(made.error());
        }
    }
    const auto ports = session.compose();
    Watch(session, wish, *ports).run();
    return Exit::Done;
}

}  // namespace kith::cli
