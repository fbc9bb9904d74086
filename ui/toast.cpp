// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/toast.h"

#include "ui/key_cap.h"
#include "ui/text_paint.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

constexpr double toastPad = 16;
constexpr double toastGap = 12;

}  // namespace

Toast::Toast(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_place(parent) {
    setObjectName(QStringLiteral("toast"));
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_ShowWithoutActivating);
    hide();
    m_time.setSingleShot(true);
    connect(&m_time, &QTimer::timeout, this, &Toast::dismiss);
    connect(&theme, &Theme::changed, this, &Toast::stand);
    parent->installEventFilter(this);
}

void Toast::setPlace(QWidget* place) {
    m_place = place;
    place->installEventFilter(this);
    stand();
}

void Toast::present(const ToastFace& face) {
    m_face = face;
    m_remaining = 0;
    const QString way = face.action.isEmpty() ? QString()
                        : face.keys.isEmpty() ? face.action
                                              : tr("%1 with %2").arg(face.action, keyText(face.keys));
    setAccessibleName(way.isEmpty() ? face.sentence : QStringLiteral("%1. %2").arg(face.sentence, way));
    stand();
    show();
    raise();
    update();
    m_time.start(shownFor);
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void Toast::dismiss() {
    m_time.stop();
    m_remaining = 0;
    if (!isHidden()) {
        hide();
        Q_EMIT dismissed();
    }
}

void Toast::stand() {
    resize(sizeHint());
    const QPoint corner = m_place == parentWidget() ? QPoint(0, m_place->height())
                                                    : m_place->mapTo(parentWidget(), QPoint(0, m_place->height()));
    move(corner.x() + 16, corner.y() - 16 - height());
    update();
}

double Toast::actionLeft() const {
    const double icon = m_face.icon.isEmpty() ? 0 : 16 + toastGap;
    return toastPad + icon + lineWidth(m_theme, m_face.sentence, TextStyle::Body) + toastGap + 8;
}

QSize Toast::sizeHint() const {
    double width = actionLeft() - 8;
    if (!m_face.action.isEmpty()) {
        width += 8 + lineWidth(m_theme, m_face.action, TextStyle::BodyStrong) + 8 + 4;
        width += m_face.keys.isEmpty() ? 0 : 8 + keyCapWidth(m_theme, keyText(m_face.keys));
    }
    return {static_cast<int>(std::ceil(width)), m_theme.scaled(40)};
}

void Toast::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Role::Inverse));
    painter.drawRoundedRect(rect(), radius::card, radius::card);
    double x = toastPad;
    if (!m_face.icon.isEmpty()) {
        paintIcon(painter, m_theme, QRectF(x, 0, 16, height()), m_face.icon, Role::InverseText, 16);
        x += 16 + toastGap;
    }
    paintLine(painter, m_theme, QRectF(x, 0, width() - x, height()), m_face.sentence, TextStyle::Body,
              Role::InverseText);
    if (m_face.action.isEmpty()) {
        return;
    }
    x = actionLeft();
    x += paintLine(painter, m_theme, QRectF(x, 0, width() - x, height()), m_face.action, TextStyle::BodyStrong,
                   Role::InverseLink) +
         8;
    if (!m_face.keys.isEmpty()) {
        const QString cap = keyText(m_face.keys).toUpper();
        const double side = m_theme.scaled(18);
        paintKeyCap(painter, m_theme, QRectF(x, (height() - side) / 2, keyCapWidth(m_theme, cap), side), cap,
                    CapLook::Inverse);
    }
}

void Toast::enterEvent(QEnterEvent*) {
    m_remaining = std::max(m_time.remainingTime(), 1);
    m_time.stop();
}

void Toast::leaveEvent(QEvent*) {
    if (m_remaining > 0) {
        m_time.start(std::exchange(m_remaining, 0));
    }
}

void Toast::mousePressEvent(QMouseEvent* event) {
    if (!m_face.action.isEmpty() && event->position().x() >= actionLeft() - 8) {
        dismiss();
        Q_EMIT acted();
    }
}

bool Toast::eventFilter(QObject*, QEvent* event) {
    if ((event->type() == QEvent::Resize || event->type() == QEvent::Move) && !isHidden()) {
        stand();
    }
    return false;
}

}  // namespace kith::ui
