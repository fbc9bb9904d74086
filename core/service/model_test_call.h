// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One question about an invented letter: whether a model answers as it must, how fast, and for how much.
#pragma once

#include "core/service/cellar.h"
#include "core/triage/classifier.h"

#include <stop_token>

namespace kith::service {

struct ModelTestCall {
    Millis took{0};
    double usd{0};
    triage::ModelAnswer answer;
};

/// Nothing of the user's mail leaves.
triage::AskedLetter inventedLetter();
/// Errors as the classifier's; what it cost counts in the day's budget.
Result<ModelTestCall> testModel(Cellar& cellar, Clock& clock, triage::Classifier& classifier, std::stop_token stop);

}  // namespace kith::service
