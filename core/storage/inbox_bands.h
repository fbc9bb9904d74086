// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How many conversations of the Priority tab stand in each band: the lengths of its sections.
#pragma once

#include "core/storage/database.h"

#include <array>

namespace kith::storage {

/// Index 0–4 is the stored priority, 5 is not decided yet.
Result<std::array<qint64, 6>> priorityTabBands(Database& database);

}  // namespace kith::storage
