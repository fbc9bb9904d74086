// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/dialect.h"

#include <algorithm>
#include <utility>

namespace kith::storage::dialect {

QByteArray numberedPlaceholders(const QByteArray& sql, int* count) {
    QByteArray out;
    out.reserve(sql.size() + 16);
    bool quoted = false;
    int number = 0;
    for (const char c : sql) {
        if (c == '\'') {
            quoted = !quoted;
        }
        if (c == '?' && !quoted) {
            out += '$';
            out += QByteArray::number(++number);
        } else {
            out += c;
        }
    }
    *count = number;
    return out;
}

QByteArray postgresSchema(const QByteArray& sqliteSql) {
    static constexpr std::pair<QByteArrayView, QByteArrayView> kWords[] = {
        {"INTEGER", "BIGINT"}, {"BLOB", "BYTEA"}, {"REAL", "DOUBLE PRECISION"}, {" WITHOUT ROWID", ""}};
    QByteArray out = sqliteSql;
    for (const auto& [ours, theirs] : kWords) {
        out.replace(ours, theirs);
    }
    return out;
}

QByteArray placeholders(qsizetype count) {
    QByteArray out;
    for (qsizetype i = 0; i < count; ++i) {
        out += i == 0 ? "?" : ",?";
    }
    return out;
}

}  // namespace kith::storage::dialect
