// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the last walk over the mailbox taught, kept in the workspace: a correction need not walk again.
#pragma once

#include "core/service/cellar.h"
#include "core/service/judge.h"

namespace kith::service {

/// Behaviour and recent scores, not the history with each sender: that stands in the decisions.
Result<void> rememberJudge(Cellar& cellar, const Judge& judge);
/// False where nothing is kept, or by another version of the ranker.
Result<bool> recallJudge(Cellar& cellar, Judge& judge);

}  // namespace kith::service
