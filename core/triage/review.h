// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Which decisions to show the user before filing: the threshold that keeps silent errors within the error budget.
#pragma once

#include <vector>

namespace kith::triage {

/// One decision that the user has judged.
struct JudgedDecision {
    double uncertainty{0};
    bool wrong{false};
};

struct ReviewThreshold {
    double uncertainty{0};  ///< above it: ask
    double coverage{0};     ///< share of the judged decisions filed silently
    double errorBound{1};   ///< upper bound on the error among them
    int marks{0};           ///< how many judged decisions it stands on
    bool measured{false};   ///< false: too few marks, the default stands
};

inline constexpr double kDefaultReviewThreshold = 0.73;
inline constexpr int kMarksBeforeMeasuring = 40;

/// Exact upper bound on a proportion: successes of trials, confidence e.g. .95.
double clopperPearsonUpper(int successes, int trials, double confidence);
ReviewThreshold reviewThreshold(std::vector<JudgedDecision> judged, double errorBudget, double confidence = 0.95);
/// How much wider (or narrower) than assumed the bands are, from the user's own marks; 1 while there are few.
struct MarkedScore {
    double score{0};   ///< logits, before the mark
    double spread{1};  ///< as it was assumed
    int marked{0};     ///< the band that the user chose, 0–4
};
double fitSpread(const std::vector<MarkedScore>& marks);
/// What asking about this one is worth: unsure and high first.
double askingValue(double uncertainty, double importance);

}  // namespace kith::triage
