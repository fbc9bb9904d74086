// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Puts a prepared letter into the cellar with its signs and what it says about people; imports and mailboxes alike.
#pragma once

#include "core/base/clock.h"
#include "core/service/cellar.h"
#include "core/service/prepared_letter.h"

namespace kith::service {

struct LetterOrigin {
    ImportId import;
    AccountId account;
    bool fromOwner{false};
    bool unread{false};
    bool starred{false};
    QStringList labels;
    QByteArray identity;             ///< see IncomingMessage
    std::vector<qint64> threadKeys;  ///< see IncomingMessage
};

/// In a transaction of the caller, who settles the message store before its commit.
/// What a letter says about the person who wrote it; how much of it was new.
Result<qint64> storeFacts(Cellar& cellar, const Clock& clock, MessageId message, const PreparedLetter& prepared);

Result<storage::AddOutcome> storeLetter(Cellar& cellar, const Clock& clock, const PreparedLetter& prepared,
                                        const LetterOrigin& origin);

}  // namespace kith::service
