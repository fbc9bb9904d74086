// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What models said about messages: answers kept by message, by text (so that equal texts are asked about once) and with
// their cost; failures with their next attempt. An answer is an observation: undo takes decisions back, not answers.
#pragma once

#include "core/domain/ids.h"
#include "core/storage/database.h"

#include <QJsonObject>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace kith::storage {

/// One model with one prompt: answers of another are another matter.
struct ModelName {
    QString model;
    QString promptVersion;
};

struct ModelWord {
    MessageId message;
    QByteArray textHash;  ///< hex, over everything of the message that the model is shown
    QJsonObject answer;   ///< empty: it failed
    QString reason;       ///< of the failure
    double cost{0};       ///< USD
    bool cached{false};   ///< taken from an equal text: nothing was asked
};

struct ModelSpending {
    qint64 requests{0};
    double usd{0};
};

class ModelStore {
public:
    explicit ModelStore(Database& database)
        : m_database(database) {}

    Result<void> save(const ModelName& name, const ModelWord& word, std::chrono::milliseconds now);
    /// A failure counts its attempts; it is a candidate again after delay, at most three times.
    Result<void> saveFailure(const ModelName& name, const ModelWord& word, std::chrono::milliseconds now,
                             std::chrono::milliseconds delay);
    Result<std::optional<QJsonObject>> forText(const ModelName& name, const QByteArray& textHash);
    /// Everything that stands, for deciding again; cached says that it was not asked for this message.
    Result<std::vector<ModelWord>> all(const ModelName& name);
    /// Received mail of the inbox that the ranker decided alone and this model has no word on, newest first.
    Result<std::vector<MessageId>> candidates(const ModelName& name, std::chrono::milliseconds now, MessageId before,
                                              int limit);
    /// When the last answer came; 0: never.
    Result<std::chrono::milliseconds> lastAnswer();
    /// Answered, but still as the ranker decided alone: a run ended in between.
    Result<std::vector<MessageId>> unheard(const ModelName& name);
    /// Everything that was asked of models: scores, trials and what noteSpending() was told.
    Result<ModelSpending> spent(std::chrono::milliseconds since);
    /// Of questions that leave no answer here: drafts, test calls, failed trials.
    Result<void> noteSpending(const QString& purpose, const ModelSpending& spending, std::chrono::milliseconds now);

private:
    Database& m_database;
};

}  // namespace kith::storage
