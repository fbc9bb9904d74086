// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/cli/session.h"

#include <QtGlobal>

#include <sqlite3.h>

namespace kith::cli {

void addVersion(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("version", "What this is and what it was built with");
    command->callback([&session] {
        session.terminal().result({{QStringLiteral("version"), QStringLiteral(KITH_VERSION)},
                                   {QStringLiteral("contract"), 1},
                                   {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
                                   {QStringLiteral("sqlite"), QString::fromLatin1(sqlite3_libversion())},
                                   {QStringLiteral("build"), QStringLiteral(KITH_BUILD)}});
    });
}

}  // namespace kith::cli
