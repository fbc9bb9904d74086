// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/model_choice.h"

#include "core/service/model_settings.h"
#include "core/storage/journal.h"

#include <array>

namespace kith::service {

namespace {

struct TaskWord {
    ModelTask task;
    const char* word;
};
constexpr std::array<TaskWord, 3> kTasks{
    {{ModelTask::Classify, "classify"}, {ModelTask::Draft, "draft"}, {ModelTask::Feedback, "feedback"}}};

using Values = std::vector<std::pair<QString, QJsonValue>>;

Result<void> changeSettings(Cellar& cellar, const QString& summary, const Values& values) {
    storage::ChangeWriter change(
        *cellar.database, {QStringLiteral("settings.changed"), QStringLiteral("user"), {}, {}, summary, {}, true});
    for (const auto& [key, value] : values) {
        cellar.settings.set(change, key, value);
    }
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

QString taskKey(ModelTask task) {
    return QStringLiteral("model.") + taskWord(task);
}

}  // namespace

QString taskWord(ModelTask task) {
    return QLatin1String(kTasks.at(static_cast<size_t>(task)).word);
}

std::optional<ModelTask> taskOf(const QString& word) {
    for (const TaskWord& one : kTasks) {
        if (word == QLatin1String(one.word)) {
            return one.task;
        }
    }
    return std::nullopt;
}

Result<QString> modelFor(Cellar& cellar, ModelTask task) {
    return cellar.settings.text(taskKey(task), ModelSettings().model);
}

Result<void> setModelFor(Cellar& cellar, ModelTask task, const QString& model) {
    const auto stands = modelFor(cellar, task);
    if (!stands || *stands == model) {
        return stands ? Result<void>() : Result<void>(stands.error());
    }
    return changeSettings(cellar, QStringLiteral("Ask another model"), {{taskKey(task), model}});
}

Result<void> setModelLimits(Cellar& cellar, const ModelLimits& limits) {
    if (limits.requestsPerDay < 0 || limits.usdPerDay < 0 || limits.inFlight < 1 || limits.inFlight > 64) {
        return Error{ErrorKind::Malformed, QStringLiteral("a budget is not below 0, and 1 to 64 can be in flight"), {}};
    }
    return changeSettings(cellar, QStringLiteral("Change the budget of the model"),
                          {{QStringLiteral("model.requests_per_day"), limits.requestsPerDay},
                           {QStringLiteral("model.usd_per_day"), limits.usdPerDay},
                           {QStringLiteral("model.in_flight"), limits.inFlight}});
}

Result<void> setModelAllowed(Cellar& cellar, bool allowed) {
    return changeSettings(cellar,
                          allowed ? QStringLiteral("Let a model read mail") : QStringLiteral("Let no model read mail"),
                          {{QStringLiteral("model.allowed"), allowed}});
}

Result<void> checkModel(ModelPort& port, const QString& model, std::stop_token stop) {
    const auto offers = port.offers(std::move(stop));
    if (!offers) {
        const bool noList = offers.error().kind == ErrorKind::NotFound || offers.error().kind == ErrorKind::Malformed;
        return noList ? Result<void>() : Result<void>(offers.error());
    }
    if (offers->empty()) {
        return {};
    }
    const auto offer = triage::offerNamed(model, *offers);
    return offer ? Result<void>() : Result<void>(offer.error());
}

}  // namespace kith::service
