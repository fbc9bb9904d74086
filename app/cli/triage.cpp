// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl triage [--all] [--local-only]
#include "app/cli/session.h"
#include "core/service/triage_service.h"

namespace kith::cli {

namespace {

Result<Exit> runTriage(service::Cellar& cellar, Session& session, bool all) {
    const Millis began = session.clock().now();
    service::TriageService service(cellar, session.clock());
    if (auto learned = service.learn(session.stop()); !learned) {
        return learned.error();
    }
    const auto which = all ? service::TriageService::Which::Changed : service::TriageService::Which::Undecided;
    auto report = service.score(which, session.stop());
    if (!report) {
        return report.error();
    }
    const QJsonObject by{{QStringLiteral("rule"), report->byRule},
                         {QStringLiteral("model"), report->byModel},
                         {QStringLiteral("cache"), report->byCache},
                         {QStringLiteral("local"), report->byLocal},
                         {QStringLiteral("user"), report->byUser}};
    session.terminal().result(
        {{QStringLiteral("scored"), report->scored},
         {QStringLiteral("by"), by},
         {QStringLiteral("needs_review"), report->needsReview},
         {QStringLiteral("failed"), report->failed},
         {QStringLiteral("seconds"), static_cast<double>((session.clock().now() - began).count()) / 1000.0}});
    return session.stop().stop_requested() ? Exit::Partial : Exit::Done;
}

}  // namespace

void addTriage(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("triage", "Score what has no decision yet");
    const auto all = std::make_shared<bool>(false);
    const auto localOnly = std::make_shared<bool>(false);
    command->add_flag("--all", *all, "Score everything again");
    command->add_flag("--local-only", *localOnly, "Ask no model, even where one is set up");
    command->callback([&session, all, localOnly] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return runTriage(cellar, session, *all); });
    });
}

}  // namespace kith::cli
