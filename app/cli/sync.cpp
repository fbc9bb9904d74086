// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl sync [--account A] [--full] [--repair], once; with --watch see watch.h.
#include "app/cli/account_json.h"
#include "app/cli/session.h"
#include "app/cli/watch.h"
#include "core/service/accounts_service.h"
#include "core/service/mailbox_work.h"

#include <QJsonArray>

#include <algorithm>

namespace kith::cli {

namespace {

struct SyncWish {
    std::string account;
    service::SyncOptions options;
    bool watch{false};
    double interval{0};
};

/// How the sync of one account ended; the report says how far it came either way.
struct Ended {
    SyncReport report;
    std::optional<Error> error;
};

Result<std::vector<Account>> wantedAccounts(service::Cellar& cellar, const QString& word) {
    const auto all = storage::AccountStore(*cellar.database).list();
    if (!all) {
        return all.error();
    }
    std::vector<Account> wanted;
    std::copy_if(all->begin(), all->end(), std::back_inserter(wanted), [&word](const Account& one) {
        const bool named = QString::number(one.id.value) == word || one.address.compare(word, Qt::CaseInsensitive) == 0;
        return word.isEmpty() ? one.state != AccountState::Paused && one.state != AccountState::Removing : named;
    });
    if (wanted.empty()) {
        return word.isEmpty() ? Error{ErrorKind::NotFound, QStringLiteral("there is no account to sync"),
                                      QStringLiteral("Add one with: kithctl account add gmail")}
                              : Error{ErrorKind::NotFound, QStringLiteral("there is no account \"%1\"").arg(word),
                                      QStringLiteral("See: kithctl account list")};
    }
    return wanted;
}

Ended syncOne(service::MailPorts& ports, Session& session, const Account& account,
              const service::SyncOptions& options) {
    const Terminal& terminal = session.terminal();
    service::SyncHooks hooks;
    hooks.status = [&terminal](const SyncStatus& status) { terminal.progress(statusText(status)); };
    service::MailboxWork work(
        {[&session] { return session.open(service::CellarMode::Share); }, session.clock(), ports.provider(), {}},
        account.id, std::move(hooks));
    const auto result = work.cycle(options, session.stop());
    terminal.progress({});
    Ended ended{result ? *result : work.report(), {}};
    ended.report.address = account.address;
    if (!result) {
        ended.error = result.error();
    }
    return ended;
}

/// Several accounts: their sums, and each under "accounts".
QJsonObject summed(const std::vector<Ended>& all) {
    SyncReport sum = all.front().report;
    sum.completeness.complete = true;
    QJsonArray each;
    for (size_t i = 0; i < all.size(); ++i) {
        const SyncReport& one = all[i].report;
        each.append(reportJson(one));
        sum.completeness.complete = sum.completeness.complete && one.completeness.complete;
        if (i == 0) {
            continue;
        }
        for (const auto field : {&SyncReport::added, &SyncReport::updated, &SyncReport::deleted, &SyncReport::requests,
                                 &SyncReport::quotaUnits, &SyncReport::throttled, &SyncReport::retries,
                                 &SyncReport::sent, &SyncReport::refused}) {
            sum.*field += one.*field;
        }
        sum.completeness.serverTotal += one.completeness.serverTotal;
        sum.completeness.localTotal += one.completeness.localTotal;
        sum.completeness.gaps += one.completeness.gaps;
        sum.took += one.took;
    }
    QJsonObject json = reportJson(sum);
    json.insert(QStringLiteral("account"), QJsonValue());
    json.insert(QStringLiteral("account_id"), QJsonValue());
    json.insert(QStringLiteral("history_id"), QJsonValue());
    json.insert(QStringLiteral("accounts"), each);
    return json;
}

Exit printEnded(const Terminal& terminal, const std::vector<Ended>& all) {
    if (terminal.json()) {
        terminal.result(all.size() == 1 ? reportJson(all.front().report) : summed(all));
    }
    Exit exit = Exit::Done;
    for (const Ended& one : all) {
        if (!one.error || one.report.requests > 0) {
            terminal.say(reportText(one.report));
        }
        if (one.error) {
            exit = std::max(exit, terminal.fail(*one.error));
        } else if (!one.report.completeness.complete || one.report.refused > 0) {
            exit = std::max(exit, Exit::Partial);
        }
    }
    return exit;
}

Result<Exit> syncOnce(service::Cellar& cellar, service::MailPorts& ports, Session& session, const SyncWish& wish) {
    const auto accounts = wantedAccounts(cellar, qt(wish.account));
    if (!accounts) {
        return accounts.error();
    }
    std::vector<Ended> all;
    for (const Account& account : *accounts) {
        if (!session.stop().stop_requested()) {
            all.push_back(syncOne(ports, session, account, wish.options));
        }
    }
    return printEnded(session.terminal(), all);
}

}  // namespace

void addSync(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("sync", "Bring the workspace and its mail accounts into agreement");
    const auto wish = std::make_shared<SyncWish>();
    command->add_option("--account", wish->account, "Only this one: its id or address");
    command->add_flag("--full", wish->options.full, "List everything again, as at the first time");
    command->add_flag("--repair", wish->options.repair, "Compare both sides whole and mend what differs");
    auto* watch = command->add_flag("--watch", wish->watch, "Go on until SIGINT or SIGTERM; one line a cycle");
    command->add_option("--interval", wish->interval, "Seconds between cycles; default: as each account says")
        ->check(CLI::Range(1.0, 86'400.0))
        ->needs(watch);
    command->callback([&session, wish] {
        if (wish->watch) {
            const auto interval = std::chrono::seconds{static_cast<qint64>(wish->interval)};
            return session.finish(watchAccounts(session, {qt(wish->account), interval, wish->options}));
        }
        session.withMail([&](service::Cellar& cellar, service::MailPorts& ports) {
            return syncOnce(cellar, ports, session, *wish);
        });
    });
}

}  // namespace kith::cli
