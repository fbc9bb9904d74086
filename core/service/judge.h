// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Decides about messages with everything the workspace knows: owner, history, what was learned, rules, the user's
// marks.
#pragma once

#include "core/base/clock.h"
#include "core/domain/decision.h"
#include "core/domain/feedback.h"
#include "core/service/owner_book.h"
#include "core/triage/asking.h"
#include "core/triage/classifier.h"
#include "core/triage/dealings_json.h"
#include "core/triage/fusion.h"
#include "core/triage/history.h"
#include "core/triage/ranker.h"
#include "core/triage/review.h"
#include "core/triage/rules.h"
#include "core/triage/signals.h"

#include <QHash>

#include <optional>

namespace kith::service {

/// What a model said about one message.
struct ModelVoice {
    triage::ModelAnswer answer;
    bool cached{false};  ///< said about an equal text
};

/// The priority that a rule of the user's gave one message.
struct RuledPriority {
    Priority priority{Priority::Medium};
    QString rule;
};

/// The values that every decision of one run stands on. Plain; loaded by mailbox_memory, changed by learning.
struct Judge {
    OwnerBook owners;
    triage::MailHistory history;
    triage::RankerState behaviour;  ///< learned from what the owner did
    triage::RankerState state;      ///< behaviour plus the user's marks
    triage::RuleMatcher rules;
    double errorBudget{triage::kDefaultErrorBudget};
    triage::ReviewThreshold review;    ///< what is asked; from the marks
    double shift{0};                   ///< on all mail, as accepted by the user
    double spreadFactor{1};            ///< of the bands; from the marks
    Millis checksFrom{Millis::max()};  ///< mail from then on may be drawn for a spot check
    struct Sample {
        double score{0};
        double spread{1};
    };
    std::vector<Sample> recent;  ///< mail as it was scored when it came, the newest of it; in no order
    triage::UncertaintyProfile mail;
    std::vector<triage::JudgedDecision> judged;  ///< oldest first
    std::vector<triage::MarkedScore> answered;   ///< of what Kith asked, oldest first
    QHash<qint64, Priority> marks;               ///< message id → what the user said
    QHash<qint64, RuledPriority> ruled;          ///< message id → what a rule said
    QHash<qint64, ModelVoice> voices;            ///< message id → what the model said
    triage::FusionState fusion;                  ///< how model and ranker are joined; learned from the marks

    /// id and decidedAt are left to the caller.
    Decision decide(const Message& message, const triage::Signals& signs, const triage::Dealings& dealings) const;
    /// The machine's word alone, with this voice of a model or with none.
    Decision decideWith(const Message& message, const triage::Signals& signs, const triage::Dealings& dealings,
                        const ModelVoice* voice) const;
    /// As far as the most extreme answers of this model would move the message; named: an answer with the names of
    /// model and prompt.
    triage::ModelReach modelReach(const Message& message, const triage::Signals& signs,
                                  const triage::Dealings& dealings, const triage::ModelAnswer& named) const;
    /// What the ranker looks at for this message.
    triage::TriageInput input(const Message& message, const triage::Signals& signs,
                              const triage::Dealings& dealings) const;
    /// What the given history knows of sender and thread, before the message itself is counted.
    static triage::Dealings dealings(const triage::MailHistory& history, const Message& message);
};

/// The user's word in place of the machine's: band centre, certain, one more contribution so that the effects add up.
void applyMark(Decision& decision, Priority assigned);

/// A rule's word in place of the machine's, as a contribution of its own that names the rule.
void applyRuled(Decision& decision, const RuledPriority& ruled);

/// How the history sees a message; outgoing ones with their recipients.
triage::Passing passingOf(const Message& message);

}  // namespace kith::service
