// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/pane.h"

#include "ui/theme.h"

#include <QPaintEvent>
#include <QPainter>

namespace kith::ui {

Pane::Pane(const Theme& theme, Role ground, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_ground(ground) {
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Pane::setLines(Qt::Edges edges) {
    m_lines = edges;
    update();
}

void Pane::setGround(Role ground) {
    m_ground = ground;
    update();
}

void Pane::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.colour(m_ground));
    const QColor line = m_theme.colour(Role::Line);
    if (m_lines.testFlag(Qt::TopEdge)) {
        painter.fillRect(0, 0, width(), 1, line);
    }
    if (m_lines.testFlag(Qt::BottomEdge)) {
        painter.fillRect(0, height() - 1, width(), 1, line);
    }
    if (m_lines.testFlag(Qt::LeftEdge)) {
        painter.fillRect(0, 0, 1, height(), line);
    }
    if (m_lines.testFlag(Qt::RightEdge)) {
        painter.fillRect(width() - 1, 0, 1, height(), line);
    }
}

}  // namespace kith::ui
