// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Looking for contacts that are one person, joining them and parting them again.
#pragma once

#include "core/service/cellar.h"
#include "core/service/conversation.h"
#include "core/storage/pair_store.h"

#include <stop_token>

namespace kith::service {

struct DuplicateSearch {
    qint64 contacts{0};
    qint64 compared{0};      ///< pairs
    qint64 cappedBlocks{0};  ///< blocks too large to be compared
    qint64 open{0};          ///< pairs that wait for an answer
    qint64 joined{0};        ///< joined unasked: something that belongs to one person alone was the same
};

/// Compares all contacts that stand. Open pairs are made anew; what the user parted stays parted.
Result<DuplicateSearch> searchDuplicates(Cellar& cellar, bool joinSure, std::stop_token stop);

/// The second is shown as part of the first from now on. Conflict where they are one.
Result<Receipt> mergeContacts(Cellar& cellar, ContactId survivor, ContactId absorbed);
/// An absorbed contact stands for itself again, with all that is its own. A survivor's id: NotFound.
Result<Receipt> unmergeContact(Cellar& cellar, ContactId absorbed);
/// The user says that these are two people.
Result<Receipt> partContacts(Cellar& cellar, ContactId one, ContactId other);

}  // namespace kith::service
