// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What was learned from the user's words, as a list: preference rules with what each does, marks, suggestions, and
// rules that want opposite things; and changing them, each as one change that can be undone.
#pragma once

#include "core/domain/preferences.h"
#include "core/service/feedback_service.h"
#include "core/service/suggestion_service.h"

#include <QHash>

namespace kith::service {

struct LearnedRule {
    size_t index{0};  ///< in the preferences
    PreferenceRule rule;
    int holdsFor{0};       ///< of the messages looked at
    int decides{0};        ///< of them, those whose bound it sets
    int markedAgainst{0};  ///< marks of the user's on such messages that say otherwise
};

struct LearnedMark {
    Feedback mark;
    ThreadId thread;
    Address sender;
    QString subject;
};

/// One asks for at least what the other allows at most.
struct PreferenceConflict {
    size_t one{0};  ///< positions in LearnedView::rules; the one with the floor
    size_t other{0};
    int messages{0};                      ///< looked at, that both hold for
    QString example;                      ///< subject of the newest of them
    ThreadId thread;                      ///< 0: no mail yet
    Priority comesOut{Priority::Medium};  ///< of mail that would be Medium
};

struct LearnedView {
    std::vector<LearnedRule> rules;
    std::vector<PreferenceConflict> conflicts;
    std::vector<LearnedMark> marks;  ///< newest first, at most 200
    qint64 marksTotal{0};
    std::vector<storage::StoredSuggestion> suggestions;  ///< proposed, set aside and applied
    double shift{0};                                     ///< what all mail counts more, in logits
    int lookedAt{0};                                     ///< newest messages
};

/// The service must have learned.
Result<LearnedView> readLearned(Cellar& cellar, TriageService& triage);

/// Puts another rule in its place, or takes it away; past mail that either touches is decided again.
/// Conflict: there is no such rule any more.
Result<Receipt> changePreference(Cellar& cellar, TriageService& triage, size_t index, const PreferenceRule& was,
                                 const std::optional<PreferenceRule>& becomes);
/// Another priority, or none: the mark goes, and with it what it taught and the sender's rule that it made.
Result<Receipt> changeMark(Cellar& cellar, TriageService& triage, FeedbackId id, std::optional<Priority> becomes);

}  // namespace kith::service
