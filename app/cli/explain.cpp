// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl explain ID and replay ID [--with-model].
#include "app/cli/message_json.h"
#include "app/cli/model_work.h"
#include "app/cli/session.h"
#include "core/triage/decision_json.h"
#include "core/triage/explanation.h"

namespace kith::cli {

namespace {

Result<Decision> decisionOn(service::Cellar& cellar, const QString& word) {
    const auto id = findMessage(cellar, word);
    if (!id) {
        return id.error();
    }
    const auto decision = cellar.triage.latest(*id);
    if (!decision) {
        return decision.error();
    }
    if (!*decision) {
        return Error{ErrorKind::NotFound, QStringLiteral("no decision about message %1").arg(word),
                     QStringLiteral("Run kithctl triage, or look whether the message is one of your own.")};
    }
    return **decision;
}

Result<Exit> explain(service::Cellar& cellar, const Terminal& terminal, const QString& word) {
    const auto decision = decisionOn(cellar, word);
    if (!decision) {
        return decision.error();
    }
    if (terminal.json()) {
        terminal.result(triage::explainJson(*decision));
        return Exit::Done;
    }
    terminal.say(QStringLiteral("Priority %1 · %2 % · decided by %3")
                     .arg(shownKey(decision->priority))
                     .arg(qRound(100 * decision->confidence))
                     .arg(decidedByWord(decision->decidedBy)));
    for (const Contribution& one : decision->contributions) {
        terminal.say(QStringLiteral("  %1%2  %3")
                         .arg(one.effect < 0 ? QStringLiteral("−") : QStringLiteral("+"))
                         .arg(qAbs(one.effect), 0, 'f', 2)
                         .arg(triage::english(triage::reasonOf(one))));
    }
    return Exit::Done;
}

/// What was stored made again; with a model also what today's model says of it.
Result<Exit> replay(service::Cellar& cellar, Session& session, const QString& word, bool withModel) {
    const auto decision = decisionOn(cellar, word);
    if (!decision) {
        return decision.error();
    }
    const Decision again = triage::replayed(*decision);
    const bool same = triage::sameDecision(*decision, again);
    QJsonObject json{{QStringLiteral("same"), same},
                     {QStringLiteral("priority"), static_cast<int>(again.priority)},
                     {QStringLiteral("importance"), again.importance},
                     {QStringLiteral("decided_by"), decidedByWord(again.decidedBy)}};
    if (withModel) {
        const auto asked = askAgain(cellar, session, decision->message);
        if (!asked) {
            return asked.error();
        }
        json.insert(QStringLiteral("with_model"), *asked);
        json.insert(QStringLiteral("same_band"),
                    asked->value(QStringLiteral("priority")).toInt() == static_cast<int>(again.priority));
    }
    session.terminal().result(json);
    return same ? Exit::Done : Exit::Partial;
}

}  // namespace

void addExplain(CLI::App& app, Session& session) {
    const auto word = std::make_shared<std::string>();
    auto* why = app.add_subcommand("explain", "Why a message has its priority");
    why->add_option("ID", *word, "Its id or Message-ID")->required();
    why->callback([&session, word] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return explain(cellar, session.terminal(), qt(*word)); });
    });
    auto* again = app.add_subcommand("replay", "Make a decision again from what was stored");
    again->add_option("ID", *word, "Its id or Message-ID")->required();
    const auto withModel = std::make_shared<bool>(false);
    again->add_flag("--with-model", *withModel, "Ask today's model too, and show both; what stands stays");
    again->callback([&session, word, withModel] {
        const auto mode = *withModel ? service::CellarMode::Write : service::CellarMode::Read;
        session.with(mode, [&](service::Cellar& cellar) { return replay(cellar, session, qt(*word), *withModel); });
    });
}

}  // namespace kith::cli
