// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/inbox_bands.h"

namespace kith::storage {

Result<std::array<qint64, 6>> priorityTabBands(Database& database) {
    std::array<qint64, 6> bands{};
    Statement rows = database.query("SELECT priority, count(*) FROM threads WHERE tab = 1 GROUP BY priority");
    while (rows.next()) {
        const int priority = rows.number(0);
        bands[priority < 0 || priority > 4 ? 5 : static_cast<size_t>(priority)] += rows.integer(1);
    }
    return rows.failed() ? Result<std::array<qint64, 6>>(rows.error()) : bands;
}

}  // namespace kith::storage
