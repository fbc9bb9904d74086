// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The user's rules about what may leave for a model, as they are kept: one document in the settings.
#pragma once

#include "core/service/cellar.h"
#include "core/storage/journal.h"
#include "core/triage/privacy.h"

#include <QHash>

namespace kith::service {

using PrivacyRules = std::vector<triage::PrivacyRule>;

Result<PrivacyRules> loadPrivacy(Cellar& cellar);
/// Sets one rule, as one change that undo means. NotFound: an account that is none of this workspace.
Result<triage::PrivacyRule> setPrivacy(Cellar& cellar, const QString& name, triage::PrivacyLevel level);
/// NotFound where there is no such rule.
Result<triage::PrivacyRule> removePrivacy(Cellar& cellar, const QString& name);

/// The rules of one run, with the accounts that they name.
class PrivacyBook {
public:
    static Result<PrivacyBook> load(Cellar& cellar);
    triage::PrivacyLevel levelOf(const Message& message) const;

private:
    PrivacyRules m_rules;
    QHash<qint64, QString> m_accounts;  ///< id → address
};

}  // namespace kith::service
