// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Contacts grow by themselves: whom the owner wrote to or answered becomes one, machines and lists do not; and what
// stands again and again under their mail is read as their signature.
#pragma once

#include "core/people/person_rules.h"
#include "core/service/cellar.h"

#include <map>
#include <stop_token>

namespace kith::service {

struct GrowthReport {
    qint64 made{0};
    std::map<QString, qint64> byReason;  ///< of all that were looked at, made or not; see PersonDecision
    qint64 signatures{0};                ///< values that repeated signatures gave
};

/// The user's rules as they are kept in the settings under this key.
QString personRulesKey();
Result<people::PersonRules> loadPersonRules(Cellar& cellar);
QJsonObject personRulesJson(const people::PersonRules& rules);

/// After the mailbox was learned from (correspondents counted, mail decided). One change; can be run again.
Result<GrowthReport> growContacts(Cellar& cellar, std::stop_token stop);

}  // namespace kith::service
