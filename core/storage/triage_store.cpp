// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/triage_store.h"

#include "core/base/json.h"
#include "core/storage/decision_json.h"
#include "core/storage/rows.h"

#include <QJsonDocument>

namespace kith::storage {

namespace {

constexpr auto kDecisionColumns =
    "id, message_id, priority, importance, score, confidence, uncertainty, decided_by, needs_review, reason, "
    "ranker_version, inputs_hash, decided_at, detail, asking, spot_check";
constexpr auto kFeedbackColumns =
    "id, message_id, assigned, suggested, scope, comment, add_to_topics, add_to_source, at, origin, uncertainty, "
    "confidence";

Decision readDecision(const Statement& row) {
    Decision d;
    d.id = row.id<DecisionId>(0);
    d.message = row.id<MessageId>(1);
    d.priority = static_cast<Priority>(row.number(2));
    d.importance = row.real(3);
    d.score = row.real(4);
    d.confidence = row.real(5);
    d.uncertainty = row.real(6);
    d.decidedBy = static_cast<DecidedBy>(row.number(7));
    d.needsReview = row.flag(8);
    d.reason = row.text(9);
    d.rankerVersion = row.text(10);
    d.inputsHash = row.utf8(11).toByteArray();
    d.decidedAt = row.millis(12);
    readDecisionDetail(QJsonDocument::fromJson(row.utf8(13).toByteArray()).object(), d);
    d.askingValue = row.real(14);
    d.spotCheck = row.flag(15);
    return d;
}

Feedback readFeedback(const Statement& row) {
    Feedback f;
    f.id = row.id<FeedbackId>(0);
    f.message = row.id<MessageId>(1);
    f.assigned = static_cast<Priority>(row.number(2));
    f.suggested = static_cast<Priority>(row.number(3));
    f.scope = static_cast<FeedbackScope>(row.number(4));
    f.comment = row.text(5);
    f.addToTopics = row.text(6);
    f.addToSource = row.text(7);
    f.at = row.millis(8);
    f.origin = static_cast<FeedbackOrigin>(row.number(9));
    f.uncertainty = row.real(10);
    f.confidence = row.real(11);
    return f;
}

QByteArray selectDecisions(const char* tail) {
    return QByteArray("SELECT ") + kDecisionColumns + " FROM decisions WHERE " + tail;
}
QByteArray selectFeedback(const char* tail) {
    return QByteArray("SELECT ") + kFeedbackColumns + " FROM feedback WHERE " + tail;
}

Result<void> writeDecision(Database& database, const DecisionToSave& entry, ChangeId run) {
    const Decision& d = entry.decision;
    const QString chips = entry.chips.join(QLatin1Char('\n'));
    for (const auto& step :
         {database.run("UPDATE decisions SET latest = 0 WHERE message_id = ? AND latest = 1", d.message),
          database.run(
              "INSERT INTO decisions (id, message_id, change_id, priority, importance, score, confidence, "
              "uncertainty, decided_by, needs_review, reason, chips, ranker_version, inputs_hash, decided_at, detail, "
              "inputs, asking, spot_check) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              d.id ? d.id : database.ids().make<DecisionId>(), d.message, run, int(d.priority), d.importance, d.score,
              d.confidence, d.uncertainty, int(d.decidedBy), d.needsReview, d.reason, chips, d.rankerVersion,
              Statement::Utf8{d.inputsHash}, d.decidedAt, Statement::Utf8{json::canonical(decisionDetail(d))},
              Statement::Utf8{json::canonical(entry.inputs)}, d.askingValue, d.spotCheck),
          database.run(
              "UPDATE messages SET priority = ?, importance = ?, confidence = ?, decided_by = ?, needs_review = ?, "
              "reason = ?, chips = ? WHERE id = ?",
              int(d.priority), d.importance, d.confidence, int(d.decidedBy), d.needsReview, d.reason, chips,
              d.message)}) {
        if (!step) {
            return step.error();
        }
    }
    return {};
}

}  // namespace

Result<void> TriageStore::saveRun(ChangeWriter& change, std::span<const DecisionToSave> decisions) {
    change.recordBulk(BulkInverse::Decisions, change.id().value);
    for (const DecisionToSave& decision : decisions) {
        if (const auto written = writeDecision(m_database, decision, change.id()); !written) {
            return written;
        }
        change.touchMessage(decision.decision.message);
    }
    return change.error() ? Result<void>(*change.error()) : Result<void>();
}

Result<DecisionId> TriageStore::save(ChangeWriter& change, const DecisionToSave& entry) {
    Decision d = entry.decision;
    d.id = d.id ? d.id : m_database.ids().make<DecisionId>();
    const auto before =
        idRows<DecisionId>(m_database.query("SELECT id FROM decisions WHERE message_id = ? AND latest = 1", d.message));
    if (!before) {
        return before.error();
    }
    for (const DecisionId old : *before) {
        change.updateRow("decisions", {{QStringLiteral("id"), old.value}}, {{QStringLiteral("latest"), 0}});
    }
    const QJsonObject shown = decisionMarks(d, entry.chips);
    QJsonObject row = shown;
    row.insert(QStringLiteral("id"), d.id.value);
    row.insert(QStringLiteral("message_id"), d.message.value);
    row.insert(QStringLiteral("latest"), 1);
    row.insert(QStringLiteral("score"), d.score);
    row.insert(QStringLiteral("uncertainty"), d.uncertainty);
    row.insert(QStringLiteral("ranker_version"), d.rankerVersion);
    row.insert(QStringLiteral("inputs_hash"), QString::fromLatin1(d.inputsHash));
    row.insert(QStringLiteral("decided_at"), qint64(d.decidedAt.count()));
    row.insert(QStringLiteral("detail"), QString::fromUtf8(json::canonical(decisionDetail(d))));
    row.insert(QStringLiteral("inputs"), QString::fromUtf8(json::canonical(entry.inputs)));
    row.insert(QStringLiteral("asking"), d.askingValue);
    row.insert(QStringLiteral("spot_check"), d.spotCheck ? 1 : 0);
    change.insertRow("decisions", row);
    change.updateRow("messages", {{QStringLiteral("id"), d.message.value}}, shown);
    return change.error() ? Result<DecisionId>(*change.error()) : Result<DecisionId>(d.id);
}

Result<std::optional<Decision>> TriageStore::latest(MessageId message) {
    return firstRow(
        m_database.query(selectDecisions("message_id = ? AND latest = 1 ORDER BY id DESC LIMIT 1"), message),
        readDecision);
}

Result<std::optional<Decision>> TriageStore::decision(DecisionId id) {
    return firstRow(m_database.query(selectDecisions("id = ?"), id), readDecision);
}

Result<std::vector<Decision>> TriageStore::history(MessageId message) {
    return allRows(m_database.query(selectDecisions("message_id = ? ORDER BY id DESC"), message), readDecision);
}

Result<QJsonObject> TriageStore::inputs(DecisionId id) {
    const auto text = firstRow(m_database.query("SELECT inputs FROM decisions WHERE id = ?", id),
                               [](const Statement& row) { return row.utf8(0).toByteArray(); });
    if (!text) {
        return text.error();
    }
    return *text ? Result<QJsonObject>(QJsonDocument::fromJson(**text).object())
                 : Result<QJsonObject>(Error{ErrorKind::NotFound, QStringLiteral("no such decision"), {}});
}

Result<std::vector<MessageId>> TriageStore::undecided(MessageId before, int limit) {
    return idRows<MessageId>(m_database.query(
        "SELECT id FROM messages WHERE priority = -1 AND id < ? ORDER BY id DESC LIMIT ?", below(before), limit));
}

Result<std::vector<MessageId>> TriageStore::reviewQueue(int limit) {
    return idRows<MessageId>(m_database.query("SELECT d.message_id FROM decisions d JOIN messages m ON m.id = "
                                              "d.message_id WHERE d.latest = 1 AND d.needs_review = 1 "
                                              "AND m.in_inbox = 1 ORDER BY d.asking DESC, d.id DESC LIMIT ?",
                                              limit));
}

Result<FeedbackId> TriageStore::addFeedback(ChangeWriter& change, const Feedback& f) {
    const FeedbackId id = f.id ? f.id : m_database.ids().make<FeedbackId>();
    change.insertRow("feedback", {{QStringLiteral("id"), id.value},
                                  {QStringLiteral("message_id"), f.message.value},
                                  {QStringLiteral("assigned"), int(f.assigned)},
                                  {QStringLiteral("suggested"), int(f.suggested)},
                                  {QStringLiteral("scope"), int(f.scope)},
                                  {QStringLiteral("comment"), f.comment},
                                  {QStringLiteral("add_to_topics"), f.addToTopics},
                                  {QStringLiteral("add_to_source"), f.addToSource},
                                  {QStringLiteral("at"), qint64(f.at.count())},
                                  {QStringLiteral("origin"), int(f.origin)},
                                  {QStringLiteral("uncertainty"), f.uncertainty},
                                  {QStringLiteral("confidence"), f.confidence}});
    return change.error() ? Result<FeedbackId>(*change.error()) : Result<FeedbackId>(id);
}

Result<std::vector<Feedback>> TriageStore::feedback(FeedbackId before, int limit) {
    return allRows(m_database.query(selectFeedback("id < ? ORDER BY id DESC LIMIT ?"), below(before), limit),
                   readFeedback);
}

Result<std::vector<Feedback>> TriageStore::feedbackOn(MessageId message) {
    return allRows(m_database.query(selectFeedback("message_id = ? ORDER BY id DESC"), message), readFeedback);
}

Result<FeedbackState> TriageStore::feedbackState() {
    const auto state =
        firstRow(m_database.query("SELECT count(*), coalesce(max(id), 0) FROM feedback"), [](const Statement& row) {
            return FeedbackState{row.integer(0), row.id<FeedbackId>(1)};
        });
    return state ? Result<FeedbackState>(state->value_or(FeedbackState{})) : Result<FeedbackState>(state.error());
}

Result<std::vector<Feedback>> TriageStore::unprocessedFeedback(int limit) {
    return allRows(m_database.query(selectFeedback("processed = 0 ORDER BY id LIMIT ?"), limit), readFeedback);
}

Result<void> TriageStore::markProcessed(std::span<const FeedbackId> ids) {
    for (const FeedbackId id : ids) {
        if (auto marked = m_database.query("UPDATE feedback SET processed = 1 WHERE id = ?", id).run(); !marked) {
            return marked.error();
        }
    }
    return {};
}

Result<std::optional<RankerState>> TriageStore::rankerState(const QString& name) {
    return firstRow(
        m_database.query("SELECT version, weights, saved_at, learned FROM ranker_state WHERE name = ?", name),
        [](const Statement& row) {
            return RankerState{row.text(0), row.bytes(1), row.millis(2), row.integer(3)};
        });
}

Result<void> TriageStore::saveRankerState(const QString& name, const RankerState& state) {
    return done(m_database.run(
        "INSERT INTO ranker_state (name, version, weights, saved_at, learned) VALUES (?, ?, ?, ?, ?) ON CONFLICT "
        "(name) DO "
        "UPDATE SET version = excluded.version, weights = excluded.weights, saved_at = excluded.saved_at, "
        "learned = excluded.learned",
        name, state.version, state.weights, m_database.now(), state.learned));
}

}  // namespace kith::storage
