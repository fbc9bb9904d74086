// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/rule_words.h"

#include "core/triage/content.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace kith::triage {

namespace {

template <class T>
struct RuleWord {
    T value;
    const char* word;
};

constexpr std::array kRuleFieldWords{
    RuleWord<RuleField>{RuleField::Sender, "sender"},     RuleWord<RuleField>{RuleField::Recipient, "recipient"},
    RuleWord<RuleField>{RuleField::Domain, "domain"},     RuleWord<RuleField>{RuleField::Subject, "subject"},
    RuleWord<RuleField>{RuleField::Body, "body"},         RuleWord<RuleField>{RuleField::Label, "label"},
    RuleWord<RuleField>{RuleField::Priority, "priority"}, RuleWord<RuleField>{RuleField::Kind, "kind"},
    RuleWord<RuleField>{RuleField::List, "list"},         RuleWord<RuleField>{RuleField::Attachment, "attachment"},
    RuleWord<RuleField>{RuleField::Age, "age"},           RuleWord<RuleField>{RuleField::Account, "account"},
};

constexpr std::array kRuleOperatorWords{
    RuleWord<RuleOperator>{RuleOperator::Contains, "contains"},
    RuleWord<RuleOperator>{RuleOperator::Equals, "equals"},
    RuleWord<RuleOperator>{RuleOperator::OneOf, "one_of"},
    RuleWord<RuleOperator>{RuleOperator::Matches, "matches"},
    RuleWord<RuleOperator>{RuleOperator::AtLeast, "at_least"},
    RuleWord<RuleOperator>{RuleOperator::AtMost, "at_most"},
    RuleWord<RuleOperator>{RuleOperator::Is, "is"},
};

constexpr std::array kRuleActionWords{
    RuleWord<RuleActionKind>{RuleActionKind::Archive, "archive"},
    RuleWord<RuleActionKind>{RuleActionKind::ToInbox, "inbox"},
    RuleWord<RuleActionKind>{RuleActionKind::Label, "label"},
    RuleWord<RuleActionKind>{RuleActionKind::RemoveLabel, "remove_label"},
    RuleWord<RuleActionKind>{RuleActionKind::MarkRead, "mark_read"},
    RuleWord<RuleActionKind>{RuleActionKind::Star, "star"},
    RuleWord<RuleActionKind>{RuleActionKind::Forward, "forward"},
    RuleWord<RuleActionKind>{RuleActionKind::Trash, "trash"},
    RuleWord<RuleActionKind>{RuleActionKind::Snooze, "snooze"},
    RuleWord<RuleActionKind>{RuleActionKind::SetPriority, "set_priority"},
    RuleWord<RuleActionKind>{RuleActionKind::DraftReply, "draft_reply"},
    RuleWord<RuleActionKind>{RuleActionKind::CreateOpportunity, "create_opportunity"},
    RuleWord<RuleActionKind>{RuleActionKind::AddToContact, "add_to_contact"},
};

constexpr std::array kRuleUnlessWords{
    RuleWord<RuleUnless>{RuleUnless::Answered, "answered"},
    RuleWord<RuleUnless>{RuleUnless::Read, "read"},
    RuleWord<RuleUnless>{RuleUnless::Archived, "archived"},
};

template <class Table, class T>
QString wordIn(const Table& table, T value) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& one) { return one.value == value; });
    return found == table.end() ? QString() : QString::fromLatin1(found->word);
}

template <class T, class Table>
std::optional<T> valueIn(const Table& table, const QString& word) {
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const auto& one) { return word == QLatin1String(one.word); });
    return found == table.end() ? std::nullopt : std::optional<T>(found->value);
}

template <class Table>
QStringList allWords(const Table& table) {
    QStringList words;
    for (const auto& one : table) {
        words << QString::fromLatin1(one.word);
    }
    return words;
}

QString quotedValues(const QStringList& values) {
    return QStringLiteral("“%1”").arg(values.join(QStringLiteral("”, “")));
}

QString testEnglish(const RuleCondition& test) {
    const QString field = ruleFieldWord(test.field);
    switch (test.op) {
    case RuleOperator::Contains:
        return field + QStringLiteral(" contains ") + quotedValues(test.values);
    case RuleOperator::Equals:
        return field + QStringLiteral(" is ") + quotedValues(test.values);
    case RuleOperator::OneOf:
        return field + QStringLiteral(" is one of ") + quotedValues(test.values);
    case RuleOperator::Matches:
        return field + QStringLiteral(" matches /%1/").arg(test.values.value(0));
    case RuleOperator::AtLeast:
        return field + QStringLiteral(" is at least ") + test.values.value(0);
    case RuleOperator::AtMost:
        return field + QStringLiteral(" is at most ") + test.values.value(0);
    case RuleOperator::Is:
        return (test.values.value(0) == QLatin1String("no") ? QStringLiteral("no ") : QString()) + field;
    }
    return field;
}

