// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A rule to and from JSON: every word is checked, and an error says where: "then[1].label: …".
#pragma once

#include "core/base/result.h"
#include "core/domain/rule.h"

#include <QJsonArray>
#include <QJsonObject>

namespace kith::triage {

inline constexpr int kDeepestCondition = 4;

/// name, enabled, stop, when, then; ids, place and revision are the store's.
QJsonObject toJson(const Rule& rule);
Result<Rule> ruleFromJson(const QJsonObject& object);

QJsonObject toJson(const RuleCondition& condition);
QJsonObject toJson(const RuleAction& action);
/// place: what the error begins with, e.g. "when".
Result<RuleCondition> conditionFromJson(const QJsonValue& value, const QString& place);
Result<RuleAction> actionFromJson(const QJsonValue& value, const QString& place);

}  // namespace kith::triage
