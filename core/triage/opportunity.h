// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// From one letter to the opportunities in it: what the sentences say, weighed by who writes to whom.
#pragma once

#include "core/triage/features.h"
#include "core/triage/named_values.h"

#include <vector>

namespace kith::triage {

/// A sentence of the author; offsets are code points of the text, end exclusive.
struct Quote {
    QString text;
    int start{0};
    int end{0};

    bool operator==(const Quote&) const = default;
};

struct FoundOpportunity {
    Head kind{Head::Pricing};
    double confidence{0};
    std::vector<Quote> evidence;  ///< loudest first, at most two
    std::optional<Amount> amount;
    std::optional<QDate> due;
};

/// What the user made of earlier finds of a kind: counts[0] with this sender, counts[1] with anybody.
struct PastVerdicts {
    std::array<int, 2> accepted{};
    std::array<int, 2> dismissed{};
};

/// Shown from here on.
inline constexpr double kOpportunityShown = 0.5;
/// Below this the stored scores of a message say that reading it again is in vain.
inline constexpr double kOpportunityWorthReading = 0.25;

/// May this letter hold opportunities at all: a person from outside, neither bulk nor automatic nor aimed at a machine.
bool mayHoldOpportunities(const TriageInput& input);

/// At least kOpportunityShown sure, surest first, before what the user taught (see taughtConfidence).
std::vector<FoundOpportunity> findOpportunities(const QString& text, const std::vector<Zone>& zones,
                                                const TriageInput& input);

/// One dismissal of the same kind from the same sender hides what was barely sure; acceptances bring it back.
double taughtConfidence(double confidence, const PastVerdicts& past);

}  // namespace kith::triage
