// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/focus_ring.h"

#include "ui/theme.h"

#include <QFocusEvent>
#include <QPainter>

namespace kith::ui {

void paintFocusRing(QPainter& painter, const Theme& theme, const QRectF& box, double cornerRadius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.colour(Role::Accent), 2));
    painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), cornerRadius + 3, cornerRadius + 3);
    painter.restore();
}

void FocusRing::follow(QWidget& control, const Theme& theme, int cornerRadius) {
    new FocusRing(control, theme, cornerRadius);
}

FocusRing::FocusRing(QWidget& control, const Theme& theme, int cornerRadius)
    : QWidget(control.parentWidget())
    , m_control(control)
    , m_theme(theme)
    , m_radius(cornerRadius) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    control.installEventFilter(this);
    connect(&control, &QObject::destroyed, this, &QObject::deleteLater);
}

void FocusRing::place() {
    if (parentWidget() != m_control.parentWidget()) {
        setParent(m_control.parentWidget());
    }
    setGeometry(m_control.geometry().adjusted(-4, -4, 4, 4));
}

bool FocusRing::eventFilter(QObject*, QEvent* event) {
    switch (event->type()) {
    case QEvent::FocusIn:
        if (static_cast<QFocusEvent*>(event)->reason() != Qt::MouseFocusReason && m_control.parentWidget()) {
            place();
            raise();
            show();
        }
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
        hide();
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Paint:  // its place may have changed while the ring was not yet shown
        if (isVisible()) {
            place();
        }
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintFocusRing(painter, m_theme, QRectF(rect()).adjusted(4, 4, -4, -4), m_radius);
}

}  // namespace kith::ui
