// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/answer_chance.h"

#include "core/triage/calibration.h"

#include <cmath>

namespace kith::triage {

namespace {

/// Fitted on 13 whole mailboxes of a public corpus (13,328 messages), checked on 15 others; see
/// tests/bench/replay_auc.py.
constexpr Platt kScale{0.592, -2.133};
constexpr double kBaseRate = 0.087;
constexpr double kPriorMessages = 20;

}  // namespace

double AnswerChance::operator()(double score) const {
    const double prior = kBaseRate * kPriorMessages;
    const double habit = std::log((m_answered + prior) / (m_expected + prior));
    return sigmoid(kScale.slope * score + kScale.offset + habit);
}

void AnswerChance::observe(double score, bool answered) {
    m_expected += kScale(score);
    m_answered += answered ? 1 : 0;
}

}  // namespace kith::triage
