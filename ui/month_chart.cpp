// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/month_chart.h"

#include "ui/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QStringList>
#include <QToolTip>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int chartHeight = 40;
constexpr int chartWidth = 272;
constexpr double barShare = 15.0 / 23.0;  // of a month's width; the rest is gap

}  // namespace

MonthChart::MonthChart(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("monthChart"));
    setAccessibleName(tr("Messages a month"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MonthChart::setCounts(std::vector<int> counts, QDate lastMonth) {
    m_counts = std::move(counts);
    m_lastMonth = lastMonth;
    QStringList months;
    for (size_t i = 0; i < m_counts.size(); ++i) {
        months << monthText(i);
    }
    setAccessibleDescription(months.join(QStringLiteral("; ")));
    update();
}

QSize MonthChart::sizeHint() const {
    return {chartWidth, chartHeight};
}

QString MonthChart::monthText(size_t index) const {
    const int back = static_cast<int>(m_counts.size() - 1 - index);
    const QString month = QLocale().toString(m_lastMonth.addMonths(-back), QStringLiteral("MMMM yyyy"));
    const int count = m_counts[index];
    return count == 1 ? tr("%1: 1 message").arg(month) : tr("%1: %n messages", nullptr, count).arg(month);
}

QRectF MonthChart::barBox(size_t index) const {
    const double most = std::max(1, *std::max_element(m_counts.begin(), m_counts.end()));
    const double step = width() / (static_cast<double>(m_counts.size()) - 1.0 + barShare);
    const double room = height() - 6.0;  // as drawn: 32 for the highest, at most 4 a message
    const double unit = std::min(4.0, room / most);
    const double high = std::max(2.0, m_counts[index] * unit);
    return {static_cast<double>(index) * step, height() - 2 - high, step * barShare, high};
}

void MonthChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (size_t i = 0; i < m_counts.size(); ++i) {
        const bool now = i + 1 == m_counts.size();
        painter.setOpacity(now ? 1.0 : 0.45);
        painter.setBrush(m_theme.colour(now ? Role::Accent : Role::StrongLine));
        painter.drawRoundedRect(barBox(i), 2, 2);
    }
}

bool MonthChart::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && !m_counts.empty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto month = static_cast<size_t>(std::clamp(help->pos().x(), 0, width() - 1) *
                                               static_cast<int>(m_counts.size()) / std::max(1, width()));
        QToolTip::showText(help->globalPos(), monthText(month), this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace kith::ui
