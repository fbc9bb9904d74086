// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/elided_label.h"

#include "ui/text_paint.h"

#include <QPainter>

#include <cmath>

namespace kith::ui {

ElidedLabel::ElidedLabel(const Theme& theme, QWidget* parent, TextStyle style, Role role)
    : TextLabel(theme, parent, style, role)
    , m_theme(theme)
    , m_style(style)
    , m_role(role) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString& text) {
    QLabel::setText(text);
    setToolTip(text);
}

void ElidedLabel::setRole(Role role) {
    m_role = role;
    TextLabel::setRole(role);
    update();
}

QSize ElidedLabel::sizeHint() const {
    return {static_cast<int>(std::ceil(ui::lineWidth(m_theme, text(), m_style))) + 1, m_theme.lineHeight(m_style)};
}

QSize ElidedLabel::minimumSizeHint() const {
    return {0, m_theme.lineHeight(m_style)};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintLine(painter, m_theme, rect(), text(), m_style, m_role,
              layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
}

Hairline::Hairline(const Theme& theme, QWidget* parent, Role role)
    : QWidget(parent)
    , m_theme(theme)
    , m_role(role) {
    setFixedHeight(1);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Hairline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(m_role));
}

}  // namespace kith::ui
