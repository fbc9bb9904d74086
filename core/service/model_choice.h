// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Which model does which task, as the user set it.
#pragma once

#include "core/service/cellar.h"
#include "core/service/model_port.h"

namespace kith::service {

/// Scoring mail, writing drafts, reading the user's remarks.
enum class ModelTask { Classify, Draft, Feedback };

/// classify, draft, feedback
QString taskWord(ModelTask task);
std::optional<ModelTask> taskOf(const QString& word);

/// NousResearch/Hermes-3-Llama-3.1-405B where nothing else is set.
Result<QString> modelFor(Cellar& cellar, ModelTask task);
/// As one change of the settings. What another model said stays stored and counts no more.
Result<void> setModelFor(Cellar& cellar, ModelTask task, const QString& model);

struct ModelLimits {
    qint64 requestsPerDay{0};
    double usdPerDay{0};
    int inFlight{1};
};
/// As one change of the settings. Malformed where a limit is none.
Result<void> setModelLimits(Cellar& cellar, const ModelLimits& limits);
/// The user's word that text of mail may go to a model, or that it may not; as one change.
Result<void> setModelAllowed(Cellar& cellar, bool allowed);

/// NotFound with near names where the service does not offer it; a service that tells no list takes every name.
Result<void> checkModel(ModelPort& port, const QString& model, std::stop_token stop);

}  // namespace kith::service
