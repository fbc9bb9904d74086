// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl feedback add ID --priority N [--comment TEXT] [--scope message,sender,domain,similar] · import · export FILE
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/base/text.h"
#include "core/service/feedback_file.h"
#include "core/service/feedback_service.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

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

QString originWord(FeedbackOrigin origin) {
    return origin == FeedbackOrigin::Review      ? QStringLiteral("review")
           : origin == FeedbackOrigin::SpotCheck ? QStringLiteral("spot_check")
           : origin == FeedbackOrigin::Imported  ? QStringLiteral("import")
                                                 : QStringLiteral("correction");
}

Error feedbackFileError(const QFileDevice& file) {
    return {ErrorKind::Denied, QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()), {}};
}

Result<Exit> exportEntries(service::Cellar& cellar, Session& session, const QString& path) {
    const auto entries = service::exportFeedback(cellar);
    if (!entries) {
        return entries.error();
    }
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(*entries).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return feedbackFileError(file);
    }
    session.terminal().result(
        {{QStringLiteral("file"), path}, {QStringLiteral("entries"), static_cast<qint64>(entries->size())}});
    return Exit::Done;
}

Result<Exit> importEntries(service::Cellar& cellar, Session& session, const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return feedbackFileError(file);
    }
    service::TriageService triage(cellar, session.clock());
    if (auto learned = triage.learn(session.stop()); !learned) {
        return learned.error();
    }
    const auto report = service::importFeedback(cellar, triage, session.clock(), file.readAll());
    if (!report) {
        return report.error();
    }
    QJsonArray rejects;
    for (const service::FeedbackReject& reject : report->rejects) {
        rejects.append(QJsonObject{{QStringLiteral("entry"), reject.entry}, {QStringLiteral("reason"), reject.reason}});
    }
    session.terminal().result(
        {{QStringLiteral("entries"), QJsonObject{{QStringLiteral("seen"), report->seen},
                                                 {QStringLiteral("added"), report->added},
                                                 {QStringLiteral("duplicate"), report->duplicate},
                                                 {QStringLiteral("open"), report->open},
                                                 {QStringLiteral("unknown_message"), report->unknown},
                                                 {QStringLiteral("rejected"), report->rejected}}},
         {QStringLiteral("rejects"), rejects},
         {QStringLiteral("rescored"), report->rescored},
         {QStringLiteral("change"), report->change ? QJsonValue(idText(report->change.value)) : QJsonValue()}});
    return report->rejected > 0 ? Exit::Partial : Exit::Done;
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
    QJsonObject result = service::feedbackJson(stored, message && *message ? **message : Message{});
    result.insert(QStringLiteral("id"), idText(stored.id.value));
    result.insert(QStringLiteral("timestamp"), text::rfc3339(stored.at));
    result.insert(QStringLiteral("origin"), originWord(stored.origin));
    result.insert(QStringLiteral("change"), idText(outcome->change.value));
    result.insert(QStringLiteral("rescored"), outcome->rescored.scored);
    result.insert(QStringLiteral("would"), would);
    session.terminal().result(result);
    return Exit::Done;
}

void addFiles(CLI::App& feedback, Session& session) {
    const auto path = std::make_shared<std::string>();
    auto* in = feedback.add_subcommand("import", "Take in marks from a file (undo takes them back)");
    in->add_option("FILE", *path, "feedback.json")->required();
    in->callback([&session, path] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return importEntries(cellar, session, qt(*path)); });
    });
    auto* out = feedback.add_subcommand("export", "Write all marks to a file");
    out->add_option("FILE", *path, "Where to")->required();
    out->callback([&session, path] {
        session.with(service::CellarMode::Read,
                     [&](service::Cellar& cellar) { return exportEntries(cellar, session, qt(*path)); });
    });
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
    addReview(app, session);
    addFiles(*feedback, session);
    add->callback([&session, wish] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return addFeedbackEntry(cellar, session, *wish); });
    });
}

}  // namespace kith::cli
