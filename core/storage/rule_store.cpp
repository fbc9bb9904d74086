// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/rule_store.h"

#include "core/base/json.h"
#include "core/storage/id_source.h"
#include "core/storage/local_labels.h"
#include "core/storage/rows.h"

#include <QJsonDocument>

namespace kith::storage {

namespace {

constexpr auto kRuleColumns =
    "SELECT id, name, position, enabled, stops, revision, may_trash, body, made_at FROM rules ";

/// A server's clock and ours may differ.
constexpr std::chrono::milliseconds kClocksApart{std::chrono::minutes{5}};

RuleRow readRule(const Statement& row) {
    RuleRow rule;
    rule.id = row.id<RuleId>(0);
    rule.name = row.text(1);
    rule.position = row.number(2);
    rule.enabled = row.flag(3);
    rule.stop = row.flag(4);
    rule.revision = row.number(5);
    rule.mayTrash = row.flag(6);
    rule.body = QJsonDocument::fromJson(row.utf8(7).toByteArray()).object();
    rule.madeAt = row.millis(8);
    return rule;
}

QJsonObject ruleRowKey(RuleId id) {
    return {{QStringLiteral("id"), id.value}};
}

QJsonObject ruleRowValues(const RuleRow& rule) {
    return {{QStringLiteral("position"), rule.position},
            {QStringLiteral("name"), rule.name},
            {QStringLiteral("enabled"), rule.enabled ? 1 : 0},
            {QStringLiteral("stops"), rule.stop ? 1 : 0},
            {QStringLiteral("revision"), rule.revision},
            {QStringLiteral("may_trash"), rule.mayTrash ? 1 : 0},
            {QStringLiteral("body"), QString::fromUtf8(json::canonical(rule.body))}};
}

RulePriority readRulePriority(const Statement& row) {
    return {row.id<MessageId>(0), row.id<RuleId>(1), row.text(2), static_cast<Priority>(row.number(3))};
}

constexpr auto kHandRows = "SELECT r.before_json, r.after_json FROM change_rows r JOIN changes c ON c.id = r.change_id "
                           "WHERE r.row_key = ? AND r.row_table = ? AND c.actor = 'user'";

}  // namespace

Result<std::vector<RuleRow>> RuleStore::rules() {
    return allRows(m_database.query(QByteArray(kRuleColumns) + "ORDER BY position, id"), readRule);
}

Result<std::optional<RuleRow>> RuleStore::rule(RuleId id) {
    return firstRow(m_database.query(QByteArray(kRuleColumns) + "WHERE id = ?", id), readRule);
}

RuleId RuleStore::save(ChangeWriter& change, RuleRow rule) {
    QJsonObject row = ruleRowValues(rule);
    if (rule.id) {
        change.updateRow("rules", ruleRowKey(rule.id), row);
        return rule.id;
    }
    rule.id = m_database.ids().make<RuleId>();
    row.insert(QStringLiteral("id"), rule.id.value);
    row.insert(QStringLiteral("made_at"), qint64(m_database.now().count()));
    change.insertRow("rules", row);
    return rule.id;
}

void RuleStore::remove(ChangeWriter& change, RuleId id) {
    change.deleteRow("rules", ruleRowKey(id));
}

Result<bool> RuleStore::acted(RuleId rule, int revision, MessageId message) {
    const auto found = m_database.number(
        "SELECT 1 FROM rule_runs WHERE rule_id = ? AND revision = ? AND message_id = ?", rule, revision, message);
    return found ? Result<bool>(found->has_value()) : Result<bool>(found.error());
}

Result<bool> RuleStore::noteActed(RuleId rule, int revision, MessageId message, const QString& run) {
    const auto noted = m_database.run("INSERT INTO rule_runs (rule_id, revision, message_id, run_id, at) "
                                      "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                                      rule, revision, message, run, m_database.now());
    return noted ? Result<bool>(*noted > 0) : Result<bool>(noted.error());
}

Result<qint64> RuleStore::actedCount(RuleId rule, int revision) {
    const auto count =
        m_database.number("SELECT count(*) FROM rule_runs WHERE rule_id = ? AND revision = ?", rule, revision);
    return count ? Result<qint64>(count->value_or(0)) : Result<qint64>(count.error());
}

Result<std::vector<RulePriority>> RuleStore::priorities() {
    return allRows(m_database.query("SELECT message_id, rule_id, rule_name, priority FROM rule_priorities"),
                   readRulePriority);
}

Result<std::optional<RulePriority>> RuleStore::priorityOf(MessageId message) {
    return firstRow(
        m_database.query("SELECT message_id, rule_id, rule_name, priority FROM rule_priorities WHERE message_id = ?",
                         message),
        readRulePriority);
}

void RuleStore::setPriority(ChangeWriter& change, const RulePriority& priority) {
    const auto stands = priorityOf(priority.message);
    QJsonObject row{{QStringLiteral("rule_id"), priority.rule.value},
                    {QStringLiteral("rule_name"), priority.ruleName},
                    {QStringLiteral("priority"), static_cast<int>(priority.priority)}};
    const QJsonObject key{{QStringLiteral("message_id"), priority.message.value}};
    if (stands && *stands) {
        return change.updateRow("rule_priorities", key, row);
    }
    row.insert(QStringLiteral("message_id"), priority.message.value);
    change.insertRow("rule_priorities", row);
}

Result<Standing> RuleStore::standing(MessageId message) {
    const auto row = firstRow(m_database.query("SELECT priority, chips FROM messages WHERE id = ?", message),
                              [](const Statement& found) {
                                  Standing standing;
                                  if (found.number(0) >= 0) {
                                      standing.priority = static_cast<Priority>(found.number(0));
                                  }
                                  standing.chips = found.text(1).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
                                  return standing;
                              });
    return row ? Result<Standing>(row->value_or(Standing{})) : Result<Standing>(row.error());
}

Result<void> RuleStore::addBacklog(MessageId message, std::chrono::milliseconds arrived) {
    const auto wanted =
        m_database.number("SELECT 1 FROM rules WHERE enabled = 1 AND made_at <= ? LIMIT 1", arrived + kClocksApart);
    if (!wanted || !*wanted) {
        return wanted ? Result<void>() : Result<void>(wanted.error());
    }
    return done(m_database.run("INSERT INTO rule_backlog (message_id) VALUES (?) ON CONFLICT DO NOTHING", message));
}

Result<std::vector<MessageId>> RuleStore::backlog(int limit) {
    return idRows<MessageId>(
        m_database.query("SELECT message_id FROM rule_backlog ORDER BY message_id LIMIT ?", limit));
}

Result<void> RuleStore::dropBacklog(MessageId message) {
    return done(m_database.run("DELETE FROM rule_backlog WHERE message_id = ?", message));
}

Result<bool> touchedByHand(Database& database, MessageId message, const QString& column) {
    const QJsonObject key{{QStringLiteral("id"), message.value}};
    Statement rows = database.query(kHandRows, Statement::Utf8{json::canonical(key)}, QStringLiteral("messages"));
    while (rows.next()) {
        for (int i = 0; i < 2; ++i) {
            if (QJsonDocument::fromJson(rows.utf8(i).toByteArray()).object().contains(column)) {
                return true;
            }
        }
    }
    return rows.failed() ? Result<bool>(rows.error()) : Result<bool>(false);
}

Result<bool> labelTouchedByHand(Database& database, MessageId message, const QString& label) {
    const auto ids = labelRows(database, label);
    if (!ids) {
        return ids.error();
    }
    for (const qint64 id : *ids) {
        const QJsonObject key{{QStringLiteral("message_id"), message.value}, {QStringLiteral("label_id"), id}};
        Statement rows =
            database.query(kHandRows, Statement::Utf8{json::canonical(key)}, QStringLiteral("message_labels"));
        if (rows.next()) {
            return true;
        }
        if (rows.failed()) {
            return rows.error();
        }
    }
    return false;
}

}  // namespace kith::storage
