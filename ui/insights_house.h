// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The desk of the insights as the page asks it.
#pragma once

#include "ui/insights_page.h"
#include "ui/review_item.h"

namespace kith::ui {

inline InsightsHouse insightsHouse(service::InsightsDesk& desk) {
    return {[&desk](int weeks) { return desk.read(weeks); }, [&desk] { return desk.review(); },
            [&desk](double share) { return desk.setErrorBudget(share); }};
}

/// What the head of the review names of it.
inline QFuture<Result<ReviewMeasure>> reviewMeasure(service::InsightsDesk& desk) {
    return desk.review().then([](const Result<service::ReviewStanding>& standing) -> Result<ReviewMeasure> {
        if (!standing) {
            return standing.error();
        }
        const triage::ReviewThreshold& now = standing->threshold;
        return ReviewMeasure{standing->budget, now.error.estimate, now.answers, now.measured};
    });
}

}  // namespace kith::ui