QString whatEnglish(const RuleAction& action) {
    QString word = ruleActionWord(action.kind).replace(QLatin1Char('_'), QLatin1Char(' '));
    switch (action.kind) {
    case RuleActionKind::Label:
    case RuleActionKind::RemoveLabel:
        return word + QStringLiteral(" “%1”").arg(action.text);
    case RuleActionKind::Forward:
        return word + QStringLiteral(" to ") + action.text;
    case RuleActionKind::Snooze:
        return action.until.count() > 0
                   ? word + QStringLiteral(" until ") +
                         QDateTime::fromMSecsSinceEpoch(action.until.count(), Qt::UTC).toString(Qt::ISODate)
                   : word + QStringLiteral(" for ") + ruleSpanWord(action.wait);
    case RuleActionKind::SetPriority:
        return word + u' ' + gmailLabel(action.priority).section(u'/', 1);
    case RuleActionKind::CreateOpportunity:
        return word + QStringLiteral(" (%1)").arg(action.text);
    default:
        return word;
    }
}

}  // namespace

QString ruleFieldWord(RuleField field) {
    return wordIn(kRuleFieldWords, field);
}
QString ruleOperatorWord(RuleOperator op) {
    return wordIn(kRuleOperatorWords, op);
}
QString ruleActionWord(RuleActionKind kind) {
    return wordIn(kRuleActionWords, kind);
}
QString ruleUnlessWord(RuleUnless unless) {
    return wordIn(kRuleUnlessWords, unless);
}
std::optional<RuleField> ruleFieldOf(const QString& word) {
    return valueIn<RuleField>(kRuleFieldWords, word);
}
std::optional<RuleOperator> ruleOperatorOf(const QString& word) {
    return valueIn<RuleOperator>(kRuleOperatorWords, word);
}
std::optional<RuleActionKind> ruleActionOf(const QString& word) {
    return valueIn<RuleActionKind>(kRuleActionWords, word);
}
std::optional<RuleUnless> ruleUnlessOf(const QString& word) {
    return valueIn<RuleUnless>(kRuleUnlessWords, word);
}
QStringList ruleFieldWords() {
    return allWords(kRuleFieldWords);
}
QStringList ruleActionWords() {
    return allWords(kRuleActionWords);
}

std::vector<RuleOperator> operatorsOf(RuleField field) {
    using enum RuleOperator;
    switch (field) {
    case RuleField::Sender:
    case RuleField::Recipient:
    case RuleField::Domain:
    case RuleField::Subject:
    case RuleField::Label:
    case RuleField::Account:
        return {Contains, Equals, OneOf, Matches};
    case RuleField::Body:
        return {Contains, Matches};
    case RuleField::Priority:
        return {AtLeast, AtMost, Equals, OneOf};
    case RuleField::Age:
        return {AtLeast, AtMost, Equals};
    case RuleField::Kind:
        return {Equals, OneOf};
    case RuleField::List:
        return {Is};
    case RuleField::Attachment:
        return {Is, Contains, Matches};
    }
    return {};
}

QStringList opportunityKinds() {
    QStringList kinds;
    for (int head = kFirstOpportunity; head < kHeadCount; ++head) {
        kinds << QString(headWord(static_cast<Head>(head)));
    }
    return kinds;
}

std::optional<std::chrono::minutes> ruleSpanOf(const QString& word) {
    static const std::array units{std::pair{QLatin1Char('m'), 1}, std::pair{QLatin1Char('h'), 60},
                                  std::pair{QLatin1Char('d'), 24 * 60}, std::pair{QLatin1Char('w'), 7 * 24 * 60}};
    constexpr qint64 longest = 2 * 366 * 24 * 60;
    bool isNumber = false;
    const qint64 number = word.chopped(word.isEmpty() ? 0 : 1).toInt(&isNumber);
    for (const auto& [letter, minutes] : units) {
        if (isNumber && word.endsWith(letter) && number > 0 && number * minutes <= longest) {
            return std::chrono::minutes(number * minutes);
        }
    }
    return std::nullopt;
}

QString ruleSpanWord(std::chrono::minutes span) {
    const qint64 minutes = span.count();
    if (minutes % (24 * 60) == 0) {
        return QStringLiteral("%1d").arg(minutes / (24 * 60));
    }
    return minutes % 60 == 0 ? QStringLiteral("%1h").arg(minutes / 60) : QStringLiteral("%1m").arg(minutes);
}

QString english(const RuleAction& action) {
    QString sentence = whatEnglish(action);
    if (action.after.count() > 0) {
        sentence += QStringLiteral(" after ") + ruleSpanWord(action.after);
    }
    if (action.unless != RuleUnless::Never) {
        sentence += QStringLiteral(" unless ") + ruleUnlessWord(action.unless);
    }
    return sentence;
}

QString english(const RuleCondition& condition) {
    if (condition.kind == RuleCondition::Kind::Test) {
        return testEnglish(condition);
    }
    QStringList parts;
    for (const RuleCondition& part : condition.parts) {
        const bool nested = part.kind == RuleCondition::Kind::All || part.kind == RuleCondition::Kind::Any;
        const bool inner = nested && part.parts.size() > 1;
        parts << (inner ? QStringLiteral("(%1)").arg(english(part)) : english(part));
    }
    if (condition.kind == RuleCondition::Kind::Not) {
        return QStringLiteral("not ") + parts.value(0);
    }
    return parts.join(condition.kind == RuleCondition::Kind::All ? QStringLiteral(" and ") : QStringLiteral(" or "));
}

}  // namespace kith::triage
