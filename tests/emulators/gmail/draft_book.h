// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Which drafts there are: their ids stay while the message behind each changes.
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace kith::emulator {

struct StoredDraft {
    QString id;
    quint64 message{0};
};

class DraftBook {
public:
    /// As they were made.
    const std::vector<StoredDraft>& all() const { return m_drafts; }
    StoredDraft* find(const QString& id);
    const StoredDraft* ofMessage(quint64 message) const;
    void add(StoredDraft draft) { m_drafts.push_back(std::move(draft)); }
    void remove(const QString& id);

private:
    std::vector<StoredDraft> m_drafts;
};

}  // namespace kith::emulator
