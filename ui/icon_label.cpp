// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/icon_label.h"

#include "ui/text_paint.h"

#include <QPainter>

namespace kith::ui {

IconLabel::IconLabel(const Theme& theme, QWidget* parent, int size)
    : QWidget(parent)
    , m_theme(theme)
    , m_size(size) {
    setFixedSize(size, size);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void IconLabel::setFace(const QString& lucide, Role role) {
    m_icon = lucide;
    m_role = role;
    setVisible(!lucide.isEmpty());
    update();
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintIcon(painter, m_theme, rect(), m_icon, m_role, m_size);
}

}  // namespace kith::ui
