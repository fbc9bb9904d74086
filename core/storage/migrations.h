// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Brings a database to this build's schema: numbered files of resources/sql, each in one transaction with its version
// row.
#pragma once

#include "core/storage/database.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace kith::storage {

struct Migration {
    int version{0};
    QString name;    ///< what it brings, from the file name
    QByteArray sql;  ///< in SQLite's words, or from a .postgresql.sql file
};

struct MigrationReport {
    int from{0};
    int to{0};
};

/// The migrations compiled into this build for a dialect, in order.
std::vector<Migration> shippedMigrations(Dialect dialect);
int latestVersion();
/// 0 for an empty database.
Result<int> schemaVersion(Database& database);
/// TooNew for a newer Kith's database; Damaged where an applied migration had another content.
/// A migration that fails leaves nothing of itself behind.
Result<MigrationReport> migrate(Database& database);
Result<MigrationReport> migrate(Database& database, const std::vector<Migration>& migrations);
/// For readers: TooNew or, before the writer has migrated, Conflict.
Result<void> checkVersion(Database& database);
/// Opens and migrates (Create, Write) or opens and checks (ReadOnly).
Result<std::unique_ptr<Database>> openCurrent(const DatabaseUrl& url, OpenMode mode, Surroundings around);

}  // namespace kith::storage
