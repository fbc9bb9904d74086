// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Backup, restore and check-up of the whole database.
#pragma once

#include "core/storage/database.h"

#include <QStringList>

#include <functional>

namespace kith::storage {

struct CheckReport {
    bool integrity{true};
    bool foreignKeys{true};
    bool journal{true};  ///< the event chain is unbroken and every change has its rows
    bool searchIndex{true};
    bool completeness{true};  ///< every message has text, source and thread; sums agree
    QStringList problems;     ///< one sentence each

    bool healthy() const { return problems.isEmpty(); }
};

/// Told now and then; false stops the work with Cancelled.
using Progress = std::function<bool(qint64 done, qint64 total)>;

/// The whole database into one file while others go on; verified before it takes its name.
Result<qint64> backup(Database& database, const QString& file, const Progress& progress = {});
/// What a backup holds, or why it is none.
Result<int> backupVersion(const QString& file, Surroundings around);
/// Validates first, then takes the place of the database in one step; the old one stays aside (its path is the answer).
/// No connection of this process may be open; the caller holds the workspace lock.
Result<QString> restore(const QString& file, const DatabaseUrl& target, Surroundings around);
Result<CheckReport> check(Database& database, const Progress& progress = {});

}  // namespace kith::storage
