// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Charts of the insights page in the window's colours, labelled directly in place of legends.
#pragma once

#include "core/service/insights_desk.h"
#include "ui/theme.h"

#include <QChartView>

namespace kith::ui {

class InsightChart : public QChartView {
    Q_OBJECT
public:
    InsightChart(const Theme& theme, QWidget* parent);

protected:
    /// Builds chart() again from what is known, in today's colours.
    virtual void draw() = 0;
    void clear();
    const Theme& theme() const { return m_theme; }

private:
    const Theme& m_theme;
};

/// What was said against what was true; dots as large as their marks are many, the perfect judge dashed.
class CalibrationChart : public InsightChart {
    Q_OBJECT
public:
    using InsightChart::InsightChart;
    void show(const std::vector<service::SaidAndTrue>& points);
    using InsightChart::show;

protected:
    void draw() override;

private:
    std::vector<service::SaidAndTrue> m_points;
};

/// Messages a week, one colour a priority.
class WeeksChart : public InsightChart {
    Q_OBJECT
public:
    using InsightChart::InsightChart;
    void show(const std::vector<service::WeekOfMail>& weeks);
    using InsightChart::show;

protected:
    void draw() override;

private:
    std::vector<service::WeekOfMail> m_weeks;
};

/// Questions to the model a day.
class AskingChart : public InsightChart {
    Q_OBJECT
public:
    using InsightChart::InsightChart;
    void show(const std::vector<service::DayOfAsking>& days);
    using InsightChart::show;

protected:
    void draw() override;

private:
    std::vector<service::DayOfAsking> m_days;
};

}  // namespace kith::ui
