// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/cellar.h"

#include "core/storage/maintenance.h"
#include "core/storage/migrations.h"

#include <QDir>

namespace kith::service {

Cellar::Cellar(QString folderPath, std::unique_ptr<storage::WorkspaceLock> workspaceLock,
               std::unique_ptr<storage::IdSource> idSource, std::unique_ptr<storage::Database> connection)
    : folder(std::move(folderPath))
    , lock(std::move(workspaceLock))
    , ids(std::move(idSource))
    , database(std::move(connection))
    , messages(*database)
    , inbox(*database)
    , search(*database)
    , suggestions(*database)
    , triage(*database)
    , signs(*database)
    , correspondents(*database)
    , models(*database)
    , observations(*database)
    , opportunities(*database)
    , owners(*database)
    , drafts(*database)
    , imports(*database)
    , settings(*database)
    , rules(*database)
    , ruleActions(*database)
    , undo(*database) {
}

namespace {

storage::DatabaseUrl urlOf(const CellarOptions& options) {
    return options.database.isEmpty() ? storage::DatabaseUrl::workspace(options.folder)
                                      : storage::DatabaseUrl::parse(options.database);
}

storage::OpenMode openModeOf(CellarMode mode) {
    switch (mode) {
    case CellarMode::Read:
        return storage::OpenMode::ReadOnly;
    case CellarMode::Share:
        return storage::OpenMode::Write;
    case CellarMode::Write:
    case CellarMode::Found:
        return storage::OpenMode::Create;
    }
    return storage::OpenMode::ReadOnly;
}

}  // namespace

Result<std::unique_ptr<storage::WorkspaceLock>> lockWorkspace(const CellarOptions& options, Clock& clock) {
    if (!options.database.isEmpty()) {
        return std::unique_ptr<storage::WorkspaceLock>{};
    }
    if (!QDir().mkpath(options.folder)) {
        return Error{ErrorKind::Denied, QStringLiteral("cannot make the folder %1").arg(options.folder),
                     QStringLiteral("Choose a folder that you may write to.")};
    }
    return storage::WorkspaceLock::take(options.folder, clock);
}

Result<std::unique_ptr<Cellar>> Cellar::open(const CellarOptions& options, Clock& clock) {
    std::unique_ptr<storage::WorkspaceLock> lock;
    if (options.mode == CellarMode::Write) {
        auto taken = lockWorkspace(options, clock);
        if (!taken) {
            return taken.error();
        }
        lock = std::move(*taken);
    }
    std::unique_ptr<storage::IdSource> ownIds;
    if (options.ids == nullptr) {
        ownIds = std::make_unique<storage::TimeIdSource>(clock);
    }
    storage::IdSource& ids = options.ids == nullptr ? *ownIds : *options.ids;
    auto database = storage::openCurrent(urlOf(options), openModeOf(options.mode), {clock, ids});
    if (!database) {
        return database.error();
    }
    return std::make_unique<Cellar>(options.folder, std::move(lock), std::move(ownIds), std::move(*database));
}

Result<QString> restoreBackup(const CellarOptions& options, const QString& file, Clock& clock) {
    const auto lock = lockWorkspace(options, clock);
    if (!lock) {
        return lock.error();
    }
    storage::TimeIdSource ids(clock);
    return storage::restore(file, urlOf(options), {clock, ids});
}

}  // namespace kith::service
