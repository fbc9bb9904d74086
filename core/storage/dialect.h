// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The few words in which SQLite and PostgreSQL differ.
#pragma once

#include <QByteArray>

namespace kith::storage::dialect {

/// ? outside of quotes becomes $1, $2 …
QByteArray numberedPlaceholders(const QByteArray& sql, int* count);
/// Column types and table options of our migrations (written in SQLite's words) for PostgreSQL.
QByteArray postgresSchema(const QByteArray& sqliteSql);
/// "?,?,?"
QByteArray placeholders(qsizetype count);

}  // namespace kith::storage::dialect
