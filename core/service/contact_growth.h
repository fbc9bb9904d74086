// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Contacts grow by themselves: whom the owner wrote to or answered becomes one, machines and lists do not; and what
// stands again and again under their mail is read as their signature.
#pragma once

#include "core/people/person_rules.h"
#include "core/service/cellar.h"

#include <functional>
#include <map>
#include <stop_token>

namespace kith::service {

struct GrowthReport {
    qint64 made{0};
    qint64 left{0};                      ///< addresses that still wait
    std::map<QString, qint64> byReason;  ///< of all that were looked at, made or not; see PersonDecision
    qint64 signatures{0};                ///< values that repeated signatures gave
};

/// The user's rules as they are kept in the settings under this key.
QString personRulesKey();
Result<people::PersonRules> loadPersonRules(Cellar& cellar);
QJsonObject personRulesJson(const people::PersonRules& rules);
/// Everybody who is no contact is due again; growContacts() looks at them.
Result<void> savePersonRules(Cellar& cellar, const people::PersonRules& rules);

/// Rows of work: addresses with which something passed since they were last looked at.
Result<qint64> addressesDue(Cellar& cellar);
/// One part of it in one transaction; false: nothing was due.
Result<bool> growSome(Cellar& cellar, const people::PersonRules& rules, GrowthReport& report);
/// Looks at what is due, some at a time, each time in one transaction; after: each. A stop leaves the rest for the
/// next run.
Result<GrowthReport> growContacts(Cellar& cellar, std::stop_token stop,
                                  const std::function<void(const GrowthReport&)>& after = {});

}  // namespace kith::service
