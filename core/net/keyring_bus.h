// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What QtKeychain cannot say: whether the desktop's secret service is there, has a keyring, and whether that is open.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

namespace kith::net {

/// Asked over D-Bus; blocks at most so long for each of four questions. Denied: locked. Unreachable: absent or slow.
Result<void> keyringIsOpen(Millis atMost);

}  // namespace kith::net
