// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/calibration.h"

#include <algorithm>
#include <cmath>

namespace kith::triage {

namespace {

struct ClassWeights {
    double positive{0};
    double negative{0};
};

ClassWeights classWeights(const std::vector<Scored>& scored) {
    ClassWeights sums;
    for (const Scored& one : scored) {
        (one.positive ? sums.positive : sums.negative) += one.weight;
    }
    return sums;
}

std::vector<Scored> byScoreDescending(std::vector<Scored> scored) {
    std::stable_sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) { return a.score > b.score; });
    return scored;
}

/// One Newton step for Platt's two parameters; false when it no longer moves.
bool plattStep(const std::vector<Scored>& held, const ClassWeights& targets, Platt& platt) {
    double gradSlope = 0, gradOffset = 0, hessSlope = 1e-6, hessCross = 0, hessOffset = 1e-6;
    for (const Scored& one : held) {
        const double p = platt(one.score);
        const double error = one.weight * (p - (one.positive ? targets.positive : targets.negative));
        const double curve = one.weight * p * (1 - p);
        gradSlope += error * one.score;
        gradOffset += error;
        hessSlope += curve * one.score * one.score;
        hessCross += curve * one.score;
        hessOffset += curve;
    }
    const double determinant = hessSlope * hessOffset - hessCross * hessCross;
    if (std::abs(determinant) < 1e-12) {
        return false;
    }
    const double stepSlope = (gradSlope * hessOffset - gradOffset * hessCross) / determinant;
    const double stepOffset = (gradOffset * hessSlope - gradSlope * hessCross) / determinant;
    platt.slope -= std::clamp(stepSlope, -2.0, 2.0);
    platt.offset -= std::clamp(stepOffset, -2.0, 2.0);
    return std::abs(stepSlope) + std::abs(stepOffset) > 1e-9;
}

constexpr double kSurest = 0.98;
constexpr size_t kFolds = 5;
constexpr double kLeastSlope = 0.05;  // below it, or turned round, only the level of the model's words can be scaled

/// A target between the classes counts for both, by its share.
void addMark(std::vector<Scored>& scored, const MarkedAnswer& mark) {
    const double score = boundedLogit(mark.importance);
    scored.push_back({score, true, mark.target});
    scored.push_back({score, false, 1 - mark.target});
}

/// The slope stays 1: for a model that always says the same, or says nothing that goes with the marks.
Platt fitLevel(const std::vector<Scored>& scored) {
    Platt platt;
    for (int round = 0; round < 50; ++round) {
        double gradient = 0, curve = 1e-6;
        for (const Scored& one : scored) {
            const double p = platt(one.score);
            gradient += one.weight * (p - (one.positive ? 1.0 : 0.0));
            curve += one.weight * p * (1 - p);
        }
        platt.offset -= std::clamp(gradient / curve, -2.0, 2.0);
    }
    return platt;
}

double lossOver(const std::vector<Scored>& scored, const Platt& platt) {
    double loss = 0;
    for (const Scored& one : scored) {
        const double p = std::clamp(platt(one.score), 1e-6, 1.0 - 1e-6);
        loss -= one.weight * std::log(one.positive ? p : 1 - p);
    }
    return loss;
}

Platt fitMarks(const std::vector<Scored>& scored) {
    const Platt level = fitLevel(scored);
    const Platt platt = fitPlatt(scored);  // wild where all scores are the same
    return platt.slope >= kLeastSlope && lossOver(scored, platt) < lossOver(scored, level) ? platt : level;
}

double lossOf(const Platt& platt, const MarkedAnswer& mark) {
    const double p = std::clamp(platt(boundedLogit(mark.importance)), 1e-6, 1.0 - 1e-6);
    return -mark.target * std::log(p) - (1 - mark.target) * std::log(1 - p);
}

/// How much the loss on marks that were not fitted falls by fitting; above 0: it helps.
double gainOfFitting(const std::vector<MarkedAnswer>& marks) {
    double gain = 0;
    for (size_t fold = 0; fold < kFolds; ++fold) {
        std::vector<Scored> seen;
        for (size_t i = 0; i < marks.size(); ++i) {
            if (i % kFolds != fold) {
                addMark(seen, marks[i]);
            }
        }
        const Platt platt = fitMarks(seen);
        for (size_t i = fold; i < marks.size(); i += kFolds) {
            gain += lossOf(Platt{}, marks[i]) - lossOf(platt, marks[i]);
        }
    }
    return gain;
}

}  // namespace

double boundedLogit(double importance) {
    return logit(std::clamp(importance, 1.0 - kSurest, kSurest));
}

