// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/paragraph.h"

#include "ui/text_paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

constexpr int usualLine = 560;
constexpr int shortestLine = 120;

}  // namespace

Paragraph::Paragraph(const Theme& theme, QWidget* parent, TextStyle style, Role role)
    : TextLabel(theme, parent, style, role)
    , m_theme(theme)
    , m_style(style)
    , m_role(role) {
    setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Paragraph::setRole(Role role) {
    m_role = role;
    TextLabel::setRole(role);
    update();
}

int Paragraph::heightForWidth(int width) const {
    return linesOf(m_theme, text(), m_style, width) * m_theme.lineHeight(m_style);
}

QSize Paragraph::sizeHint() const {
    const int whole = static_cast<int>(std::ceil(ui::lineWidth(m_theme, text(), m_style))) + 1;
    const int width = std::min(whole, usualLine);
    return {width, heightForWidth(width)};
}

QSize Paragraph::minimumSizeHint() const {
    return {std::min(sizeHint().width(), shortestLine), m_theme.lineHeight(m_style)};
}

void Paragraph::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintText(painter, m_theme, rect(), text(), m_style, m_role);
}

}  // namespace kith::ui
