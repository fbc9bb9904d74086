// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Fits the sentence heads: logistic regression over hashed n-grams, shape and cues, with unknown labels left out.
#pragma once

#include "core/triage/sentence_model.h"

#include <QString>

#include <array>
#include <functional>
#include <vector>

namespace kith::train {

/// weight 0: nobody said whether this head holds.
struct HeadLabel {
    bool positive{false};
    double weight{0};
};

struct Example {
    QString text;
    triage::SentenceParts parts;
    std::array<HeadLabel, triage::kHeadCount> label{};
    int fold{0};
    bool own{false};   ///< of our own sentences
    bool kept{false};  ///< kept out of all training: what is reported is measured on these
};

inline constexpr int kFolds = 5;

using Wanted = std::function<bool(const Example&)>;

/// Trains on the wanted examples; not yet calibrated.
triage::SentenceWeights fitSentences(const std::vector<Example>& examples, const Wanted& wanted);
/// The margin of every wanted example by weights that learnt from the other folds of the wanted ones.
std::vector<triage::HeadProbabilities> outOfFoldMargins(const std::vector<Example>& examples, const Wanted& wanted);
/// Margins by given weights, as they come out after quantising.
std::vector<triage::HeadProbabilities> marginsOf(const std::vector<Example>& examples,
                                                 const triage::SentenceWeights& weights);

}  // namespace kith::train