double sigmoid(double logit) {
    if (logit >= 0) {
        return 1.0 / (1.0 + std::exp(-logit));
    }
    const double e = std::exp(logit);
    return e / (1.0 + e);
}

double logit(double probability) {
    const double p = std::clamp(probability, 1e-6, 1.0 - 1e-6);
    return std::log(p / (1.0 - p));
}

double Platt::operator()(double score) const {
    return sigmoid(slope * score + offset);
}

Platt fitPlatt(const std::vector<Scored>& held) {
    const ClassWeights sums = classWeights(held);
    Platt platt;
    if (sums.positive <= 0 || sums.negative <= 0) {
        return platt;
    }
    const ClassWeights targets{(sums.positive + 1) / (sums.positive + 2), 1 / (sums.negative + 2)};
    for (int round = 0; round < 100 && plattStep(held, targets, platt); ++round) {
    }
    return platt;
}

ModelCalibration calibrateModel(const std::vector<MarkedAnswer>& marks) {
    ModelCalibration calibration;
    calibration.marks = static_cast<int>(marks.size());
    if (calibration.marks < kMarksBeforeCalibrating || gainOfFitting(marks) <= 0) {
        return calibration;
    }
    std::vector<Scored> all;
    for (const MarkedAnswer& mark : marks) {
        addMark(all, mark);
    }
    calibration.platt = fitMarks(all);
    calibration.fitted = true;
    return calibration;
}

double shiftPrior(double probability, double trainingPrior, double newPrior) {
    return sigmoid(logit(probability) - logit(trainingPrior) + logit(newPrior));
}

double estimatePrior(const std::vector<double>& probabilities, double trainingPrior) {
    double prior = trainingPrior;
    for (int round = 0; round < 200 && !probabilities.empty(); ++round) {
        double sum = 0;
        for (const double p : probabilities) {
            sum += shiftPrior(p, trainingPrior, prior);
        }
        const double next = sum / static_cast<double>(probabilities.size());
        const bool settled = std::abs(next - prior) < 1e-7;
        prior = next;
        if (settled) {
            break;
        }
    }
    return prior;
}

std::array<ReliabilityBin, 10> reliability(const std::vector<Scored>& scored) {
    std::array<ReliabilityBin, 10> bins;
    for (const Scored& one : scored) {
        auto& bin = bins[static_cast<size_t>(std::clamp(static_cast<int>(one.score * 10), 0, 9))];
        bin.meanProbability += one.weight * one.score;
        bin.observed += one.positive ? one.weight : 0.0;
        bin.weight += one.weight;
    }
    for (ReliabilityBin& bin : bins) {
        if (bin.weight > 0) {
            bin.meanProbability /= bin.weight;
            bin.observed /= bin.weight;
        }
    }
    return bins;
}

double expectedCalibrationError(const std::vector<Scored>& scored) {
    double gap = 0, weight = 0;
    for (const ReliabilityBin& bin : reliability(scored)) {
        gap += bin.weight * std::abs(bin.meanProbability - bin.observed);
        weight += bin.weight;
    }
    return weight > 0 ? gap / weight : 0.0;
}

double rocAuc(const std::vector<Scored>& scored) {
    const ClassWeights sums = classWeights(scored);
    if (sums.positive <= 0 || sums.negative <= 0) {
        return 0.5;
    }
    const std::vector<Scored> sorted = byScoreDescending(scored);
    double area = 0, positives = 0;
    for (size_t i = 0; i < sorted.size();) {
        double tiedPositive = 0, tiedNegative = 0;
        const double score = sorted[i].score;
        for (; i < sorted.size() && sorted[i].score == score; ++i) {
            (sorted[i].positive ? tiedPositive : tiedNegative) += sorted[i].weight;
        }
        area += tiedNegative * (positives + tiedPositive / 2);
        positives += tiedPositive;
    }
    return area / (sums.positive * sums.negative);
}

double averagePrecision(const std::vector<Scored>& scored) {
    const ClassWeights sums = classWeights(scored);
    double seen = 0, positives = 0, sum = 0;
    for (const Scored& one : byScoreDescending(scored)) {
        seen += one.weight;
        if (one.positive) {
            positives += one.weight;
            sum += one.weight * positives / seen;
        }
    }
    return sums.positive > 0 ? sum / sums.positive : 0.0;
}

double logLoss(const std::vector<Scored>& scored) {
    double loss = 0, weight = 0;
    for (const Scored& one : scored) {
        const double p = std::clamp(one.score, 1e-6, 1.0 - 1e-6);
        loss -= one.weight * std::log(one.positive ? p : 1 - p);
        weight += one.weight;
    }
    return weight > 0 ? loss / weight : 0.0;
}

}  // namespace kith::triage
