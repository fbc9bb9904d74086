// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The local ranker: a shipped prior plus what this user taught it, and the decision that follows.
#pragma once

#include "core/base/result.h"
#include "core/domain/decision.h"
#include "core/domain/preferences.h"
#include "core/triage/features.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace kith::triage {

class RuleMatcher;
struct FusionState;
struct ModelAnswer;

/// One learned weight: the deviation from the prior, on the learning scale, and AdaGrad's accumulator.
struct Weight {
    double deviation{0};
    double squares{1};

    bool operator==(const Weight&) const = default;
};

struct RankerState {
    QHash<quint32, Weight> weights;  ///< only those ever touched
    Weight bias;
    qint64 steps{0};
    qint64 explicitSteps{0};  ///< marks by the user among them

    bool operator==(const RankerState&) const = default;
};

enum class Signal { Mark, Replied, Forwarded, Starred, Ignored, DeletedUnread, ArchivedUnread };

/// Behaviour pushes one way only: an answer never lowers, silence never lifts.
enum class Push { Both, Up, Down };

struct Lesson {
    double target{0.5};  ///< importance, clipped to (.02, .98)
    double weight{1};
    Push push{Push::Both};
};

Lesson lessonOf(Signal signal);
/// Silence is far more common than answers: weighted so that both together push no way on the whole.
Lesson lessonOfSilence(qint64 answeredSoFar, qint64 ignoredSoFar);
Lesson lessonOfMark(Priority marked);

/// What one lesson changed: enough to take it back, or to give it again.
struct LearnStep {
    qint64 index{0};  ///< state.steps before it
    FeatureVector features;
    double target{0};
    double weight{0};
    Push push{Push::Both};
    bool explicitMark{false};
    Weight biasBefore;
    std::vector<Weight> before;  ///< one for each feature
    double importanceBefore{0};
};

/// What the learned deviation sees of a feature's value: dense features together have at most length 1, so that one
/// lesson moves a message by a fraction of a band, however many features it has.
double learningScale(const FeatureVector& features);
double scoreOf(const FeatureVector& features, const RankerState& state);
LearnStep learn(RankerState& state, const FeatureVector& features, double target, double weight);
LearnStep learn(RankerState& state, const FeatureVector& features, const Lesson& lesson, bool explicitMark);
Lesson lessonOf(const LearnStep& step);
/// Restores every weight bit for bit; false (and nothing changes) where later lessons stand on top: then rebuild().
bool revert(RankerState& state, const LearnStep& step);
/// The state that these lessons give, from the prior on. Leaving one out is as if it had never been given.
RankerState rebuild(const std::vector<LearnStep>& steps);
/// The journal without the step at position: bit for bit as if it had never been taken; journal is renumbered.
RankerState forget(std::vector<LearnStep>& journal, size_t position);

QByteArray toBytes(const RankerState& state);
Result<RankerState> rankerStateFromBytes(const QByteArray& bytes);
QByteArray toBytes(const LearnStep& step);
Result<LearnStep> learnStepFromBytes(const QByteArray& bytes);

/// Decides, with rules as floors and caps. decidedAt and id are the caller's; needsReview uses reviewThreshold.
struct DecideOptions {
    double reviewThreshold{0.73};        ///< of uncertainty, see review.h
    double spreadFactor{1};              ///< widens or narrows the bands as the user's marks showed, see fitSpread()
    const ModelAnswer* model{nullptr};   ///< a model's word, joined with the ranker's; nothing: the ranker's stands
    const FusionState* fusion{nullptr};  ///< how they are joined; nothing: half and half
    bool modelFromCache{false};          ///< it was given for the same text before
    double shift{0};                     ///< logits on all mail, as the user accepted
    bool mayCheck{false};                ///< may be asked about by lot although it is sure, see isSpotCheck()
};
Decision decide(const TriageInput& input, const RuleMatcher& rules, const RankerState& state,
                const DecideOptions& options = {});
/// The same for a single message; compiles the preferences each time.
Decision decide(const TriageInput& input, const Preferences& preferences, const RankerState& state);

/// Probability of each band (index = priority) for a score with the given spread (scale of a logistic).
std::array<double, 5> bandProbabilities(double score, double spread);
/// Normalised entropy in [0,1].
double bandEntropy(const std::array<double, 5>& probability);
QString rankerVersion();
/// SHA-256 hex over everything that the decision depends on.
QByteArray inputsHash(const TriageInput& input, const FeatureVector& features);

}  // namespace kith::triage
