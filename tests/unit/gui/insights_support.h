// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Invented insights, as in the drawing.
#pragma once

#include "ui/insights_page.h"

#include <QDateTime>

namespace kith::ui {

inline service::Insights inventedInsights() {
    service::Insights made;
    made.marks = 784;
    made.calibration = {{0.35, 0.31, 20},  {0.45, 0.48, 42},  {0.55, 0.52, 48}, {0.65, 0.68, 60},
                        {0.75, 0.73, 101}, {0.85, 0.86, 130}, {0.96, 0.96, 230}};
    made.calibrationMarks = 631;
    made.calibrationGap = 0.013;
    const QDateTime monday(QDate(2024, 5, 13), QTime(0, 0));
    const int mail[8][5] = {{192, 74, 78, 22, 6}, {204, 80, 80, 22, 8}, {216, 90, 82, 22, 4},  {190, 86, 78, 20, 6},
                            {234, 78, 74, 26, 6}, {224, 94, 68, 22, 6}, {242, 82, 70, 32, 10}, {228, 88, 61, 27, 8}};
    for (int week = 0; week < 8; ++week) {
        service::WeekOfMail one;
        one.monday = Millis{monday.addDays(7 * (week - 7)).toMSecsSinceEpoch()};
        std::copy(mail[week], mail[week] + 5, one.byPriority.begin());
        made.messages += one.total();
        made.weeks.push_back(one);
    }
    made.replies = {{Priority::Critical, 31, 0.3, 0.7, 1.7},
                    {Priority::High, 84, 0.75, 2.17, 5.3},
                    {Priority::Medium, 61, 2.8, 7.5, 23},
                    {Priority::Low, 12, 8.5, 26, 64}};
    made.done = {{QStringLiteral("filed"), 1284, 21},
                 {QStringLiteral("message.label"), 412, 5},
                 {QStringLiteral("draft.made"), 38, 4},
                 {QStringLiteral("contact.filled"), 96, 3},
                 {QStringLiteral("opportunity.found"), 17, 2}};
    made.owed = {
        {QStringLiteral("Ana Ruiz"), QStringLiteral("ana@calder.example"), 3, 0, Millis{1715000000000}},
        {QStringLiteral("Tobias Renner"), QStringLiteral("t@brightwater.example"), 1, 1, Millis{1715000000000}},
        {{}, QStringLiteral("sales@northlight.example"), 0, 1, Millis{1715000000000}}};
    made.owedByOwner = 4;
    made.owedToOwner = 2;
    for (int day = 0; day < 28; ++day) {
        made.asking.push_back({Millis{monday.addDays(day - 27).toMSecsSinceEpoch()},
                               day % 7 < 5 ? 30 + 7 * (day % 5) : 4, 0.0021 * (day % 7)});
        made.usdInAll += made.asking.back().usd;
    }
    made.usdPerDay = 0.5;
    made.requestsPerDay = 500;
    return made;
}

inline service::ReviewStanding inventedStanding(double budget = 0.05) {
    service::ReviewStanding standing;
    standing.budget = budget;
    standing.left = 18;
    for (const auto& [share, coverage] : {std::pair{0.02, 0.41}, {0.05, 0.72}, {0.10, 0.93}}) {
        service::BudgetPlan plan;
        plan.budget = share;
        plan.threshold = {0.5, coverage, {share * 0.6, share * 0.96}, 131, 40, true};
        plan.questionsPer100 = 100 * (1 - coverage) + 2 * coverage;
        standing.plans.push_back(plan);
        if (share == budget) {
            standing.threshold = plan.threshold;
        }
    }
    return standing;
}

/// Answers at once with what it is given.
struct FakeInsightsHouse {
    service::Insights insights = inventedInsights();
    service::ReviewStanding standing = inventedStanding();
    std::vector<int> weeksAsked;
    std::vector<double> budgetsSet;

    InsightsHouse door() {
        return {[this](int weeks) {
                    weeksAsked.push_back(weeks);
                    return QtFuture::makeReadyFuture(Result<service::Insights>(insights));
                },
                [this] { return QtFuture::makeReadyFuture(Result<service::ReviewStanding>(standing)); },
                [this](double share) {
                    budgetsSet.push_back(share);
                    standing = inventedStanding(share);
                    return QtFuture::makeReadyFuture(Result<service::ReviewStanding>(standing));
                }};
    }
};

}  // namespace kith::ui
