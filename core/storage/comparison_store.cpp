// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/comparison_store.h"

#include "core/base/json.h"
#include "core/storage/rows.h"

#include <QJsonDocument>

namespace kith::storage {

namespace {

constexpr int kNoMark = -1;

Comparison readComparison(const Statement& row) {
    Comparison comparison;
    comparison.message = row.id<MessageId>(0);
    comparison.answer = QJsonDocument::fromJson(row.text(1).toUtf8()).object();
    comparison.standingModel = row.text(2);
    comparison.standing = static_cast<Priority>(row.number(3));
    comparison.standingImportance = row.real(4);
    comparison.trial = static_cast<Priority>(row.number(5));
    comparison.trialImportance = row.real(6);
    comparison.cost = row.real(7);
    if (const int mark = row.number(8); mark != kNoMark) {
        comparison.marked = static_cast<Priority>(mark);
    }
    return comparison;
}

}  // namespace

Result<void> ComparisonStore::save(const ModelName& trial, const Comparison& comparison,
                                   std::chrono::milliseconds now) {
    return m_database
        .query("INSERT INTO model_comparisons (message_id, model, prompt_version, answer, standing_model, "
               "standing_priority, standing_importance, trial_priority, trial_importance, cost, asked_at) VALUES "
               "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               comparison.message, trial.model, trial.promptVersion,
               QString::fromUtf8(json::canonical(comparison.answer)), comparison.standingModel,
               static_cast<int>(comparison.standing), comparison.standingImportance, static_cast<int>(comparison.trial),
               comparison.trialImportance, comparison.cost, now)
        .run();
}

Result<std::vector<Comparison>> ComparisonStore::all(const ModelName& trial) {
    return allRows(m_database.query("SELECT c.message_id, c.answer, c.standing_model, c.standing_priority, "
                                    "c.standing_importance, c.trial_priority, c.trial_importance, c.cost, "
                                    "coalesce((SELECT f.assigned FROM feedback f WHERE f.message_id = c.message_id "
                                    "ORDER BY f.id DESC LIMIT 1), -1) FROM model_comparisons c WHERE c.model = ? AND "
                                    "c.prompt_version = ? ORDER BY c.message_id DESC",
                                    trial.model, trial.promptVersion),
                   readComparison);
}

Result<std::vector<ModelName>> ComparisonStore::trials() {
    return allRows(m_database.query("SELECT model, prompt_version, max(asked_at) AS newest FROM model_comparisons "
                                    "GROUP BY model, prompt_version ORDER BY newest DESC"),
                   [](const Statement& row) {
                       return ModelName{row.text(0), row.text(1)};
                   });
}

Result<std::vector<MessageId>> ComparisonStore::sample(const ModelName& trial, const ModelName& standing, int limit) {
    return idRows<MessageId>(m_database.query(
        "SELECT m.id FROM messages m WHERE m.from_owner = 0 AND EXISTS (SELECT 1 FROM decisions d WHERE "
        "d.message_id = m.id AND d.latest = 1) AND NOT EXISTS (SELECT 1 FROM model_comparisons c WHERE "
        "c.message_id = m.id AND c.model = ? AND c.prompt_version = ?) ORDER BY "
        "CASE WHEN EXISTS (SELECT 1 FROM feedback f WHERE f.message_id = m.id) THEN 0 "
        "WHEN EXISTS (SELECT 1 FROM model_answers a WHERE a.message_id = m.id AND a.model = ? AND "
        "a.prompt_version = ? AND a.answer <> '') THEN 1 ELSE 2 END, m.id DESC LIMIT ?",
        trial.model, trial.promptVersion, standing.model, standing.promptVersion, limit));
}

Result<void> ComparisonStore::forget(const ModelName& trial) {
    return m_database
        .query("DELETE FROM model_comparisons WHERE model = ? AND prompt_version = ?", trial.model, trial.promptVersion)
        .run();
}

}  // namespace kith::storage
