// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a fault makes of an answer: errors as Google writes them, broken lines, doubled and empty history pages.
#pragma once

#include "tests/emulators/fault_desk.h"

namespace kith::emulator {

/// The answer that comes in place of the service's own; `now` is the emulator's.
Answer faultAnswer(const Fault& fault, Endpoint endpoint, Millis now);
/// True for faults that only change the service's own answer.
bool keepsAnswer(FaultKind kind);
/// The service's own answer after the fault.
Answer spoilt(Answer answer, const Fault& fault, const Request& request);

/// An empty history page hands out a token that means "this same page again"; back to the request that is meant.
Request withoutEmptyPageToken(const Request& request);

}  // namespace kith::emulator
