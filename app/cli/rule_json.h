// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Rules, what they did or would do, and what waits, as the JSON that kithctl prints.
#pragma once

#include "core/service/rule_runner.h"
#include "core/storage/rule_action_store.h"

#include <QJsonObject>

namespace kith::cli {

/// The rule's JSON with id, place, and when and then in English.
QJsonObject ruleJson(const Rule& rule);
/// {id, name, matches, acted_before, actions:[{action, says, done or would, asks, …}], examples:[…]}
QJsonObject tallyJson(const service::RuleTally& tally, bool dry);
QJsonObject waitingJson(const storage::RuleActionRow& row, const QString& subject);

}  // namespace kith::cli
