// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/rule_loops.h"

#include "core/base/text.h"
#include "core/domain/address.h"
#include "core/triage/whole_words.h"

#include <algorithm>

namespace kith::triage {

namespace {

using Kind = RuleCondition::Kind;

bool isExact(RuleOperator op) {
    return op == RuleOperator::Equals || op == RuleOperator::OneOf;
}

/// "equals a or b" holds only where "equals a, b or c" holds; numbers by their order.
bool numberImplies(const RuleCondition& first, const RuleCondition& second) {
    const int limit = second.values.value(0).toInt();
    return std::all_of(first.values.begin(), first.values.end(), [&](const QString& value) {
        const int number = value.toInt();
        if (isExact(second.op)) {
            return isExact(first.op) && second.values.contains(value);
        }
        const bool fitting = second.op == RuleOperator::AtLeast ? number >= limit : number <= limit;
        return fitting && (isExact(first.op) || first.op == second.op);
    });
}

bool valueImplies(const RuleCondition& first, const QString& value, const RuleCondition& second) {
    return std::any_of(second.values.begin(), second.values.end(), [&](const QString& other) {
        if (second.op == RuleOperator::Contains) {
            return holdsInOrder(wholeWords(value), wholeWords(other));
        }
        return isExact(first.op) && text::folded(value) == text::folded(other);
    });
}

bool testImplies(const RuleCondition& first, const RuleCondition& second) {
    if (first.field == RuleField::Sender && second.field == RuleField::Domain && isExact(first.op)) {
        RuleCondition domains = first;
        domains.field = RuleField::Domain;
        for (QString& value : domains.values) {
            value = addressDomain(value);
        }
        return testImplies(domains, second);
    }
    if (first.field != second.field) {
        return false;
    }
    if (first.field == RuleField::Priority || first.field == RuleField::Age) {
        return numberImplies(first, second);
    }
    if (first.op == RuleOperator::Matches || second.op == RuleOperator::Matches || first.op == RuleOperator::Is ||
        second.op == RuleOperator::Is) {
        return first.op == second.op && first.values == second.values;
    }
    return std::all_of(first.values.begin(), first.values.end(),
                       [&](const QString& value) { return valueImplies(first, value, second); });
}

}  // namespace

bool implies(const RuleCondition& first, const RuleCondition& second) {
    const auto each = [](const RuleCondition& of, const auto& says) {
        return std::all_of(of.parts.begin(), of.parts.end(), says);
    };
    const auto some = [](const RuleCondition& of, const auto& says) {
        return std::any_of(of.parts.begin(), of.parts.end(), says);
    };
    if (first.kind == Kind::Any) {
        return each(first, [&](const RuleCondition& part) { return implies(part, second); });
    }
    if (second.kind == Kind::All) {
        return each(second, [&](const RuleCondition& part) { return implies(first, part); });
    }
    if (second.kind == Kind::Any && some(second, [&](const RuleCondition& part) { return implies(first, part); })) {
        return true;
    }
    if (first.kind == Kind::All) {
        return some(first, [&](const RuleCondition& part) { return implies(part, second); });
    }
    if (first.kind == Kind::Not && second.kind == Kind::Not) {
        return implies(second.parts.front(), first.parts.front());
    }
    return first.kind == Kind::Test && second.kind == Kind::Test && testImplies(first, second);
}

}  // namespace kith::triage
