// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl undo [ID] and redo.
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/service/mail_actions.h"

namespace kith::cli {

namespace {

Result<Exit> printReceipt(const Terminal& terminal, const Result<service::Receipt>& receipt) {
    if (!receipt) {
        return receipt.error();
    }
    terminal.result({{QStringLiteral("change"), idText(receipt->change.value)},
                     {QStringLiteral("what"), receipt->what},
                     {QStringLiteral("conversations"), receipt->count},
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
            return printReceipt(session.terminal(), service::undoChange(cellar, ChangeId{*id}));
        });
    });
    auto* redo = app.add_subcommand("redo", "Do again what was undone last");
    redo->callback([&session] {
        session.with(service::CellarMode::Write, [&](service::Cellar& cellar) {
            return printReceipt(session.terminal(), service::redoChange(cellar));
        });
    });
}

}  // namespace kith::cli
