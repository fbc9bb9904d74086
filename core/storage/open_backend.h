// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Opens the two kinds of connection; only database.cpp includes it.
#pragma once

#include "core/storage/backend.h"
#include "core/storage/database.h"

namespace kith::storage {

Result<std::unique_ptr<Backend>> openSqlite(const QString& path, OpenMode mode);
Result<std::unique_ptr<Backend>> openPostgres(const QString& location, OpenMode mode);

}  // namespace kith::storage
