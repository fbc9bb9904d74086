// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A change of labels as modify, batchModify and threads.modify take it, checked.
#pragma once

#include "tests/emulators/gmail/call.h"

namespace kith::emulator {

struct LabelEdit {
    LabelKeys add;
    LabelKeys remove;

    void apply(Mailbox& mailbox, StoredMessage& message) const { mailbox.relabel(message, add, remove); }
};

/// From addLabelIds and removeLabelIds of the call's body.
std::variant<LabelEdit, ApiError> labelEdit(const Call& call);

}  // namespace kith::emulator
