// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/rule_loops.h"

#include "core/base/text.h"
#include "core/domain/address.h"
#include "core/triage/rule_engine.h"
#include "core/triage/rule_words.h"

#include <algorithm>

namespace kith::triage {

namespace {

Error loopError(const QString& sentence, const QString& hint) {
    return {ErrorKind::Malformed, sentence, hint};
}

QString ruleQuoted(const Rule& rule) {
    return QStringLiteral("“%1”").arg(rule.name);
}

bool testHolds(const RuleCondition& test, const RuleFacts& facts) {
    Rule rule;
    rule.when = test;
    return RuleEngine({rule}, RuleMode::All).holds(0, facts);
}

/// Each test of a condition, with whether it stands under an odd number of nots.
void gatherTests(const RuleCondition& condition, bool negated, std::vector<std::pair<RuleCondition, bool>>& into) {
    if (condition.kind == RuleCondition::Kind::Test) {
        into.emplace_back(condition, negated);
    }
    for (const RuleCondition& part : condition.parts) {
        gatherTests(part, negated != (condition.kind == RuleCondition::Kind::Not), into);
    }
}

std::vector<std::pair<RuleCondition, bool>> testsOf(const RuleCondition& condition) {
    std::vector<std::pair<RuleCondition, bool>> tests;
    gatherTests(condition, false, tests);
    return tests;
}

/// What is true of a message once the action was done, and in which field; nothing for actions that no rule can see.
struct Effect {
    RuleField field{RuleField::Label};
    RuleFacts facts;
    bool gone{false};  ///< the label is off
};

std::optional<Effect> effectOf(const RuleAction& action) {
    Effect effect;
    switch (action.kind) {
    case RuleActionKind::Label:
    case RuleActionKind::RemoveLabel:
        effect.facts.labels = {action.text};
        effect.gone = action.kind == RuleActionKind::RemoveLabel;
        return effect;
    case RuleActionKind::SetPriority:
        effect.field = RuleField::Priority;
        effect.facts.priority = action.priority;
        return effect;
    case RuleActionKind::Forward:
        effect.field = RuleField::Sender;
        effect.facts.senderAddress = action.text;
        return effect;
    default:
        return std::nullopt;
    }
}

/// Whether the action makes a condition of the rule come true.
bool actionTriggers(const RuleAction& action, const Rule& rule) {
    const auto effect = effectOf(action);
    const auto tests = testsOf(rule.when);
    return effect && std::any_of(tests.begin(), tests.end(), [&](const auto& one) {
               const auto& [test, negated] = one;
               const bool sees = test.field == effect->field ||
                                 (effect->field == RuleField::Sender && test.field == RuleField::Domain);
               if (!sees) {
                   return false;
               }
               const bool named = testHolds(test, effect->facts);
               if (effect->field == RuleField::Priority) {
                   return named != negated;
               }
               return named && negated == effect->gone;
           });
}

bool looksAtAge(const Rule& rule) {
    const auto tests = testsOf(rule.when);
    return std::any_of(tests.begin(), tests.end(), [](const auto& one) { return one.first.field == RuleField::Age; });
}

Result<void> checkForwards(const Rule& rule, const QStringList& own) {
    for (const RuleAction& action : rule.then) {
        if (action.kind != RuleActionKind::Forward) {
            continue;
        }
        if (own.contains(addressKey(action.text))) {
            return loopError(QStringLiteral("%1 forwards to %2, which is an address of your own: the mail would come "
                                            "back to where it was forwarded from")
                                 .arg(ruleQuoted(rule), action.text),
                             QStringLiteral("Forward to somebody else, or label the mail."));
        }
        if (actionTriggers(action, rule)) {
            return loopError(QStringLiteral("%1 forwards mail from %2 back to %2").arg(ruleQuoted(rule), action.text),
                             QStringLiteral("Forward to somebody else, or narrow the sender."));
        }
    }
    return {};
}

const std::pair<const RuleAction*, const RuleAction*> noPair{nullptr, nullptr};

/// The first two actions that ask for opposite things at the same time.
std::pair<const RuleAction*, const RuleAction*> firstContradiction(const Rule& a, const Rule& b) {
    for (const RuleAction& one : a.then) {
        for (const RuleAction& other : b.then) {
            if (one.after == other.after && contradict(one, other)) {
                return {&one, &other};
            }
        }
    }
    return noPair;
}

Result<void> checkPair(const Rule& a, const Rule& b, RuleMode mode) {
    const auto pair = firstContradiction(a, b);
    if (pair == noPair) {
        return {};
    }
    const QString against = QStringLiteral("%1 against %2").arg(english(*pair.first), english(*pair.second));
    const bool ends = mode == RuleMode::FirstMatch || a.stop;
    if (!ends && (implies(a.when, b.when) || implies(b.when, a.when))) {
        return loopError(QStringLiteral("%1 and %2 hold for the same mail and undo each other: %3")
                             .arg(ruleQuoted(a), ruleQuoted(b), against),
                         QStringLiteral("Let the first one stop the search, or narrow one of them."));
    }
    for (const auto& [one, other, action] : {std::tuple{&a, &b, pair.first}, std::tuple{&b, &a, pair.second}}) {
        if (actionTriggers(*action, *other) && !looksAtAge(*other)) {
            return loopError(QStringLiteral("what %1 does makes %2 hold, which undoes it: %3")
                                 .arg(ruleQuoted(*one), ruleQuoted(*other), against),
                             QStringLiteral("Take one of the two actions out."));
        }
    }
    return {};
}

/// Depth first over "an action of this one makes that one hold"; the rules of a circle, or nothing.
bool findCircle(const std::vector<Rule>& rules, size_t at, std::vector<size_t>& path, std::vector<int>& seen) {
    seen[at] = 1;
    path.push_back(at);
    for (size_t next = 0; next < rules.size(); ++next) {
        const bool leads =
            next != at && std::any_of(rules[at].then.begin(), rules[at].then.end(),
                                      [&](const RuleAction& action) { return actionTriggers(action, rules[next]); });
        if (leads && seen[next] == 1) {
            path.erase(path.begin(), std::find(path.begin(), path.end(), next));
            return true;
        }
        if (leads && seen[next] == 0 && findCircle(rules, next, path, seen)) {
            return true;
        }
    }
    path.pop_back();
    seen[at] = 2;
    return false;
}

Result<void> checkCircles(const std::vector<Rule>& rules) {
    std::vector<int> seen(rules.size(), 0);
    for (size_t i = 0; i < rules.size(); ++i) {
        std::vector<size_t> path;
        if (seen[i] == 0 && findCircle(rules, i, path, seen)) {
            QStringList names;
            for (const size_t one : path) {
                names << ruleQuoted(rules[one]);
            }
            return loopError(QStringLiteral("%1 run in a circle: what each does makes the next one hold")
                                 .arg(names.join(QStringLiteral(", "))),
                             QStringLiteral("Take one of the conditions or actions out."));
        }
    }
    return {};
}

}  // namespace

QString aspectOf(const RuleAction& action) {
    switch (action.kind) {
    case RuleActionKind::Archive:
    case RuleActionKind::ToInbox:
    case RuleActionKind::Trash:
        return QStringLiteral("inbox");
    case RuleActionKind::Label:
    case RuleActionKind::RemoveLabel:
        return QStringLiteral("label:") + text::folded(action.text);
    case RuleActionKind::SetPriority:
        return QStringLiteral("priority");
    case RuleActionKind::Snooze:
        return QStringLiteral("snooze");
    default:
        return {};
    }
}

bool contradict(const RuleAction& a, const RuleAction& b) {
    const QString aspect = aspectOf(a);
    if (aspect.isEmpty() || aspect != aspectOf(b)) {
        return false;
    }
    if (a.kind == RuleActionKind::SetPriority) {
        return a.priority != b.priority;
    }
    if (a.kind == RuleActionKind::Snooze) {
        return a.until != b.until || a.wait != b.wait;
    }
    if (aspect == QLatin1String("inbox")) {
        return (a.kind == RuleActionKind::ToInbox) != (b.kind == RuleActionKind::ToInbox);
    }
    return a.kind != b.kind;
}

Result<void> checkLoops(const std::vector<Rule>& all, RuleMode mode, const QStringList& own) {
    std::vector<Rule> rules;
    std::copy_if(all.begin(), all.end(), std::back_inserter(rules), [](const Rule& rule) { return rule.enabled; });
    std::stable_sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.position < b.position; });
    for (const Rule& rule : rules) {
        if (const auto fine = checkForwards(rule, own); !fine) {
            return fine;
        }
        if (const auto pair = firstContradiction(rule, rule); pair != noPair) {
            return loopError(QStringLiteral("%1 undoes itself: %2 against %3")
                                 .arg(ruleQuoted(rule), english(*pair.first), english(*pair.second)),
                             QStringLiteral("Take one of the two actions out."));
        }
    }
    for (size_t i = 0; i < rules.size(); ++i) {
        for (size_t j = i + 1; j < rules.size(); ++j) {
            if (const auto fine = checkPair(rules[i], rules[j], mode); !fine) {
                return fine;
            }
        }
    }
    return checkCircles(rules);
}

}  // namespace kith::triage
