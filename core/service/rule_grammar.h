// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a rule can say, for the window that lets one write it: which operators fit a field, kinds, spans, and what is
// wrong with a rule and where.
#pragma once

#include "core/base/result.h"
#include "core/domain/rule.h"
#include "core/service/rule_deed.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace kith::service {

/// The usual one first.
std::vector<RuleOperator> ruleOperators(RuleField field);
QStringList ruleKinds();
/// Malformed with the place first: "when.all[1].value: …", "then[0].label: …", "name: …".
Result<void> checkWords(const Rule& rule);

/// Where in a rule something is wrong, and what; nowhere in particular: the whole.
struct RulePlace {
    bool name{false};
    int condition{-1};  ///< which part of the outermost all or any
    int action{-1};
    QString sentence;
};
RulePlace rulePlaceOf(const Error& error);

struct RuleTally;
/// How many messages this action of the rule had each fate on.
std::map<DeedFate, qint64> fatesOf(const RuleTally& tally, const RuleAction& action);

}  // namespace kith::service
