// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Threads fall apart again where the letters that held them together went away.
#pragma once

#include "core/domain/ids.h"
#include "core/storage/database.h"

#include <span>
#include <vector>

namespace kith::storage {

/// Looks anew at what is left of these threads, as if the letters that are gone had never come. Nothing outside of a
/// thread is connected with it, so no other letter has to be read. The threads that were made.
Result<std::vector<ThreadId>> rethread(Database& database, std::span<const ThreadId> threads);

}  // namespace kith::storage
