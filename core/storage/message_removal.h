// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Takes messages out of the workspace with everything that came from them.
#pragma once

#include "core/storage/database.h"

#include <QSet>

#include <span>

namespace kith::storage {

/// In a transaction of the caller; threads gets those that need a fresh summary. For good: no undo.
Result<void> removeMessages(Database& database, std::span<const MessageId> messages, QSet<qint64>& threads);

/// Of the undo journal: what is written there of people, opportunities, drafts and services' answers that are no more.
/// In a transaction of the caller, for good. How many rows.
Result<qint64> forgetRowsOfTheGone(Database& database);

}  // namespace kith::storage
