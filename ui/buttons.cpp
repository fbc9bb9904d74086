// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/buttons.h"

#include "ui/focus_ring.h"
#include "ui/key_cap.h"
#include "ui/text_paint.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace kith::ui {

namespace {

constexpr double faceGap = 8;
constexpr int faceIcon = 16;

TextStyle faceStyle(ButtonKind kind) {
    return kind == ButtonKind::Quiet ? TextStyle::Body : TextStyle::BodyMedium;
}

}  // namespace

Button::Button(const Theme& theme, QWidget* parent, ButtonKind kind)
    : QPushButton(parent)
    , m_theme(theme)
    , m_kind(kind) {
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(kind == ButtonKind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (parent) {
        FocusRing::follow(*this, theme, radius::control);
    }
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Button::setKind(ButtonKind kind) {
    m_kind = kind;
    updateGeometry();
    update();
}

void Button::setButtonSize(ButtonSize size) {
    m_size = size;
    updateGeometry();
}

void Button::setIconName(const QString& lucide) {
    m_icon = lucide;
    updateGeometry();
    update();
}

void Button::setKeys(const QKeySequence& keys) {
    m_cap = keyText(keys);
    updateGeometry();
    update();
}

double Button::padding() const {
    switch (m_kind) {
    case ButtonKind::Link:
        return 0;
    case ButtonKind::Flat:
    case ButtonKind::Quiet:
        return 8;
    default:
        return m_size == ButtonSize::Small ? 10 : m_size == ButtonSize::Large ? 16 : 12;
    }
}

QSize Button::sizeHint() const {
    double width = 2 * (padding() + (m_kind == ButtonKind::Link ? 0 : 1));
    width += lineWidth(m_theme, text(), faceStyle(m_kind));
    width += m_icon.isEmpty() ? 0 : faceIcon + faceGap;
    width += m_cap.isEmpty() ? 0 : keyCapWidth(m_theme, m_cap) + faceGap;
    const int height = m_kind == ButtonKind::Link    ? m_theme.lineHeight(faceStyle(m_kind))
                       : m_size == ButtonSize::Small ? m_theme.scaled(28)
                       : m_size == ButtonSize::Large ? m_theme.scaled(40)
                                                     : m_theme.scaled(32);
    return {static_cast<int>(std::ceil(width)), height};
}

Role Button::textRole() const {
    if (!isEnabled()) {
        return Role::Off;
    }
    switch (m_kind) {
    case ButtonKind::Primary:
        return Role::OnAccent;
    case ButtonKind::Link:
        return Role::Accent;
    case ButtonKind::Quiet:
        return Role::Text3;
    default:
        return Role::Text;
    }
}

void Button::paintGround(QPainter& painter) const {
    if (m_kind == ButtonKind::Link) {
        return;
    }
    Role ground = Role::Base;
    Role edge = Role::Control;
    if (m_kind == ButtonKind::Primary) {
        ground = !isEnabled() ? Role::Press : isDown() || underMouse() ? Role::AccentHover : Role::Accent;
        edge = ground;
    } else {
        ground = !isEnabled() ? Role::Base : isDown() ? Role::Press : underMouse() ? Role::Hover : Role::Base;
        edge = isEnabled() ? Role::Control : Role::Line;
    }
    const bool bare = m_kind == ButtonKind::Flat || m_kind == ButtonKind::Quiet;
    if (bare && ground == Role::Base) {
        return;
    }
    painter.setPen(bare ? QPen(Qt::NoPen) : QPen(m_theme.colour(edge), 1));
    painter.setBrush(m_theme.colour(ground));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius::control - 0.5,
                            radius::control - 0.5);
}

void Button::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    const double inner = sizeHint().width() - 2 * (padding() + (m_kind == ButtonKind::Link ? 0 : 1));
    double x = m_kind == ButtonKind::Link ? 0 : (width() - inner) / 2;
    if (!m_icon.isEmpty()) {
        const Role icon = textRole() == Role::Text ? Role::Text2 : textRole();
        paintIcon(painter, m_theme, QRectF(x, 0, faceIcon, height()), m_icon, icon, faceIcon);
        x += faceIcon + faceGap;
    }
    const double words = lineWidth(m_theme, text(), faceStyle(m_kind));
    paintLine(painter, m_theme, QRectF(x, 0, words + 1, height()), text(), faceStyle(m_kind), textRole());
    x += words + faceGap;
    if (!m_cap.isEmpty()) {
        const double capHeight = m_theme.scaled(18);
        const QRectF cap(x, (height() - capHeight) / 2, keyCapWidth(m_theme, m_cap), capHeight);
        paintKeyCap(painter, m_theme, cap, m_cap,
                    m_kind == ButtonKind::Primary && isEnabled() ? CapLook::Bare : CapLook::Framed);
    }
    if (m_kind == ButtonKind::Link && underMouse() && isEnabled()) {
        painter.setPen(QPen(m_theme.colour(Role::Accent), 1));
        painter.drawLine(QPointF(0, height() - 2.5), QPointF(width(), height() - 2.5));
    }
}

void Button::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

IconButton::IconButton(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme) {
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (parent) {
        FocusRing::follow(*this, theme, radius::control);
    }
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void IconButton::setFace(const QString& lucide, const QString& name, const QKeySequence& keys) {
    m_icon = lucide;
    setAccessibleName(name);
    setToolTip(keys.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, keyText(keys)));
    update();
}

void IconButton::setTint(Role role) {
    m_tint = role;
    update();
}

QSize IconButton::sizeHint() const {
    return {32, 32};
}

void IconButton::enterEvent(QEnterEvent*) {
    update();
}
void IconButton::leaveEvent(QEvent*) {
    update();
}

void IconButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isEnabled() && (isDown() || isChecked() || underMouse())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(isDown() || isChecked() ? Role::Press : Role::Hover));
        painter.drawRoundedRect(rect(), radius::control, radius::control);
    }
    paintIcon(painter, m_theme, rect(), m_icon, isEnabled() ? m_tint : Role::Off, 16);
}

}  // namespace kith::ui
