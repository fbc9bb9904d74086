// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the user told us matters (email_preferences.json; see design of triage).
#pragma once

#include "core/domain/priority.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kith {

enum class RuleGroup { Override, HighPriority, LowPriority, Newsletter };

struct PreferenceRule {
    RuleGroup group{RuleGroup::Override};
    QString name;                         ///< key in newsletter_defaults, else empty
    QStringList keywords;                 ///< whole words, case-insensitive
    QStringList fields;                   ///< sender, domain, subject, topics, source; empty = all
    std::optional<Priority> minPriority;  ///< floor
    std::optional<Priority> maxPriority;  ///< cap
    QString reason;
};

struct Preferences {
    int version{0};
    std::vector<PreferenceRule> rules;
};

}  // namespace kith
