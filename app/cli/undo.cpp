// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl undo [ID] and redo.
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/service/mail_actions.h"
#include "core/storage/outbox_store.h"

#include <QJsonArray>

#include <algorithm>

namespace kith::cli {

namespace {

/// Messages whose server hears of this change with the next sync.
Result<qint64> willFollow(service::Cellar& cellar, ChangeId change) {
    storage::OutboxFilter filter;
    filter.openOnly = true;
    filter.limit = 1'000'000;
    const auto open = storage::OutboxStore(*cellar.database).list(filter);
    if (!open) {
        return open.error();
    }
    return std::count_if(open->begin(), open->end(),
                         [change](const OutboxEntry& entry) { return entry.change == change; });
}

Result<Exit> printReceipt(service::Cellar& cellar, const Terminal& terminal, const Result<service::Receipt>& receipt) {
    if (!receipt) {
        return receipt.error();
    }
    const auto pending = willFollow(cellar, receipt->change);
    if (!pending) {
        return pending.error();
    }
    terminal.result({{QStringLiteral("change"), idText(receipt->change.value)},
                     {QStringLiteral("what"), receipt->what},
                     {QStringLiteral("conversations"), receipt->count},
                     {QStringLiteral("pending_at_server"), *pending},
                     {QStringLiteral("could_not"), QJsonArray::fromStringList(receipt->conflicts)}});
    return receipt->conflicts.isEmpty() ? Exit::Done : Exit::Partial;
}

}  // namespace

void addUndo(CLI::App& app, Session& session) {
    const auto id = std::make_shared<qint64>(0);
    auto* undo = app.add_subcommand("undo", "Take back the newest change, or the one named");
    undo->add_option("ID", *id, "The change");
    undo->callback([&session, id] {
        session.with(service::CellarMode::Write, [&](service::Cellar& cellar) {
            return printReceipt(cellar, session.terminal(), service::undoChange(cellar, ChangeId{*id}));
        });
    });
    auto* redo = app.add_subcommand("redo", "Do again what was undone last");
    redo->callback([&session] {
        session.with(service::CellarMode::Write, [&](service::Cellar& cellar) {
            return printReceipt(cellar, session.terminal(), service::redoChange(cellar));
        });
    });
}

}  // namespace kith::cli
