// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl backup FILE, restore FILE, check.
#include "core/storage/maintenance.h"
#include "app/cli/account_json.h"
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/service/mail_sync.h"
#include "core/storage/account_store.h"

#include <QFileInfo>
#include <QJsonArray>

namespace kith::cli {

namespace {

storage::Progress percent(const Session& session, const Terminal& terminal) {
    return [stop = session.stop(), &terminal](qint64 done, qint64 total) {
        terminal.progress(total > 0 ? QStringLiteral("%1 %").arg(100 * done / total) : QString());
        return !stop.stop_requested();
    };
}

Result<Exit> makeBackup(service::Cellar& cellar, Session& session, const QString& file) {
    const auto bytes = storage::backup(*cellar.database, file, percent(session, session.terminal()));
    if (!bytes) {
        return bytes.error();
    }
    session.terminal().progress({});
    session.terminal().result({{QStringLiteral("file"), QFileInfo(file).absoluteFilePath()},
                               {QStringLiteral("bytes"), QFileInfo(file).size()}});
    return Exit::Done;
}

/// How complete the copy of each mailbox is, as of its last sync.
Result<std::vector<SyncStatus>> mailboxes(service::Cellar& cellar) {
    const auto accounts = storage::AccountStore(*cellar.database).list();
    if (!accounts) {
        return accounts.error();
    }
    std::vector<SyncStatus> all;
    for (const Account& account : *accounts) {
        auto status = service::storedSyncStatus(cellar, account.id);
        if (!status) {
            return status.error();
        }
        all.push_back(std::move(*status));
    }
    return all;
}

QJsonObject mailboxJson(const SyncStatus& status) {
    const Completeness& whole = status.completeness;
    return {{QStringLiteral("account"), status.address},
            {QStringLiteral("complete"), whole.complete},
            {QStringLiteral("server_total"), whole.serverTotal},
            {QStringLiteral("local_total"), whole.localTotal},
            {QStringLiteral("gaps"), whole.gaps},
            {QStringLiteral("checked_at"), timeJson(whole.checkedAt)}};
}

Result<Exit> checkAll(service::Cellar& cellar, Session& session) {
    const auto report = storage::check(*cellar.database, percent(session, session.terminal()));
    if (!report) {
        return report.error();
    }
    const auto boxes = mailboxes(cellar);
    if (!boxes) {
        return boxes.error();
    }
    bool complete = report->completeness;
    QJsonArray accounts;
    for (const SyncStatus& box : *boxes) {
        complete = complete && box.completeness.complete;
        accounts.append(mailboxJson(box));
    }
    session.terminal().progress({});
    session.terminal().result({{QStringLiteral("integrity"), report->integrity},
                               {QStringLiteral("foreign_keys"), report->foreignKeys},
                               {QStringLiteral("journal"), report->journal},
                               {QStringLiteral("search_index"), report->searchIndex},
                               {QStringLiteral("completeness"), complete},
                               {QStringLiteral("accounts"), accounts},
                               {QStringLiteral("problems"), QJsonArray::fromStringList(report->problems)}});
    // Mail that is still to come is no damage.
    return !report->healthy() ? Exit::Workspace : complete ? Exit::Done : Exit::Partial;
}

}  // namespace

void addMaintenance(CLI::App& app, Session& session) {
    const auto file = std::make_shared<std::string>();
    auto* backup = app.add_subcommand("backup", "Everything into one file, while others go on");
    backup->add_option("FILE", *file, "Where to")->required();
    backup->callback([&session, file] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return makeBackup(cellar, session, qt(*file)); });
    });
    auto* restore = app.add_subcommand("restore", "Put a backup in place; what was there stays aside");
    restore->add_option("FILE", *file, "A file that backup made")->required();
    restore->callback([&session, file] {
        const auto aside =
            service::restoreBackup(session.cellarOptions(service::CellarMode::Write), qt(*file), session.clock());
        if (!aside) {
            return session.finish(session.terminal().fail(aside.error()));
        }
        session.terminal().result({{QStringLiteral("restored"), true}, {QStringLiteral("kept_aside"), *aside}});
    });
    auto* check = app.add_subcommand("check", "Is everything whole?");
    check->callback([&session] {
        session.with(service::CellarMode::Read, [&](service::Cellar& cellar) { return checkAll(cellar, session); });
    });
}

}  // namespace kith::cli
