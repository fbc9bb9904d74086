// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Opportunities in words: kinds, stages, amounts, days.
#pragma once

#include "core/domain/opportunity.h"

#include <QCoreApplication>
#include <QString>

namespace kith::ui {

struct OpportunityWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::OpportunityWords)
public:
    static QString kind(const QString& word);
    static QString icon(const QString& kind);
    static QString stage(OpportunityStage stage);
    static QString status(OpportunityStatus status);
    /// "€ 38,400"; empty without an amount.
    static QString amount(double value, const QString& currency);
    /// The sums by currency, largest first: "€ 58,300 · $ 4,000".
    static QString sums(const std::vector<Opportunity>& opportunities);
    /// "Pricing · € 38,400", "May cancel · € 22,800"
    static QString what(const Opportunity& one);
    /// "Fri 15 May", "15 May 2024", "no date"
    static QString due(QDate due, QDate today);
    static bool isPressing(const Opportunity& one, QDate today);
    static bool isRisk(const Opportunity& one) { return one.kind == QLatin1String("cancellation"); }
    /// Suggested and not sure: the user should say.
    static bool isUnsure(const Opportunity& one);
    static QString quote(const Opportunity& one);
    /// All of it as one sentence, for those who do not see the card.
    static QString told(const Opportunity& one, QDate today);
};

}  // namespace kith::ui
