// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/fusion.h"

#include <algorithm>
#include <cmath>

namespace kith::triage {

namespace {

/// A model that says 0 or 1 is as sure as the surest lesson, not without end.
constexpr double kSurest = 0.98;
constexpr double kFusionRate = 0.1;
constexpr double kFusionPull = 1e-3;

double plattedLogit(const FusionState& state, double importance, const QString& modelKey) {
    const double raw = logit(std::clamp(importance, 1.0 - kSurest, kSurest));
    const Platt platt = state.platt.value(modelKey);
    return platt.slope * raw + platt.offset;
}

}  // namespace

QString FusionState::key(const QString& model, const QString& promptVersion) {
    return model + QLatin1Char('@') + promptVersion;
}

Fused fuse(const FusionState& state, std::optional<double> modelImportance, const QString& modelKey,
           double localScore) {
    if (!modelImportance) {
        return {localScore, 0};
    }
    const double modelLogit = plattedLogit(state, *modelImportance, modelKey);
    return {state.offset + state.model * modelLogit + state.local * localScore, std::abs(modelLogit - localScore)};
}

void learnFusion(FusionState& state, double modelImportance, const QString& modelKey, double localScore, double target,
                 double weight) {
    const std::array<double, 3> inputs{1.0, plattedLogit(state, modelImportance, modelKey), localScore};
    const std::array<double, 3> start{0.0, 0.5, 0.5};
    const std::array<double*, 3> weights{&state.offset, &state.model, &state.local};
    const double z = state.offset + state.model * inputs[1] + state.local * inputs[2];
    const double error = weight * (sigmoid(z) - target);
    for (size_t i = 0; i < inputs.size(); ++i) {
        const double gradient = error * inputs[i];
        state.squares[i] += gradient * gradient;
        *weights[i] -= kFusionRate * (gradient + kFusionPull * (*weights[i] - start[i])) / std::sqrt(state.squares[i]);
    }
}

}  // namespace kith::triage
