// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/evaluate.h"

#include "core/triage/rules.h"

#include <cmath>

namespace kith::triage {

namespace {

constexpr auto kLateAnswer = std::chrono::hours(24 * 14);

}  // namespace

double historyBaseline(const SenderHistory& sender) {
    const double fraction = (sender.repliedTo + 1.0) / (std::max(sender.received, sender.repliedTo) + 13.0);
    return sigmoid(logit(fraction) + 0.25 * std::log1p(sender.sentTo));
}

Replay::Replay(const ReplayOptions& options)
    : m_options(options) {
}

TriageInput Replay::completed(const ReplayMessage& message) const {
    TriageInput input = message.input;
    const bool known = input.sender.knownContact;
    const bool open = input.sender.openOpportunity;
    input.sender = m_history.sender(message.passing.from.address);
    input.sender.knownContact = known;
    input.sender.openOpportunity = open;
    input.thread = m_history.thread(message.passing);
    return input;
}

void Replay::closeExpired(std::chrono::milliseconds now) {
    while (!m_patient.empty()) {
        const auto open = m_open.constFind(m_patient.front());
        if (open != m_open.cend() && now - open->date < m_options.patience) {
            break;
        }
        // Silence says something only where the owner was at work after the message came.
        if (open != m_open.cend() && m_lastSent > open->date && m_options.learns) {
            learn(m_state, open->features, lessonOfSilence(m_answered, m_ignored), false);
            m_ignored++;
        }
        m_late.push_back(m_patient.front());
        m_patient.pop_front();
    }
    while (!m_late.empty()) {
        const auto open = m_open.constFind(m_late.front());
        if (open != m_open.cend() && now - open->date < kLateAnswer) {
            break;
        }
        m_open.remove(m_late.front());
        m_late.pop_front();
    }
}

/// Answers and silence count alike only once both had the same time to come.
void Replay::closeOutcomes(std::chrono::milliseconds now) {
    while (!m_said.empty() && now - m_said.front().date >= kLateAnswer) {
        const Said& said = m_said.front();
        const bool answered = m_answeredKeys.remove(said.key);
        if (m_lastSent > said.date) {
            m_chance.observe(said.score, answered);
            m_outcomes.push_back({said.probability, answered});
        }
        m_said.pop_front();
    }
}

void Replay::owner(const ReplayMessage& message) {
    m_lastSent = std::max(m_lastSent, message.passing.date);
    for (const QString& key : m_history.observeOutgoing(message.passing)) {
        const auto open = m_open.constFind(key);
        if (open == m_open.cend()) {
            continue;
        }
        m_answeredKeys.insert(key);
        if (m_options.learns) {
            m_answered++;
            learn(m_state, open->features, lessonOf(Signal::Replied), false);
        }
        m_open.remove(key);
    }
}

std::optional<ReplayLine> Replay::pass(const ReplayMessage& message) {
    closeExpired(message.passing.date);
    closeOutcomes(message.passing.date);
    if (message.outgoing) {
        owner(message);
        return std::nullopt;
    }
    const TriageInput input = completed(message);
    const Decision decision = decide(input, RuleMatcher{}, m_state);
    ReplayLine line{message.messageId,        message.passing.date,    decision.importance,
                    decision.confidence,      decision.priority,       historyBaseline(input.sender),
                    m_chance(decision.score), decision.uncertainty,    decision.score,
                    decision.spread,          decision.bandProbability};
    m_said.push_back({message.passing.key, message.passing.date, decision.score, line.answerProbability});
    m_open.insert(message.passing.key, {features(input), message.passing.date});
    m_patient.push_back(message.passing.key);
    m_history.observeIncoming(message.passing);
    return line;
}

void replayAll(const std::function<std::optional<ReplayMessage>()>& next,
               const std::function<void(const ReplayLine&)>& line, const ReplayOptions& options) {
    Replay replay(options);
    while (const auto message = next()) {
        if (const auto scored = replay.pass(*message)) {
            line(*scored);
        }
    }
}

}  // namespace kith::triage
