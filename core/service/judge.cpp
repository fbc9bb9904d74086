// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/judge.h"

#include "core/service/prepared_letter.h"
#include "core/triage/explanation.h"

#include <algorithm>
#include <cmath>

namespace kith::service {

triage::Passing passingOf(const Message& message) {
    triage::Passing passing;
    passing.key = message.rfc822MessageId.isEmpty() ? QString::number(message.id.value) : message.rfc822MessageId;
    if (message.thread) {
        passing.threadKey = QString::number(message.thread.value);
    }
    passing.subject = message.subject;
    passing.from = message.from;
    for (const Addresses* list : {&message.to, &message.cc}) {
        for (const Address& who : *list) {
            passing.recipients << who.address;
        }
    }
    passing.inReplyTo = message.inReplyTo;
    passing.date = message.date;
    return passing;
}

triage::Dealings Judge::dealings(const triage::MailHistory& history, const Message& message) {
    return {history.sender(message.from.address), history.thread(passingOf(message))};
}

triage::TriageInput Judge::input(const Message& message, const triage::Signals& signs,
                                 const triage::Dealings& dealings) const {
    triage::TriageInput input = triageInput(message, signs, owners);
    input.sender = dealings.sender;
    input.thread = dealings.thread;
    return input;
}

Decision Judge::decideWith(const Message& message, const triage::Signals& signs, const triage::Dealings& dealings,
                           const ModelVoice* voice) const {
    triage::DecideOptions options;
    options.reviewThreshold = review.uncertainty;
    options.spreadFactor = spreadFactor;
    options.shift = shift;
    options.mayCheck = message.date >= checksFrom;
    options.fusion = &fusion;
    if (voice != nullptr) {
        options.model = &voice->answer;
        options.modelFromCache = voice->cached;
    }
    Decision decision = triage::decide(input(message, signs, dealings), rules, state, options);
    decision.message = message.id;
    return decision;
}

Decision Judge::decide(const Message& message, const triage::Signals& signs, const triage::Dealings& dealings) const {
    const auto voice = voices.constFind(message.id.value);
    Decision decision = decideWith(message, signs, dealings, voice == voices.cend() ? nullptr : &*voice);
    if (const auto mark = marks.find(message.id.value); mark != marks.end()) {
        applyMark(decision, *mark);
    } else if (const auto rule = ruled.constFind(message.id.value); rule != ruled.cend()) {
        applyRuled(decision, *rule);
    }
    return decision;
}

triage::ModelReach Judge::modelReach(const Message& message, const triage::Signals& signs,
                                     const triage::Dealings& dealings, const triage::ModelAnswer& named) const {
    const auto bandAt = [&](double value) {
        ModelVoice voice{named, false};
        voice.answer.automation.value = 1 - value;
        voice.answer.contentValue.value = voice.answer.humanInteraction.value = value;
        voice.answer.timeValue.value = voice.answer.businessImpact.value = value;
        return decideWith(message, signs, dealings, &voice).priority;
    };
    const Priority one = bandAt(0);
    const Priority other = bandAt(1);
    return {std::min(one, other), std::max(one, other)};
}

namespace {

/// Puts the decision into the middle of a band, certain, by one more contribution, so that the effects add up.
void settleOn(Decision& decision, Priority assigned, const QString& name, const QString& note) {
    const double centre = std::clamp(0.25 * static_cast<int>(assigned), 0.02, 0.98);
    const double wanted = std::log(centre / (1.0 - centre));
    Contribution mark;
    mark.name = name;
    mark.note = note;
    mark.value = 1.0;
    mark.weight = wanted - decision.score;
    mark.effect = mark.weight;
    decision.contributions.push_back(mark);
    decision.score = 0;
    for (const Contribution& one : decision.contributions) {
        decision.score += one.effect;
    }
    decision.importance = 1.0 / (1.0 + std::exp(-decision.score));
    decision.priority = assigned;
    decision.bandProbability = {};
    decision.bandProbability[static_cast<size_t>(assigned)] = 1.0;
    decision.confidence = 1.0;
    decision.uncertainty = 0.0;
    decision.needsReview = false;
    decision.spotCheck = false;
    decision.askingValue = 0;
}

}  // namespace

void applyMark(Decision& decision, Priority assigned) {
    settleOn(decision, assigned, QStringLiteral("user.mark"), QString::number(static_cast<int>(assigned)));
    decision.decidedBy = DecidedBy::User;
}

void applyRuled(Decision& decision, const RuledPriority& ruled) {
    settleOn(decision, ruled.priority, QStringLiteral("rule.action"), ruled.rule);
    decision.rules << QStringLiteral("rule:") + ruled.rule;
    decision.reason = triage::reasonKey(decision.contributions, decision.score);
    decision.decidedBy = DecidedBy::Rule;
}

}  // namespace kith::service
