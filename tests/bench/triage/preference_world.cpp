// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/bench/triage/preference_world.h"

#include "core/triage/calibration.h"
#include "core/triage/feature_list.h"
#include "core/triage/fusion.h"
#include "core/triage/prior.h"
#include "core/triage/ranker.h"
#include "core/triage/review.h"
#include "core/triage/rules.h"

#include <algorithm>
#include <cmath>

namespace kith::bench {

namespace {

using namespace triage;

constexpr int kSenders = 60;
constexpr int kTopics = 16;
constexpr double kModelSlope = 1.6;  // it exaggerates
constexpr double kModelShift = 0.5;  // and finds everything a little too important

const char* const kTopicWords[kTopics] = {"budget", "invoice", "offer",    "delivery", "audit",  "hiring",
                                          "travel", "server",  "contract", "press",    "launch", "training",
                                          "survey", "lease",   "safety",   "party"};

struct Learner {
    RankerState state;
    FusionState fusion;
    std::vector<MarkedScore> answered;

    Decision decided(const SimulatedMail& mail, bool withModel, double factor = 1) const {
        DecideOptions options;
        options.fusion = &fusion;
        options.model = withModel ? &mail.answer : nullptr;
        options.spreadFactor = factor;
        return decide(mail.input, RuleMatcher{}, state, options);
    }
    void mark(const SimulatedMail& mail) {
        const Decision before = decided(mail, true);
        answered.push_back({before.score, before.spread, static_cast<int>(mail.band)});
        const Lesson lesson = lessonOfMark(mail.band);
        const FeatureVector vector = features(mail.input);
        learnFusion(fusion, importanceOf(mail.answer), FusionState::key(mail.answer.model, mail.answer.promptVersion),
                    scoreOf(vector, state), lesson.target, lesson.weight);
        learn(state, vector, lesson, true);
    }
};

/// Pairs of unequal bands in the right order; ties count half.
double ordered(const std::vector<SimulatedMail>& mail, const std::vector<double>& scores) {
    double right = 0, pairs = 0;
    for (size_t i = 0; i < mail.size(); ++i) {
        for (size_t j = i + 1; j < mail.size(); ++j) {
            if (mail[i].band == mail[j].band) {
                continue;
            }
            pairs += 1;
            const bool iHigher = mail[i].band > mail[j].band;
            right += scores[i] == scores[j] ? 0.5 : (scores[i] > scores[j]) == iHigher ? 1.0 : 0.0;
        }
    }
    return right / pairs;
}

Standing measured(const Learner& learner, const std::vector<SimulatedMail>& mail, int marks) {
    const Learner untaught;
    const double factor = fitSpread(learner.answered);
    std::vector<double> prior, ranker, model, fused;
    std::vector<Scored> confidence;
    Standing standing;
    standing.marks = marks;
    for (const SimulatedMail& one : mail) {
        const Decision together = learner.decided(one, true, factor);
        prior.push_back(untaught.decided(one, false).score);
        ranker.push_back(learner.decided(one, false).score);
        model.push_back(importanceOf(one.answer));
        fused.push_back(together.score);
        confidence.push_back({together.confidence, together.priority == one.band});
        const double centre = static_cast<double>(one.band) / 4;
        standing.priorLoss += std::abs(sigmoid(prior.back()) - centre) / static_cast<double>(mail.size());
        standing.fusedLoss += std::abs(together.importance - centre) / static_cast<double>(mail.size());
    }
    standing.prior = ordered(mail, prior);
    standing.ranker = ordered(mail, ranker);
    standing.model = ordered(mail, model);
    standing.fused = ordered(mail, fused);
    standing.behind = standing.fused < standing.ranker ? 1 : 0;
    standing.calibration = expectedCalibrationError(confidence);
    return standing;
}

}  // namespace

PreferenceWorld::PreferenceWorld(unsigned seed)
    : m_random(seed) {
    for (int i = 0; i < kSenders; ++i) {
        Sender sender;
        sender.bulk = i % 3 == 0;
        sender.address = QStringLiteral("%1%2@firm%3.example")
                             .arg(sender.bulk ? QStringLiteral("news") : QStringLiteral("person"))
                             .arg(i)
                             .arg(i / 2);
        sender.liking = normal(1.0);
        const double closeness = sender.bulk ? 0 : std::max(0.0, sender.liking + normal(1.0));
        sender.history.received = 5 + static_cast<int>(uniform() * 40);
        sender.history.repliedTo = static_cast<int>(sender.history.received * std::min(0.8, closeness * 0.25));
        sender.history.sentTo = sender.history.repliedTo + static_cast<int>(closeness * 3);
        sender.history.receivedUnanswered = sender.history.repliedTo > 0 ? 1 : sender.history.received;
        sender.history.medianReplyHours = sender.history.repliedTo > 0 ? 2 + uniform() * 40 : -1;
        m_senders.push_back(sender);
    }
    for (const char* words : kTopicWords) {
        m_topics.push_back({QString::fromLatin1(words), normal(0.9), normal(0.9)});
    }
    for (unsigned i = 0; i < kDenseFeatures; ++i) {
        m_taste.push_back(normal(0.35));
    }
}

double PreferenceWorld::normal(double spread) {
    return std::normal_distribution<double>(0, spread)(m_random);
}

double PreferenceWorld::uniform() {
    return std::uniform_real_distribution<double>(0, 1)(m_random);
}

SimulatedMail PreferenceWorld::one() {
    const Sender& sender = m_senders[static_cast<size_t>(uniform() * kSenders)];
    const Topic& topic = m_topics[static_cast<size_t>(uniform() * kTopics)];
    SimulatedMail mail;
    TriageInput& input = mail.input;
    input.message.value = 1 + static_cast<qint64>(m_random());
    input.from.address = sender.address;
    input.subject = (uniform() < 0.3 && !sender.bulk ? QStringLiteral("Re: ") : QString()) + topic.words +
                    QStringLiteral(" %1").arg(static_cast<int>(uniform() * 1000));
    input.sender = sender.history;
    input.ownerInTo = !sender.bulk && uniform() < 0.8;
    input.ownerInCc = !input.ownerInTo;
    input.recipients = sender.bulk ? 1 : 1 + static_cast<int>(uniform() * 6);
    input.date = std::chrono::hours(24 * 20000);
    input.hour = static_cast<int>(uniform() * 24);
    input.weekday = 1 + static_cast<int>(uniform() * 7);
    if (sender.bulk) {
        input.bulk.listId = QStringLiteral("list.example");
        input.bulk.listUnsubscribe = QStringLiteral("<https://list.example/u>");
    }
    const double ask = sender.bulk ? 0.1 : uniform();
    input.content.probability[static_cast<size_t>(Head::Request)] = ask;
    input.content.probability[static_cast<size_t>(Head::Pricing)] = uniform() < 0.15 ? 0.8 : 0.02;
    input.content.namesDeadline = uniform() < 0.2;
    input.content.words = 10 + static_cast<int>(uniform() * 300);
    mail.hidden = 0.6 * scoreOf(features(input), {}) + 0.5 + sender.liking + topic.value + topic.liking + normal(0.4);
    for (const Feature& feature : features(input)) {
        mail.hidden += feature.index < kDenseFeatures ? 0.3 * m_taste[feature.index] * feature.value : 0;
    }
    mail.band = priorityOf(sigmoid(mail.hidden));
    const double seen = (sender.bulk ? -1.5 : 0.3) + topic.value + 1.2 * (ask - 0.4) + normal(0.5);
    const double score = sigmoid(kModelSlope * seen + kModelShift);
    mail.answer.automation.value = 1 - score;
    for (ModelScore* part : {&mail.answer.contentValue, &mail.answer.humanInteraction, &mail.answer.timeValue,
                             &mail.answer.businessImpact}) {
        part->value = score;
    }
    mail.answer.model = QStringLiteral("simulated");
    mail.answer.promptVersion = QStringLiteral("1");
    return mail;
}

std::vector<SimulatedMail> PreferenceWorld::mail(int count) {
    std::vector<SimulatedMail> all;
    for (int i = 0; i < count; ++i) {
        all.push_back(one());
    }
    return all;
}

std::vector<Standing> simulate(unsigned seed, const std::vector<int>& atMarks, int measuredOn) {
    PreferenceWorld world(seed);
    const std::vector<SimulatedMail> held = world.mail(measuredOn);
    Learner learner;
    std::vector<Standing> standings;
    int given = 0;
    for (const int marks : atMarks) {
        for (const SimulatedMail& mail : world.mail(marks - given)) {
            learner.mark(mail);
        }
        given = marks;
        standings.push_back(measured(learner, held, marks));
    }
    return standings;
}

std::vector<Standing> simulateMany(int shuffles, const std::vector<int>& atMarks, int measuredOn, unsigned first) {
    std::vector<Standing> mean(atMarks.size());
    for (unsigned seed = first; seed < first + static_cast<unsigned>(shuffles); ++seed) {
        const std::vector<Standing> one = simulate(seed, atMarks, measuredOn);
        for (size_t i = 0; i < mean.size(); ++i) {
            mean[i].marks = one[i].marks;
            for (double Standing::*part :
                 {&Standing::prior, &Standing::ranker, &Standing::model, &Standing::fused, &Standing::priorLoss,
                  &Standing::fusedLoss, &Standing::calibration, &Standing::behind}) {
                mean[i].*part += one[i].*part / shuffles;
            }
        }
    }
    return mean;
}

}  // namespace kith::bench
