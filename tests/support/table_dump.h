// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Whole tables as text, to tell whether anything in them differs.
#pragma once

#include "core/storage/database.h"

#include <algorithm>
#include <initializer_list>

namespace kith::testing {

/// Every row of these tables, sorted: the same for the same rows, whatever the order in which they came.
inline QByteArray tableDump(storage::Database& database, std::initializer_list<const char*> tables) {
    QByteArray all;
    for (const char* table : tables) {
        QByteArrayList lines;
        storage::Statement rows = database.query(QByteArray("SELECT * FROM ") + table);
        while (rows.next()) {
            QByteArrayList cells;
            for (int i = 0; i < rows.columns(); ++i) {
                cells << rows.utf8(i).toByteArray();
            }
            lines << cells.join('|');
        }
        std::sort(lines.begin(), lines.end());
        all += QByteArray(table) + ":\n" + lines.join('\n') + '\n';
    }
    return all;
}

}  // namespace kith::testing
