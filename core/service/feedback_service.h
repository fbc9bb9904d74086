// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The user's word on a decision: what it would change, storing it, teaching the ranker, scoring again.
#pragma once

#include "core/service/cellar.h"
#include "core/service/conversation.h"
#include "core/service/triage_service.h"

namespace kith::service {

/// Past messages in each scope, and how what the owner did with them fits the priority.
Result<FeedbackPreview> previewFeedback(Cellar& cellar, MessageId message, Priority assigned);

struct FeedbackOutcome {
    Feedback stored;
    ChangeId change;
    FeedbackPreview would;  ///< as previewed before saving
    TriageReport rescored;
    std::vector<ThreadId> threads;  ///< conversations that stand otherwise now
};

enum class FeedbackReach {
    Whole,  ///< everything that the mark may change in the lists, and what it would have changed
    Seen,   ///< the message itself and the newest of its sender: the rest is left to scoreAround()
};

/// One change: the feedback row, a rule where the scope is sender or domain, and the decisions that follow.
/// The service must have learned; it is taught the mark.
Result<FeedbackOutcome> giveFeedback(Cellar& cellar, TriageService& service, Clock& clock, Feedback feedback,
                                     FeedbackReach reach = FeedbackReach::Whole);
/// What these marks left, and the newest of the inbox: a change of its own, by the machine, of what comes out otherwise
/// than it stands.
Result<TriageReport> scoreAround(Cellar& cellar, TriageService& service, const std::vector<Feedback>& marks);
/// These and the newest of the inbox, each once.
Result<std::vector<MessageId>> withNewest(Cellar& cellar, std::vector<MessageId> ids);

}  // namespace kith::service
