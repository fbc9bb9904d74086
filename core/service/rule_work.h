// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the rules have to do by themselves: new mail that they have not looked at, and delayed actions that are due.
#pragma once

#include "core/service/rule_later.h"

namespace kith::service {

/// How many messages and actions it dealt with; 0 without reading more than two indexes where nothing waits.
Result<qint64> runRules(Cellar& cellar, const Clock& clock, const RuleDeeds::Learned& learned, std::stop_token stop,
                        const RuleHands& hands = {});

}  // namespace kith::service
