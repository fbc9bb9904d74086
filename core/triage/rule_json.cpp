// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/rule_json.h"

#include "core/triage/rule_check.h"
#include "core/triage/rule_words.h"

#include <QDateTime>

#include <cmath>

namespace kith::triage {

namespace {

Error wrongRule(const QString& place, const QString& what, const QString& hint = {}) {
    return {ErrorKind::Malformed, place + QStringLiteral(": ") + what, hint};
}

QString oneOfWords(const QStringList& words) {
    return QStringLiteral("one of ") + words.join(QStringLiteral(", "));
}

/// Unknown keys are mistakes, not ornaments.
Result<void> onlyKeys(const QJsonObject& object, const QString& place, const QStringList& known) {
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!known.contains(it.key())) {
            const QString where = place.isEmpty() ? it.key() : place + QLatin1Char('.') + it.key();
            return wrongRule(where, QStringLiteral("is not known here; known are ") + known.join(QStringLiteral(", ")));
        }
    }
    return {};
}

Result<bool> flagIn(const QJsonObject& object, const char* key, bool otherwise) {
    const QJsonValue value = object.value(QLatin1String(key));
    if (value.isUndefined()) {
        return otherwise;
    }
    return value.isBool() ? Result<bool>(value.toBool())
                          : Result<bool>(wrongRule(QString::fromLatin1(key), QStringLiteral("is true or false")));
}

Result<QString> oneValue(const QJsonValue& value, const QString& place) {
    if (value.isString()) {
        return value.toString();
    }
    if (value.isBool()) {
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    }
    if (value.isDouble() && std::floor(value.toDouble()) == value.toDouble()) {
        return QString::number(value.toInteger());
    }
    return wrongRule(place, QStringLiteral("is a text, a whole number, or true or false"));
}

Result<QStringList> valuesIn(const QJsonObject& object, const QString& place) {
    const bool many = object.contains(QStringLiteral("values"));
    if (many == object.contains(QStringLiteral("value"))) {
        return wrongRule(place, QStringLiteral("needs either value or values"));
    }
    if (!many) {
        const auto one = oneValue(object.value(QStringLiteral("value")), place + QStringLiteral(".value"));
        return one ? Result<QStringList>(QStringList{*one}) : Result<QStringList>(one.error());
    }
    QStringList values;
    const QJsonValue list = object.value(QStringLiteral("values"));
    if (!list.isArray()) {
        return wrongRule(place + QStringLiteral(".values"), QStringLiteral("is a list"));
    }
    for (const QJsonValue& value : list.toArray()) {
        const auto one = oneValue(value, place + QStringLiteral(".values[%1]").arg(values.size()));
        if (!one) {
            return one.error();
        }
        values << *one;
    }
    return values;
}

Result<RuleCondition> testFromJson(const QJsonObject& object, const QString& place) {
    const QStringList keys{QStringLiteral("field"), QStringLiteral("op"), QStringLiteral("value"),
                           QStringLiteral("values")};
    if (const auto known = onlyKeys(object, place, keys); !known) {
        return known.error();
    }
    const auto field = ruleFieldOf(object.value(QStringLiteral("field")).toString());
    if (!field) {
        return wrongRule(place + QStringLiteral(".field"), QStringLiteral("is ") + oneOfWords(ruleFieldWords()));
    }
    const auto op = ruleOperatorOf(object.value(QStringLiteral("op")).toString());
    QStringList fitting;
    for (const RuleOperator one : operatorsOf(*field)) {
        fitting << ruleOperatorWord(one);
    }
    if (!op || !fitting.contains(ruleOperatorWord(*op))) {
        return wrongRule(place + QStringLiteral(".op"),
                         QStringLiteral("is %1 for %2").arg(oneOfWords(fitting), ruleFieldWord(*field)));
    }
    const auto values = valuesIn(object, place);
    if (!values) {
        return values.error();
    }
    RuleCondition test;
    test.field = *field;
    test.op = *op;
    test.values = *values;
    return test;
}

Result<RuleCondition> partsFromJson(RuleCondition::Kind kind, const QJsonValue& value, const QString& place) {
    RuleCondition condition;
    condition.kind = kind;
    if (!value.isArray()) {
        return wrongRule(place, QStringLiteral("is a list of conditions"));
    }
    for (const QJsonValue& one : value.toArray()) {
        auto part = conditionFromJson(one, place + QStringLiteral("[%1]").arg(condition.parts.size()));
        if (!part) {
            return part;
        }
        condition.parts.push_back(std::move(*part));
    }
    return condition;
}

Result<std::chrono::minutes> spanIn(const QJsonObject& object, const char* key, const QString& place) {
    const auto span = ruleSpanOf(object.value(QLatin1String(key)).toString());
    return span ? Result<std::chrono::minutes>(*span)
                : Result<std::chrono::minutes>(wrongRule(place + QLatin1Char('.') + QLatin1String(key),
                                                         QStringLiteral("is a span like 45m, 12h, 3d or 2w")));
}

