// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl evaluate replay --owner ADDRESS: an honest measure on the user's own mail.
#include "app/cli/session.h"
#include "core/base/text.h"
#include "core/service/triage_service.h"

#include <QJsonArray>

namespace kith::cli {

namespace {

Result<Exit> evaluateReplay(service::Cellar& cellar, Session& session, const QStringList& owners) {
    if (!owners.isEmpty()) {
        if (auto added = cellar.owners.addAddresses(owners, QStringLiteral("given")); !added) {
            return added.error();
        }
    }
    service::TriageService service(cellar, session.clock());
    const Terminal& terminal = session.terminal();
    const auto walked = service.learn(session.stop(), [&terminal](const triage::ReplayLine& line) {
        terminal.row({{QStringLiteral("message_id"), line.messageId},
                      {QStringLiteral("date"), text::rfc3339(line.date)},
                      {QStringLiteral("importance"), line.importance},
                      {QStringLiteral("confidence"), line.confidence},
                      {QStringLiteral("priority"), static_cast<int>(line.priority)},
                      {QStringLiteral("baseline"), line.baseline},
                      {QStringLiteral("answer_probability"), line.answerProbability},
                      {QStringLiteral("uncertainty"), line.uncertainty},
                      {QStringLiteral("bands"),
                       QJsonArray{line.bands[0], line.bands[1], line.bands[2], line.bands[3], line.bands[4]}}});
    });
    return walked ? Result<Exit>(Exit::Done) : Result<Exit>(walked.error());
}

}  // namespace

void addEvaluate(CLI::App& app, Session& session) {
    auto* evaluate = app.add_subcommand("evaluate", "Measure Kith on your own mail");
    evaluate->require_subcommand(1);
    auto* replay = evaluate->add_subcommand("replay", "Score each message in time order before learning from it");
    const auto owners = std::make_shared<std::vector<std::string>>();
    replay->add_option("--owner", *owners, "Whose mail this is")->take_all();
    replay->callback([&session, owners] {
        QStringList addresses;
        for (const std::string& owner : *owners) {
            addresses << qt(owner);
        }
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return evaluateReplay(cellar, session, addresses); });
    });
}

}  // namespace kith::cli
