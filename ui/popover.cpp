// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/popover.h"

#include "ui/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int shadowRoom = 24;
constexpr int arrowHeight = 7;
constexpr int windowEdge = 8;

QVBoxLayout* padded(QWidget* part) {
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(space::one);
    return layout;
}

/// Twelve rounded frames, each fainter: a blur of 24 px, 8 px down, without an effect in the way of painting.
void paintShadow(QPainter& painter, const QRectF& card, const QColor& colour) {
    if (colour.alpha() == 0) {
        return;
    }
    painter.setPen(Qt::NoPen);
    constexpr int steps = 12;
    QColor layer = colour;
    layer.setAlphaF(colour.alphaF() / steps);
    painter.setBrush(layer);
    for (int i = 0; i < steps; ++i) {
        const double grow = -10 + 2.0 * i;
        painter.drawRoundedRect(card.translated(0, 8).adjusted(-grow, -grow, grow, grow), 10 + std::max(grow, 0.0),
                                10 + std::max(grow, 0.0));
    }
}

}  // namespace

Popover::Popover(const Theme& theme, QWidget* parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_theme(theme)
    , m_body(new QWidget(this))
    , m_foot(new QWidget(this)) {
    setObjectName(QStringLiteral("popover"));
    setAttribute(Qt::WA_TranslucentBackground);
    setFixedWidth(contentWidth + 2 * shadowRoom);
    padded(m_body);
    padded(m_foot);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(shadowRoom, shadowRoom, shadowRoom, shadowRoom);
    column->setSpacing(0);
    column->addWidget(m_body);
    column->addWidget(m_foot);
    m_foot->hide();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QVBoxLayout* Popover::bodyLayout() {
    return static_cast<QVBoxLayout*>(m_body->layout());
}

QVBoxLayout* Popover::footLayout() {
    m_foot->show();
    return static_cast<QVBoxLayout*>(m_foot->layout());
}

void Popover::openAt(QWidget& anchor) {
    openAt(*anchor.window(), QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size()));
}

void Popover::openAt(QWidget& window, const QRect& anchorOnScreen) {
    m_returnTo = QApplication::focusWidget();
    fit();
    const QRect room(window.mapToGlobal(QPoint(0, 0)), window.size());
    const int least = room.left() + windowEdge - shadowRoom;
    const int most = room.right() - windowEdge + shadowRoom - width();
    const int x = std::clamp(anchorOnScreen.center().x() - width() / 2, std::min(least, most), std::max(least, most));
    const int below = anchorOnScreen.bottom() + arrowHeight + 1 - shadowRoom;
    m_below = below + height() - shadowRoom <= room.bottom() - windowEdge || anchorOnScreen.top() < height();
    const int y = m_below ? below : anchorOnScreen.top() - arrowHeight - height() + shadowRoom;
    move(x, y);
    const int tip = std::clamp(anchorOnScreen.center().x() - x, shadowRoom + 20, width() - shadowRoom - 20);
    m_arrow = QPoint(tip, m_below ? shadowRoom - arrowHeight : height() - shadowRoom + arrowHeight);
    keepBehind(window);
    show();
    if (QWidget* first = m_body->nextInFocusChain(); first && isAncestorOf(first)) {
        focusNextChild();
    }
}

void Popover::openAtEdge(QWidget& anchor) {
    m_returnTo = QApplication::focusWidget();
    fit();
    const QWidget& window = *anchor.window();
    const QRect room(window.mapToGlobal(QPoint(0, 0)), window.size());
    const int highest = room.top() + windowEdge - shadowRoom;
    const int lowest = room.bottom() - windowEdge + shadowRoom - height();
    const int wanted = anchor.mapToGlobal(QPoint(0, anchor.height())).y() + windowEdge - shadowRoom;
    move(room.right() + 1 - windowEdge + shadowRoom - width(), std::clamp(wanted, highest, std::max(highest, lowest)));
    m_arrow = {};
    keepBehind(window);
    show();
    if (QWidget* first = m_body->nextInFocusChain(); first && isAncestorOf(first)) {
        focusNextChild();
    }
}

/// As high as its lines need at the width that it has; a hint of size knows nothing of wrapped lines.
void Popover::fit() {
    adjustSize();
    if (layout()->hasHeightForWidth()) {
        resize(width(), layout()->totalHeightForWidth(width()));
    }
}

QRectF Popover::card() const {
    return QRectF(rect()).adjusted(shadowRoom, shadowRoom, -shadowRoom, -shadowRoom);
}

void Popover::keepBehind(const QWidget& window) {
    // A desktop without a compositor shows black where a popover is transparent: it paints what lies behind it itself.
    m_behind = {};
    if (QGuiApplication::platformName() == QLatin1String("xcb")) {
        m_behindAt = window.mapToGlobal(QPoint(0, 0));
        const QScreen& screen = *window.screen();
        const QPoint onScreen = m_behindAt - screen.geometry().topLeft();
        m_behind = window.screen()->grabWindow(0, onScreen.x(), onScreen.y(), window.width(), window.height());
    }
}

void Popover::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.drawPixmap(m_behindAt - mapToGlobal(QPoint(0, 0)), m_behind);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = card();
    paintShadow(painter, box, m_theme.colour(Role::Shadow));
    QPainterPath shape;
    shape.addRoundedRect(box, radius::popover, radius::popover);
    if (!m_arrow.isNull()) {
        const double base = m_below ? box.top() + 1 : box.bottom() - 1;
        QPainterPath arrow(QPointF(m_arrow.x() - 8, base));
        arrow.lineTo(m_arrow);
        arrow.lineTo(QPointF(m_arrow.x() + 8, base));
        arrow.closeSubpath();
        shape = shape.united(arrow);
    }
    const double edge = m_theme.scheme() == Scheme::HighContrast ? 4 : 2;  // half of it lies under the card
    painter.strokePath(shape, QPen(m_theme.colour(Role::PopoverEdge), edge));
    painter.fillPath(shape, m_theme.colour(Role::Raised));
    if (!m_foot->isHidden()) {
        QPainterPath foot;
        foot.addRect(QRectF(m_foot->geometry()));
        painter.fillPath(shape.intersected(foot), m_theme.colour(Role::Well));
    }
}

void Popover::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

void Popover::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    if (m_returnTo) {
        m_returnTo->setFocus(Qt::PopupFocusReason);
    }
}

}  // namespace kith::ui
