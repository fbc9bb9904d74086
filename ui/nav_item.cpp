// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/nav_item.h"

#include "ui/focus_ring.h"
#include "ui/text_paint.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace kith::ui {

NavItem::NavItem(const Theme& theme, const QString& icon, const QString& title, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_title(title) {
    setAccessibleName(title);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void NavItem::setCount(int count) {
    if (count != m_count) {
        m_count = count;
        setAccessibleName(count > 0 ? tr("%1, %n", nullptr, count).arg(m_title) : m_title);
        update();
    }
}

void NavItem::setKey(const QString& key) {
    m_key = key;
    update();
}

QSize NavItem::sizeHint() const {
    return {204, m_theme.scaled(32)};
}

void NavItem::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = rect();
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(isChecked() ? Role::Press : Role::Hover));
        painter.drawRoundedRect(box, radius::control, radius::control);
    }
    paintIcon(painter, m_theme, QRectF(8, 0, 16, box.height()), m_icon, isChecked() ? Role::Accent : Role::Text3, 16);
    const QString count = m_count >= 1 && m_count <= 999 ? QLocale().toString(m_count) : QString();
    const double end = lineWidth(m_theme, m_key.isEmpty() ? count : m_key, TextStyle::CaptionMedium);
    paintLine(painter, m_theme, box.adjusted(36, 0, -8 - end - 8, 0), m_title,
              isChecked() ? TextStyle::BodyStrong : TextStyle::Body, isChecked() ? Role::Text : Role::Text2);
    if (m_key.isEmpty()) {
        paintLine(painter, m_theme, box.adjusted(36, 0, -8, 0), count,
                  isChecked() ? TextStyle::CaptionMedium : TextStyle::Caption, isChecked() ? Role::Text2 : Role::Text3,
                  Qt::AlignRight);
    } else {
        const double width = std::max(18.0, end + 8);
        const QRectF cap(box.right() - 8 - width, (box.height() - 18) / 2, width, 18);
        painter.setPen(QPen(m_theme.colour(Role::Line), 1));
        painter.setBrush(m_theme.colour(Role::Base));
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), radius::chip, radius::chip);
        paintLine(painter, m_theme, cap, m_key, TextStyle::CaptionMedium, Role::Text3, Qt::AlignHCenter);
    }
    if (hasFocus()) {
        paintFocusRing(painter, m_theme, box.adjusted(4, 4, -4, -4), radius::chip);
    }
}

void NavItem::enterEvent(QEnterEvent*) {
    update();
}
void NavItem::leaveEvent(QEvent*) {
    update();
}

}  // namespace kith::ui
