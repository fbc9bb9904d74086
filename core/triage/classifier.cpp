// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/classifier.h"

#include <algorithm>

namespace kith::triage {

double importanceOf(const ModelAnswer& answer) {
    const double sum = 0.1 * (1.0 - answer.automation.value) + 0.4 * answer.contentValue.value +
                       0.2 * answer.humanInteraction.value + 0.1 * answer.timeValue.value +
                       0.2 * answer.businessImpact.value;
    return std::clamp(sum, 0.0, 1.0);
}

}  // namespace kith::triage
