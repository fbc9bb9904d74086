// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Decides about mail that a mailbox brings: at once with what is known, and again when the whole mailbox is here.
#pragma once

#include "core/service/mail_sync.h"

namespace kith::service {

SyncTriage mailboxTriage(Cellar& cellar, Clock& clock);

}  // namespace kith::service
