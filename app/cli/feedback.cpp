// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl feedback add ID --priority N [--comment TEXT] [--scope message,sender,domain,similar]
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/base/text.h"
#include "core/service/feedback_service.h"

namespace kith::cli {

namespace {

struct FeedbackWish {
    std::string id;
    int priority{2};
    std::string comment;
    std::string scope{"message"};
};

FeedbackScope scopeOf(const std::string& word) {
    return word == "sender"    ? FeedbackScope::Sender
           : word == "domain"  ? FeedbackScope::Domain
           : word == "similar" ? FeedbackScope::Similar
                               : FeedbackScope::Message;
}

QJsonObject scopeJson(const service::FeedbackPreview::Scope& scope) {
    return {{QStringLiteral("messages"), scope.messages},
            {QStringLiteral("would_agree"), scope.agree},
            {QStringLiteral("would_disagree"), scope.messages - scope.agree},
            {QStringLiteral("would_change"), scope.change}};
}

Result<Exit> addFeedbackEntry(service::Cellar& cellar, Session& session, const FeedbackWish& wish) {
    const auto id = findMessage(cellar, qt(wish.id));
    if (!id) {
        return id.error();
    }
    service::TriageService service(cellar, session.clock());
    if (auto learned = service.learn(session.stop()); !learned) {
        return learned.error();
    }
    Feedback feedback;
    feedback.message = *id;
    feedback.assigned = static_cast<Priority>(wish.priority);
    feedback.comment = qt(wish.comment);
    feedback.scope = scopeOf(wish.scope);
    const auto outcome = service::giveFeedback(cellar, service, session.clock(), feedback);
    if (!outcome) {
        return outcome.error();
    }
    const auto message = cellar.messages.message(*id);
    const Feedback& stored = outcome->stored;
    const QJsonObject would{{QStringLiteral("sender"), scopeJson(outcome->would.sender)},
                            {QStringLiteral("domain"), scopeJson(outcome->would.domain)},
                            {QStringLiteral("similar"), scopeJson(outcome->would.similar)}};
    session.terminal().result(
        {{QStringLiteral("id"), idText(stored.id.value)},
         {QStringLiteral("msg_id"), message && *message ? (*message)->rfc822MessageId : QString()},
         {QStringLiteral("subject"), message && *message ? (*message)->subject : QString()},
         {QStringLiteral("assigned_priority"), static_cast<int>(stored.assigned)},
         {QStringLiteral("suggested_priority"), static_cast<int>(stored.suggested)},
         {QStringLiteral("feedback_comments"), stored.comment},
         {QStringLiteral("scope"), qt(wish.scope)},
         {QStringLiteral("timestamp"), text::rfc3339(stored.at)},
         {QStringLiteral("change"), idText(outcome->change.value)},
         {QStringLiteral("rescored"), outcome->rescored.scored},
         {QStringLiteral("would"), would}});
    return Exit::Done;
}

}  // namespace

void addFeedback(CLI::App& app, Session& session) {
    auto* feedback = app.add_subcommand("feedback", "Tell Kith that a priority is right or wrong");
    feedback->require_subcommand(1);
    auto* add = feedback->add_subcommand("add", "Mark one message");
    const auto wish = std::make_shared<FeedbackWish>();
    add->add_option("ID", wish->id, "The message's id or Message-ID")->required();
    add->add_option("--priority", wish->priority, "0 (very low) to 4 (critical)")->required()->check(CLI::Range(0, 4));
    add->add_option("--comment", wish->comment, "Why");
    add->add_option("--scope", wish->scope, "What it holds for")
        ->check(CLI::IsMember({"message", "sender", "domain", "similar"}));
    addSuggestions(*feedback, session);
    add->callback([&session, wish] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return addFeedbackEntry(cellar, session, *wish); });
    });
}

}  // namespace kith::cli
