// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Pictures of the insights page that are lines of text with bars: reply times, shares undone, who owes whom, the
// legend.
#pragma once

#include "core/service/insights_desk.h"
#include "ui/theme.h"

#include <QWidget>

namespace kith::ui {

/// Median and middle half for each priority, on a scale from minutes to days.
class ReplyBars : public QWidget {
    Q_OBJECT
public:
    ReplyBars(const Theme& theme, QWidget* parent);
    void show(const std::vector<service::ReplyTimes>& times);
    using QWidget::show;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::vector<service::ReplyTimes> m_times;
};

/// Lines of a name, up to two numbers in words, a bar and what it stands for.
class ShareLines : public QWidget {
    Q_OBJECT
public:
    struct Line {
        QString icon;
        QString name;
        QString first;
        QString second;
        double share{0};  ///< of the bar's room
        Role bar{Role::Accent};
        QString end;
    };
    ShareLines(const Theme& theme, QWidget* parent);
    void show(std::vector<Line> lines);
    using QWidget::show;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::vector<Line> m_lines;
};

/// The five marks with their names, beside a chart that stacks them: the highest on top.
class PriorityKey : public QWidget {
    Q_OBJECT
public:
    PriorityKey(const Theme& theme, QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

}  // namespace kith::ui
