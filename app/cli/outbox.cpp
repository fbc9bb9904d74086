// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl outbox [--all], outbox retry ID.
#include "app/cli/account_json.h"
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/storage/outbox_store.h"

#include <QJsonArray>

namespace kith::cli {

namespace {

constexpr int kShown = 100;
constexpr int kEverything = 1'000'000;

Result<Exit> listOutbox(service::Cellar& cellar, const Terminal& terminal, bool all) {
    storage::OutboxStore outbox(*cellar.database);
    storage::OutboxFilter filter;
    filter.limit = all ? kEverything : kShown;
    const auto entries = outbox.list(filter);
    const auto counts = outbox.counts();
    if (!entries || !counts) {
        return !entries ? entries.error() : counts.error();
    }
    QJsonArray pending;
    QJsonArray refused;
    QJsonArray done;
    for (const OutboxEntry& entry : *entries) {
        const bool open = entry.state == OutboxState::Pending || entry.state == OutboxState::Sending;
        (open ? pending : entry.state == OutboxState::Refused ? refused : done).append(outboxJson(entry));
        terminal.say(outboxText(entry));
    }
    const QJsonObject sums{{QStringLiteral("pending"), counts->pending},
                           {QStringLiteral("refused"), counts->refused},
                           {QStringLiteral("done"), counts->done}};
    if (terminal.json()) {
        terminal.result({{QStringLiteral("pending"), pending},
                         {QStringLiteral("refused"), refused},
                         {QStringLiteral("done"), done},
                         {QStringLiteral("counts"), sums}});
    } else if (entries->empty()) {
        terminal.say(QStringLiteral("Nothing waits and nothing was sent yet."));
    }
    return Exit::Done;
}

Result<Exit> retryEntry(service::Cellar& cellar, const Terminal& terminal, qint64 id) {
    storage::OutboxStore outbox(*cellar.database);
    if (const auto retried = outbox.retry(id); !retried) {
        return retried.error();
    }
    terminal.result({{QStringLiteral("id"), idText(id)}, {QStringLiteral("state"), QStringLiteral("pending")}});
    return Exit::Done;
}

}  // namespace

void addOutbox(CLI::App& app, Session& session) {
    auto* outbox = app.add_subcommand("outbox", "What waits to reach the mail server, and what became of it");
    outbox->require_subcommand(0, 1);
    const auto all = std::make_shared<bool>(false);
    const auto id = std::make_shared<qint64>(0);
    outbox->add_flag("--all", *all, "Also what ended long ago");
    auto* retry = outbox->add_subcommand("retry", "Try a refused change again, or a waiting one now");
    retry->add_option("ID", *id, "As outbox prints it")->required();
    retry->callback([&session, id] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return retryEntry(cellar, session.terminal(), *id); });
    });
    outbox->callback([&session, all, retry] {
        if (retry->parsed()) {
            return;
        }
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return listOutbox(cellar, session.terminal(), *all); });
    });
}

}  // namespace kith::cli
