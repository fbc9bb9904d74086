// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/comment_store.h"

#include "core/storage/rows.h"

namespace kith::storage {

Result<std::vector<Feedback>> CommentStore::unread(int limit) {
    return allRows(m_database.query("SELECT f.id, f.message_id, f.comment FROM feedback f WHERE f.comment <> '' AND "
                                    "f.add_to_topics = '' AND f.add_to_source = '' AND NOT EXISTS (SELECT 1 FROM "
                                    "model_comments c WHERE c.feedback_id = f.id) ORDER BY f.id LIMIT ?",
                                    limit),
                   [](const Statement& row) {
                       Feedback feedback;
                       feedback.id = row.id<FeedbackId>(0);
                       feedback.message = row.id<MessageId>(1);
                       feedback.comment = row.text(2);
                       return feedback;
                   });
}

Result<void> CommentStore::noteRead(FeedbackId feedback, const ModelName& name, const QString& topics,
                                    const QString& source, std::chrono::milliseconds now) {
    return m_database
        .query("INSERT INTO model_comments (feedback_id, model, prompt_version, topics, source, read_at) VALUES "
               "(?, ?, ?, ?, ?, ?)",
               feedback, name.model, name.promptVersion, topics, source, now)
        .run();
}

}  // namespace kith::storage
