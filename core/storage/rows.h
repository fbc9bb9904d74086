// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Reading a whole answer into a vector or an optional, so that stores say only what a row means.
#pragma once

#include "core/storage/statement.h"

#include <limits>
#include <vector>

namespace kith::storage {

template <class Read>
auto allRows(Statement rows, Read read) -> Result<std::vector<decltype(read(rows))>> {
    std::vector<decltype(read(rows))> all;
    while (rows.next()) {
        all.push_back(read(rows));
    }
    if (rows.failed()) {
        return rows.error();
    }
    return all;
}

template <class Read>
auto firstRow(Statement rows, Read read) -> Result<std::optional<decltype(read(rows))>> {
    std::optional<decltype(read(rows))> first;
    if (rows.next()) {
        first = read(rows);
    }
    if (rows.failed()) {
        return rows.error();
    }
    return first;
}

template <class IdT>
Result<std::vector<IdT>> idRows(Statement rows) {
    return allRows(std::move(rows), [](const Statement& row) { return row.id<IdT>(0); });
}

/// Keyset start for lists that go down: 0 means from the top.
template <class IdT>
qint64 below(IdT before) {
    return before ? before.value : std::numeric_limits<qint64>::max();
}

/// Nothing to say about how many rows changed.
inline Result<void> done(const Result<qint64>& changed) {
    return changed ? Result<void>() : Result<void>(changed.error());
}

}  // namespace kith::storage
