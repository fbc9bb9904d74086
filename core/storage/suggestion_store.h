// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Suggested rules as rows: proposed, applied, reverted, dismissed.
#pragma once

#include "core/domain/priority.h"
#include "core/storage/journal.h"

#include <QString>

#include <optional>
#include <vector>

namespace kith::storage {

struct StoredSuggestion {
    qint64 id{0};
    QString type{QStringLiteral("add_override_rule")};
    QString field;  ///< sender, domain, topics, source
    QString keyword;
    bool raised{false};  ///< a floor; else a cap
    Priority priority{Priority::Medium};
    int support{0};
    int wouldChange{0};  ///< past messages whose priority the rule would change
    int wouldAgree{0};   ///< of them, those whose treatment by the owner fits the rule
    int wouldDisagree{0};
    QString state{QStringLiteral("proposed")};
    ChangeId change;  ///< that applied it; 0: not applied
    std::chrono::milliseconds madeAt{0};
};

class SuggestionStore {
public:
    explicit SuggestionStore(Database& database)
        : m_database(database) {}

    /// One row for each type, field, keyword and direction; a decided one keeps its state and id.
    Result<StoredSuggestion> propose(const StoredSuggestion& suggestion);
    /// Newest first; empty state: all.
    Result<std::vector<StoredSuggestion>> list(const QString& state);
    Result<std::optional<StoredSuggestion>> suggestion(qint64 id);
    /// Journalled with the change.
    void setState(ChangeWriter& change, qint64 id, const QString& state, ChangeId applied);
    /// Proposed ones that are not in `still` any more (a correction was taken back) go.
    Result<void> dropOthers(const std::vector<qint64>& still);

private:
    Database& m_database;
};

}  // namespace kith::storage
