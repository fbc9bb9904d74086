// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl egress list, show ID: what left this computer.
#include "app/cli/account_json.h"
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/storage/egress_store.h"

#include <QJsonArray>

#include <cstdio>

namespace kith::cli {

namespace {

QJsonObject egressJson(const storage::EgressEntry& entry) {
    return {{QStringLiteral("id"), idText(entry.id)},
            {QStringLiteral("at"), timeJson(entry.at)},
            {QStringLiteral("service"), entry.service},
            {QStringLiteral("purpose"), entry.purpose},
            {QStringLiteral("method"), entry.method},
            {QStringLiteral("url"), entry.url},
            {QStringLiteral("status"), entry.status},
            {QStringLiteral("bytes_out"), entry.bytesOut},
            {QStringLiteral("bytes_in"), entry.bytesIn},
            {QStringLiteral("redactions"), entry.redactions},
            {QStringLiteral("cost"), entry.cost},
            {QStringLiteral("body_sha256"), QString::fromLatin1(entry.bodySha256)}};
}

Result<Exit> listEgress(service::Cellar& cellar, const Terminal& terminal, int limit) {
    const auto entries = storage::EgressStore(*cellar.database).list(0, limit);
    if (!entries) {
        return entries.error();
    }
    QJsonArray list;
    for (const storage::EgressEntry& entry : *entries) {
        list.append(egressJson(entry));
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
        QJsonObject json = egressJson(**entry);
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

}  // namespace

void addEgress(CLI::App& app, Session& session) {
    auto* egress = app.add_subcommand("egress", "What left this computer");
    egress->require_subcommand(1);
    const auto limit = std::make_shared<int>(100);
    auto* list = egress->add_subcommand("list", "Every request, newest first");
    list->add_option("--limit", *limit, "At most so many")->check(CLI::PositiveNumber);
    list->callback([&session, limit] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return listEgress(cellar, session.terminal(), *limit); });
    });
    const auto id = std::make_shared<qint64>(0);
    auto* show = egress->add_subcommand("show", "The exact text of one, secrets left out");
    show->add_option("ID", *id, "As egress list prints it")->required();
    show->callback([&session, id] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return showEgress(cellar, session.terminal(), *id); });
    });
}

}  // namespace kith::cli
