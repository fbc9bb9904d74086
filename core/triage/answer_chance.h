// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How likely the owner answers a message: the score of importance, scaled by what whole mailboxes showed (Platt), moved
// to how often this owner answers at all. It can be checked against what happened, without a single mark.
#pragma once

namespace kith::triage {

class AnswerChance {
public:
    /// Of the ranker's score in logits, without a model's word.
    double operator()(double score) const;
    /// What came of a message with this score: the more come, the more the own habit counts.
    void observe(double score, bool answered);

private:
    double m_expected{0};  ///< sum of what the scale alone expected
    double m_answered{0};
};

}  // namespace kith::triage
