// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl feedback process · feedback apply ID · feedback revert ID
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/service/suggestion_service.h"

#include <QJsonArray>

namespace kith::cli {

namespace {

QJsonObject suggestionJson(const storage::StoredSuggestion& one) {
    return {{QStringLiteral("id"), idText(one.id)},
            {QStringLiteral("type"), one.type},
            {QStringLiteral("field"), one.field},
            {QStringLiteral("keyword"), one.keyword},
            {QStringLiteral("priority"), static_cast<int>(one.priority)},
            {QStringLiteral("direction"), one.raised ? QStringLiteral("floor") : QStringLiteral("cap")},
            {QStringLiteral("support"), one.support},
            {QStringLiteral("would_change"), one.wouldChange},
            {QStringLiteral("would_agree"), one.wouldAgree},
            {QStringLiteral("would_disagree"), one.wouldDisagree},
            {QStringLiteral("state"), one.state}};
}

Result<Exit> process(service::Cellar& cellar, Session& session) {
    service::TriageService triage(cellar, session.clock());
    if (auto learned = triage.learn(session.stop()); !learned) {
        return learned.error();
    }
    const auto processed = service::processFeedback(cellar, triage, session.clock());
    if (!processed) {
        return processed.error();
    }
    QJsonArray suggestions;
    for (const auto& one : processed->suggestions) {
        suggestions.append(suggestionJson(one));
    }
    session.terminal().result(
        {{QStringLiteral("entries"), processed->entries}, {QStringLiteral("suggestions"), suggestions}});
    return Exit::Done;
}

Exit tellApplied(Session& session, const service::AppliedSuggestion& applied) {
    session.terminal().result({{QStringLiteral("suggestion"), suggestionJson(applied.suggestion)},
                               {QStringLiteral("change"), idText(applied.change.value)},
                               {QStringLiteral("rescored"), applied.rescored}});
    return Exit::Done;
}

Result<Exit> apply(service::Cellar& cellar, Session& session, qint64 id) {
    service::TriageService triage(cellar, session.clock());
    if (auto learned = triage.learn(session.stop()); !learned) {
        return learned.error();
    }
    const auto applied = service::applySuggestion(cellar, triage, id);
    return applied ? Result<Exit>(tellApplied(session, *applied)) : Result<Exit>(applied.error());
}

Result<Exit> revert(service::Cellar& cellar, Session& session, qint64 id) {
    const auto reverted = service::revertSuggestion(cellar, id);
    return reverted ? Result<Exit>(tellApplied(session, *reverted)) : Result<Exit>(reverted.error());
}

template <class Work>
void addDeed(CLI::App& feedback, Session& session, const char* name, const char* help, Work work) {
    auto* command = feedback.add_subcommand(name, help);
    const auto id = std::make_shared<qint64>(0);
    command->add_option("ID", *id, "The suggestion's id")->required();
    command->callback([&session, id, work] {
        session.with(service::CellarMode::Write, [&](service::Cellar& cellar) { return work(cellar, session, *id); });
    });
}

}  // namespace

void addSuggestions(CLI::App& feedback, Session& session) {
    auto* command = feedback.add_subcommand("process", "Look for rules in what was corrected");
    command->callback([&session] {
        session.with(service::CellarMode::Write, [&](service::Cellar& cellar) { return process(cellar, session); });
    });
    addDeed(feedback, session, "apply", "Accept a suggested rule", apply);
    addDeed(feedback, session, "revert", "Take an accepted rule back", revert);
}

}  // namespace kith::cli
