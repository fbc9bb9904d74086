// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/review.h"

#include "core/triage/ranker.h"

#include <algorithm>
#include <cmath>

namespace kith::triage {

namespace {

/// P(X ≤ successes) for a binomial, summed in logs so that it holds for thousands of trials.
double binomialBelow(int successes, int trials, double p) {
    if (p <= 0) {
        return 1;
    }
    if (p >= 1) {
        return successes >= trials ? 1 : 0;
    }
    double sum = 0;
    for (int k = 0; k <= successes; ++k) {
        const double ways = std::lgamma(trials + 1.0) - std::lgamma(k + 1.0) - std::lgamma(trials - k + 1.0);
        sum += std::exp(ways + k * std::log(p) + (trials - k) * std::log1p(-p));
    }
    return std::min(sum, 1.0);
}

}  // namespace

double clopperPearsonUpper(int successes, int trials, double confidence) {
    if (trials <= 0 || successes >= trials) {
        return 1;
    }
    double low = 0, high = 1;
    for (int round = 0; round < 60; ++round) {
        const double middle = (low + high) / 2;
        (binomialBelow(successes, trials, middle) > 1 - confidence ? low : high) = middle;
    }
    return high;
}

ReviewThreshold reviewThreshold(std::vector<JudgedDecision> judged, double errorBudget, double confidence) {
    ReviewThreshold best{kDefaultReviewThreshold, 0, 1, static_cast<int>(judged.size()), false};
    if (judged.size() < kMarksBeforeMeasuring) {
        return best;
    }
    std::sort(judged.begin(), judged.end(),
              [](const JudgedDecision& a, const JudgedDecision& b) { return a.uncertainty < b.uncertainty; });
    best.measured = true;
    best.uncertainty = 0;
    int wrong = 0;
    for (size_t i = 0; i < judged.size(); ++i) {
        wrong += judged[i].wrong ? 1 : 0;
        const bool lastOfEquals = i + 1 == judged.size() || judged[i + 1].uncertainty > judged[i].uncertainty;
        const int filed = static_cast<int>(i) + 1;
        const double bound = lastOfEquals ? clopperPearsonUpper(wrong, filed, confidence) : 1;
        if (bound <= errorBudget) {
            best.uncertainty = judged[i].uncertainty;
            best.coverage = static_cast<double>(filed) / static_cast<double>(judged.size());
            best.errorBound = bound;
        }
    }
    return best;
}

double fitSpread(const std::vector<MarkedScore>& marks) {
    if (marks.size() < kMarksBeforeMeasuring) {
        return 1;
    }
    double best = 1, bestLoss = 0;
    for (double factor = 0.5; factor < 6; factor *= 1.1) {
        double loss = 0;
        for (const MarkedScore& mark : marks) {
            const auto bands = bandProbabilities(mark.score, mark.spread * factor);
            loss -= std::log(std::max(bands[static_cast<size_t>(std::clamp(mark.marked, 0, 4))], 1e-6));
        }
        if (bestLoss == 0 || loss < bestLoss) {
            bestLoss = loss;
            best = factor;
        }
    }
    return best;
}

double askingValue(double uncertainty, double importance) {
    return uncertainty * (0.25 + importance);
}

}  // namespace kith::triage
