// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Turns scores into probabilities that mean what they say: Platt scaling, prior shift, calibration error.
#pragma once

#include <array>
#include <vector>

namespace kith::triage {

double sigmoid(double logit);
/// Finite for 0 and 1: the probability is clipped to [1e-6, 1 − 1e-6] first.
double logit(double probability);

struct Scored {
    double score{0};  ///< a probability, or a logit for Platt scaling
    bool positive{false};
    double weight{1};
};

/// p = sigmoid(slope · score + offset)
struct Platt {
    double slope{1};
    double offset{0};

    double operator()(double score) const;
};

/// Platt's method with his smoothed targets; identity where one class is missing.
Platt fitPlatt(const std::vector<Scored>& held);

/// A model's importance, and what the user said of the same message.
struct MarkedAnswer {
    double importance{0};
    double target{0.5};  ///< of the lesson: the centre of the band
};

/// What the user's marks make of the words of one model with one prompt.
struct ModelCalibration {
    Platt platt;         ///< the identity unless fitted
    int marks{0};        ///< that it stands on
    bool fitted{false};  ///< false: too few marks, or they show nothing better than the model's own word
};

inline constexpr int kMarksBeforeCalibrating = 20;

/// A model that says 0 or 1 is as sure as the surest lesson, not without end.
double boundedLogit(double importance);
/// Fitted only where it predicts marks that it did not see better than the model's own word does.
ModelCalibration calibrateModel(const std::vector<MarkedAnswer>& marks);

/// Saerens' EM: the prior of an unlabelled stream, from calibrated probabilities under the training prior.
double estimatePrior(const std::vector<double>& probabilities, double trainingPrior);
/// One probability moved from the training prior to another.
double shiftPrior(double probability, double trainingPrior, double newPrior);

struct ReliabilityBin {
    double meanProbability{0};
    double observed{0};
    double weight{0};
};

std::array<ReliabilityBin, 10> reliability(const std::vector<Scored>& scored);
double expectedCalibrationError(const std::vector<Scored>& scored);
/// Area under the ROC curve, ties counted half; 0.5 where one class is missing.
double rocAuc(const std::vector<Scored>& scored);
double averagePrecision(const std::vector<Scored>& scored);
double logLoss(const std::vector<Scored>& scored);

}  // namespace kith::triage
