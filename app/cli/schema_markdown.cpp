// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl schema markdown FILE [--yaml]
#include "app/cli/session.h"
#include "core/intake/markdown_schema.h"

#include <QFile>

namespace kith::cli {

namespace {

constexpr qint64 mostMarkdown = 256LL * 1024 * 1024;

Result<QByteArray> markdownFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::NotFound, QStringLiteral("%1: %2").arg(path, file.errorString()),
                     QStringLiteral("Give the path of a Markdown file.")};
    }
    if (file.size() > mostMarkdown) {
        return Error{ErrorKind::Malformed, QStringLiteral("%1 has more than 256 MB").arg(path),
                     QStringLiteral("Give a Markdown file, e.g. notes.md.")};
    }
    return file.readAll();
}

Exit describeMarkdown(Session& session, const QString& path, bool yaml) {
    const auto bytes = markdownFile(path);
    if (!bytes) {
        return session.terminal().fail(bytes.error());
    }
    auto outline = intake::outlineMarkdown(*bytes);
    if (!outline) {
        Error error = outline.error();
        error.detail = QStringLiteral("%1: %2").arg(path, error.detail);
        return session.terminal().fail(error);
    }
    if (yaml) {
        const QByteArray text = intake::markdownSchemaYaml(*outline);
        fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stdout);
    } else {
        session.terminal().result(intake::markdownSchema(*outline));
    }
    return Exit::Done;
}

}  // namespace

void addSchemaMarkdown(CLI::App& app, Session& session) {
    const auto there = app.get_subcommands([](CLI::App* one) { return one->get_name() == "schema"; });
    CLI::App* group =
        there.empty() ? app.add_subcommand("schema", "What a file holds: columns, outline") : there.front();
    group->require_subcommand(1);
    auto* command = group->add_subcommand("markdown", "Headings, code blocks and counts of a Markdown file");
    auto path = std::make_shared<std::string>();
    auto yaml = std::make_shared<bool>(false);
    command->add_option("FILE", *path, "Markdown file")->required();
    command->add_flag("--yaml", *yaml, "YAML in place of JSON");
    command->callback([&session, path, yaml] { session.finish(describeMarkdown(session, qt(*path), *yaml)); });
}

}  // namespace kith::cli
