// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Whether a rule means something: values that fit their fields, patterns that compile, nothing empty, nothing too
// large.
#pragma once

#include "core/base/result.h"
#include "core/domain/rule.h"

namespace kith::triage {

inline constexpr int kMostTests = 64;
inline constexpr int kMostActions = 12;
inline constexpr int kMostValues = 200;

/// Malformed with the place first: "when.all[1].value: …".
Result<void> checkRule(const Rule& rule);
Result<void> checkCondition(const RuleCondition& condition, const QString& place);
Result<void> checkAction(const RuleAction& action, const QString& place);

}  // namespace kith::triage
