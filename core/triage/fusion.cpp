// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/fusion.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kith::triage {

namespace {

constexpr double kFading = 0.01;
constexpr double kMarkInFusion = 0.2;  // of a lesson's weight: four numbers need less pushing than thousands
constexpr double kEarlyMarks = 30;

constexpr std::array<bool, 4> kHeld{false, true, true, false};  // offset and local follow the marks freely

using Four = std::array<double, 4>;

double plattedLogit(const FusionState& state, double importance, const QString& modelKey) {
    const Platt platt = state.calibrations.value(modelKey).platt;
    return platt.slope * boundedLogit(importance) + platt.offset;
}

Four inputsOf(const FusionState& state, double modelLogit, double localScore) {
    const double known = state.marks / kEarlyMarks;
    const double early = 1 / (1 + known * known);
    return {1.0, modelLogit, early * modelLogit, (1 - early / 2) * localScore};
}

Four weightsOf(const FusionState& state) {
    return {state.offset, state.model, state.early, state.local};
}

double joined(const FusionState& state, const Four& inputs) {
    const Four weights = weightsOf(state);
    return std::inner_product(inputs.begin(), inputs.end(), weights.begin(), 0.0);
}

/// Gauss without pivoting: the matrix is positive definite.
Four solved(std::array<Four, 4> a, Four b) {
    for (size_t i = 0; i < 4; ++i) {
        for (size_t row = i + 1; row < 4; ++row) {
            const double factor = a[row][i] / a[i][i];
            for (size_t column = i; column < 4; ++column) {
                a[row][column] -= factor * a[i][column];
            }
            b[row] -= factor * b[i];
        }
    }
    Four x{};
    for (size_t i = 4; i-- > 0;) {
        x[i] = b[i];
        for (size_t column = i + 1; column < 4; ++column) {
            x[i] -= a[i][column] * x[column];
        }
        x[i] /= a[i][i];
    }
    return x;
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
    return {joined(state, inputsOf(state, modelLogit, localScore)), std::abs(modelLogit - localScore)};
}

void learnFusion(FusionState& state, double modelImportance, const QString& modelKey, double localScore, double target,
                 double weight) {
    const Four inputs = inputsOf(state, plattedLogit(state, modelImportance, modelKey), localScore);
    const double said = sigmoid(joined(state, inputs));
    const double push = weight * kMarkInFusion;
    const FusionState prior;
    const Four weights = weightsOf(state), meant = weightsOf(prior);
    Four gradient{};
    for (size_t i = 0; i < 4; ++i) {
        const double firm = kFading * prior.information[i][i];
        gradient[i] = push * (said - target) * inputs[i] + (kHeld[i] ? firm * (weights[i] - meant[i]) : 0);
        state.information[i][i] += firm;
        for (size_t j = 0; j < 4; ++j) {
            state.information[i][j] =
                (1 - kFading) * state.information[i][j] + push * said * (1 - said) * inputs[i] * inputs[j];
        }
    }
    const Four step = solved(state.information, gradient);
    state.offset -= step[0];
    state.model -= step[1];
    state.early -= step[2];
    state.local -= step[3];
    ++state.marks;
}

}  // namespace kith::triage
