// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/suggestion_store.h"

#include "core/storage/id_source.h"
#include "core/storage/rows.h"

#include <algorithm>

namespace kith::storage {

namespace {

QByteArray selectSuggestions(const char* rest) {
    return QByteArray("SELECT id, type, field, keyword, raised, priority, support, would_change, would_agree, "
                      "would_disagree, state, change_id, made_at FROM suggestions ") +
           rest;
}

StoredSuggestion readSuggestion(const Statement& row) {
    StoredSuggestion suggestion;
    suggestion.id = row.integer(0);
    suggestion.type = row.text(1);
    suggestion.field = row.text(2);
    suggestion.keyword = row.text(3);
    suggestion.raised = row.flag(4);
    suggestion.priority = static_cast<Priority>(row.number(5));
    suggestion.support = row.number(6);
    suggestion.wouldChange = row.number(7);
    suggestion.wouldAgree = row.number(8);
    suggestion.wouldDisagree = row.number(9);
    suggestion.state = row.text(10);
    suggestion.change = row.id<ChangeId>(11);
    suggestion.madeAt = row.millis(12);
    return suggestion;
}

}  // namespace

Result<StoredSuggestion> SuggestionStore::propose(const StoredSuggestion& suggestion) {
    auto written =
        m_database
            .query("INSERT INTO suggestions (id, type, field, keyword, raised, priority, support, would_change, "
                   "would_agree, would_disagree, state, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'proposed', ?) "
                   "ON CONFLICT (type, field, keyword, raised) DO UPDATE SET priority = excluded.priority, "
                   "support = excluded.support, would_change = excluded.would_change, "
                   "would_agree = excluded.would_agree, would_disagree = excluded.would_disagree",
                   m_database.ids().next(), suggestion.type, suggestion.field, suggestion.keyword,
                   suggestion.raised ? 1 : 0, static_cast<int>(suggestion.priority), suggestion.support,
                   suggestion.wouldChange, suggestion.wouldAgree, suggestion.wouldDisagree, suggestion.madeAt)
            .run();
    if (!written) {
        return written.error();
    }
    const auto row =
        firstRow(m_database.query(selectSuggestions("WHERE type = ? AND field = ? AND keyword = ? AND raised = ?"),
                                  suggestion.type, suggestion.field, suggestion.keyword, suggestion.raised ? 1 : 0),
                 readSuggestion);
    return row ? Result<StoredSuggestion>(row->value_or(suggestion)) : Result<StoredSuggestion>(row.error());
}

Result<std::vector<StoredSuggestion>> SuggestionStore::list(const QString& state) {
    return allRows(
        m_database.query(selectSuggestions("WHERE ? = '' OR state = ? ORDER BY support DESC, id DESC"), state, state),
        readSuggestion);
}

Result<std::optional<StoredSuggestion>> SuggestionStore::suggestion(qint64 id) {
    return firstRow(m_database.query(selectSuggestions("WHERE id = ?"), id), readSuggestion);
}

void SuggestionStore::setState(ChangeWriter& change, qint64 id, const QString& state, ChangeId applied) {
    change.updateRow("suggestions", {{QStringLiteral("id"), id}},
                     {{QStringLiteral("state"), state}, {QStringLiteral("change_id"), applied.value}});
}

Result<void> SuggestionStore::dropOthers(const std::vector<qint64>& still) {
    const auto proposed = list(QStringLiteral("proposed"));
    if (!proposed) {
        return proposed.error();
    }
    for (const StoredSuggestion& one : *proposed) {
        if (std::find(still.begin(), still.end(), one.id) != still.end()) {
            continue;
        }
        if (auto gone = m_database.query("DELETE FROM suggestions WHERE id = ?", one.id).run(); !gone) {
            return gone.error();
        }
    }
    return {};
}

}  // namespace kith::storage
