// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/insight_charts.h"

#include "ui/insight_words.h"
#include "ui/priority_mark.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QScatterSeries>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

constexpr double smallestDot = 7;
constexpr double largestDot = 18;

void dressAxis(QAbstractAxis& axis, const Theme& theme, bool grid) {
    axis.setLabelsFont(theme.font(TextStyle::Caption));
    axis.setLabelsColor(theme.colour(Role::Text3));
    axis.setGridLineVisible(grid);
    axis.setGridLineColor(theme.colour(Role::Line));
    axis.setLinePen(QPen(theme.colour(Role::StrongLine), 1));
    axis.setLineVisible(!grid);
    axis.setTitleFont(theme.font(TextStyle::Caption));
    axis.setTitleBrush(theme.colour(Role::Text3));
}

/// A round number of the wished size: 1, 2 or 5 times a power of ten.
double roundStep(double wished) {
    const double power = std::pow(10, std::floor(std::log10(std::max(wished, 1.0))));
    for (const double step : {1.0, 2.0, 5.0, 10.0}) {
        if (power * step >= wished) {
            return power * step;
        }
    }
    return power * 10;
}

QValueAxis* countAxis(const Theme& theme, double most) {
    const double step = roundStep(most / 3);
    auto* axis = new QValueAxis;
    axis->setRange(0, std::max(step, std::ceil(most / step) * step));
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickInterval(step);
    axis->setLabelFormat(QStringLiteral("%.0f"));
    dressAxis(*axis, theme, true);
    return axis;
}

Role fillOf(int priority) {
    constexpr std::array<Role, 5> roles{Role::Control, Role::Off, Role::Medium, Role::High, Role::Critical};
    return roles[static_cast<size_t>(priority)];
}

}  // namespace

InsightChart::InsightChart(const Theme& theme, QWidget* parent)
    : QChartView(new QChart, parent)
    , m_theme(theme) {
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    setFocusPolicy(Qt::NoFocus);
    chart()->setBackgroundVisible(false);
    chart()->legend()->hide();
    chart()->setMargins({0, 0, 0, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    connect(&theme, &Theme::changed, this, [this] { draw(); });
}

void InsightChart::clear() {
    chart()->removeAllSeries();
    for (QAbstractAxis* axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
}

void CalibrationChart::show(const std::vector<service::SaidAndTrue>& points) {
    m_points = points;
    draw();
}

void CalibrationChart::draw() {
    clear();
    const auto percentAxis = [this](const QString& title) {
        auto* axis = new QValueAxis;
        axis->setRange(0, 100);
        axis->setTickCount(5);
        axis->setLabelFormat(QStringLiteral("%.0f %%"));
        axis->setTitleText(title);
        return axis;
    };
    auto* said = percentAxis(InsightWords::tr("Kith said"));
    auto* was = percentAxis(InsightWords::tr("was right"));
    dressAxis(*said, theme(), false);
    dressAxis(*was, theme(), true);
    chart()->addAxis(said, Qt::AlignBottom);
    chart()->addAxis(was, Qt::AlignLeft);
    const auto add = [&](QXYSeries* series) {
        chart()->addSeries(series);
        series->attachAxis(said);
        series->attachAxis(was);
    };
    auto* perfect = new QLineSeries;
    perfect->append(0, 0);
    perfect->append(100, 100);
    perfect->setPen(QPen(theme().colour(Role::StrongLine), 1, Qt::DashLine));
    add(perfect);
    auto* line = new QLineSeries;
    line->setPen(QPen(theme().colour(Role::Accent), 2));
    int most = 1;
    for (const service::SaidAndTrue& point : m_points) {
        line->append(point.said * 100, point.right * 100);
        most = std::max(most, point.marks);
    }
    add(line);
    for (const service::SaidAndTrue& point : m_points) {
        auto* dot = new QScatterSeries;
        dot->append(point.said * 100, point.right * 100);
        dot->setMarkerSize(smallestDot +
                           (largestDot - smallestDot) * std::sqrt(static_cast<double>(point.marks) / most));
        dot->setColor(theme().colour(Role::Accent));
        dot->setBorderColor(theme().colour(Role::Base));
        add(dot);
    }
}

void WeeksChart::show(const std::vector<service::WeekOfMail>& weeks) {
    m_weeks = weeks;
    draw();
}

void WeeksChart::draw() {
    clear();
    QStringList names;
    int most = 1;
    for (size_t i = 0; i < m_weeks.size(); ++i) {
        names << InsightWords::week(m_weeks[i].monday, i + 1 == m_weeks.size());
        most = std::max(most, m_weeks[i].total());
    }
    auto* bars = new QStackedBarSeries;
    bars->setBarWidth(0.62);
    for (int priority = 0; priority < 5; ++priority) {
        auto* set = new QBarSet(PriorityWords::name(static_cast<Priority>(priority)));
        for (const service::WeekOfMail& week : m_weeks) {
            *set << week.byPriority[static_cast<size_t>(priority)];
        }
        set->setColor(theme().colour(fillOf(priority)));
        set->setBorderColor(theme().colour(Role::Base));
        bars->append(set);
    }
    chart()->addSeries(bars);
    auto* below = new QBarCategoryAxis;
    below->append(names);
    dressAxis(*below, theme(), false);
    auto* left = countAxis(theme(), most);
    chart()->addAxis(below, Qt::AlignBottom);
    chart()->addAxis(left, Qt::AlignLeft);
    bars->attachAxis(below);
    bars->attachAxis(left);
}

void AskingChart::show(const std::vector<service::DayOfAsking>& days) {
    m_days = days;
    draw();
}

void AskingChart::draw() {
    clear();
    int most = 1;
    auto* set = new QBarSet(InsightWords::tr("Questions"));
    QStringList names;
    for (size_t i = 0; i < m_days.size(); ++i) {
        *set << m_days[i].requests;
        most = std::max(most, m_days[i].requests);
        names << QString::number(i);
    }
    set->setColor(theme().colour(Role::Accent));
    set->setBorderColor(theme().colour(Role::Base));
    auto* bars = new QStackedBarSeries;
    bars->setBarWidth(0.7);
    bars->append(set);
    chart()->addSeries(bars);
    auto* below = new QBarCategoryAxis;
    below->append(names);
    dressAxis(*below, theme(), false);
    below->setLabelsVisible(false);
    auto* left = countAxis(theme(), most);
    chart()->addAxis(below, Qt::AlignBottom);
    chart()->addAxis(left, Qt::AlignLeft);
    bars->attachAxis(below);
    bars->attachAxis(left);
}

}  // namespace kith::ui
