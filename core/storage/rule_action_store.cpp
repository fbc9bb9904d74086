// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/rule_action_store.h"

#include "core/base/json.h"
#include "core/storage/id_source.h"
#include "core/storage/rows.h"

#include <QJsonDocument>

namespace kith::storage {

namespace {

constexpr auto kRuleActionColumns = "SELECT a.id, a.rule_id, a.revision, a.rule_name, a.message_id, a.action, a.state, "
                                    "a.due_at, a.reason, a.made_at, a.ended_at FROM rule_actions a ";
constexpr auto kStillOpen = "a.state IN ('asks', 'waits', 'delayed') ";

RuleActionRow readRuleAction(const Statement& row) {
    RuleActionRow action;
    action.id = row.integer(0);
    action.rule = row.id<RuleId>(1);
    action.revision = row.number(2);
    action.ruleName = row.text(3);
    action.message = row.id<MessageId>(4);
    action.action = QJsonDocument::fromJson(row.utf8(5).toByteArray()).object();
    action.state = row.text(6);
    action.dueAt = row.millis(7);
    action.reason = row.text(8);
    action.madeAt = row.millis(9);
    action.endedAt = row.millis(10);
    return action;
}

qint64* countOf(RuleActionCounts& counts, const QString& state) {
    const std::pair<const char*, qint64*> fields[] = {{"asks", &counts.asks},       {"waits", &counts.waits},
                                                      {"delayed", &counts.delayed}, {"done", &counts.done},
                                                      {"refused", &counts.refused}, {"cancelled", &counts.cancelled}};
    for (const auto& [word, field] : fields) {
        if (state == QLatin1String(word)) {
            return field;
        }
    }
    return nullptr;
}

}  // namespace

void RuleActionStore::add(ChangeWriter& change, RuleActionRow row) {
    change.insertRow("rule_actions", {{QStringLiteral("id"), row.id == 0 ? m_database.ids().next() : row.id},
                                      {QStringLiteral("rule_id"), row.rule.value},
                                      {QStringLiteral("revision"), row.revision},
                                      {QStringLiteral("rule_name"), row.ruleName},
                                      {QStringLiteral("message_id"), row.message.value},
                                      {QStringLiteral("action"), QString::fromUtf8(json::canonical(row.action))},
                                      {QStringLiteral("state"), row.state},
                                      {QStringLiteral("due_at"), qint64(row.dueAt.count())},
                                      {QStringLiteral("reason"), row.reason},
                                      {QStringLiteral("made_at"), qint64(m_database.now().count())},
                                      {QStringLiteral("ended_at"), 0}});
}

void RuleActionStore::setState(ChangeWriter& change, qint64 id, const QString& state, const QString& reason) {
    const bool over =
        state == QLatin1String("done") || state == QLatin1String("refused") || state == QLatin1String("cancelled");
    change.updateRow("rule_actions", {{QStringLiteral("id"), id}},
                     {{QStringLiteral("state"), state},
                      {QStringLiteral("reason"), reason},
                      {QStringLiteral("ended_at"), over ? qint64(m_database.now().count()) : qint64(0)}});
}

Result<std::optional<RuleActionRow>> RuleActionStore::action(qint64 id) {
    return firstRow(m_database.query(QByteArray(kRuleActionColumns) + "WHERE a.id = ?", id), readRuleAction);
}

Result<std::vector<RuleActionRow>> RuleActionStore::list(const QString& state, qint64 before, int limit) {
    const qint64 from = before > 0 ? before : std::numeric_limits<qint64>::max();
    const QByteArray tail = " AND a.id < ? ORDER BY a.id DESC LIMIT ?";
    return allRows(
        state.isEmpty()
            ? m_database.query(QByteArray(kRuleActionColumns) + "WHERE " + kStillOpen + tail, from, limit)
            : m_database.query(QByteArray(kRuleActionColumns) + "WHERE a.state = ?" + tail, state, from, limit),
        readRuleAction);
}

Result<std::vector<RuleActionRow>> RuleActionStore::open(RuleId rule) {
    return allRows(
        m_database.query(QByteArray(kRuleActionColumns) + "WHERE a.rule_id = ? AND " + kStillOpen + "ORDER BY a.id",
                         rule),
        readRuleAction);
}

Result<bool> RuleActionStore::claim(qint64 id, const QString& state, const QString& reason) {
    const auto claimed = m_database.run("UPDATE rule_actions SET state = ?, reason = ?, ended_at = ? "
                                        "WHERE id = ? AND state = 'delayed'",
                                        state, reason, m_database.now(), id);
    return claimed ? Result<bool>(*claimed > 0) : Result<bool>(claimed.error());
}

Result<std::vector<RuleActionRow>> RuleActionStore::due(std::chrono::milliseconds now, int limit) {
    return allRows(m_database.query(QByteArray(kRuleActionColumns) +
                                        "JOIN rules r ON r.id = a.rule_id AND r.enabled = 1 "
                                        "WHERE a.state = 'delayed' AND a.due_at <= ? ORDER BY a.due_at, a.id LIMIT ?",
                                    now, limit),
                   readRuleAction);
}

Result<RuleActionCounts> RuleActionStore::counts(RuleId rule) {
    RuleActionCounts counts;
    Statement rows =
        rule ? m_database.query("SELECT state, count(*) FROM rule_actions WHERE rule_id = ? GROUP BY state", rule)
             : m_database.query("SELECT state, count(*) FROM rule_actions GROUP BY state");
    while (rows.next()) {
        if (qint64* field = countOf(counts, rows.text(0))) {
            *field = rows.integer(1);
        }
    }
    return rows.failed() ? Result<RuleActionCounts>(rows.error()) : counts;
}

}  // namespace kith::storage
