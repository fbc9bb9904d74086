// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the user does to conversations, each as one journalled change; and taking changes back.
#pragma once

#include "core/service/cellar.h"
#include "core/service/inbox_desk.h"

namespace kith::service {

Result<Receipt> act(Cellar& cellar, MailAction action, const std::vector<ThreadId>& threads,
                    std::chrono::milliseconds until);
/// Change 0: the newest one of the user's that can be undone. NotFound where there is none.
Result<Receipt> undoChange(Cellar& cellar, ChangeId change);
Result<Receipt> redoChange(Cellar& cellar);
/// Threads whose snooze ended come back to the inbox, unread; how many.
Result<int> wakeSnoozed(Cellar& cellar, std::chrono::milliseconds now);

/// Stable words: archive, inbox, trash, star …
QString actionWord(MailAction action);

}  // namespace kith::service
