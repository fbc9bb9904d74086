// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Which labels a message of a seed gets, from what its file and its headers say.
#pragma once

#include "tests/emulators/gmail/mailbox.h"

#include "core/intake/mail_archive.h"

namespace kith::emulator {

/// Labels of the user that do not exist yet are made.
LabelKeys seedLabels(Mailbox& mailbox, const intake::RawMessage& message, bool ofFolders);

}  // namespace kith::emulator
