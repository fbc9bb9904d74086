// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the house does for rules beyond marks on mail: it drafts answers and keeps opportunities.
#pragma once

#include "core/service/rule_deed.h"

namespace kith::service {

/// Of this cellar and on its thread; both outlive them. A draft waits for the user's approval like any other and is
/// written without a model: a rule spends nothing and sends nothing. Mail from lists, machines and to assistants gets
/// none.
RuleHands ruleHands(Cellar& cellar, Clock& clock);

}  // namespace kith::service
