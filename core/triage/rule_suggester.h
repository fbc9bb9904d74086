// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Repeated corrections become a rule that the user may accept. Pure.
#pragma once

#include "core/domain/preferences.h"
#include "core/domain/priority.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kith::triage {

/// One correction with what rules can look at in its message.
struct Correction {
    Priority assigned{Priority::Medium};
    Priority suggested{Priority::Medium};  ///< what the machine had said
    QString sender;                        ///< address key
    QString domain;
    QStringList topics;
    QString source;
    QString comment;
};

struct Suggestion {
    PreferenceRule rule;  ///< an override with one keyword and one field; min or max priority
    Priority priority{Priority::Medium};
    int support{0};  ///< disagreeing entries that name the keyword
};

inline constexpr int kEntriesBeforeSuggesting = 5;
inline constexpr int kSupportBeforeSuggesting = 3;

/// Nothing below five entries. A topic, source, sender or domain named in three or more entries that disagree with the
/// machine in the same direction; the narrowest ground that has the support (sender before its domain); never a domain
/// that everybody has; never what a rule says already. A comment that speaks of unsubscribing caps at Medium.
std::vector<Suggestion> suggestRules(const std::vector<Correction>& corrections, const Preferences& preferences);

/// How far one accepted weight suggestion moves all mail, in logits: about a quarter of a band.
inline constexpr double kWeightStep = 0.4;

/// The corrections lean one way whoever wrote: everything should count a little more, or less.
struct WeightSuggestion {
    bool raised{false};
    int support{0};                       ///< corrections that lean that way
    Priority priority{Priority::Medium};  ///< what they meant, in the middle
};
/// From five entries on that disagree, four in five of them in one direction and no more than half of them about one
/// sender: else it is the sender that is meant, and a rule says so.
std::optional<WeightSuggestion> suggestWeight(const std::vector<Correction>& corrections);

/// Mail providers whose domain says nothing about the sender.
bool isSharedDomain(const QString& domain);

}  // namespace kith::triage
