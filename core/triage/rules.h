// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The user's preference rules as floors and caps: precompiled, whole words, case-insensitive.
#pragma once

#include "core/domain/preferences.h"
#include "core/triage/features.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kith::triage {

/// What rules look at; all may be empty.
struct RuleFields {
    QString sender;  ///< address and name
    QString domain;
    QString subject;
    QStringList topics;
    QString source;
};

RuleFields ruleFields(const TriageInput& input);

struct FiredRule {
    size_t index{0};  ///< in Preferences::rules
    RuleGroup group{RuleGroup::Override};
    QString label;    ///< newsletter:weekly, or override:first keyword
    QString keyword;  ///< the one that matched
    QString field;
};

struct RuleOutcome {
    std::optional<Priority> floor;
    std::optional<Priority> cap;
    std::vector<FiredRule> fired;  ///< in order of precedence
    std::vector<size_t> deciding;  ///< positions in fired that set the floor or the cap

    /// The band after the rules.
    Priority applied(Priority before) const;
};

class RuleMatcher {
public:
    RuleMatcher() = default;
    explicit RuleMatcher(const Preferences& preferences);
    RuleOutcome match(const RuleFields& fields) const;
    bool isEmpty() const { return m_rules.empty(); }

private:
    struct Keyword {
        QString text;       ///< as written
        QStringList words;  ///< folded
    };
    struct Compiled {
        PreferenceRule rule;
        size_t index{0};
        std::vector<Keyword> keywords;
        unsigned fields{0};  ///< bit mask
    };
    std::vector<Compiled> m_rules;  ///< by precedence
};

}  // namespace kith::triage
