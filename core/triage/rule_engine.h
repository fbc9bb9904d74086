// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Which of the user's rules hold for a message: compiled once, in linear time whatever the pattern.
#pragma once

#include "core/base/result.h"
#include "core/domain/rule.h"
#include "core/triage/rule_facts.h"

#include <functional>
#include <vector>

namespace kith::triage {

/// Longest regular expression, and how much of a text is looked at by one.
inline constexpr qsizetype kLongestPattern = 500;
inline constexpr qsizetype kPatternText = 200'000;

/// Malformed with the place in the pattern: "at character 7: missing )".
Result<void> checkPattern(const QString& pattern);

class RuleEngine {
public:
    RuleEngine() = default;
    /// A rule whose pattern does not compile never holds; rule_json lets none in.
    RuleEngine(std::vector<Rule> rules, RuleMode mode);

    /// Positions in rules() that hold and are switched on, in order, ended by the mode and by stop.
    std::vector<size_t> matching(const RuleFacts& facts) const;
    /// This one alone, switched on or not.
    bool holds(size_t rule, const RuleFacts& facts) const;
    const std::vector<Rule>& rules() const { return m_rules; }
    RuleNeeds needs() const { return m_needs; }
    bool isEmpty() const { return m_rules.empty(); }

private:
    using Test = std::function<bool(const RuleFacts&)>;
    Test compiled(const RuleCondition& condition);
    Test compiledTest(const RuleCondition& condition);

    std::vector<Rule> m_rules;
    std::vector<Test> m_tests;
    RuleMode m_mode{RuleMode::All};
    RuleNeeds m_needs;
};

}  // namespace kith::triage
