// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/ranker.h"

#include "core/triage/calibration.h"
#include "core/triage/feature_list.h"
#include "core/triage/prior.h"

#include <algorithm>
#include <cmath>

namespace kith::triage {

namespace {

constexpr double kLearningRate = 0.5;
constexpr double kPullToPrior = 1e-3;
constexpr double kMarkWeight = 5.0;

void adaGrad(Weight& weight, double gradient) {
    weight.squares += gradient * gradient;
    weight.deviation -= kLearningRate * (gradient + kPullToPrior * weight.deviation) / std::sqrt(weight.squares);
}

}  // namespace

Lesson lessonOf(Signal signal) {
    switch (signal) {
    case Signal::Mark:
        return {0.5, kMarkWeight};
    case Signal::Replied:
        return {0.8, 0.1, Push::Up};
    case Signal::Forwarded:
        return {0.7, 0.05, Push::Up};
    case Signal::Starred:
        return {0.85, 0.5, Push::Up};
    case Signal::Ignored:
        return {0.3, 0.05, Push::Down};
    case Signal::DeletedUnread:
        return {0.1, 0.05, Push::Down};
    case Signal::ArchivedUnread:
        return {0.2, 0.05, Push::Down};
    }
    return {};
}

Lesson lessonOfSilence(qint64 answeredSoFar, qint64 ignoredSoFar) {
    Lesson lesson = lessonOf(Signal::Ignored);
    lesson.weight *= (static_cast<double>(answeredSoFar) + 1.0) / (static_cast<double>(ignoredSoFar) + 13.0);
    return lesson;
}

Lesson lessonOfMark(Priority marked) {
    return {static_cast<double>(marked) / 4.0, kMarkWeight};
}

double learningScale(const FeatureVector& features) {
    double squares = 0;
    for (const Feature& feature : features) {
        squares += feature.index < kDenseFeatures ? feature.value * feature.value : 0.0;
    }
    return 1.0 / std::max(1.0, std::sqrt(squares));
}

double scoreOf(const FeatureVector& features, const RankerState& state) {
    const Prior& prior = shippedPrior();
    double score = prior.bias + state.bias.deviation;
    const double scale = learningScale(features);
    double words = 0;
    for (const Feature& feature : features) {
        const auto learned = state.weights.constFind(feature.index);
        const double deviation = learned == state.weights.cend() ? 0.0 : learned->deviation;
        if (feature.index < kDenseFeatures) {
            const double effect = feature.value * (prior.dense[feature.index] + deviation * scale);
            score += effect;
        } else {
            const double effect = feature.value * deviation;
            words += effect;
        }
    }
    return score + words;
}

LearnStep learn(RankerState& state, const FeatureVector& features, const Lesson& lesson, bool explicitMark) {
    LearnStep step;
    step.index = state.steps;
    step.features = features;
    step.target = std::clamp(lesson.target, 0.02, 0.98);
    step.weight = lesson.weight;
    step.push = lesson.push;
    step.explicitMark = explicitMark;
    step.biasBefore = state.bias;
    step.importanceBefore = sigmoid(scoreOf(features, state));
    const double scale = learningScale(features);
    const bool there = (lesson.push == Push::Up && step.importanceBefore >= step.target) ||
                       (lesson.push == Push::Down && step.importanceBefore <= step.target);
    const double slope = lesson.weight * (step.importanceBefore - step.target);
    if (!there) {
        adaGrad(state.bias, slope);
    }
    step.before.reserve(features.size());
    for (const Feature& feature : features) {
        step.before.push_back(state.weights.value(feature.index));
        if (!there) {
            const double seen = feature.index < kDenseFeatures ? feature.value * scale : feature.value;
            adaGrad(state.weights[feature.index], slope * seen);
        }
    }
    state.steps++;
    state.explicitSteps += explicitMark ? 1 : 0;
    return step;
}

LearnStep learn(RankerState& state, const FeatureVector& features, double target, double weight) {
    return learn(state, features, Lesson{target, weight}, false);
}

Lesson lessonOf(const LearnStep& step) {
    return {step.target, step.weight, step.push};
}

bool revert(RankerState& state, const LearnStep& step) {
    if (state.steps != step.index + 1 || step.before.size() != step.features.size()) {
        return false;
    }
    for (size_t i = 0; i < step.features.size(); ++i) {
        const quint32 index = step.features[i].index;
        if (step.before[i] == Weight{}) {
            state.weights.remove(index);
        } else {
            state.weights[index] = step.before[i];
        }
    }
    state.bias = step.biasBefore;
    state.steps--;
    state.explicitSteps -= step.explicitMark ? 1 : 0;
    return true;
}

RankerState rebuild(const std::vector<LearnStep>& steps) {
    RankerState state;
    for (const LearnStep& step : steps) {
        learn(state, step.features, lessonOf(step), step.explicitMark);
    }
    return state;
}

RankerState forget(std::vector<LearnStep>& journal, size_t position) {
    if (position < journal.size()) {
        journal.erase(journal.begin() + static_cast<std::ptrdiff_t>(position));
    }
    RankerState state;
    for (LearnStep& step : journal) {
        step = learn(state, step.features, lessonOf(step), step.explicitMark);
    }
    return state;
}

}  // namespace kith::triage
