// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/key_cap.h"

#include "ui/text_paint.h"
#include "ui/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

constexpr int capGap = 4;

QString capOf(QKeyCombination press) {
    QStringList parts;
    const Qt::KeyboardModifiers modifiers = press.keyboardModifiers();
    if (modifiers.testFlag(Qt::ControlModifier)) {
        parts << QKeySequence(Qt::CTRL).toString(QKeySequence::NativeText).remove(QLatin1Char('+'));
    }
    if (modifiers.testFlag(Qt::AltModifier)) {
        parts << QKeySequence(Qt::ALT).toString(QKeySequence::NativeText).remove(QLatin1Char('+'));
    }
    if (modifiers.testFlag(Qt::ShiftModifier)) {
        parts << QStringLiteral("⇧");
    }
    const Qt::Key key = press.key();
    QString name = key == Qt::Key_Return || key == Qt::Key_Enter ? QStringLiteral("↵")
                   : key == Qt::Key_Up                           ? QStringLiteral("↑")
                   : key == Qt::Key_Down                         ? QStringLiteral("↓")
                   : key == Qt::Key_Escape                       ? QStringLiteral("Esc")
                                                                 : QKeySequence(key).toString(QKeySequence::NativeText);
    if (parts.isEmpty() && name.size() == 1) {
        name = name.toLower();
    }
    parts << name;
    return parts.join(QLatin1Char(' '));
}

}  // namespace

QStringList keyCaps(const QKeySequence& keys) {
    QStringList caps;
    for (int i = 0; i < keys.count(); ++i) {
        caps << capOf(keys[static_cast<uint>(i)]);
    }
    return caps;
}

QString keyText(const QKeySequence& keys) {
    return keyCaps(keys).join(QLatin1Char(' '));
}

double keyCapWidth(const Theme& theme, const QString& cap) {
    return std::max<double>(theme.scaled(18), std::ceil(lineWidth(theme, cap, TextStyle::CaptionMedium) + 10));
}

void paintKeyCap(QPainter& painter, const Theme& theme, const QRectF& box, const QString& cap, CapLook look,
                 CapSize size) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double corner = size == CapSize::Large ? radius::control : radius::chip;
    if (look != CapLook::Bare) {
        QColor edge = theme.colour(look == CapLook::Inverse ? Role::InverseText : Role::Line);
        edge.setAlphaF(look == CapLook::Inverse ? 0.75F : 1.0F);
        painter.setPen(QPen(edge, 1));
        painter.setBrush(look == CapLook::Inverse ? QBrush(Qt::NoBrush) : QBrush(theme.colour(Role::Base)));
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner - 0.5, corner - 0.5);
    }
    const Role text = look == CapLook::Bare      ? Role::OnAccent
                      : look == CapLook::Inverse ? Role::InverseText
                                                 : Role::Text3;
    const TextStyle style = size == CapSize::Large ? TextStyle::BodyMedium : TextStyle::CaptionMedium;
    paintLine(painter, theme, box, cap, style, text, Qt::AlignHCenter);
    painter.restore();
}

KeyCap::KeyCap(const Theme& theme, QWidget* parent)
    : SmallPiece(theme, parent) {
}

void KeyCap::setKeys(const QKeySequence& keys) {
    m_caps = keyCaps(keys);
    setAccessibleName(tr("Key %1").arg(m_caps.join(QLatin1Char(' '))));
    showAnew();
}

void KeyCap::setLook(CapLook look) {
    m_look = look;
    update();
}

QSize KeyCap::sizeHint() const {
    double width = 0;
    for (const QString& cap : m_caps) {
        width += keyCapWidth(theme(), cap) + (width > 0 ? capGap : 0);
    }
    return {static_cast<int>(std::ceil(width)), theme().scaled(18)};
}

void KeyCap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    double x = 0;
    for (const QString& cap : m_caps) {
        const double width = keyCapWidth(theme(), cap);
        paintKeyCap(painter, theme(), QRectF(x, 0, width, height()), cap, m_look);
        x += width + capGap;
    }
}

}  // namespace kith::ui
