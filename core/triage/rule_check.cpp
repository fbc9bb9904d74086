// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/rule_check.h"

#include "core/triage/rule_engine.h"
#include "core/triage/rule_words.h"
#include "core/triage/whole_words.h"

namespace kith::triage {

namespace {

constexpr qsizetype kLongestValue = 500;
constexpr qsizetype kLongestLabelName = 225;  // what Gmail takes
constexpr qsizetype kLongestName = 120;
constexpr int kOldest = 36'500;

Error misfit(const QString& place, const QString& what, const QString& hint = {}) {
    return {ErrorKind::Malformed, place + QStringLiteral(": ") + what, hint};
}

Result<void> checkNumber(const RuleCondition& test, const QString& value, const QString& place) {
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    const bool priority = test.field == RuleField::Priority;
    if (isNumber && number >= 0 && number <= (priority ? 4 : kOldest)) {
        return {};
    }
    return misfit(place, priority ? QStringLiteral("a priority is a whole number from 0 to 4")
                                  : QStringLiteral("an age is a number of days"));
}

Result<void> checkValue(const RuleCondition& test, const QString& value, const QString& place) {
    if (value.trimmed().isEmpty() || value.size() > kLongestValue) {
        return misfit(place, QStringLiteral("is empty or longer than %1 characters").arg(kLongestValue));
    }
    if (test.field == RuleField::Priority || test.field == RuleField::Age) {
        return checkNumber(test, value, place);
    }
    if (test.op == RuleOperator::Is) {
        const bool fits = value == QLatin1String("yes") || value == QLatin1String("no");
        return fits ? Result<void>() : Result<void>(misfit(place, QStringLiteral("is true or false")));
    }
    if (test.op == RuleOperator::Matches) {
        const auto pattern = checkPattern(value);
        return pattern ? Result<void>() : Result<void>(misfit(place, pattern.error().detail, pattern.error().hint));
    }
    if (test.op == RuleOperator::Contains && wholeWords(value).isEmpty()) {
        return misfit(place, QStringLiteral("has neither a letter nor a digit to look for"));
    }
    if (test.field == RuleField::Kind && !opportunityKinds().contains(value)) {
        return misfit(place, QStringLiteral("is one of ") + opportunityKinds().join(QStringLiteral(", ")));
    }
    return {};
}

Result<void> checkTest(const RuleCondition& test, const QString& place) {
    const bool single = test.op == RuleOperator::Matches || test.op == RuleOperator::Is ||
                        test.op == RuleOperator::AtLeast || test.op == RuleOperator::AtMost;
    if (test.values.isEmpty() || test.values.size() > kMostValues || (single && test.values.size() > 1)) {
        return misfit(place, single ? QStringLiteral("takes one value")
                                    : QStringLiteral("takes 1 to %1 values").arg(kMostValues));
    }
    for (qsizetype i = 0; i < test.values.size(); ++i) {
        const QString where =
            place + (test.values.size() == 1 ? QStringLiteral(".value") : QStringLiteral(".values[%1]").arg(i));
        if (const auto fits = checkValue(test, test.values[i], where); !fits) {
            return fits;
        }
    }
    return {};
}

int testsIn(const RuleCondition& condition) {
    int count = condition.kind == RuleCondition::Kind::Test ? 1 : 0;
    for (const RuleCondition& part : condition.parts) {
        count += testsIn(part);
    }
    return count;
}

bool looksLikeAddress(const QString& text) {
    const qsizetype at = text.indexOf(QLatin1Char('@'));
    const QString domain = text.mid(at + 1);
    return at > 0 && at == text.lastIndexOf(QLatin1Char('@')) && domain.contains(QLatin1Char('.')) &&
           !domain.startsWith(QLatin1Char('.')) && !domain.endsWith(QLatin1Char('.')) && text.size() <= 254 &&
           !text.contains(QLatin1Char(' ')) && !text.contains(QLatin1Char(','));
}

bool isLabelName(const QString& name) {
    static const QStringList system{QStringLiteral("INBOX"),   QStringLiteral("SENT"),   QStringLiteral("TRASH"),
                                    QStringLiteral("SPAM"),    QStringLiteral("DRAFT"),  QStringLiteral("UNREAD"),
                                    QStringLiteral("STARRED"), QStringLiteral("MUTED"),  QStringLiteral("IMPORTANT"),
                                    QStringLiteral("CHAT"),    QStringLiteral("SNOOZED")};
    const QString upper = name.toUpper();
    return !name.isEmpty() && name.size() <= kLongestLabelName && !system.contains(upper) &&
           !upper.startsWith(QLatin1String("CATEGORY_"));
}

}  // namespace

Result<void> checkCondition(const RuleCondition& condition, const QString& place) {
    if (condition.kind == RuleCondition::Kind::Test) {
        return checkTest(condition, place);
    }
    const bool isNot = condition.kind == RuleCondition::Kind::Not;
    if (condition.parts.empty() || (isNot && condition.parts.size() > 1)) {
        return misfit(place, QStringLiteral("needs at least one condition"),
                      QStringLiteral("For all mail ask for an age of at least 0 days."));
    }
    const bool all = condition.kind == RuleCondition::Kind::All;
    const QString word = isNot ? QStringLiteral(".not") : all ? QStringLiteral(".all") : QStringLiteral(".any");
    for (size_t i = 0; i < condition.parts.size(); ++i) {
        const QString where = place + word + (isNot ? QString() : QStringLiteral("[%1]").arg(i));
        if (const auto fits = checkCondition(condition.parts[i], where); !fits) {
            return fits;
        }
    }
    return {};
}

Result<void> checkAction(const RuleAction& action, const QString& place) {
    switch (action.kind) {
    case RuleActionKind::Label:
    case RuleActionKind::RemoveLabel:
        if (!isLabelName(action.text)) {
            return misfit(place + QStringLiteral(".label"), QStringLiteral("is not a name for a label"),
                          QStringLiteral("A label needs a name of at most 225 characters that Gmail does not use "
                                         "itself; archive, inbox, star and mark_read are actions of their own."));
        }
        break;
    case RuleActionKind::Forward:
        if (!looksLikeAddress(action.text)) {
            return misfit(place + QStringLiteral(".to"), QStringLiteral("is not one e-mail address"));
        }
        break;
    case RuleActionKind::CreateOpportunity:
        if (!opportunityKinds().contains(action.text)) {
            return misfit(place + QStringLiteral(".kind"),
                          QStringLiteral("is one of ") + opportunityKinds().join(QStringLiteral(", ")));
        }
        break;
    case RuleActionKind::Snooze:
        if (action.until.count() <= 0 && action.wait.count() <= 0) {
            return misfit(place, QStringLiteral("needs either for or until"));
        }
        break;
    default:
        break;
    }
    if (action.text.size() > kLongestValue) {
        return misfit(place, QStringLiteral("has a text of more than %1 characters").arg(kLongestValue));
    }
    if (action.unless != RuleUnless::Never && action.after.count() <= 0) {
        return misfit(place + QStringLiteral(".unless"), QStringLiteral("only a delayed action can be cancelled"),
                      QStringLiteral("Say after how long, for instance \"after\": \"2d\"."));
    }
    return {};
}

Result<void> checkRule(const Rule& rule) {
    if (rule.name.isEmpty() || rule.name.size() > kLongestName) {
        return misfit(QStringLiteral("name"), QStringLiteral("has 1 to %1 characters").arg(kLongestName));
    }
    if (testsIn(rule.when) > kMostTests) {
        return misfit(QStringLiteral("when"), QStringLiteral("has more than %1 conditions").arg(kMostTests));
    }
    if (const auto fits = checkCondition(rule.when, QStringLiteral("when")); !fits) {
        return fits;
    }
    if (rule.then.empty() || rule.then.size() > kMostActions) {
        return misfit(QStringLiteral("then"), QStringLiteral("has 1 to %1 actions").arg(kMostActions));
    }
    for (size_t i = 0; i < rule.then.size(); ++i) {
        if (const auto fits = checkAction(rule.then[i], QStringLiteral("then[%1]").arg(i)); !fits) {
            return fits;
        }
    }
    return {};
}

}  // namespace kith::triage
