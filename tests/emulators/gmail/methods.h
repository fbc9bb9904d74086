// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Gmail's methods, one function each: what a checked call does to its mailbox and what it answers.
#pragma once

#include "tests/emulators/gmail/call.h"

namespace kith::emulator::methods {

Outcome getProfile(Call& call);
Outcome watch(Call& call);
Outcome stop(Call& call);

Outcome messagesList(Call& call);
Outcome messagesGet(Call& call);
Outcome messagesInsert(Call& call);
Outcome messagesImport(Call& call);
Outcome messagesSend(Call& call);
Outcome messagesModify(Call& call);
Outcome messagesBatchModify(Call& call);
Outcome messagesTrash(Call& call);
Outcome messagesUntrash(Call& call);
Outcome messagesDelete(Call& call);
Outcome messagesBatchDelete(Call& call);
Outcome attachmentsGet(Call& call);

Outcome threadsList(Call& call);
Outcome threadsGet(Call& call);
Outcome threadsModify(Call& call);
Outcome threadsTrash(Call& call);
Outcome threadsUntrash(Call& call);
Outcome threadsDelete(Call& call);

Outcome labelsList(Call& call);
Outcome labelsGet(Call& call);
Outcome labelsCreate(Call& call);
Outcome labelsUpdate(Call& call);
Outcome labelsPatch(Call& call);
Outcome labelsDelete(Call& call);

Outcome historyList(Call& call);

Outcome draftsList(Call& call);
Outcome draftsGet(Call& call);
Outcome draftsCreate(Call& call);
Outcome draftsUpdate(Call& call);
Outcome draftsSend(Call& call);
Outcome draftsDelete(Call& call);

Outcome sendAsList(Call& call);
Outcome sendAsGet(Call& call);
/// Settings that are there and at rest: vacation, IMAP, POP, language, forwarding, filters, delegates.
Outcome quietSettings(Call& call);

/// 404 for an id of nothing, 400 for what is no id.
ApiError unknownId(const Call& call);

}  // namespace kith::emulator::methods
