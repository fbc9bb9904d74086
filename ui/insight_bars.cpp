// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/insight_bars.h"

#include "ui/insight_words.h"
#include "ui/priority_mark.h"
#include "ui/text_paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

constexpr double replyRow = 52;
constexpr double replyNameWidth = 108;
constexpr double replyEndWidth = 84;
constexpr double lineRow = 38;

/// The marks of the scale, in hours.
constexpr std::array<double, 5> scaleHours{0.25, 1, 4, 24, 72};

double onScale(double hours) {
    const double low = std::log(scaleHours.front() / 2), high = std::log(scaleHours.back() * 2.5);
    return std::clamp((std::log(std::max(hours, 0.02)) - low) / (high - low), 0.0, 1.0);
}

QRectF centred(const QRectF& row, double left, double size) {
    return {left, row.center().y() - size / 2, size, size};
}

}  // namespace

ReplyBars::ReplyBars(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("replyBars"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ReplyBars::show(const std::vector<service::ReplyTimes>& times) {
    m_times = times;
    update();
}

void ReplyBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double left = replyNameWidth, room = width() - replyNameWidth - replyEndWidth;
    const double row = std::min(replyRow, (height() - 24.0) / std::max<double>(1, double(m_times.size())));
    const double foot = row * double(m_times.size());
    for (const double hours : scaleHours) {
        const double x = left + room * onScale(hours);
        painter.setPen(QPen(m_theme.colour(Role::Line), 1));
        painter.drawLine(QPointF(x, 0), QPointF(x, foot));
        paintLine(painter, m_theme, QRectF(x - 40, foot + 4, 80, 16), InsightWords::duration(hours), TextStyle::Caption,
                  Role::Text3, Qt::AlignHCenter);
    }
    for (size_t i = 0; i < m_times.size(); ++i) {
        const service::ReplyTimes& times = m_times[i];
        const QRectF line(0, row * double(i), width(), row);
        paintPriorityMark(painter, m_theme, centred(line, 0, 20), times.priority);
        paintLine(painter, m_theme, QRectF(28, line.center().y() - 10, replyNameWidth - 28, 20),
                  PriorityWords::name(times.priority), TextStyle::Body, Role::Text);
        const double from = left + room * onScale(times.lower), to = left + room * onScale(times.upper);
        painter.setPen(Qt::NoPen);
        QColor half = m_theme.colour(Role::Accent);
        half.setAlphaF(0.3f);
        painter.setBrush(half);
        painter.drawRoundedRect(QRectF(from, line.center().y() - 4, std::max(8.0, to - from), 8), 4, 4);
        painter.setBrush(m_theme.colour(Role::Accent));
        painter.setPen(QPen(m_theme.colour(Role::Base), 1.5));
        painter.drawEllipse(QPointF(left + room * onScale(times.median), line.center().y()), 6, 6);
        paintLine(painter, m_theme, QRectF(width() - replyEndWidth, line.center().y() - 10, replyEndWidth, 20),
                  InsightWords::duration(times.median), TextStyle::BodyMedium, Role::Text, Qt::AlignRight);
    }
}

ShareLines::ShareLines(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ShareLines::show(std::vector<Line> lines) {
    m_lines = std::move(lines);
    setMinimumHeight(static_cast<int>(lineRow * double(m_lines.size())));
    update();
}

void ShareLines::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double barRoom = std::min(112.0, width() * 0.2), endWidth = 64, numberWidth = 76;
    const double barLeft = width() - endWidth - barRoom;
    const double secondLeft = barLeft - 16 - numberWidth, firstLeft = secondLeft - numberWidth;
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        const QRectF row(0, lineRow * double(i), width(), lineRow);
        const double top = row.center().y() - 10;
        painter.setPen(QPen(m_theme.colour(Role::Line), 1));
        painter.drawLine(row.topLeft() + QPointF(0, 0.5), row.topRight() + QPointF(0, 0.5));
        const double nameLeft = line.icon.isEmpty() ? 0 : 26;
        if (!line.icon.isEmpty()) {
            paintIcon(painter, m_theme, centred(row, 0, 16), line.icon, Role::Text2, 16);
        }
        paintLine(painter, m_theme, QRectF(nameLeft, top, firstLeft - nameLeft - 8, 20), line.name, TextStyle::Body,
                  Role::Text);
        paintLine(painter, m_theme, QRectF(firstLeft, top, numberWidth, 20), line.first, TextStyle::BodyMedium,
                  Role::Text, Qt::AlignRight);
        paintLine(painter, m_theme, QRectF(secondLeft, top, numberWidth, 20), line.second, TextStyle::Body, Role::Text2,
                  Qt::AlignRight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(line.bar));
        if (line.share > 0) {
            painter.drawRoundedRect(QRectF(barLeft, row.center().y() - 3, std::max(6.0, barRoom * line.share), 6), 3,
                                    3);
        }
        paintLine(painter, m_theme, QRectF(width() - endWidth, top, endWidth, 20), line.end, TextStyle::Body,
                  Role::Text2, Qt::AlignRight);
    }
}

PriorityKey::PriorityKey(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize PriorityKey::sizeHint() const {
    return {static_cast<int>(28 + lineWidth(m_theme, PriorityWords::name(Priority::VeryLow), TextStyle::Body)) + 8,
            5 * m_theme.scaled(28)};
}

void PriorityKey::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const double row = m_theme.scaled(28);
    for (int i = 0; i < 5; ++i) {
        const auto priority = static_cast<Priority>(4 - i);
        const QRectF line(0, row * i, width(), row);
        paintPriorityMark(painter, m_theme, centred(line, 0, 20), priority);
        paintLine(painter, m_theme, QRectF(28, line.center().y() - 10, width() - 28, 20), PriorityWords::name(priority),
                  TextStyle::Body, Role::Text2);
    }
}

}  // namespace kith::ui
