// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Fits the sentence heads: logistic regression by AdaGrad over hashed n-grams and cues, with unknown labels left out.
#pragma once

#include "core/triage/sentence_model.h"

#include <QString>

#include <array>
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
    bool own{false};  ///< of our own sentences
};

inline constexpr int kFolds = 5;
inline constexpr int kNoFold = -1;

/// Trains on every example outside the left-out fold; not yet calibrated.
triage::SentenceWeights fitSentences(const std::vector<Example>& examples, int leftOut);
/// The margin of every example by the weights that never saw it, for each head.
std::vector<triage::HeadProbabilities> outOfFoldMargins(const std::vector<Example>& examples);

}  // namespace kith::train
