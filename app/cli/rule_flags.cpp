// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/cli/rule_flags.h"

#include "core/triage/rule_words.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace kith::cli {

namespace {

Error wrongFlag(const char* option, const QString& flag, const QString& hint) {
    return {ErrorKind::Malformed, QStringLiteral("--%1 \"%2\" is not understood").arg(QLatin1String(option), flag),
            hint};
}

bool comparesWholes(RuleField field) {
    return field == RuleField::Domain || field == RuleField::Label || field == RuleField::Kind ||
           field == RuleField::Account || field == RuleField::Priority || field == RuleField::Age;
}

QJsonValue flagValue(RuleField field, const QString& text) {
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    const bool counts = field == RuleField::Priority || field == RuleField::Age;
    return counts && isNumber ? QJsonValue(number) : QJsonValue(text);
}

QJsonObject textTest(RuleField field, RuleOperator op, const QString& text) {
    QJsonObject test{{QStringLiteral("field"), triage::ruleFieldWord(field)}};
    const QStringList values =
        op == RuleOperator::Matches ? QStringList{text} : text.split(QLatin1Char('|'), Qt::SkipEmptyParts);
    if (values.size() <= 1) {
        test.insert(QStringLiteral("op"), triage::ruleOperatorWord(op));
        test.insert(QStringLiteral("value"), flagValue(field, text));
        return test;
    }
    QJsonArray all;
    for (const QString& value : values) {
        all.append(flagValue(field, value.trimmed()));
    }
    const RuleOperator several = op == RuleOperator::Equals ? RuleOperator::OneOf : op;
    test.insert(QStringLiteral("op"), triage::ruleOperatorWord(several));
    test.insert(QStringLiteral("values"), all);
    return test;
}

QJsonObject flagTest(RuleField field, bool yes) {
    return {{QStringLiteral("field"), triage::ruleFieldWord(field)},
            {QStringLiteral("op"), QStringLiteral("is")},
            {QStringLiteral("value"), yes}};
}

bool isYesNo(RuleField field, const QString& text) {
    const bool word = text == QLatin1String("yes") || text == QLatin1String("no") || text == QLatin1String("true") ||
                      text == QLatin1String("false");
    return word && (field == RuleField::List || field == RuleField::Attachment);
}

/// The key under which an action takes what stands behind its =.
QString parameterKey(RuleActionKind kind, const QString& value) {
    switch (kind) {
    case RuleActionKind::Label:
    case RuleActionKind::RemoveLabel:
        return QStringLiteral("label");
    case RuleActionKind::Forward:
        return QStringLiteral("to");
    case RuleActionKind::Snooze:
        return triage::ruleSpanOf(value) ? QStringLiteral("for") : QStringLiteral("until");
    case RuleActionKind::SetPriority:
        return QStringLiteral("priority");
    case RuleActionKind::DraftReply:
        return QStringLiteral("note");
    case RuleActionKind::CreateOpportunity:
        return QStringLiteral("kind");
    default:
        return {};
    }
}

}  // namespace

Result<QJsonObject> conditionOfFlag(const QString& flag) {
    static const QRegularExpression form(QStringLiteral("^(!?)\\s*([a-z_]+)\\s*(?:(==|>=|<=|=|~)\\s*(.*))?$"),
                                         QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(flag.trimmed());
    const auto field = triage::ruleFieldOf(match.captured(2));
    const QString sign = match.captured(3);
    const QString text = match.captured(4).trimmed();
    if (!match.hasMatch() || !field) {
        return wrongFlag("when", flag,
                         QStringLiteral("Write FIELD=TEXT, FIELD==TEXT, FIELD~PATTERN, FIELD>=N or FIELD<=N; fields "
                                        "are %1.")
                             .arg(triage::ruleFieldWords().join(QStringLiteral(", "))));
    }
    QJsonObject test;
    if (sign.isEmpty()) {
        test = flagTest(*field, true);
    } else if (isYesNo(*field, text)) {
        test = flagTest(*field, text == QLatin1String("yes") || text == QLatin1String("true"));
    } else if (sign == QLatin1String("~")) {
        test = textTest(*field, RuleOperator::Matches, text);
    } else if (sign == QLatin1String(">=")) {
        test = textTest(*field, RuleOperator::AtLeast, text);
    } else if (sign == QLatin1String("<=")) {
        test = textTest(*field, RuleOperator::AtMost, text);
    } else {
        const bool whole = sign == QLatin1String("==") || comparesWholes(*field);
        test = textTest(*field, whole ? RuleOperator::Equals : RuleOperator::Contains, text);
    }
    return match.captured(1).isEmpty() ? test : QJsonObject{{QStringLiteral("not"), test}};
}

Result<QJsonObject> actionOfFlag(const QString& flag) {
    static const QRegularExpression form(
        QStringLiteral("^([a-z_]+)(?:\\s*=\\s*(.*?))?(?:\\s+after\\s+(\\S+))?(?:\\s+unless\\s+(\\S+))?$"),
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(flag.trimmed());
    const QString word =
        match.captured(1) == QLatin1String("priority") ? QStringLiteral("set_priority") : match.captured(1);
    const auto kind = triage::ruleActionOf(word);
    if (!match.hasMatch() || !kind) {
        return wrongFlag("then", flag,
                         QStringLiteral("Write ACTION or ACTION=VALUE; actions are %1.")
                             .arg(triage::ruleActionWords().join(QStringLiteral(", "))));
    }
    QJsonObject action{{QStringLiteral("action"), word}};
    const QString value = match.captured(2);
    const QString key = parameterKey(*kind, value);
    if (!value.isEmpty() && key.isEmpty()) {
        return wrongFlag("then", flag, QStringLiteral("%1 takes no value.").arg(word));
    }
    if (!value.isEmpty()) {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        const bool counts = *kind == RuleActionKind::SetPriority && isNumber;
        action.insert(key, counts ? QJsonValue(number) : QJsonValue(value));
    }
    if (!match.captured(3).isEmpty()) {
        action.insert(QStringLiteral("after"), match.captured(3));
    }
    if (!match.captured(4).isEmpty()) {
        action.insert(QStringLiteral("unless"), match.captured(4));
    }
    return action;
}

}  // namespace kith::cli
