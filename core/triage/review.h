// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Which decisions to show the user before filing: the threshold that keeps silent errors within the error budget.
//
// An error is a decision that the user would have put on the other side of High (it needed them, or it did not), or two
// bands away: a step from Low to Very Low costs nobody anything. The error of what is filed silently cannot be read off
// the marks: most marks are corrections, which the user makes where something is wrong. So each mark says how it came
// about (FeedbackOrigin):
//
//   answers in the review queue   Kith chose the question, for its uncertainty alone
//   spot checks                   Kith chose it by lot among what it had filed silently
//   corrections                   the user chose it
//
// Within a narrow stratum s of uncertainty the first two are a random sample, so that s has the posterior
//   e_s ~ Beta(k_s·p_s + wrong_s, k_s·(1 − p_s) + right_s),    k_s = kPriorMarks · share_s,
// where p_s is the error that the decisions themselves state, and the whole is weighed by the share w_s of all mail
// (not of the marks) that falls into the stratum: post-stratification, the importance-weighted estimator with weights
// made of the known shares (Horvitz & Thompson 1952; Cochran, Sampling Techniques, 5A). For a threshold t
//   R(t) = Σ_{s ≤ t} w_s·e_s / Σ_{s ≤ t} w_s,
// a sum of independent Betas, taken as the Beta of the same mean and variance. Corrections can only show that it is
// worse: R(t) is at least (wrong corrections under t) / (mail filed under t).
//
// Filed silently is what lies under the largest t for which
//   R̂(t) + λ(t)·(U(t) − R̂(t)) ≤ budget,    λ(t) = min(1, n(t)/100),
// where R̂ is the mean of R, U its bound of 95 %, and n(t) counts the answers under t that Kith chose: selective
// classification with a bound on the risk (Geifman & El-Yaniv 2017) that comes in as the evidence does. With the whole
// bound from the first mark on, forty faultless answers would still allow an error of 7 %, and everything would be
// asked. What the user is shown is always U.
#pragma once

#include "core/domain/feedback.h"

#include <array>
#include <vector>

namespace kith::triage {

inline constexpr double kDefaultReviewThreshold = 0.73;  ///< while no mail is known
inline constexpr double kDefaultErrorBudget = 0.05;
inline constexpr int kMarksBeforeMeasuring = 40;
inline constexpr double kPriorMarks = 20;
inline constexpr double kSpotCheckShare = 0.02;  ///< of what is filed silently

/// One decision that the user has judged.
struct JudgedDecision {
    double uncertainty{0};
    bool wrong{false};  ///< see filedWrong()
    FeedbackOrigin origin{FeedbackOrigin::Review};
};

/// The mail that decisions are made about, by how unsure they are.
class UncertaintyProfile {
public:
    static constexpr size_t kStrata = 50;

    void add(double uncertainty, double statedError);
    double total() const { return m_total; }
    double share(size_t stratum) const { return m_total > 0 ? m_count[stratum] / m_total : 0; }
    double statedError(size_t stratum) const;
    double count(size_t stratum) const { return m_count[stratum]; }
    static size_t stratumOf(double uncertainty);
    /// The uncertainty up to which the stratum reaches.
    static double upperEdge(size_t stratum) { return static_cast<double>(stratum + 1) / kStrata; }

private:
    std::array<double, kStrata> m_count{}, m_error{};
    double m_total{0};
};

struct SilentError {
    double estimate{0};
    double bound{1};  ///< 95 %
};

struct ReviewThreshold {
    double uncertainty{kDefaultReviewThreshold};  ///< above it: ask
    double coverage{0};                           ///< share of the mail that is filed silently
    SilentError error;                            ///< of what is filed silently
    int answers{0};                               ///< that Kith chose: queue and spot checks
    int corrections{0};                           ///< that the user chose
    bool measured{false};                         ///< false: too few answers, it rests on what the decisions state
};

ReviewThreshold reviewThreshold(const UncertaintyProfile& mail, const std::vector<JudgedDecision>& judged,
                                double errorBudget);
/// On the other side of High, or two bands away.
bool filedWrong(Priority decided, Priority marked);
/// How probable it is by the bands themselves.
double statedError(const std::array<double, 5>& bands, Priority decided);
/// By lot, the same one each time for the same message; share in [0,1].
bool isSpotCheck(qint64 message, double share = kSpotCheckShare);

/// Exact upper bound on a proportion: successes of trials, confidence e.g. .95 (Clopper & Pearson 1934).
double clopperPearsonUpper(int successes, int trials, double confidence);
/// Regularised incomplete beta function I_x(a, b) and where it reaches p.
double betaProbability(double a, double b, double x);
double betaQuantile(double a, double b, double p);

/// One decision with the band that the user then chose.
struct MarkedScore {
    double score{0};   ///< logits, before the mark
    double spread{1};  ///< as it was assumed
    int marked{0};     ///< the band that the user chose, 0–4
};
/// How much wider (or narrower) than assumed the bands are, from answers that Kith chose: the most probable factor
/// under a log-normal prior around 1, so that few marks move it little.
double fitSpread(const std::vector<MarkedScore>& marks);
/// What asking about this one is worth: unsure and high first; a spot check as much as a middling question.
double askingValue(double uncertainty, double importance, bool spotCheck = false);

}  // namespace kith::triage
