// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/rules.h"

#include "core/triage/whole_words.h"

#include <algorithm>
#include <array>

namespace kith::triage {

namespace {

constexpr std::array<QLatin1String, 5> kRuleFields{QLatin1String("sender"), QLatin1String("domain"),
                                                   QLatin1String("subject"), QLatin1String("topics"),
                                                   QLatin1String("source")};

unsigned ruleFieldMask(const QStringList& fields) {
    unsigned mask = 0;
    for (size_t i = 0; i < kRuleFields.size(); ++i) {
        if (fields.isEmpty() || fields.contains(kRuleFields[i], Qt::CaseInsensitive)) {
            mask |= 1u << i;
        }
    }
    return mask;
}

QString ruleLabel(const PreferenceRule& rule) {
    const QString word = rule.name.isEmpty() ? rule.keywords.value(0) : rule.name;
    switch (rule.group) {
    case RuleGroup::Override:
        return QStringLiteral("override:") + word;
    case RuleGroup::HighPriority:
        return QStringLiteral("high:") + word;
    case RuleGroup::LowPriority:
        return QStringLiteral("low:") + word;
    case RuleGroup::Newsletter:
        return QStringLiteral("newsletter:") + word;
    }
    return word;
}

/// The first rule of precedence that says something about the floor or the cap decides it.
void settle(RuleOutcome& outcome, const PreferenceRule& rule, size_t position) {
    const bool conflicts = (rule.minPriority && outcome.cap && *rule.minPriority > *outcome.cap) ||
                           (rule.maxPriority && outcome.floor && *rule.maxPriority < *outcome.floor);
    if (conflicts) {
        return;
    }
    bool decides = false;
    if (rule.minPriority && !outcome.floor) {
        outcome.floor = rule.minPriority;
        decides = true;
    }
    if (rule.maxPriority && !outcome.cap) {
        outcome.cap = rule.maxPriority;
        decides = true;
    }
    if (decides) {
        outcome.deciding.push_back(position);
    }
}

}  // namespace

RuleFields ruleFields(const TriageInput& input) {
    return {input.from.address + QLatin1Char(' ') + input.from.name, addressDomain(input.from.address), input.subject,
            input.topics, input.source};
}

Priority RuleOutcome::applied(Priority before) const {
    Priority after = before;
    if (floor) {
        after = std::max(after, *floor);
    }
    if (cap) {
        after = std::min(after, *cap);
    }
    return after;
}

RuleMatcher::RuleMatcher(const Preferences& preferences) {
    for (size_t i = 0; i < preferences.rules.size(); ++i) {
        Compiled compiled{preferences.rules[i], i, {}, ruleFieldMask(preferences.rules[i].fields)};
        for (const QString& keyword : compiled.rule.keywords) {
            compiled.keywords.push_back({keyword, wholeWords(keyword)});
        }
        m_rules.push_back(std::move(compiled));
    }
    std::stable_sort(m_rules.begin(), m_rules.end(),
                     [](const Compiled& a, const Compiled& b) { return a.rule.group < b.rule.group; });
}

RuleOutcome RuleMatcher::match(const RuleFields& fields) const {
    RuleOutcome outcome;
    if (m_rules.empty()) {
        return outcome;
    }
    const std::array<QStringList, 5> words{wholeWords(fields.sender), wholeWords(fields.domain),
                                           wholeWords(fields.subject), wholeWords(fields.topics.join(u" | ")),
                                           wholeWords(fields.source)};
    for (const Compiled& compiled : m_rules) {
        const auto fire = [&]() -> std::optional<FiredRule> {
            for (const Keyword& keyword : compiled.keywords) {
                for (size_t field = 0; field < words.size(); ++field) {
                    if ((compiled.fields >> field & 1u) != 0 && holdsInOrder(words[field], keyword.words)) {
                        return FiredRule{compiled.index, compiled.rule.group, ruleLabel(compiled.rule), keyword.text,
                                         QString(kRuleFields[field])};
                    }
                }
            }
            return std::nullopt;
        };
        if (const auto fired = fire()) {
            outcome.fired.push_back(*fired);
            settle(outcome, compiled.rule, outcome.fired.size() - 1);
        }
    }
    return outcome;
}

}  // namespace kith::triage
