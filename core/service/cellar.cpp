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
    , triage(*database)
    , signs(*database)
    , correspondents(*database)
    , observations(*database)
    , owners(*database)
    , imports(*database)
    , settings(*database)
    , undo(*database) {}

namespace {

Result<std::unique_ptr<storage::WorkspaceLock>> lockFolder(const QString& folder, Clock& clock) {
    if (!QDir().mkpath(folder)) {
        return Error{ErrorKind::Denied, QStringLiteral("cannot make the folder %1").arg(folder),
                     QStringLiteral("Choose a folder that you may write to.")};
    }
    return storage::WorkspaceLock::take(folder, clock);
}

storage::DatabaseUrl urlOf(const CellarOptions& options) {
    return options.database.isEmpty() ? storage::DatabaseUrl::workspace(options.folder)
                                      : storage::DatabaseUrl::parse(options.database);
}

}  // namespace

Result<std::unique_ptr<Cellar>> Cellar::open(const CellarOptions& options, Clock& clock) {
    std::unique_ptr<storage::WorkspaceLock> lock;
    if (options.database.isEmpty() && options.mode == CellarMode::Write) {
        auto taken = lockFolder(options.folder, clock);
        if (!taken) {
            return taken.error();
        }
        lock = std::move(*taken);
    }
    auto ids = std::make_unique<storage::TimeIdSource>(clock);
    const storage::OpenMode mode = options.mode == CellarMode::Write   ? storage::OpenMode::Create
                                   : options.mode == CellarMode::Share ? storage::OpenMode::Write
                                                                       : storage::OpenMode::ReadOnly;
    auto database = storage::openCurrent(urlOf(options), mode, {clock, *ids});
    if (!database) {
        return database.error();
    }
    return std::make_unique<Cellar>(options.folder, std::move(lock), std::move(ids), std::move(*database));
}

Result<QString> restoreBackup(const CellarOptions& options, const QString& file, Clock& clock) {
    auto lock = lockFolder(options.folder, clock);
    if (!lock) {
        return lock.error();
    }
    storage::TimeIdSource ids(clock);
    return storage::restore(file, urlOf(options), {clock, ids});
}

}  // namespace kith::service
