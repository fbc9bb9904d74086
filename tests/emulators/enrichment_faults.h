// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Errors in the words of Attio and Onyx, in place of their answers.
#pragma once

#include "tests/emulators/fault_desk.h"

namespace kith::emulator {

Answer enrichmentFault(const Fault& fault, Endpoint endpoint, Millis now);

}  // namespace kith::emulator
