// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/train/sentence_fit.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace kith::train {

namespace {

using triage::kCueCount;
using triage::kHeadCount;

constexpr int kEpochs = 12;
constexpr int kSettled = 2;  // epochs before the weights count
constexpr double kRate = 0.15;
constexpr double kGramPull = 2e-3;
constexpr double kCuePull = 2e-4;
constexpr int kSeenAtLeast = 2;

struct Learned {
    std::array<double, kHeadCount> weight{};
    std::array<double, kHeadCount> squares{};
    std::array<double, kHeadCount> sum{};  ///< of the weight after each settled epoch: their mean is steadier

    Learned() { squares.fill(0.5); }
    void step(size_t head, double gradient, double pull) {
        const double slope = gradient + pull * weight[head];
        squares[head] += slope * slope;
        weight[head] -= kRate * slope / std::sqrt(squares[head]);
    }
};

struct Fit {
    std::vector<quint32> grams;
    std::vector<Learned> gram;
    std::array<Learned, kCueCount> cue;
    Learned bias;
};

std::vector<quint32> gramsSeenOften(const std::vector<const Example*>& examples) {
    QHash<quint32, int> seen;
    for (const Example* example : examples) {
        for (const quint32 gram : example->parts.grams) {
            seen[gram]++;
        }
    }
    std::vector<quint32> grams;
    for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
        if (it.value() >= kSeenAtLeast) {
            grams.push_back(it.key());
        }
    }
    std::sort(grams.begin(), grams.end());
    return grams;
}

std::vector<size_t> knownGrams(const Fit& fit, const Example& example) {
    std::vector<size_t> known;
    for (const quint32 gram : example.parts.grams) {
        const auto found = std::lower_bound(fit.grams.begin(), fit.grams.end(), gram);
        if (found != fit.grams.end() && *found == gram) {
            known.push_back(static_cast<size_t>(found - fit.grams.begin()));
        }
    }
    return known;
}

void learnHead(Fit& fit, const Example& example, const std::vector<size_t>& known, size_t head) {
    const HeadLabel& label = example.label[head];
    if (label.weight == 0) {
        return;
    }
    double margin = fit.bias.weight[head];
    for (const size_t gram : known) {
        margin += fit.gram[gram].weight[head];
    }
    for (size_t cue = 0; cue < kCueCount; ++cue) {
        margin += example.parts.cue[cue] ? fit.cue[cue].weight[head] : 0.0;
    }
    const double slope = label.weight * (triage::sigmoid(margin) - (label.positive ? 1.0 : 0.0));
    fit.bias.step(head, slope, 0);
    for (const size_t gram : known) {
        fit.gram[gram].step(head, slope, kGramPull);
    }
    for (size_t cue = 0; cue < kCueCount; ++cue) {
        if (example.parts.cue[cue]) {
            fit.cue[cue].step(head, slope, kCuePull);
        }
    }
}

void remember(Learned& learned) {
    for (size_t head = 0; head < kHeadCount; ++head) {
        learned.sum[head] += learned.weight[head];
    }
}

void rememberAll(Fit& fit) {
    std::for_each(fit.gram.begin(), fit.gram.end(), remember);
    std::for_each(fit.cue.begin(), fit.cue.end(), remember);
    remember(fit.bias);
}

/// The same order on every machine: std::shuffle is not.
void shuffled(std::vector<size_t>& order, std::mt19937& random) {
    for (size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[random() % i]);
    }
}

triage::SentenceWeights packed(const Fit& fit) {
    triage::SentenceWeights weights;
    const auto narrow = [](const Learned& learned) {
        std::array<float, kHeadCount> row{};
        std::transform(learned.sum.begin(), learned.sum.end(), row.begin(),
                       [](double w) { return static_cast<float>(w / (kEpochs - kSettled)); });
        return row;
    };
    weights.grams = fit.grams;
    for (const Learned& learned : fit.gram) {
        weights.gramWeights.push_back(narrow(learned));
    }
    std::transform(fit.cue.begin(), fit.cue.end(), weights.cueWeights.begin(), narrow);
    weights.bias = narrow(fit.bias);
    return weights;
}

}  // namespace

triage::SentenceWeights fitSentences(const std::vector<Example>& examples, int leftOut) {
    std::vector<const Example*> taken;
    for (const Example& example : examples) {
        if (example.fold != leftOut) {
            taken.push_back(&example);
        }
    }
    Fit fit;
    fit.grams = gramsSeenOften(taken);
    fit.gram.resize(fit.grams.size());
    std::vector<std::vector<size_t>> known;
    for (const Example* example : taken) {
        known.push_back(knownGrams(fit, *example));
    }
    std::vector<size_t> order(taken.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::mt19937 random(20260501);
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
        shuffled(order, random);
        for (const size_t i : order) {
            for (size_t head = 0; head < kHeadCount; ++head) {
                learnHead(fit, *taken[i], known[i], head);
            }
        }
        if (epoch >= kSettled) {
            rememberAll(fit);
        }
    }
    return packed(fit);
}

std::vector<triage::HeadProbabilities> outOfFoldMargins(const std::vector<Example>& examples) {
    std::vector<triage::HeadProbabilities> margins(examples.size());
    for (int fold = 0; fold < kFolds; ++fold) {
        const auto model = triage::SentenceModel::fromBytes(triage::toBytes(fitSentences(examples, fold)));
        if (!model) {
            continue;
        }
        for (size_t i = 0; i < examples.size(); ++i) {
            if (examples[i].fold == fold) {
                margins[i] = model->margins(examples[i].parts);
            }
        }
    }
    return margins;
}

}  // namespace kith::train
