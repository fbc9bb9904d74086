// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Rules that would run in circles or undo each other, found before they are let in and told in a sentence.
#pragma once

#include "core/base/result.h"
#include "core/domain/rule.h"

#include <QStringList>

#include <vector>

namespace kith::triage {

/// Malformed with the sentence: a rule that forwards to one of `own` addresses, actions of a rule that undo each other,
/// rules that hold for the same mail and undo each other, and chains that come back to where they began.
/// Rules that are switched off are left out; where one ends the search, the later one does not undo it.
Result<void> checkLoops(const std::vector<Rule>& rules, RuleMode mode, const QStringList& own);

/// Whether each message that the first holds for is one that the second holds for, as far as the words tell.
bool implies(const RuleCondition& first, const RuleCondition& second);

/// What an action sets, so that two can be told to contradict: inbox, label:x, priority; empty: nothing.
QString aspectOf(const RuleAction& action);
/// Of one aspect, and asking for opposite things.
bool contradict(const RuleAction& a, const RuleAction& b);

}  // namespace kith::triage
