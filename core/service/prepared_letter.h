// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A raw message made ready for the cellar: parsed, zoned, its sentences scored. Pure; runs on any thread.
#pragma once

#include "core/domain/message.h"
#include "core/intake/mail_archive.h"
#include "core/people/contact_fields.h"
#include "core/service/owner_book.h"
#include "core/triage/signals.h"

namespace kith::service {

struct PreparedLetter {
    intake::RawMessage raw;
    Letter letter;
    triage::Signals signs;
    QString snippet;                          ///< of the author's own text
    std::vector<people::ContactField> facts;  ///< about a person who wrote it; none of bulk and automatic mail
    bool inSentFolder{false};
    bool unread{false};
    bool starred{false};
    QStringList labels;  ///< system labels in Gmail's words (INBOX, SENT, …) and the user's own folders
};

PreparedLetter prepare(intake::RawMessage raw);

/// The input of a decision without what the mailbox knows of the sender and the thread.
triage::TriageInput triageInput(const Letter& letter, const triage::Signals& signs, const OwnerBook& owners);
/// The same for a stored message.
triage::TriageInput triageInput(const Message& message, const triage::Signals& signs, const OwnerBook& owners);

}  // namespace kith::service
