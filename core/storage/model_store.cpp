// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/model_store.h"

#include "core/base/json.h"
#include "core/domain/priority.h"
#include "core/storage/id_source.h"
#include "core/storage/rows.h"

#include <QJsonDocument>

namespace kith::storage {

namespace {

constexpr int kMostAttempts = 3;

QJsonObject answerIn(const QByteArray& bytes) {
    return QJsonDocument::fromJson(bytes).object();
}

}  // namespace

Result<void> ModelStore::save(const ModelName& name, const ModelWord& word, std::chrono::milliseconds now) {
    return m_database
        .query("INSERT INTO model_answers (message_id, model, prompt_version, text_hash, answer, reason, cached, "
               "attempts, next_attempt, requests, cost, answered_at) VALUES (?, ?, ?, ?, ?, '', ?, 0, 0, ?, ?, ?) "
               "ON CONFLICT (message_id, model, prompt_version) DO UPDATE SET text_hash = excluded.text_hash, "
               "answer = excluded.answer, reason = '', cached = excluded.cached, next_attempt = 0, "
               "requests = model_answers.requests + excluded.requests, cost = model_answers.cost + excluded.cost, "
               "answered_at = excluded.answered_at",
               word.message, name.model, name.promptVersion, QString::fromLatin1(word.textHash),
               QString::fromUtf8(json::canonical(word.answer)), word.cached ? 1 : 0, word.cached ? 0 : 1, word.cost,
               now)
        .run();
}

Result<void> ModelStore::saveFailure(const ModelName& name, const ModelWord& word, std::chrono::milliseconds now,
                                     std::chrono::milliseconds delay) {
    return m_database
        .query("INSERT INTO model_answers (message_id, model, prompt_version, text_hash, answer, reason, cached, "
               "attempts, next_attempt, requests, cost, answered_at) VALUES (?, ?, ?, ?, '', ?, 0, 1, ?, 1, ?, ?) "
               "ON CONFLICT (message_id, model, prompt_version) DO UPDATE SET reason = excluded.reason, "
               "attempts = model_answers.attempts + 1, next_attempt = excluded.next_attempt, "
               "requests = model_answers.requests + 1, cost = model_answers.cost + excluded.cost, "
               "answered_at = excluded.answered_at",
               word.message, name.model, name.promptVersion, QString::fromLatin1(word.textHash), word.reason,
               now + delay, word.cost, now)
        .run();
}

Result<std::optional<QJsonObject>> ModelStore::forText(const ModelName& name, const QByteArray& textHash) {
    return firstRow(m_database.query("SELECT answer FROM model_answers WHERE text_hash = ? AND model = ? AND "
                                     "prompt_version = ? AND answer <> '' LIMIT 1",
                                     QString::fromLatin1(textHash), name.model, name.promptVersion),
                    [](const Statement& row) { return answerIn(row.text(0).toUtf8()); });
}

Result<std::vector<ModelWord>> ModelStore::all(const ModelName& name) {
    return allRows(m_database.query("SELECT message_id, answer, cached FROM model_answers WHERE model = ? AND "
                                    "prompt_version = ? AND answer <> ''",
                                    name.model, name.promptVersion),
                   [](const Statement& row) {
                       ModelWord word;
                       word.message = row.id<MessageId>(0);
                       word.answer = answerIn(row.text(1).toUtf8());
                       word.cached = row.flag(2);
                       return word;
                   });
}

Result<std::vector<MessageId>> ModelStore::candidates(const ModelName& name, std::chrono::milliseconds now,
                                                      MessageId before, int limit) {
    return idRows<MessageId>(m_database.query(
        "SELECT m.id FROM messages m WHERE m.in_inbox = 1 AND m.from_owner = 0 AND m.decided_by = ? AND m.id < ? AND "
        "NOT EXISTS (SELECT 1 FROM model_answers a WHERE a.message_id = m.id AND a.model = ? AND a.prompt_version = ? "
        "AND (a.answer <> '' OR a.next_attempt > ? OR a.attempts >= ?)) ORDER BY m.id DESC LIMIT ?",
        static_cast<int>(DecidedBy::Local), below(before), name.model, name.promptVersion, now, kMostAttempts, limit));
}

Result<std::chrono::milliseconds> ModelStore::lastAnswer() {
    const auto at = firstRow(m_database.query("SELECT coalesce(max(answered_at), 0) FROM model_answers"),
                             [](const Statement& row) { return row.millis(0); });
    return at ? Result<std::chrono::milliseconds>(at->value_or(std::chrono::milliseconds{0}))
              : Result<std::chrono::milliseconds>(at.error());
}

Result<std::vector<MessageId>> ModelStore::unheard(const ModelName& name) {
    return idRows<MessageId>(m_database.query(
        "SELECT m.id FROM model_answers a JOIN messages m ON m.id = a.message_id WHERE a.model = ? AND "
        "a.prompt_version = ? AND a.answer <> '' AND m.decided_by = ? AND m.in_inbox = 1 ORDER BY m.id DESC",
        name.model, name.promptVersion, static_cast<int>(DecidedBy::Local)));
}

Result<ModelSpending> ModelStore::spent(std::chrono::milliseconds since) {
    const auto sum =
        firstRow(m_database.query("SELECT coalesce(sum(requests), 0), coalesce(sum(cost), 0.0) FROM ("
                                  "SELECT requests, cost FROM model_answers WHERE answered_at >= ? UNION ALL "
                                  "SELECT 1, cost FROM model_comparisons WHERE asked_at >= ? UNION ALL "
                                  "SELECT requests, cost FROM model_spending WHERE spent_at >= ?) AS spending",
                                  since, since, since),
                 [](const Statement& row) {
                     return ModelSpending{row.integer(0), row.real(1)};
                 });
    return sum ? Result<ModelSpending>(sum->value_or(ModelSpending{})) : Result<ModelSpending>(sum.error());
}

Result<void> ModelStore::noteSpending(const QString& purpose, const ModelSpending& spending,
                                      std::chrono::milliseconds now) {
    return m_database
        .query("INSERT INTO model_spending (id, purpose, requests, cost, spent_at) VALUES (?, ?, ?, ?, ?)",
               m_database.ids().next(), purpose, spending.requests, spending.usd, now)
        .run();
}

}  // namespace kith::storage
