// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/ranker.h"

#include "core/base/json.h"
#include "core/triage/calibration.h"
#include "core/triage/explanation.h"
#include "core/triage/feature_list.h"
#include "core/triage/fusion.h"
#include "core/triage/model_prompt.h"
#include "core/triage/prior.h"
#include "core/triage/review.h"
#include "core/triage/rules.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

namespace kith::triage {

namespace {

constexpr double kBandSpread = 0.34;   // of the logistic around the score where the sender is well known
constexpr double kThinEvidence = 0.9;  // how much wider it is for an unknown sender
constexpr double kModelKnows = 0.5;    // share of that widening that stays where a model read the message
constexpr double kDisagreeing = 0.25;  // wider by this for each logit between model and ranker
constexpr double kEdgeMargin = 0.005;  // how far inside its band a rule puts a message

double bandFloor(Priority band) {
    return (static_cast<int>(band) - 0.5) / 4.0 + kEdgeMargin;
}
double bandCap(Priority band) {
    return (static_cast<int>(band) + 0.5) / 4.0 - kEdgeMargin;
}

Contribution contribution(const QString& name, double value, double weight) {
    Contribution one;
    one.name = name;
    one.value = value;
    one.weight = weight;
    one.effect = value * weight;
    return one;
}

std::vector<Contribution> rankerContributions(const TriageInput& input, const FeatureVector& features,
                                              const RankerState& state) {
    const Prior& prior = shippedPrior();
    std::vector<Contribution> all{contribution(QStringLiteral("bias"), 1.0, prior.bias + state.bias.deviation)};
    const double scale = learningScale(features);
    double words = 0;
    int known = 0;
    for (const Feature& feature : features) {
        const auto learned = state.weights.constFind(feature.index);
        const double deviation = learned == state.weights.cend() ? 0.0 : learned->deviation;
        if (feature.index >= kDenseFeatures) {
            const double effect = feature.value * deviation;
            words += effect;
            known += learned == state.weights.cend() ? 0 : 1;
            continue;
        }
        Contribution one = contribution(QString(featureName(feature.index)), feature.value,
                                        prior.dense[feature.index] + deviation * scale);
        one.note = evidenceNote(feature.index, input);
        std::tie(one.evidenceStart, one.evidenceEnd) = evidenceSpan(feature.index, input);
        all.push_back(std::move(one));
    }
    if (known > 0) {
        all.push_back(contribution(QStringLiteral("subject.words"), 1.0, words));
        all.back().note = QString::number(known);
    }
    return all;
}

double sumOfEffects(const std::vector<Contribution>& contributions) {
    double sum = 0;
    for (const Contribution& one : contributions) {
        sum += one.effect;
    }
    return sum;
}

/// The score that speaks loudest in the model's answer, in its own words.
QString loudestReason(const ModelAnswer& answer) {
    const std::array<const ModelScore*, 4> scores{&answer.contentValue, &answer.humanInteraction,
                                                  &answer.businessImpact, &answer.timeValue};
    const auto loudest = std::max_element(scores.begin(), scores.end(),
                                          [](const auto* a, const auto* b) { return a->value < b->value; });
    return (*loudest)->value >= answer.automation.value ? (*loudest)->reason : answer.automation.reason;
}

/// The answer, and the scaling that its word went through.
QJsonObject recordOf(const ModelAnswer& answer, const ModelCalibration& calibration) {
    QJsonObject record = toJson(answer);
    record.insert(QStringLiteral("calibration"), QJsonObject{{QStringLiteral("fitted"), calibration.fitted},
                                                             {QStringLiteral("marks"), calibration.marks},
                                                             {QStringLiteral("slope"), calibration.platt.slope},
                                                             {QStringLiteral("offset"), calibration.platt.offset}});
    return record;
}

/// Adds what the model's word changes as one contribution; how far the two were apart, in logits.
double joinModel(Decision& decision, const DecideOptions& options) {
    const ModelAnswer& answer = *options.model;
    const FusionState state = options.fusion == nullptr ? FusionState{} : *options.fusion;
    const QString key = FusionState::key(answer.model, answer.promptVersion);
    const Fused fused = fuse(state, importanceOf(answer), key, decision.score);
    const ModelCalibration calibration = state.calibrations.value(key);
    Contribution word = contribution(QStringLiteral("model"), 1.0, fused.score - decision.score);
    word.note = loudestReason(answer);
    decision.contributions.push_back(std::move(word));
    decision.score = sumOfEffects(decision.contributions);
    decision.decidedBy = options.modelFromCache ? DecidedBy::Cache : DecidedBy::Model;
    decision.modelRecord = json::canonical(recordOf(answer, calibration));
    return fused.disagreement;
}

/// Rules may look at topics and source, which only a model names.
TriageInput withTopics(TriageInput input, const ModelAnswer& answer) {
    input.topics = answer.topics;
    input.source = answer.source;
    return input;
}

/// Puts the importance inside the band that the rules ask for, as a contribution of its own.
void applyRules(const RuleOutcome& outcome, Decision& decision) {
    const double free = sigmoid(decision.score);
    const Priority wanted = outcome.applied(priorityOf(free));
    for (const FiredRule& rule : outcome.fired) {
        decision.rules << rule.label;
    }
    if (wanted == priorityOf(free)) {
        return;
    }
    const bool raised = wanted > priorityOf(free);
    const double target = logit(raised ? bandFloor(wanted) : bandCap(wanted));
    Contribution rule =
        contribution(raised ? QStringLiteral("rule.floor") : QStringLiteral("rule.cap"), 1.0, target - decision.score);
    rule.note = decision.rules.value(outcome.deciding.empty() ? 0 : static_cast<qsizetype>(outcome.deciding.front()));
    decision.contributions.push_back(rule);
    decision.decidedBy = DecidedBy::Rule;
}

/// Bands that a rule forbids have no probability left.
void clipBands(const RuleOutcome& outcome, std::array<double, 5>& bands) {
    double sum = 0;
    for (int band = 0; band < 5; ++band) {
        const bool open = outcome.applied(static_cast<Priority>(band)) == static_cast<Priority>(band);
        bands[static_cast<size_t>(band)] *= open ? 1.0 : 0.0;
        sum += bands[static_cast<size_t>(band)];
    }
    for (double& probability : bands) {
        probability = sum > 0 ? probability / sum : 0.2;
    }
}

/// A rule is the user's word: what it decided is not asked about.
void asking(Decision& decision, const DecideOptions& options) {
    if (decision.decidedBy == DecidedBy::Rule) {
        return;
    }
    const bool unsure = decision.uncertainty > options.reviewThreshold;
    decision.spotCheck = !unsure && options.mayCheck && isSpotCheck(decision.message.value);
    decision.needsReview = unsure || decision.spotCheck;
    if (decision.needsReview) {
        decision.askingValue = askingValue(decision.uncertainty, decision.importance, decision.spotCheck);
    }
}

double thinness(const SenderHistory& sender) {
    return 1.0 / std::sqrt(static_cast<double>(sender.received + sender.sentTo) + 1.0);
}

void hashNumber(QCryptographicHash& hash, double value) {
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(&value), sizeof value));
}

