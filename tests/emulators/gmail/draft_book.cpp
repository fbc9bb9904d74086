// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/draft_book.h"

#include <algorithm>

namespace kith::emulator {

StoredDraft* DraftBook::find(const QString& id) {
    const auto found = std::ranges::find(m_drafts, id, &StoredDraft::id);
    return found == m_drafts.end() ? nullptr : &*found;
}

const StoredDraft* DraftBook::ofMessage(quint64 message) const {
    const auto found = std::ranges::find(m_drafts, message, &StoredDraft::message);
    return found == m_drafts.end() ? nullptr : &*found;
}

void DraftBook::remove(const QString& id) {
    std::erase_if(m_drafts, [&](const StoredDraft& draft) { return draft.id == id; });
}

}  // namespace kith::emulator
