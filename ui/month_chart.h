// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Twelve bars: messages a month with one person, the present month in the accent colour.
#pragma once

#include <QDate>
#include <QWidget>

#include <vector>

namespace kith::ui {

class Theme;

class MonthChart : public QWidget {
    Q_OBJECT
public:
    MonthChart(const Theme& theme, QWidget* parent);

    /// Oldest first; the last one is the month of lastMonth. The numbers stand in the accessible description, too.
    void setCounts(std::vector<int> counts, QDate lastMonth);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString monthText(size_t index) const;
    QRectF barBox(size_t index) const;

    const Theme& m_theme;
    std::vector<int> m_counts;
    QDate m_lastMonth;
};

}  // namespace kith::ui
