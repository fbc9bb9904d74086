// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the user allows Kith to do with drafts of its own accord; stored under drafts.*.
#pragma once

#include "core/domain/priority.h"
#include "core/service/cellar.h"

namespace kith::service {

struct DraftSettings {
    bool ahead{false};                   ///< answers are drafted before anybody asks
    Priority least{Priority::Critical};  ///< from which priority on
    int aheadPerDay{20};
    bool maySend{false};       ///< the window offers to send
    int undoSeconds{10};       ///< 0 … 120, for which a letter waits before it goes
    bool modelAllowed{false};  ///< the user agreed to a model; set elsewhere
};

Result<DraftSettings> draftSettings(Cellar& cellar);
/// As one change that undo means.
Result<void> saveDraftSettings(Cellar& cellar, const DraftSettings& settings);

}  // namespace kith::service
