// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl review status · review budget PERCENT: what is asked, what was measured, what another budget would cost
#include "app/cli/session.h"
#include "core/service/review_service.h"

#include <QJsonArray>

namespace kith::cli {

namespace {

QJsonObject thresholdJson(const triage::ReviewThreshold& threshold) {
    return {{QStringLiteral("uncertainty"), threshold.uncertainty},
            {QStringLiteral("coverage"), threshold.coverage},
            {QStringLiteral("error_estimate"), threshold.error.estimate},
            {QStringLiteral("error_bound"), threshold.error.bound}};
}

QJsonObject standingJson(const service::ReviewStanding& standing) {
    QJsonArray plans;
    for (const service::BudgetPlan& plan : standing.plans) {
        QJsonObject one = thresholdJson(plan.threshold);
        one.insert(QStringLiteral("error_budget"), plan.budget);
        one.insert(QStringLiteral("questions_per_100"), plan.questionsPer100);
        plans.append(one);
    }
    return {{QStringLiteral("error_budget"), standing.budget},
            {QStringLiteral("left"), standing.left},
            {QStringLiteral("measured"), standing.threshold.measured},
            {QStringLiteral("answers"), standing.threshold.answers},
            {QStringLiteral("corrections"), standing.threshold.corrections},
            {QStringLiteral("threshold"), thresholdJson(standing.threshold)},
            {QStringLiteral("budgets"), plans}};
}

Result<Exit> tellStanding(service::Cellar& cellar, Session& session, std::optional<double> budget) {
    service::TriageService triage(cellar, session.clock());
    if (const auto learned = triage.learn(session.stop()); !learned) {
        return learned.error();
    }
    const auto standing =
        budget ? service::changeErrorBudget(cellar, triage, *budget / 100) : service::readReview(cellar, triage);
    if (!standing) {
        return standing.error();
    }
    session.terminal().result(standingJson(*standing));
    return Exit::Done;
}

}  // namespace

void addReview(CLI::App& app, Session& session) {
    auto* review = app.add_subcommand("review", "What is asked before it is filed, and how often Kith is wrong");
    review->require_subcommand(1);
    review->add_subcommand("status", "Budget, measured error, what another budget would cost")->callback([&session] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return tellStanding(cellar, session, std::nullopt); });
    });
    auto* budget = review->add_subcommand("budget", "How much of what is filed silently may be wrong");
    const auto percent = std::make_shared<double>(5);
    budget->add_option("PERCENT", *percent, "2, 5, 10, or any from 0.5 to 50")
        ->required()
        ->check(CLI::Range(0.5, 50.0));
    budget->callback([&session, percent] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return tellStanding(cellar, session, *percent); });
    });
}

}  // namespace kith::cli
