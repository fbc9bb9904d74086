// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Insights: how far Kith can be trusted, what it costs, and what the mail did; each finding with chart and table.
#pragma once

#include "core/base/result.h"
#include "core/service/insights_desk.h"
#include "ui/place_page.h"

#include <QFuture>

#include <functional>

class QComboBox;
class QGridLayout;

namespace kith::ui {

class AskingChart;
class BudgetChoice;
class CalibrationChart;
class InsightCard;
class ReplyBars;
class ShareLines;
class TextLabel;
class WeeksChart;

/// What the page needs of the house; see service::InsightsDesk.
struct InsightsHouse {
    template <class T>
    using Answer = QFuture<Result<T>>;

    std::function<Answer<service::Insights>(int weeks)> read;
    std::function<Answer<service::ReviewStanding>()> review;
    std::function<Answer<service::ReviewStanding>(double share)> setErrorBudget;
};

class InsightsPage : public PlacePage {
    Q_OBJECT
public:
    InsightsPage(const Theme& theme, InsightsHouse house, QWidget* parent);

    void arrive() override;
    void show(const service::Insights& insights);
    void show(const service::ReviewStanding& standing);
    using PlacePage::show;

private:
    QWidget* buildHead();
    QWidget* buildCards();
    InsightCard* addCard(QGridLayout& grid, const char* name, int row, int column, int columns = 1);
    void chooseBudget(double share);

    InsightsHouse m_house;
    quint64 m_asked{0};
    TextLabel* m_meta{nullptr};
    QComboBox* m_weeks{nullptr};
    InsightCard* m_calibrationCard{nullptr};
    InsightCard* m_weeksCard{nullptr};
    InsightCard* m_repliesCard{nullptr};
    InsightCard* m_doneCard{nullptr};
    InsightCard* m_budgetCard{nullptr};
    InsightCard* m_owedCard{nullptr};
    InsightCard* m_askingCard{nullptr};
    CalibrationChart* m_calibration{nullptr};
    WeeksChart* m_weeksChart{nullptr};
    ReplyBars* m_replies{nullptr};
    ShareLines* m_done{nullptr};
    BudgetChoice* m_budget{nullptr};
    ShareLines* m_owed{nullptr};
    AskingChart* m_asking{nullptr};
};

}  // namespace kith::ui
