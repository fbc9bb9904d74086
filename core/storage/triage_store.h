// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Decisions, feedback and what the ranker learned.
#pragma once

#include "core/domain/decision.h"
#include "core/domain/feedback.h"
#include "core/storage/journal.h"

#include <QStringList>

#include <span>

namespace kith::storage {

struct DecisionToSave {
    Decision decision;   ///< id 0: gets one
    QStringList chips;   ///< short words for the row
    QJsonObject inputs;  ///< what it was made from, for replay; may be empty
};

struct RankerState {
    QString version;  ///< of features and prior
    QByteArray weights;
    std::chrono::milliseconds savedAt{0};
    qint64 learned{0};  ///< examples so far
};

struct FeedbackState {
    qint64 entries{-1};
    FeedbackId newest;

    bool operator==(const FeedbackState&) const = default;
};

class TriageStore {
public:
    explicit TriageStore(Database& database)
        : m_database(database) {}

    /// A run of the machine: many decisions, one Change (see BulkInverse::Decisions), summaries refreshed at its
    /// commit.
    Result<void> saveRun(ChangeWriter& change, std::span<const DecisionToSave> decisions);
    /// One decision with its inverse, e.g. the user's correction.
    Result<DecisionId> save(ChangeWriter& change, const DecisionToSave& decision);

    Result<std::optional<Decision>> latest(MessageId message);
    Result<std::optional<Decision>> decision(DecisionId id);
    Result<std::vector<Decision>> history(MessageId message);  ///< newest first
    Result<QJsonObject> inputs(DecisionId id);
    /// Newest first; `before`: keyset.
    Result<std::vector<MessageId>> undecided(MessageId before, int limit);
    /// In the inbox and waiting for the user's eye, what is most worth asking first.
    Result<std::vector<MessageId>> reviewQueue(int limit);

    Result<FeedbackId> addFeedback(ChangeWriter& change, const Feedback& feedback);
    Result<std::vector<Feedback>> feedback(FeedbackId before, int limit);  ///< newest first
    Result<std::vector<Feedback>> feedbackOn(MessageId message);
    /// Differs when anything was added or taken back.
    Result<FeedbackState> feedbackState();
    Result<std::vector<Feedback>> unprocessedFeedback(int limit);
    /// Bookkeeping, not journaled: a correction can be taken back after it was looked at.
    Result<void> markProcessed(std::span<const FeedbackId> ids);

    /// name: e.g. user. Bookkeeping, not journaled: it can be learned again from the rows.
    Result<std::optional<RankerState>> rankerState(const QString& name);
    Result<void> saveRankerState(const QString& name, const RankerState& state);

private:
    Database& m_database;
};

}  // namespace kith::storage
