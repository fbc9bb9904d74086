// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Which remarks of the user a model has read: each once.
#pragma once

#include "core/domain/feedback.h"
#include "core/storage/journal.h"
#include "core/storage/model_store.h"

namespace kith::storage {

class CommentStore {
public:
    explicit CommentStore(Database& database)
        : m_database(database) {}

    /// Entries with a remark, without topics and source, that no model read yet; oldest first.
    Result<std::vector<Feedback>> unread(int limit);
    /// What was made of one, nothing included; the entry itself is changed through the journal.
    Result<void> noteRead(FeedbackId feedback, const ModelName& name, const QString& topics, const QString& source,
                          std::chrono::milliseconds now);

private:
    Database& m_database;
};

}  // namespace kith::storage
