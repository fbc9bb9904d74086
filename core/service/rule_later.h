// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What rules left for later: delayed actions whose time has come, and the user's answers to their questions.
#pragma once

#include "core/service/conversation.h"
#include "core/service/rule_book.h"
#include "core/service/rule_deed.h"

#include <stop_token>

namespace kith::service {

struct DueReport {
    qint64 done{0};
    qint64 asks{0};       ///< their time has come, and they ask
    qint64 cancelled{0};  ///< needless, gone, or set by hand meanwhile
};

class RuleLater {
public:
    RuleLater(Cellar& cellar, const Clock& clock, RuleDeeds::Learned learned, RuleHands hands = {})
        : m_cellar(cellar)
        , m_clock(clock)
        , m_deeds(cellar, clock, std::move(learned), std::move(hands)) {}

    /// Delayed ones whose time has come, each as one change.
    Result<DueReport> runDue(std::stop_token stop);
    /// Yes to a question. Trash: for all that this rule asks about, and from now on; forward: it waits to be done by
    /// hand, and a second yes ticks it off. Conflict where nothing is asked. The receipt counts messages.
    Result<Receipt> confirm(qint64 id);
    /// No to a question (trash: to all of this rule's), or an end to what waits or is delayed.
    Result<Receipt> cancel(qint64 id);

private:
    Result<void> runOne(const storage::RuleActionRow& row, DueReport& report);
    Result<void> settleDue(const storage::RuleActionRow& row, const Rule& rule, const RuleAction& action,
                           const Message& message, DueReport& report);
    Result<Receipt> confirmTrash(const storage::RuleActionRow& row);
    Result<Receipt> confirmOne(const storage::RuleActionRow& row, const RuleAction& action);
    Result<std::vector<storage::RuleActionRow>> togetherWith(const storage::RuleActionRow& row);

    Cellar& m_cellar;
    const Clock& m_clock;
    RuleDeeds m_deeds;
};

}  // namespace kith::service