/// The one key beside action, after and unless that an action of this kind takes.
QStringList parametersOf(RuleActionKind kind) {
    switch (kind) {
    case RuleActionKind::Label:
    case RuleActionKind::RemoveLabel:
        return {QStringLiteral("label")};
    case RuleActionKind::Forward:
        return {QStringLiteral("to")};
    case RuleActionKind::Snooze:
        return {QStringLiteral("for"), QStringLiteral("until")};
    case RuleActionKind::SetPriority:
        return {QStringLiteral("priority")};
    case RuleActionKind::DraftReply:
        return {QStringLiteral("note")};
    case RuleActionKind::CreateOpportunity:
        return {QStringLiteral("kind")};
    default:
        return {};
    }
}

Result<void> readSnooze(const QJsonObject& object, const QString& place, RuleAction& action) {
    const bool until = object.contains(QStringLiteral("until"));
    if (until == object.contains(QStringLiteral("for"))) {
        return wrongRule(place, QStringLiteral("needs either for or until"));
    }
    if (!until) {
        const auto wait = spanIn(object, "for", place);
        action.wait = wait ? *wait : std::chrono::minutes{0};
        return wait ? Result<void>() : Result<void>(wait.error());
    }
    const QDateTime time = QDateTime::fromString(object.value(QStringLiteral("until")).toString(), Qt::ISODate);
    if (!time.isValid()) {
        return wrongRule(place + QStringLiteral(".until"), QStringLiteral("is a time like 2026-05-12T09:00:00+02:00"));
    }
    action.until = std::chrono::milliseconds(time.toMSecsSinceEpoch());
    return {};
}

Result<void> readParameter(const QJsonObject& object, const QString& place, RuleAction& action) {
    const QString key = parametersOf(action.kind).value(0);
    const QJsonValue value = object.value(key);
    if (key.isEmpty()) {
        return {};
    }
    if (action.kind == RuleActionKind::Snooze) {
        return readSnooze(object, place, action);
    }
    if (action.kind == RuleActionKind::SetPriority) {
        const int number = value.toInt(-1);
        if (number < 0 || number > 4) {
            return wrongRule(place + QStringLiteral(".priority"), QStringLiteral("is a whole number from 0 to 4"));
        }
        action.priority = static_cast<Priority>(number);
        return {};
    }
    const bool optional = action.kind == RuleActionKind::DraftReply;
    if (!value.isString() && !(optional && value.isUndefined())) {
        return wrongRule(place + QLatin1Char('.') + key, QStringLiteral("is missing or not a text"));
    }
    action.text = value.toString().trimmed();
    return {};
}

}  // namespace

QJsonObject toJson(const RuleCondition& condition) {
    if (condition.kind == RuleCondition::Kind::Not) {
        return {{QStringLiteral("not"),
                 condition.parts.empty() ? QJsonValue(QJsonObject()) : QJsonValue(toJson(condition.parts.front()))}};
    }
    if (condition.kind != RuleCondition::Kind::Test) {
        QJsonArray parts;
        for (const RuleCondition& part : condition.parts) {
            parts.append(toJson(part));
        }
        const bool all = condition.kind == RuleCondition::Kind::All;
        return {{all ? QStringLiteral("all") : QStringLiteral("any"), parts}};
    }
    QJsonObject object{{QStringLiteral("field"), ruleFieldWord(condition.field)},
                       {QStringLiteral("op"), ruleOperatorWord(condition.op)}};
    const auto valueJson = [&](const QString& value) -> QJsonValue {
        if (condition.field == RuleField::Priority || condition.field == RuleField::Age) {
            return value.toInt();
        }
        return condition.op == RuleOperator::Is ? QJsonValue(value == QLatin1String("yes")) : QJsonValue(value);
    };
    if (condition.values.size() == 1) {
        object.insert(QStringLiteral("value"), valueJson(condition.values.front()));
        return object;
    }
    QJsonArray values;
    for (const QString& value : condition.values) {
        values.append(valueJson(value));
    }
    object.insert(QStringLiteral("values"), values);
    return object;
}

QJsonObject toJson(const RuleAction& action) {
    QJsonObject object{{QStringLiteral("action"), ruleActionWord(action.kind)}};
    if (action.kind == RuleActionKind::Snooze) {
        action.until.count() > 0
            ? object.insert(QStringLiteral("until"),
                            QDateTime::fromMSecsSinceEpoch(action.until.count(), Qt::UTC).toString(Qt::ISODate))
            : object.insert(QStringLiteral("for"), ruleSpanWord(action.wait));
    } else if (action.kind == RuleActionKind::SetPriority) {
        object.insert(QStringLiteral("priority"), static_cast<int>(action.priority));
    } else if (const QString key = parametersOf(action.kind).value(0); !key.isEmpty() && !action.text.isEmpty()) {
        object.insert(key, action.text);
    }
    if (action.after.count() > 0) {
        object.insert(QStringLiteral("after"), ruleSpanWord(action.after));
    }
    if (action.unless != RuleUnless::Never) {
        object.insert(QStringLiteral("unless"), ruleUnlessWord(action.unless));
    }
    return object;
}

