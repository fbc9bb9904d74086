// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Where the data is: an SQLite file of this computer or a PostgreSQL server of the team.
#pragma once

#include "core/base/result.h"

#include <QString>

namespace kith::storage {

enum class Dialect { Sqlite, Postgres };

struct DatabaseUrl {
    Dialect dialect{Dialect::Sqlite};
    QString location;  ///< file path, or what libpq understands (postgresql://… or key=value words)

    static DatabaseUrl file(const QString& path) { return {Dialect::Sqlite, path}; }
    /// The database of a workspace folder.
    static DatabaseUrl workspace(const QString& folder);
    /// postgresql://… and postgres://… are PostgreSQL; everything else is a file path.
    static DatabaseUrl parse(const QString& text);
    /// For messages and logs: without password.
    QString shown() const;
};

}  // namespace kith::storage
