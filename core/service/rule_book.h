// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The user's rules as they are kept: read into the engine, checked before they are let in, changed through the journal.
#pragma once

#include "core/domain/rule.h"
#include "core/service/cellar.h"
#include "core/service/conversation.h"

namespace kith::service {

struct RuleBook {
    std::vector<Rule> rules;  ///< by position
    RuleMode mode{RuleMode::All};

    const Rule* find(RuleId id) const;
};

Result<RuleBook> readRules(Cellar& cellar);
/// The owner's addresses and the aliases of the accounts, as address keys.
Result<QStringList> ownAddresses(Cellar& cellar);

struct SavedRule {
    Rule rule;
    Receipt receipt;
};

/// What saveRule() would say to it beside its words: rules that run in circles.
Result<void> checkRuleAmong(Cellar& cellar, const Rule& rule);
/// Which action of the rule is to blame for that, where one alone is.
std::optional<int> actionToBlame(Cellar& cellar, const Rule& rule);
/// id 0: a new one at the end. Malformed: the rule means nothing, or would run in circles with the others.
/// What an older revision still wanted to do is cancelled where conditions or actions changed.
Result<SavedRule> saveRule(Cellar& cellar, const Rule& rule);
Result<Receipt> removeRule(Cellar& cellar, RuleId id);
Result<Receipt> enableRule(Cellar& cellar, RuleId id, bool enabled);
/// To this place among the others, from 0 on.
Result<Receipt> moveRule(Cellar& cellar, RuleId id, int place);
Result<Receipt> setRuleMode(Cellar& cellar, RuleMode mode);

}  // namespace kith::service
