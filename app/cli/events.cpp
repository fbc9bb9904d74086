// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl events list, export, verify.
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/storage/event_log.h"

#include <QJsonArray>
#include <QSaveFile>

namespace kith::cli {

namespace {

struct EventWish {
    std::string type;
    std::string entity;
    int limit{100};
    std::string file;
};

Result<Exit> listEvents(service::Cellar& cellar, const Terminal& terminal, const EventWish& wish) {
    storage::EventLog log(*cellar.database);
    const auto events = log.list({qt(wish.type), qt(wish.entity), {}, wish.limit});
    if (!events) {
        return events.error();
    }
    QJsonArray list;
    for (const Event& event : *events) {
        list.append(storage::eventJson(event));
    }
    terminal.result({{QStringLiteral("events"), list}});
    return Exit::Done;
}

Result<Exit> exportEvents(service::Cellar& cellar, const Terminal& terminal, const EventWish& wish) {
    QSaveFile file(qt(wish.file));
    if (!file.open(QIODevice::WriteOnly)) {
        return Error{ErrorKind::Denied, QStringLiteral("cannot write %1: %2").arg(file.fileName(), file.errorString()),
                     QStringLiteral("Name a file in a folder that you may write to.")};
    }
    const auto written = storage::EventLog(*cellar.database).exportTo(file);
    if (!written) {
        return written.error();
    }
    if (!file.commit()) {
        return Error{ErrorKind::Full,
                     QStringLiteral("%1 could not be written: %2").arg(file.fileName(), file.errorString()),
                     {}};
    }
    terminal.result({{QStringLiteral("events"), *written}, {QStringLiteral("file"), file.fileName()}});
    return Exit::Done;
}

Result<Exit> verifyEvents(service::Cellar& cellar, const Terminal& terminal) {
    const auto report = storage::EventLog(*cellar.database).verify();
    if (!report) {
        return report.error();
    }
    terminal.result(
        {{QStringLiteral("events"), report->events},
         {QStringLiteral("intact"), report->intact},
         {QStringLiteral("first_bad"), report->firstBad ? QJsonValue(report->firstBad->value) : QJsonValue()}});
    return report->intact ? Exit::Done : Exit::Workspace;
}

}  // namespace

void addEvents(CLI::App& app, Session& session) {
    auto* events = app.add_subcommand("events", "The log of what was done, by whom and why");
    events->require_subcommand(1);
    const auto wish = std::make_shared<EventWish>();
    auto* list = events->add_subcommand("list", "Newest first");
    list->add_option("--type", wish->type, "Only this type");
    list->add_option("--entity", wish->entity, "Only this entity, e.g. message:123");
    list->add_option("--limit", wish->limit, "At most so many")->check(CLI::PositiveNumber);
    list->callback([&session, wish] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return listEvents(cellar, session.terminal(), *wish); });
    });
    auto* out = events->add_subcommand("export", "JSON lines, oldest first");
    out->add_option("FILE", wish->file, "Where to")->required();
    out->callback([&session, wish] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return exportEvents(cellar, session.terminal(), *wish); });
    });
    auto* verify = events->add_subcommand("verify", "Is the chain unbroken?");
    verify->callback([&session] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return verifyEvents(cellar, session.terminal()); });
    });
}

}  // namespace kith::cli
