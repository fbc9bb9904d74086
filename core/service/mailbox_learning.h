// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Learns from the whole mailbox in time order: who the owner writes to, whom he answers and how fast.
#pragma once

#include "core/base/result.h"
#include "core/service/judge.h"
#include "core/triage/evaluate.h"

#include <functional>

namespace kith::service {

struct StoredLetter {
    Message message;
    triage::Signals signs;
};

/// Hands over every letter, oldest first, until the visitor says false.
using LetterWalk = std::function<Result<void>(const std::function<bool(const StoredLetter&)>& visit)>;

triage::ReplayMessage replayMessage(const StoredLetter& letter, const OwnerBook& owners);

/// History and behaviour of the judge from nothing; the user's marks are taught on top by teachMarks().
/// line may be empty; it gets each incoming message's score from before it was learned from.
Result<void> learnFromMailbox(Judge& judge, const LetterWalk& walk,
                              const std::function<void(const triage::ReplayLine&)>& line = {});

}  // namespace kith::service
