// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl schema csv FILE: a table understood; no workspace needed.
#include "app/cli/csv_json.h"
#include "app/cli/session.h"
#include "core/intake/csv_schema.h"

namespace kith::cli {

namespace {

Result<intake::CsvSchema> schemaOf(const QString& path, Session& session) {
    const auto text = intake::CsvText::open(path, {}, session.stop());
    if (!text) {
        return text.error();
    }
    return intake::understandCsv(**text, {}, session.stop(), [&](std::size_t done, std::size_t all) {
        session.terminal().progress(QStringLiteral("Reading … %1 %").arg(100 * done / std::max<std::size_t>(all, 1)));
    });
}

}  // namespace

void addSchemaCsv(CLI::App& app, Session& session) {
    const auto there = app.get_subcommands([](CLI::App* one) { return one->get_name() == "schema"; });
    CLI::App* group =
        there.empty() ? app.add_subcommand("schema", "What a file holds: columns, outline") : there.front();
    group->require_subcommand(1);
    auto* csv = group->add_subcommand("csv", "Encoding, delimiter, header and the type of each column");
    const auto path = std::make_shared<std::string>();
    csv->add_option("FILE", *path, "A table as text")->required();
    csv->callback([&session, path] {
        const auto found = schemaOf(qt(*path), session);
        if (!found) {
            return session.finish(session.terminal().fail(found.error()));
        }
        session.terminal().result(schemaJson(*found));
    });
}

}  // namespace kith::cli
