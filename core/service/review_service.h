// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How the error budget stands: what it asks, what was measured, what another one would cost.
#pragma once

#include "core/service/mark_lessons.h"
#include "core/service/triage_service.h"

namespace kith::service {

struct ReviewStanding {
    double budget{triage::kDefaultErrorBudget};
    triage::ReviewThreshold threshold;
    std::vector<BudgetPlan> plans;
    int left{0};  ///< conversations that wait for an answer
};

/// The service must have learned.
Result<ReviewStanding> readReview(Cellar& cellar, const TriageService& service);
/// One change: the setting, and what is asked from now on in the inbox.
Result<ReviewStanding> changeErrorBudget(Cellar& cellar, TriageService& service, double share);

}  // namespace kith::service
