// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How much of a message may leave for a model: the user's rules by account, domain and label. Pure.
#pragma once

#include "core/base/result.h"
#include "core/domain/message.h"

#include <QJsonArray>
#include <QString>

#include <optional>
#include <vector>

namespace kith::triage {

/// From the most open to the strictest.
enum class PrivacyLevel { Full, Redacted, LocalOnly };
enum class PrivacyScope { Everything, Account, Domain, Label };

struct PrivacyRule {
    PrivacyScope scope{PrivacyScope::Everything};
    QString value;  ///< address of the account, domain or name of the label; empty for everything
    PrivacyLevel level{PrivacyLevel::Full};

    bool operator==(const PrivacyRule&) const = default;
};

/// full, redacted, local-only
QString privacyWord(PrivacyLevel level);
std::optional<PrivacyLevel> privacyLevelOf(const QString& word);
/// everything, account:ana@firm.example, domain:law.example, label:Board
QString privacyName(const PrivacyRule& rule);
/// The rule of such a name, its value in its normal form. Malformed says what is wrong with it.
Result<PrivacyRule> privacyRuleNamed(const QString& name, PrivacyLevel level);

/// Of the rules on account, domain and label that speak about it the strictest; where none does, that on everything.
/// A domain speaks about all who wrote or got it, and for its subdomains.
PrivacyLevel privacyOf(const std::vector<PrivacyRule>& rules, const Message& message, const QString& account);

/// One rule for each name: it takes the place of an earlier one.
void setPrivacyRule(std::vector<PrivacyRule>& rules, const PrivacyRule& rule);

QJsonArray toJson(const std::vector<PrivacyRule>& rules);
Result<std::vector<PrivacyRule>> privacyRulesFromJson(const QJsonArray& stored);

}  // namespace kith::triage
