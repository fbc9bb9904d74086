// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/review.h"

#include "core/triage/ranker.h"

#include <algorithm>
#include <cmath>

namespace kith::triage {

namespace {

constexpr double kSpotCheckWorth = 0.3;
constexpr double kFullBoundAnswers = 100;
constexpr double kShownConfidence = 0.95;
constexpr double kSpreadPrior = 0.6;  // standard deviation of the logarithm of the factor

/// Continued fraction of the incomplete beta function by Lentz's method.
double betaFraction(double a, double b, double x) {
    const auto kept = [](double value) { return std::abs(value) < 1e-300 ? 1e-300 : value; };
    double c = 1;
    double d = 1 / kept(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m <= 400; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        double step = 1;
        for (const double term : {even, odd}) {
            d = 1 / kept(1 + term * d);
            c = kept(1 + term / c);
            step = c * d;
            fraction *= step;
        }
        if (std::abs(step - 1) < 1e-13) {
            break;
        }
    }
    return fraction;
}

struct Answers {
    std::array<double, UncertaintyProfile::kStrata> wrong{}, right{}, corrected{};
    int chosen{0};
    int corrections{0};
};

Answers sorted(const std::vector<JudgedDecision>& judged) {
    Answers answers;
    for (const JudgedDecision& one : judged) {
        const size_t stratum = UncertaintyProfile::stratumOf(one.uncertainty);
        if (one.origin == FeedbackOrigin::Review || one.origin == FeedbackOrigin::SpotCheck) {
            ++answers.chosen;
            (one.wrong ? answers.wrong : answers.right)[stratum] += 1;
        } else {
            ++answers.corrections;
            answers.corrected[stratum] += one.wrong ? 1 : 0;
        }
    }
    return answers;
}

/// Mean and variance of what the strata up to now err together, each by its share of the mail.
struct Pooled {
    double share{0}, mean{0}, variance{0}, filed{0}, corrected{0}, answers{0};

    void add(const UncertaintyProfile& mail, const Answers& given, size_t stratum) {
        const double weight = mail.share(stratum);
        const double marks = std::max(kPriorMarks * weight, 1e-9);
        const double a = marks * mail.statedError(stratum) + given.wrong[stratum];
        const double all = marks + given.wrong[stratum] + given.right[stratum];
        const double error = a / all;
        share += weight;
        mean += weight * error;
        variance += weight * weight * error * (1 - error) / (all + 1);
        filed += mail.count(stratum);
        corrected += given.corrected[stratum];
        answers += given.wrong[stratum] + given.right[stratum];
    }
    /// 95 % sure that the error of what is filed up to here is no larger.
    double bound() const {
        const double error = std::clamp(mean / share, 1e-9, 1 - 1e-9);
        const double spread = std::max(variance / (share * share), 1e-12);
        const double marks = std::max(error * (1 - error) / spread - 1, 1e-3);
        return std::max(betaQuantile(marks * error, marks * (1 - error), kShownConfidence), atLeast());
    }
    double estimate() const { return std::max(mean / share, atLeast()); }

private:
    double atLeast() const { return filed > 0 ? std::min(1.0, corrected / filed) : 0; }
};

}  // namespace

double betaProbability(double a, double b, double x) {
    if (x <= 0 || x >= 1) {
        return x <= 0 ? 0 : 1;
    }
    const double front =
        std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    return x < (a + 1) / (a + b + 2) ? front * betaFraction(a, b, x) / a : 1 - front * betaFraction(b, a, 1 - x) / b;
}

double betaQuantile(double a, double b, double p) {
    double low = 0, high = 1;
    for (int round = 0; round < 60; ++round) {
        const double middle = (low + high) / 2;
        (betaProbability(a, b, middle) < p ? low : high) = middle;
    }
    return high;
}

double clopperPearsonUpper(int successes, int trials, double confidence) {
    if (trials <= 0 || successes >= trials) {
        return 1;
    }
    return betaQuantile(successes + 1, trials - successes, confidence);
}

size_t UncertaintyProfile::stratumOf(double uncertainty) {
    return static_cast<size_t>(std::clamp(uncertainty, 0.0, 1.0) * (kStrata - 1e-9));
}

void UncertaintyProfile::add(double uncertainty, double statedError) {
    const size_t stratum = stratumOf(uncertainty);
    m_count[stratum] += 1;
    m_error[stratum] += statedError;
    m_total += 1;
}

double UncertaintyProfile::statedError(size_t stratum) const {
    return m_count[stratum] > 0 ? std::clamp(m_error[stratum] / m_count[stratum], 1e-4, 0.95) : 0.5;
}

ReviewThreshold reviewThreshold(const UncertaintyProfile& mail, const std::vector<JudgedDecision>& judged,
                                double errorBudget) {
    const Answers answers = sorted(judged);
    ReviewThreshold threshold;
    threshold.answers = answers.chosen;
    threshold.corrections = answers.corrections;
    threshold.measured = answers.chosen >= kMarksBeforeMeasuring;
    if (mail.total() <= 0) {
        return threshold;
    }
    threshold.uncertainty = 0;
    Pooled pooled;
    for (size_t stratum = 0; stratum < UncertaintyProfile::kStrata; ++stratum) {
        if (mail.share(stratum) <= 0) {
            continue;
        }
        pooled.add(mail, answers, stratum);
        const SilentError error{pooled.estimate(), pooled.bound()};
        const double evidence = std::min(1.0, pooled.answers / kFullBoundAnswers);
        if (error.estimate + evidence * (error.bound - error.estimate) <= errorBudget) {
            threshold.uncertainty = UncertaintyProfile::upperEdge(stratum);
            threshold.coverage = std::min(pooled.share, 1.0);
            threshold.error = error;
        }
    }
    return threshold;
}

bool filedWrong(Priority decided, Priority marked) {
    const bool needed = marked >= Priority::High, shown = decided >= Priority::High;
    return needed != shown || std::abs(static_cast<int>(decided) - static_cast<int>(marked)) >= 2;
}

double statedError(const std::array<double, 5>& bands, Priority decided) {
    double wrong = 0;
    for (int band = 0; band < 5; ++band) {
        wrong += filedWrong(decided, static_cast<Priority>(band)) ? bands[static_cast<size_t>(band)] : 0;
    }
    return std::clamp(wrong, 0.0, 1.0);
}

bool isSpotCheck(qint64 message, double share) {
    quint64 x = static_cast<quint64>(message) + 0x9e3779b97f4a7c15u;  // splitmix64
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    x ^= x >> 31;
    return static_cast<double>(x >> 11) / 9007199254740992.0 < share;
}

double fitSpread(const std::vector<MarkedScore>& marks) {
    double best = 1, bestLoss = 0;
    bool first = true;
    for (double factor = 0.5; factor < 6; factor *= 1.05) {
        double loss = std::log(factor) * std::log(factor) / (2 * kSpreadPrior * kSpreadPrior);
        for (const MarkedScore& mark : marks) {
            const auto bands = bandProbabilities(mark.score, mark.spread * factor);
            loss -= std::log(std::max(bands[static_cast<size_t>(std::clamp(mark.marked, 0, 4))], 1e-6));
        }
        if (first || loss < bestLoss) {
            first = false;
            bestLoss = loss;
            best = factor;
        }
    }
    return marks.empty() ? 1 : best;
}

double askingValue(double uncertainty, double importance, bool spotCheck) {
    return uncertainty * (0.25 + importance) + (spotCheck ? kSpotCheckWorth : 0);
}

}  // namespace kith::triage
