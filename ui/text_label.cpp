// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/text_label.h"

namespace kith::ui {

TextLabel::TextLabel(const Theme& theme, QWidget* parent, TextStyle style, Role role)
    : QLabel(parent)
    , m_theme(theme)
    , m_style(style)
    , m_role(role) {
    setTextFormat(Qt::PlainText);
    dress();
    connect(&theme, &Theme::changed, this, &TextLabel::dress);
}

void TextLabel::setRole(Role role) {
    m_role = role;
    dress();
}

void TextLabel::dress() {
    setFont(m_theme.font(m_style));
    QPalette p = palette();
    p.setColor(QPalette::WindowText, m_theme.colour(m_role));
    setPalette(p);
    setMinimumHeight(m_theme.lineHeight(m_style));
}

}  // namespace kith::ui
