// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/cli/rule_json.h"

#include "app/cli/message_json.h"
#include "core/base/text.h"
#include "core/triage/rule_json.h"
#include "core/triage/rule_words.h"

namespace kith::cli {

namespace {

QJsonObject fatesJson(const RuleAction& action, const service::RuleTally& tally, bool dry) {
    const QString says = triage::english(action);
    QJsonObject object{{QStringLiteral("action"), triage::toJson(action)}, {QStringLiteral("says"), says}};
    const auto counted = tally.deeds.find(says);
    const auto count = [&](service::DeedFate fate) -> qint64 {
        if (counted == tally.deeds.end()) {
            return 0;
        }
        const auto found = counted->second.find(fate);
        return found == counted->second.end() ? 0 : found->second;
    };
    object.insert(dry ? QStringLiteral("would") : QStringLiteral("done"), count(service::DeedFate::Done));
    for (const service::DeedFate fate :
         {service::DeedFate::Asks, service::DeedFate::Delayed, service::DeedFate::Waits, service::DeedFate::Already,
          service::DeedFate::Kept, service::DeedFate::Outvoted, service::DeedFate::Needless}) {
        object.insert(service::deedFateWord(fate), count(fate));
    }
    return object;
}

QJsonObject exampleJson(const service::RuleExample& example, bool dry) {
    QJsonArray deeds;
    for (const service::PlannedDeed& deed : example.deeds) {
        QJsonObject one{{QStringLiteral("says"), triage::english(deed.action)},
                        {QStringLiteral("fate"), service::deedFateWord(deed.fate)}};
        if (!deed.reason.isEmpty()) {
            one.insert(QStringLiteral("reason"), deed.reason);
        }
        if (deed.dueAt.count() > 0) {
            one.insert(QStringLiteral("due"), text::rfc3339(deed.dueAt));
        }
        deeds.append(one);
    }
    return {{QStringLiteral("id"), idText(example.message.value)},
            {QStringLiteral("thread_id"), idText(example.thread.value)},
            {QStringLiteral("from"), addressJson(example.sender)},
            {QStringLiteral("subject"), example.subject},
            {QStringLiteral("date"), text::rfc3339(example.date)},
            {dry ? QStringLiteral("would") : QStringLiteral("did"), deeds}};
}

}  // namespace

QJsonObject ruleJson(const Rule& rule) {
    QJsonObject object = triage::toJson(rule);
    object.insert(QStringLiteral("id"), idText(rule.id.value));
    object.insert(QStringLiteral("position"), rule.position);
    object.insert(QStringLiteral("revision"), rule.revision);
    object.insert(QStringLiteral("may_trash"), rule.mayTrash);
    QStringList actions;
    for (const RuleAction& action : rule.then) {
        actions << triage::english(action);
    }
    object.insert(QStringLiteral("says"),
                  QStringLiteral("When %1: %2").arg(triage::english(rule.when), actions.join(QStringLiteral(", "))));
    return object;
}

QJsonObject tallyJson(const service::RuleTally& tally, bool dry) {
    QJsonArray actions;
    for (const RuleAction& action : tally.rule.then) {
        actions.append(fatesJson(action, tally, dry));
    }
    QJsonArray examples;
    for (const service::RuleExample& example : tally.examples) {
        examples.append(exampleJson(example, dry));
    }
    return {{QStringLiteral("id"), idText(tally.rule.id.value)},
            {QStringLiteral("name"), tally.rule.name},
            {QStringLiteral("enabled"), tally.rule.enabled},
            {QStringLiteral("matches"), tally.matches},
            {QStringLiteral("acted_before"), tally.before},
            {QStringLiteral("actions"), actions},
            {QStringLiteral("examples"), examples}};
}

QJsonObject waitingJson(const storage::RuleActionRow& row, const QString& subject) {
    const auto action = triage::actionFromJson(row.action, QStringLiteral("action"));
    const auto moment = [](Millis time) {
        return time.count() > 0 ? QJsonValue(text::rfc3339(time)) : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("id"), idText(row.id)},
            {QStringLiteral("rule"),
             QJsonObject{{QStringLiteral("id"), idText(row.rule.value)}, {QStringLiteral("name"), row.ruleName}}},
            {QStringLiteral("message_id"), idText(row.message.value)},
            {QStringLiteral("subject"), subject},
            {QStringLiteral("action"), row.action},
            {QStringLiteral("says"), action ? triage::english(*action) : QString()},
            {QStringLiteral("state"), row.state},
            {QStringLiteral("due"), moment(row.dueAt)},
            {QStringLiteral("reason"), row.reason},
            {QStringLiteral("made_at"), moment(row.madeAt)},
            {QStringLiteral("ended_at"), moment(row.endedAt)}};
}

}  // namespace kith::cli
