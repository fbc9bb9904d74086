// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/start_choice.h"

#include "ui/focus_ring.h"
#include "ui/key_cap.h"
#include "ui/text_paint.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace kith::ui {

StartChoice::StartChoice(const Theme& theme, QWidget* parent, const ChoiceFace& face)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_face(face) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(face.title);
    setAccessibleDescription(
        QStringLiteral("%1 %2").arg(face.detail, tr("Takes %1. Key %2.").arg(face.duration, face.key)));
    FocusRing::follow(*this, theme, radius::popover);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize StartChoice::sizeHint() const {
    return {808, m_theme.scaled(104)};
}

void StartChoice::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(hasFocus() ? Role::Tint : Role::Hover));
        painter.drawRoundedRect(rect(), radius::popover, radius::popover);
    }
    const double h = height();
    paintIcon(painter, m_theme, QRectF(24, 0, 48, h), m_face.icon, Role::Accent, 28);
    const double cap = m_theme.scaled(28);
    const QRectF key(width() - 24 - cap, (h - cap) / 2, cap, cap);
    paintKeyCap(painter, m_theme, key, m_face.key, CapLook::Framed, CapSize::Large);
    const double duration = lineWidth(m_theme, m_face.duration, TextStyle::Body);
    const QRectF time(key.left() - 16 - duration, 0, duration + 1, h);
    paintLine(painter, m_theme, time, m_face.duration, TextStyle::Body, hasFocus() ? Role::Text2 : Role::Text3);
    const double title = m_theme.lineHeight(TextStyle::Heading);
    const double room = time.left() - 24 - 96;
    const int lines = lineWidth(m_theme, m_face.detail, TextStyle::Lead) > room ? 2 : 1;
    const double detail = lines * m_theme.lineHeight(TextStyle::Lead);
    const double top = (h - title - detail) / 2;
    paintLine(painter, m_theme, QRectF(96, top, room, title), m_face.title, TextStyle::Heading, Role::Text);
    paintText(painter, m_theme, QRectF(96, top + title, room, detail), m_face.detail, TextStyle::Lead, Role::Text2);
}

void StartChoice::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void StartChoice::focusInEvent(QFocusEvent* event) {
    QAbstractButton::focusInEvent(event);
    update();
}

void StartChoice::focusOutEvent(QFocusEvent* event) {
    QAbstractButton::focusOutEvent(event);
    update();
}

}  // namespace kith::ui
