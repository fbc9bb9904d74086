// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl egress list [--service S], show ID, totals, export FILE: what left this computer.
#include "app/cli/account_json.h"
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/service/egress_export.h"
#include "core/storage/egress_store.h"

#include <QJsonArray>

#include <cstdio>

namespace kith::cli {

namespace {

Result<Exit> listEgress(service::Cellar& cellar, const Terminal& terminal, int limit, const QString& service) {
    const auto entries = storage::EgressStore(*cellar.database).list(0, limit, service);
    if (!entries) {
        return entries.error();
    }
    QJsonArray list;
    for (const storage::EgressEntry& entry : *entries) {
        list.append(service::toJson(entry));
        terminal.say(QStringLiteral("%1  %2  %3 %4  %5 B out, %6 B in  %7")
                         .arg(idText(entry.id), timeJson(entry.at).toString(),
                              entry.service.leftJustified(12, QLatin1Char(' ')),
                              QString::number(entry.status).rightJustified(3, QLatin1Char(' ')))
                         .arg(entry.bytesOut)
                         .arg(entry.bytesIn)
                         .arg(entry.purpose));
    }
    if (terminal.json()) {
        terminal.result({{QStringLiteral("requests"), list}});
    } else if (list.isEmpty()) {
        terminal.say(QStringLiteral("Nothing left this computer."));
    }
    return Exit::Done;
}

Result<Exit> showEgress(service::Cellar& cellar, const Terminal& terminal, qint64 id) {
    const auto entry = storage::EgressStore(*cellar.database).entry(id);
    if (!entry) {
        return entry.error();
    }
    if (!*entry) {
        return Error{ErrorKind::NotFound, QStringLiteral("no request %1 in the ledger").arg(id),
                     QStringLiteral("Use an id that egress list printed.")};
    }
    if (terminal.json()) {
        QJsonObject json = service::toJson(**entry);
        json.insert(QStringLiteral("body"), QString::fromUtf8((*entry)->body));
        terminal.result(json);
    } else {
        const QByteArray& body = (*entry)->body;
        terminal.say(QStringLiteral("%1 %2").arg((*entry)->method, (*entry)->url));
        std::fwrite(body.constData(), 1, static_cast<size_t>(body.size()), stdout);
        std::fputc('\n', stdout);
    }
    return Exit::Done;
}

Result<Exit> egressTotals(service::Cellar& cellar, const Terminal& terminal) {
    const auto totals = storage::EgressStore(*cellar.database).totals();
    if (!totals) {
        return totals.error();
    }
    QJsonArray list;
    for (const storage::EgressTotal& one : *totals) {
        list.append(QJsonObject{{QStringLiteral("service"), one.service},
                                {QStringLiteral("requests"), one.requests},
                                {QStringLiteral("bytes_out"), one.bytesOut},
                                {QStringLiteral("bytes_in"), one.bytesIn},
                                {QStringLiteral("redactions"), one.redactions},
                                {QStringLiteral("cost"), one.cost}});
    }
    terminal.result({{QStringLiteral("totals"), list}});
    return Exit::Done;
}

Result<Exit> exportLedger(service::Cellar& cellar, Session& session, const QString& path, const QString& service) {
    const auto written = service::exportEgress(cellar, path, service, session.stop());
    if (!written) {
        return written.error();
    }
    session.terminal().result({{QStringLiteral("file"), path}, {QStringLiteral("requests"), *written}});
    return Exit::Done;
}

}  // namespace

void addEgress(CLI::App& app, Session& session) {
    auto* egress = app.add_subcommand("egress", "What left this computer");
    egress->require_subcommand(1);
    const auto limit = std::make_shared<int>(100);
    auto* list = egress->add_subcommand("list", "Every request, newest first");
    list->add_option("--limit", *limit, "At most so many")->check(CLI::PositiveNumber);
    const auto service = std::make_shared<std::string>();
    list->add_option("--service", *service, "Only this one: deepinfra, gmail, google-oauth, attio, onyx");
    list->callback([&session, limit, service] {
        session.with(service::CellarMode::Read, [&](service::Cellar& cellar) {
            return listEgress(cellar, session.terminal(), *limit, qt(*service));
        });
    });
    const auto id = std::make_shared<qint64>(0);
    auto* show = egress->add_subcommand("show", "The exact text of one, secrets left out");
    show->add_option("ID", *id, "As egress list prints it")->required();
    show->callback([&session, id] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return showEgress(cellar, session.terminal(), *id); });
    });
    egress->add_subcommand("totals", "Requests, bytes and cost by service")->callback([&session] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return egressTotals(cellar, session.terminal()); });
    });
    const auto path = std::make_shared<std::string>();
    auto* out = egress->add_subcommand("export", "All of it as .jsonl, each with its exact text");
    out->add_option("FILE", *path)->required();
    out->add_option("--service", *service, "Only this one");
    out->callback([&session, path, service] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return exportLedger(cellar, session, qt(*path), qt(*service)); });
    });
}

}  // namespace kith::cli
