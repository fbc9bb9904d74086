// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An emulator's mailboxes on disk: message bytes only ever appended to one file, everything else in another.
#pragma once

#include "tests/emulators/gmail/call.h"

#include "core/base/result.h"

namespace kith::emulator {

Result<void> saveState(Service& service, const QString& folder);
/// Into a service without accounts; NotFound where nothing was saved.
Result<void> loadState(Service& service, const QString& folder);

}  // namespace kith::emulator
