// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The one scale: importance in [0,1] and priority 0–4, and who decided.
#pragma once

#include <QString>

namespace kith {

enum class Priority { VeryLow = 0, Low = 1, Medium = 2, High = 3, Critical = 4 };

/// Bands: ≥ .875 Critical, ≥ .625 High, ≥ .375 Medium, ≥ .125 Low (round-half-up of 4·importance).
constexpr Priority priorityOf(double importance) {
    const int band = static_cast<int>(4.0 * importance + 0.5);
    return static_cast<Priority>(band < 0 ? 0 : band > 4 ? 4 : band);
}

/// The key shown in the window: 1 is Critical, 5 is Very Low.
constexpr int shownKey(Priority priority) {
    return 5 - static_cast<int>(priority);
}

enum class DecidedBy { Rule, Model, Cache, Local, User };

inline QString decidedByWord(DecidedBy by) {
    switch (by) {
    case DecidedBy::Rule:
        return QStringLiteral("rule");
    case DecidedBy::Model:
        return QStringLiteral("model");
    case DecidedBy::Cache:
        return QStringLiteral("cache");
    case DecidedBy::Local:
        return QStringLiteral("local");
    case DecidedBy::User:
        return QStringLiteral("user");
    }
    return {};
}

inline QString gmailLabel(Priority priority) {
    switch (priority) {
    case Priority::Critical:
        return QStringLiteral("Priority/Critical");
    case Priority::High:
        return QStringLiteral("Priority/High");
    case Priority::Medium:
        return QStringLiteral("Priority/Medium");
    case Priority::Low:
        return QStringLiteral("Priority/Low");
    case Priority::VeryLow:
        return QStringLiteral("Priority/Very Low");
    }
    return {};
}

}  // namespace kith
