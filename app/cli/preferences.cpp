// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl preferences show · import FILE · export FILE: the document of design/triage (email_preferences.json)
#include "app/cli/session.h"
#include "core/base/json.h"
#include "core/service/preferences_book.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace kith::cli {

namespace {

Error fileError(const QFileDevice& file) {
    return {ErrorKind::Denied, QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()), {}};
}

Result<Exit> show(service::Cellar& cellar, Session& session) {
    const auto preferences = service::loadPreferences(cellar);
    if (!preferences) {
        return preferences.error();
    }
    session.terminal().result(service::toJson(*preferences));
    return Exit::Done;
}

Result<Exit> exportTo(service::Cellar& cellar, Session& session, const QString& path) {
    const auto preferences = service::loadPreferences(cellar);
    if (!preferences) {
        return preferences.error();
    }
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(service::toJson(*preferences)).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fileError(file);
    }
    session.terminal().result(
        {{QStringLiteral("file"), path}, {QStringLiteral("rules"), static_cast<qint64>(preferences->rules.size())}});
    return Exit::Done;
}

Result<Exit> importFrom(service::Cellar& cellar, Session& session, const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError(file);
    }
    const auto document = json::parseObject(file.readAll());
    auto preferences = document ? service::preferencesFromJson(*document) : Result<Preferences>(document.error());
    const auto before = service::loadPreferences(cellar);
    if (!preferences || !before) {
        return !preferences ? preferences.error() : before.error();
    }
    preferences->version = before->version;
    const auto rules = static_cast<qint64>(preferences->rules.size());
    storage::ChangeWriter change(*cellar.database, {QStringLiteral("preferences.imported"),
                                                    QStringLiteral("user"),
                                                    {},
                                                    {},
                                                    QStringLiteral("Import %1 rules").arg(rules),
                                                    {},
                                                    true});
    service::savePreferences(change, cellar, std::move(*preferences));
    const auto done = change.commit();
    if (!done) {
        return done.error();
    }
    session.terminal().result({{QStringLiteral("rules"), rules},
                               {QStringLiteral("replaced"), static_cast<qint64>(before->rules.size())},
                               {QStringLiteral("change"), QString::number(done->value)}});
    return Exit::Done;
}

}  // namespace

void addPreferences(CLI::App& app, Session& session) {
    auto* preferences = app.add_subcommand("preferences", "The rules about what matters, as a document");
    preferences->require_subcommand(1);
    preferences->add_subcommand("show", "Print them")->callback([&session] {
        session.with(service::CellarMode::Read, [&](service::Cellar& cellar) { return show(cellar, session); });
    });
    const auto path = std::make_shared<std::string>();
    auto* in = preferences->add_subcommand("import", "Put a file in their place (undo takes it back)");
    in->add_option("FILE", *path, "email_preferences.json")->required();
    in->callback([&session, path] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return importFrom(cellar, session, qt(*path)); });
    });
    auto* out = preferences->add_subcommand("export", "Write them to a file");
    out->add_option("FILE", *path, "Where to")->required();
    out->callback([&session, path] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return exportTo(cellar, session, qt(*path)); });
    });
}

}  // namespace kith::cli