void hashText(QCryptographicHash& hash, const QString& text) {
    hash.addData(text.toUtf8());
    hash.addData(QByteArrayView("\x1f", 1));
}

}  // namespace

std::array<double, 5> bandProbabilities(double score, double spread) {
    std::array<double, 5> above{};  // P(band ≥ k)
    above[0] = 1.0;
    for (int band = 1; band < 5; ++band) {
        above[static_cast<size_t>(band)] = sigmoid((score - logit((band - 0.5) / 4.0)) / spread);
    }
    std::array<double, 5> bands{};
    for (size_t band = 0; band < 5; ++band) {
        bands[band] = std::max(0.0, above[band] - (band < 4 ? above[band + 1] : 0.0));
    }
    return bands;
}

double bandEntropy(const std::array<double, 5>& probability) {
    double entropy = 0;
    for (const double p : probability) {
        entropy -= p > 0 ? p * std::log(p) : 0.0;
    }
    return std::clamp(entropy / std::log(5.0), 0.0, 1.0);
}

QString rankerVersion() {
    return QStringLiteral("%1/features-%2/bands-1").arg(shippedPrior().version).arg(kFeatureVersion);
}

QByteArray inputsHash(const TriageInput& input, const FeatureVector& features) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hashNumber(hash, kFeatureVersion);
    for (const Feature& feature : features) {
        hashNumber(hash, feature.index);
        hashNumber(hash, feature.value);
    }
    hashNumber(hash, input.sender.received);
    hashNumber(hash, input.sender.sentTo);
    for (const QString& text : {input.subject, input.from.address, input.from.name, input.source}) {
        hashText(hash, text);
    }
    hashText(hash, input.topics.join(QChar(0x1e)));
    return hash.result().toHex();
}

Decision decide(const TriageInput& given, const RuleMatcher& rules, const RankerState& state,
                const DecideOptions& options) {
    const TriageInput input = options.model == nullptr ? given : withTopics(given, *options.model);
    const FeatureVector vector = features(input);
    Decision decision;
    decision.message = input.message;
    decision.contributions = rankerContributions(input, vector, state);
    decision.score = sumOfEffects(decision.contributions);
    double thin = kThinEvidence * thinness(input.sender);
    double apart = 0;
    if (options.model != nullptr) {
        apart = joinModel(decision, options);
        thin *= kModelKnows;
    }
    if (options.shift != 0) {
        decision.contributions.push_back(contribution(QStringLiteral("user.shift"), 1.0, options.shift));
        decision.score = sumOfEffects(decision.contributions);
    }
    decision.spread = kBandSpread * options.spreadFactor * (1.0 + thin + kDisagreeing * apart);
    decision.bandProbability = bandProbabilities(decision.score, decision.spread);
    const RuleOutcome outcome = rules.match(ruleFields(input));
    if (!outcome.fired.empty()) {
        clipBands(outcome, decision.bandProbability);
        applyRules(outcome, decision);
        decision.score = sumOfEffects(decision.contributions);
    }
    decision.importance = sigmoid(decision.score);
    decision.priority = priorityOf(decision.importance);
    decision.confidence = decision.bandProbability[static_cast<size_t>(decision.priority)];
    decision.uncertainty = bandEntropy(decision.bandProbability);
    asking(decision, options);
    decision.reason = reasonKey(decision.contributions, decision.score);
    decision.rankerVersion = rankerVersion();
    decision.inputsHash = inputsHash(input, vector);
    return decision;
}

Decision decide(const TriageInput& input, const Preferences& preferences, const RankerState& state) {
    return decide(input, RuleMatcher(preferences), state);
}

}  // namespace kith::triage
