// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The sentences of the insights page: each title is what the numbers say.
#pragma once

#include "core/service/insights_desk.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <vector>

namespace kith::ui {

struct InsightWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::InsightWords)
public:
    struct Card {
        QString finding;
        QString caption;
        QString nothing;  ///< why there is no picture yet
        QStringList head;
        std::vector<QStringList> rows;
    };
    static QString meta(const service::Insights& insights);
    static Card calibration(const service::Insights& insights);
    static Card weeks(const service::Insights& insights);
    static Card replies(const service::Insights& insights);
    static Card done(const service::Insights& insights);
    static Card owed(const service::Insights& insights);
    static Card asking(const service::Insights& insights);
    static Card budget(const service::ReviewStanding& standing);

    static QString percent(double share);
    /// "5 %", "2.5 %"
    static QString precisePercent(double share);
    static QString duration(double hours);
    static QString week(Millis monday, bool isNow);
    static QString span(Millis from, Millis to);
    static QString deed(const QString& kind);
    static QString money(double usd);
    static QString plan(const service::BudgetPlan& plan);
};

}  // namespace kith::ui
