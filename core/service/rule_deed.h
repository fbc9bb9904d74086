// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One action of a rule on one message: what becomes of it, and doing it inside a change.
#pragma once

#include "core/domain/rule.h"
#include "core/service/cellar.h"
#include "core/service/triage_service.h"

#include <functional>

namespace kith::service {

enum class DeedFate {
    Done,      ///< it is done, or would be
    Already,   ///< the message is so already
    Kept,      ///< the user set this by hand; it stays
    Outvoted,  ///< a rule that stands before it wants the opposite
    Asks,      ///< waits for the user's yes
    Delayed,   ///< waits for its time
    Waits,     ///< waits for something that Kith cannot do yet
    Needless,  ///< what would have made it needless happened
};
QString deedFateWord(DeedFate fate);

struct PlannedDeed {
    RuleAction action;
    DeedFate fate{DeedFate::Done};
    QString reason;  ///< one sentence; empty for Done
    Millis dueAt{0};
};

/// What the house can hand a rule's wishes to; where a hand is missing, the action waits and says so.
struct RuleHands {
    using Hand = std::function<Result<void>(storage::ChangeWriter&, const Message&, const RuleAction&)>;
    Hand draftReply;
    Hand forwardDraft;
    Hand opportunity;
    /// Why this is not done for this message, as one sentence; empty: it can be.
    std::function<Result<QString>(const Message&, const RuleAction&)> whyNot;
};

class RuleDeeds {
public:
    /// The learned service, asked for when a priority is set for the first time.
    using Learned = std::function<Result<TriageService*>()>;

    RuleDeeds(Cellar& cellar, const Clock& clock, Learned learned, RuleHands hands)
        : m_cellar(cellar)
        , m_clock(clock)
        , m_learned(std::move(learned))
        , m_hands(std::move(hands)) {}

    /// Of a rule at the moment when it holds; mayTrash: the user said yes before.
    Result<PlannedDeed> planned(const RuleAction& action, const Message& message, bool mayTrash);
    /// The same when its time has come: delays are over.
    Result<PlannedDeed> plannedNow(const RuleAction& action, const Message& message, bool mayTrash);
    /// Whether there is somebody to hand this kind to.
    bool hasHand(RuleActionKind kind) const {
        const RuleHands::Hand* hand = handFor(kind);
        return hand != nullptr && *hand;
    }
    /// Writes it; the caller commits.
    Result<void> perform(storage::ChangeWriter& change, const Rule& rule, const RuleAction& action,
                         const Message& message);

private:
    Result<bool> byHand(const RuleAction& action, const Message& message);
    Result<bool> already(const RuleAction& action, const Message& message);
    Result<bool> needless(RuleUnless unless, const Message& message);
    Result<PlannedDeed> plannedByHand(const RuleAction& action, const Message& message);
    Result<void> setPriority(storage::ChangeWriter& change, const Rule& rule, Priority priority,
                             const Message& message);
    Result<void> addToContact(storage::ChangeWriter& change, const Message& message);
    const RuleHands::Hand* handFor(RuleActionKind kind) const;

    Cellar& m_cellar;
    const Clock& m_clock;
    Learned m_learned;
    RuleHands m_hands;
};

/// The moment until which a snooze lasts that begins now.
Millis snoozeEnd(const RuleAction& action, Millis now);

}  // namespace kith::service
