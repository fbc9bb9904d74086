// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the user's marks teach: the ranker, the fusion with the model, how wide the bands are, and what is asked.
#pragma once

#include "core/service/cellar.h"
#include "core/service/judge.h"

namespace kith::service {

/// One mark on top of what the judge learned so far.
void teachMark(Judge& judge, const Feedback& mark, const triage::TriageInput& input);
/// Threshold and width of the bands from all marks taught; call after the last of them.
void weighMarks(Judge& judge);

/// Per cent of what is filed silently that may be wrong: 2, 5 or 10; others are taken as they stand.
Result<double> errorBudget(Cellar& cellar);
void setErrorBudget(storage::ChangeWriter& change, Cellar& cellar, double share);
/// What all mail counts more or less by, in logits; the user's accepted suggestions add up.
Result<double> acceptedShift(Cellar& cellar);
void setAcceptedShift(storage::ChangeWriter& change, Cellar& cellar, double shift);
/// From when on mail may be drawn for a spot check: the first time that this workspace learned.
Result<Millis> spotChecksFrom(Cellar& cellar, Millis now);

/// What a budget costs, for the user's choice.
struct BudgetPlan {
    double budget{0};
    triage::ReviewThreshold threshold;
    double questionsPer100{0};
};
std::vector<BudgetPlan> budgetPlans(const Judge& judge);

}  // namespace kith::service
