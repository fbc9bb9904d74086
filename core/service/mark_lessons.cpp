// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/mark_lessons.h"

#include <algorithm>
#include <cmath>

namespace kith::service {

namespace {

constexpr size_t kMarksWeighed = 400;  ///< newest ones: what Kith was like long ago says little about today
constexpr double kSameFactor = 1e-9;

QString budgetKey() {
    return QStringLiteral("review.error_budget");
}

QString shiftKey() {
    return QStringLiteral("triage.shift");
}

template <class T>
std::vector<T> newestOf(const std::vector<T>& all) {
    return {all.end() - static_cast<std::ptrdiff_t>(std::min(all.size(), kMarksWeighed)), all.end()};
}

/// The recent mail as it is scored with the bands as wide as they are now.
triage::UncertaintyProfile profileOf(const Judge& judge) {
    triage::UncertaintyProfile mail;
    for (const Judge::Sample& sample : judge.recent) {
        const auto bands = triage::bandProbabilities(sample.score, sample.spread * judge.spreadFactor);
        mail.add(triage::bandEntropy(bands), triage::statedError(bands, priorityOf(triage::sigmoid(sample.score))));
    }
    return mail;
}

}  // namespace

void teachMark(Judge& judge, const Feedback& mark, const triage::TriageInput& input) {
    judge.marks.insert(mark.message.value, mark.assigned);
    const bool asked = mark.origin == FeedbackOrigin::Review || mark.origin == FeedbackOrigin::SpotCheck;
    if (mark.uncertainty >= 0 && mark.origin != FeedbackOrigin::Imported) {
        judge.judged.push_back({mark.uncertainty, triage::filedWrong(mark.suggested, mark.assigned), mark.origin});
    }
    triage::DecideOptions options;
    options.fusion = &judge.fusion;
    const auto voice = judge.voices.constFind(mark.message.value);
    if (voice != judge.voices.cend()) {
        options.model = &voice->answer;
    }
    if (asked) {
        const Decision before = triage::decide(input, triage::RuleMatcher{}, judge.state, options);
        judge.answered.push_back({before.score, before.spread, static_cast<int>(mark.assigned)});
    }
    const triage::FeatureVector features = triage::features(input);
    const triage::Lesson lesson = triage::lessonOfMark(mark.assigned);
    if (voice != judge.voices.cend()) {
        triage::learnFusion(judge.fusion, triage::importanceOf(voice->answer),
                            triage::FusionState::key(voice->answer.model, voice->answer.promptVersion),
                            triage::scoreOf(features, judge.state), lesson.target, lesson.weight);
    }
    triage::learn(judge.state, features, lesson, true);
}

void weighMarks(Judge& judge) {
    const double factor = triage::fitSpread(newestOf(judge.answered));
    if (std::abs(factor - judge.spreadFactor) > kSameFactor || judge.mail.total() <= 0) {
        judge.spreadFactor = factor;
        judge.mail = profileOf(judge);
    }
    judge.review = triage::reviewThreshold(judge.mail, newestOf(judge.judged), judge.errorBudget);
}

Result<double> errorBudget(Cellar& cellar) {
    const auto value = cellar.settings.value(budgetKey());
    if (!value) {
        return value.error();
    }
    const double percent = value->isString() ? value->toString().toDouble() : value->toDouble(0);
    return percent > 0 && percent < 100 ? percent / 100 : triage::kDefaultErrorBudget;
}

void setErrorBudget(storage::ChangeWriter& change, Cellar& cellar, double share) {
    cellar.settings.set(change, budgetKey(), QString::number(share * 100));
}

Result<double> acceptedShift(Cellar& cellar) {
    const auto value = cellar.settings.value(shiftKey());
    return value ? Result<double>(std::clamp(value->toDouble(0), -2.0, 2.0)) : Result<double>(value.error());
}

void setAcceptedShift(storage::ChangeWriter& change, Cellar& cellar, double shift) {
    cellar.settings.set(change, shiftKey(), shift);
}

Result<Millis> spotChecksFrom(Cellar& cellar, Millis now) {
    const QString key = QStringLiteral("review.checks_from");
    const auto known = cellar.settings.integer(key, 0);
    if (!known || *known > 0) {
        return known ? Result<Millis>(Millis{*known}) : Result<Millis>(known.error());
    }
    if (const auto kept = cellar.settings.remember(key, static_cast<double>(now.count())); !kept) {
        return Millis::max();  // opened for reading: nothing is drawn
    }
    return now;
}

std::vector<BudgetPlan> budgetPlans(const Judge& judge) {
    std::vector<BudgetPlan> plans;
    for (const double budget : {0.02, 0.05, 0.10}) {
        BudgetPlan plan;
        plan.budget = budget;
        plan.threshold = triage::reviewThreshold(judge.mail, newestOf(judge.judged), budget);
        const double silent = plan.threshold.coverage;
        plan.questionsPer100 = 100 * ((1 - silent) + silent * triage::kSpotCheckShare);
        plans.push_back(plan);
    }
    return plans;
}

}  // namespace kith::service
