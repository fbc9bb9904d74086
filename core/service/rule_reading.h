// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A stored message as the user's rules see it.
#pragma once

#include "core/service/cellar.h"
#include "core/triage/rule_facts.h"

namespace kith::service {

/// Reads body and attachment names only where the rules need them.
class RuleReading {
public:
    RuleReading(Cellar& cellar, const Clock& clock, triage::RuleNeeds needs)
        : m_cellar(cellar)
        , m_clock(clock)
        , m_needs(needs) {}

    Result<triage::RuleFacts> factsOf(const Message& message);

private:
    Result<QString> accountOf(AccountId account);

    Cellar& m_cellar;
    const Clock& m_clock;
    triage::RuleNeeds m_needs;
    QHash<qint64, QString> m_accounts;
};

/// Received, and neither in the trash, nor spam, nor a draft.
bool isForRules(const Message& message);

}  // namespace kith::service
