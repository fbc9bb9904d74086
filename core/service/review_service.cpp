// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/review_service.h"

#include "core/service/feedback_service.h"

namespace kith::service {

namespace {

constexpr int kAskedAgain = 2000;

}  // namespace

Result<ReviewStanding> readReview(Cellar& cellar, const TriageService& service) {
    const auto left = cellar.inbox.count(storage::InboxTab::Review);
    if (!left) {
        return left.error();
    }
    const Judge& judge = service.judge();
    return ReviewStanding{judge.errorBudget, judge.review, budgetPlans(judge), static_cast<int>(left->threads)};
}

Result<ReviewStanding> changeErrorBudget(Cellar& cellar, TriageService& service, double share) {
    auto asked = cellar.triage.reviewQueue(kAskedAgain);
    const auto ids = asked ? withNewest(cellar, std::move(*asked)) : asked;
    if (!ids) {
        return ids.error();
    }
    storage::ChangeWriter change(*cellar.database, {QStringLiteral("settings.changed"),
                                                    QStringLiteral("user"),
                                                    {},
                                                    {},
                                                    QStringLiteral("Set the error budget to %1 %").arg(share * 100),
                                                    {},
                                                    true});
    setErrorBudget(change, cellar, share);
    if (const auto known = service.loadMarks(); !known) {
        return known.error();
    }
    if (const auto scored = service.scoreInto(change, *ids); !scored) {
        return scored.error();
    }
    if (const auto done = change.commit(); !done) {
        return done.error();
    }
    return readReview(cellar, service);
}

}  // namespace kith::service
