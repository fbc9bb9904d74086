// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/asking.h"

namespace kith::triage {

namespace {

/// Of bandEntropy: below it one band has most of the probability.
constexpr double kUnsure = 0.45;
/// Mail of strangers is asked about unless it is clearly advertising.
constexpr double kClearlyLow = 0.1;

}  // namespace

bool canChangeBand(const Decision& decision, const ModelReach& reach) {
    return reach.lowest != decision.priority || reach.highest != decision.priority;
}

bool worthAsking(const Decision& decision, const SenderHistory& sender) {
    if (decision.decidedBy != DecidedBy::Local) {
        return false;
    }
    const bool stranger = sender.received + sender.sentTo == 0;
    return (decision.needsReview && !decision.spotCheck) || decision.uncertainty >= kUnsure ||
           (stranger && decision.importance > kClearlyLow);
}

}  // namespace kith::triage
