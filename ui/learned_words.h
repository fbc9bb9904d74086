// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What was learned, in sentences: preferences, suggestions with their trial on past mail, marks, contradictions.
#pragma once

#include "core/service/learned_desk.h"

#include <QCoreApplication>
#include <QDate>

namespace kith::ui {

struct LearnedWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::LearnedWords)
public:
    /// "Mail from ana@calder.example is at least High"
    static QString rule(const PreferenceRule& rule);
    /// "Holds for 34 of the newest 2,000 messages and decides 12"
    static QString effect(const service::LearnedRule& rule, int lookedAt);
    static QString suggestion(const storage::StoredSuggestion& suggestion);
    /// "On past mail it would change 12: 9 as you treated them, 3 not"
    static QString backtest(const storage::StoredSuggestion& suggestion);
    static QString conflict(const service::PreferenceConflict& conflict, const service::LearnedView& view);
    /// "High, not Low · everything from this sender · 12 May"
    static QString mark(const service::LearnedMark& mark, QDate today);
    static QString shift(double logits);
};

}  // namespace kith::ui
