// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/cli/model_work.h"

#include "core/service/model_choice.h"
#include "core/triage/decision_json.h"

#include <QFile>

namespace kith::cli {

namespace {

Result<triage::ClassifyPrompt> promptOf(const std::string& path) {
    if (path.empty()) {
        return triage::shippedClassifyPrompt();
    }
    QFile file(qt(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::NotFound, QStringLiteral("%1: %2").arg(qt(path), file.errorString()), {}};
    }
    auto prompt = triage::readClassifyPrompt(file.readAll());
    if (!prompt) {
        return Error{prompt.error().kind, qt(path) + QStringLiteral(": ") + prompt.error().detail, {}};
    }
    if (prompt->version == triage::classifyVersion() && prompt->text != triage::shippedClassifyPrompt().text) {
        return Error{ErrorKind::Malformed,
                     QStringLiteral("%1: another text, but the version of the shipped prompt").arg(qt(path)),
                     QStringLiteral("Give it a version of its own in the first line.")};
    }
    return prompt;
}

QJsonValue orNull(const std::optional<double>& value) {
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonObject outcomeJson(const Decision& decision) {
    const QJsonObject whole = triage::explainJson(decision);
    QJsonObject json;
    for (const char* key : {"priority", "importance", "confidence", "decided_by", "needs_review", "model"}) {
        json.insert(QLatin1String(key), whole.value(QLatin1String(key)));
    }
    return json;
}

}  // namespace

Result<ModelInReach> reachModel(service::Cellar& cellar, Session& session, const QString& model) {
    if (session.terminal().options().offline) {
        return Error{ErrorKind::Denied, QStringLiteral("a model cannot be asked offline"), {}};
    }
    const auto allowed = cellar.settings.flag(QStringLiteral("model.allowed"), true);
    if (!allowed || !*allowed) {
        return allowed ? Error{ErrorKind::Denied, QStringLiteral("the user wants no model to be asked"),
                               QStringLiteral("Settings, Model: let it be asked.")}
                       : allowed.error();
    }
    ModelInReach reach;
    reach.ports = session.compose();
    auto classifier = reach.ports->classifier(model);
    if (!classifier) {
        return classifier.error();
    }
    if (!*classifier) {
        return Error{ErrorKind::SignInNeeded, QStringLiteral("no key of a model service is set"),
                     QStringLiteral("Set KITH_DEEPINFRA_KEY, or the key in the settings.")};
    }
    const auto known = service::checkModel(*reach.ports->model(), model, session.stop());
    if (!known) {
        return known.error();
    }
    reach.classifier = std::move(*classifier);
    return reach;
}

Error withNearNames(service::MailPorts& ports, const QString& model, const Error& error, std::stop_token stop) {
    if (error.kind != ErrorKind::NotFound || ports.model() == nullptr) {
        return error;
    }
    const auto known = service::checkModel(*ports.model(), model, std::move(stop));
    return known || known.error().kind != ErrorKind::NotFound ? error : known.error();
}

QJsonObject trialJson(const service::TrialReport& report) {
    return {{QStringLiteral("trial"), QJsonObject{{QStringLiteral("model"), report.trial.model},
                                                  {QStringLiteral("prompt_version"), report.trial.promptVersion}}},
            {QStringLiteral("standing"), QJsonObject{{QStringLiteral("model"), report.standing},
                                                     {QStringLiteral("prompt_version"), triage::classifyVersion()}}},
            {QStringLiteral("asked"), report.asked},
            {QStringLiteral("failed"), report.failed},
            {QStringLiteral("usd"), report.usd},
            {QStringLiteral("budget_spent"), report.budgetSpent},
            {QStringLiteral("compared"), report.compared},
            {QStringLiteral("agreement"), QJsonObject{{QStringLiteral("same_band"), report.sameBand},
                                                      {QStringLiteral("within_one_band"), report.withinOneBand},
                                                      {QStringLiteral("mean_difference"), report.meanDifference}}},
            {QStringLiteral("would_change"), report.wouldChange},
            {QStringLiteral("marks"),
             QJsonObject{{QStringLiteral("count"), report.marked},
                         {QStringLiteral("trial_correlation"), orNull(report.trialWithMarks)},
                         {QStringLiteral("standing_correlation"), orNull(report.standingWithMarks)}}},
            {QStringLiteral("usd_each"), report.usdEach}};
}

Result<Exit> runShadow(service::Cellar& cellar, Session& session, const ShadowWish& wish) {
    const auto prompt = promptOf(wish.promptFile);
    const auto settings = service::modelSettings(cellar);
    if (!prompt || !settings) {
        return !prompt ? prompt.error() : settings.error();
    }
    const auto reach = reachModel(cellar, session, qt(wish.model));
    if (!reach) {
        return reach.error();
    }
    service::TriageService triage(cellar, session.clock());
    if (const auto learned = triage.learn(session.stop()); !learned) {
        return learned.error();
    }
    service::ModelTrial trial(cellar, session.clock(), triage, *reach->classifier, *settings);
    const auto report = trial.run({qt(wish.model), *prompt, wish.most}, session.stop(), [&](qint64 compared) {
        session.terminal().progress(QStringLiteral("%1 compared").arg(compared));
    });
    if (!report) {
        return report.error();
    }
    session.terminal().result(trialJson(*report));
    return session.stop().stop_requested() ? Exit::Partial : Exit::Done;
}

Result<QJsonObject> askAgain(service::Cellar& cellar, Session& session, MessageId id) {
    const auto settings = service::modelSettings(cellar);
    const auto privacy = settings ? service::PrivacyBook::load(cellar) : Result<service::PrivacyBook>(settings.error());
    const auto message = cellar.messages.message(id);
    if (!privacy || !message || !*message) {
        return !privacy   ? privacy.error()
               : !message ? message.error()
                          : Error{ErrorKind::NotFound, QStringLiteral("the message is gone"), {}};
    }
    const auto letter = service::letterForModel(cellar, *privacy, **message);
    if (!letter) {
        return letter.error();
    }
    if (!*letter) {
        return Error{ErrorKind::Denied, QStringLiteral("this message is local-only: no model is asked about it"),
                     QStringLiteral("privacy list shows why.")};
    }
    const auto reach = reachModel(cellar, session, settings->model);
    if (!reach) {
        return reach.error();
    }
    double usd = 0;
    const auto answer = (*letter)->heard(reach->classifier->classify((*letter)->asked, {}, session.stop(), usd));
    (void)cellar.models.noteSpending(QStringLiteral("replay"), {1, usd}, session.clock().now());
    if (!answer) {
        return answer.error();
    }
    service::TriageService triage(cellar, session.clock());
    const auto learned = triage.learn(session.stop());
    const auto would =
        learned ? triage.wouldDecide(**message, *answer) : Result<service::TriageService::Would>(learned.error());
    if (!would) {
        return would.error();
    }
    QJsonObject json = outcomeJson(would->withAnswer);
    json.insert(QStringLiteral("usd"), usd);
    return json;
}

}  // namespace kith::cli
