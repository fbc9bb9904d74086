// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a model on trial said beside what stands. Nothing reads it but the comparison itself.
#pragma once

#include "core/storage/model_store.h"

#include "core/domain/priority.h"

namespace kith::storage {

struct Comparison {
    MessageId message;
    QJsonObject answer;
    QString standingModel;  ///< empty: the ranker, a rule or the user stood alone
    Priority standing{Priority::Medium};
    double standingImportance{0};
    Priority trial{Priority::Medium};  ///< what the message would be with this answer
    double trialImportance{0};         ///< the model's own word
    double cost{0};
    std::optional<Priority> marked{};  ///< the user's newest mark, when it is read
};

class ComparisonStore {
public:
    explicit ComparisonStore(Database& database)
        : m_database(database) {}

    Result<void> save(const ModelName& trial, const Comparison& comparison, std::chrono::milliseconds now);
    Result<std::vector<Comparison>> all(const ModelName& trial);
    /// Models that were on trial, newest first.
    Result<std::vector<ModelName>> trials();
    /// Received mail that was not compared yet: what the user marked, then what the standing model spoke about, then
    /// the newest.
    Result<std::vector<MessageId>> sample(const ModelName& trial, const ModelName& standing, int limit);
    Result<void> forget(const ModelName& trial);

private:
    Database& m_database;
};

}  // namespace kith::storage
