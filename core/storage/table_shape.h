// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The tables that the journal may write, with their keys and columns; rows to and from JSON.
#pragma once

#include "core/storage/database.h"

#include <QJsonObject>

#include <span>

namespace kith::storage {

enum class ColumnType { Integer, Real, Text };

struct ColumnShape {
    const char* name;
    ColumnType type;
};

struct TableShape {
    const char* name;
    std::vector<ColumnShape> keys;
    std::vector<ColumnShape> values;
    bool updateOnly{false};  ///< rows come and go by other ways (imports, sync)
};

/// Null for tables outside the journal.
const TableShape* tableShape(const QByteArray& table);
/// All columns known to the shape (keys and values); empty object where there is no such row.
Result<QJsonObject> readRow(Database& database, const TableShape& shape, const QJsonObject& key);
void bindJson(Statement& statement, int index, ColumnType type, const QJsonValue& value);
bool sameValue(ColumnType type, const QJsonValue& one, const QJsonValue& other);
/// The key columns of a row.
QJsonObject keyOfRow(const TableShape& shape, const QJsonObject& row);
/// "a = ? AND b = ?"
QByteArray keyCondition(const TableShape& shape);

}  // namespace kith::storage
