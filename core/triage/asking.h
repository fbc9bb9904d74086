// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Where a model's word can change what happens, and where asking would only cost.
#pragma once

#include "core/domain/decision.h"
#include "core/triage/history.h"

namespace kith::triage {

/// The bands that a model's word could put a message in, whatever it says.
struct ModelReach {
    Priority lowest{Priority::VeryLow};
    Priority highest{Priority::Critical};
};

/// False where every answer would leave the message in its band: rules hold it there, or the ranker is too sure.
bool canChangeBand(const Decision& decision, const ModelReach& reach);

/// The ranker decided alone and is unsure, or does not know the sender; never where the user or a rule decided.
bool worthAsking(const Decision& decision, const SenderHistory& sender);

}  // namespace kith::triage
