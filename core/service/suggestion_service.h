// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// From corrections to suggested rules: gathered, tried on past mail, applied by the user, taken back.
#pragma once

#include "core/service/triage_service.h"
#include "core/storage/suggestion_store.h"
#include "core/triage/rules.h"

namespace kith::service {

struct ProcessedFeedback {
    qint64 entries{0};                                   ///< all that stand
    std::vector<storage::StoredSuggestion> suggestions;  ///< proposed, most support first
};

/// Reads all feedback that stands; what was new is marked as processed.
Result<ProcessedFeedback> processFeedback(Cellar& cellar, TriageService& triage, Clock& clock);

struct AppliedSuggestion {
    storage::StoredSuggestion suggestion;
    ChangeId change;
    qint64 rescored{0};  ///< past messages that stand otherwise now
};

/// The rule goes into the preferences and past mail that it touches is decided again, as one change.
Result<AppliedSuggestion> applySuggestion(Cellar& cellar, TriageService& triage, qint64 id);
/// Not wanted now: it is not proposed again. Conflict where it is applied.
Result<AppliedSuggestion> setSuggestionAside(Cellar& cellar, qint64 id);
/// Proposed ones whose word this message carries, most support first; weights speak about no message.
Result<std::vector<storage::StoredSuggestion>> suggestionsAbout(Cellar& cellar, TriageService& triage,
                                                                MessageId message);
/// What preference rules look at in a message.
triage::RuleFields ruleFieldsOf(const Message& message, TriageService& triage);
/// Takes that change back: preferences and decisions as before. Conflict where it is not applied.
Result<AppliedSuggestion> revertSuggestion(Cellar& cellar, qint64 id);

}  // namespace kith::service