QJsonObject toJson(const Rule& rule) {
    QJsonArray then;
    for (const RuleAction& action : rule.then) {
        then.append(toJson(action));
    }
    return {{QStringLiteral("name"), rule.name},
            {QStringLiteral("enabled"), rule.enabled},
            {QStringLiteral("stop"), rule.stop},
            {QStringLiteral("when"), toJson(rule.when)},
            {QStringLiteral("then"), then}};
}

Result<RuleCondition> conditionFromJson(const QJsonValue& value, const QString& place) {
    if (!value.isObject()) {
        return wrongRule(place, QStringLiteral("is an object: a field with op and value, or all, any, not"));
    }
    if (place.count(QLatin1Char('.')) > kDeepestCondition) {
        return wrongRule(place, QStringLiteral("conditions nest %1 deep at most").arg(kDeepestCondition));
    }
    const QJsonObject object = value.toObject();
    for (const auto& [key, kind] :
         {std::pair{"all", RuleCondition::Kind::All}, std::pair{"any", RuleCondition::Kind::Any}}) {
        const QString word = QString::fromLatin1(key);
        if (object.contains(word)) {
            const auto known = onlyKeys(object, place, {word});
            return known ? partsFromJson(kind, object.value(word), place + QLatin1Char('.') + word)
                         : Result<RuleCondition>(known.error());
        }
    }
    if (!object.contains(QStringLiteral("not"))) {
        return testFromJson(object, place);
    }
    if (const auto known = onlyKeys(object, place, {QStringLiteral("not")}); !known) {
        return known.error();
    }
    auto part = conditionFromJson(object.value(QStringLiteral("not")), place + QStringLiteral(".not"));
    if (!part) {
        return part;
    }
    RuleCondition condition;
    condition.kind = RuleCondition::Kind::Not;
    condition.parts.push_back(std::move(*part));
    return condition;
}

Result<RuleAction> actionFromJson(const QJsonValue& value, const QString& place) {
    const QJsonObject object = value.toObject();
    const auto kind = ruleActionOf(object.value(QStringLiteral("action")).toString());
    if (!kind) {
        return wrongRule(place + QStringLiteral(".action"), QStringLiteral("is ") + oneOfWords(ruleActionWords()));
    }
    RuleAction action;
    action.kind = *kind;
    const QStringList keys =
        QStringList{QStringLiteral("action"), QStringLiteral("after"), QStringLiteral("unless")} + parametersOf(*kind);
    if (const auto known = onlyKeys(object, place, keys); !known) {
        return known.error();
    }
    if (const auto read = readParameter(object, place, action); !read) {
        return read.error();
    }
    if (object.contains(QStringLiteral("after"))) {
        const auto after = spanIn(object, "after", place);
        if (!after) {
            return after.error();
        }
        action.after = *after;
    }
    if (object.contains(QStringLiteral("unless"))) {
        const auto unless = ruleUnlessOf(object.value(QStringLiteral("unless")).toString());
        if (!unless) {
            return wrongRule(place + QStringLiteral(".unless"), QStringLiteral("is answered, read or archived"));
        }
        action.unless = *unless;
    }
    return action;
}

Result<Rule> ruleFromJson(const QJsonObject& object) {
    const QStringList keys{QStringLiteral("name"), QStringLiteral("enabled"), QStringLiteral("stop"),
                           QStringLiteral("when"), QStringLiteral("then")};
    const auto known = onlyKeys(object, {}, keys);
    const auto enabled = flagIn(object, "enabled", true);
    const auto stop = flagIn(object, "stop", false);
    const auto when = conditionFromJson(object.value(QStringLiteral("when")), QStringLiteral("when"));
    if (!known || !enabled || !stop || !when) {
        return !known ? known.error() : !enabled ? enabled.error() : !stop ? stop.error() : when.error();
    }
    Rule rule;
    rule.name = object.value(QStringLiteral("name")).toString().trimmed();
    rule.enabled = *enabled;
    rule.stop = *stop;
    rule.when = *when;
    if (!object.value(QStringLiteral("then")).isArray()) {
        return wrongRule(QStringLiteral("then"), QStringLiteral("is a list of actions"));
    }
    for (const QJsonValue& value : object.value(QStringLiteral("then")).toArray()) {
        const auto action = actionFromJson(value, QStringLiteral("then[%1]").arg(rule.then.size()));
        if (!action) {
            return action.error();
        }
        rule.then.push_back(*action);
    }
    const auto fine = checkRule(rule);
    return fine ? Result<Rule>(std::move(rule)) : Result<Rule>(fine.error());
}

}  // namespace kith::triage
