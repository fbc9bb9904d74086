// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Takes back as a set what a bulk change made; only undo includes it.
#pragma once

#include "core/storage/journal.h"

namespace kith::storage {

/// Deletes every message of an import with all its parts; the number of messages.
Result<qint64> removeImportedMail(ChangeWriter& change, ImportId import);
/// Deletes what a file told of people, and the contacts that nothing else holds; the number of observations. What a
/// person locked or chose stays.
Result<qint64> removeImportedContacts(ChangeWriter& change, ImportId import);
/// Deletes the decisions of a run; the ones before them are in force again.
Result<qint64> removeDecisions(ChangeWriter& change, ChangeId run);

}  // namespace kith::storage
