// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/app_mark.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace kith::ui {

void paintAppMark(QPainter& painter, const Theme& theme, const QRectF& box) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / 24, box.height() / 24);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Role::Accent));
    painter.drawRoundedRect(QRectF(0, 0, 24, 24), 6, 6);
    QPainterPath strokes(QPointF(8, 6.2));
    strokes.lineTo(8, 17.8);
    strokes.moveTo(8.4, 12.6);
    strokes.cubicTo(12, 12.6, 15.6, 10.6, 16, 7.2);
    strokes.moveTo(11.6, 12);
    strokes.cubicTo(14, 12.8, 15.6, 14.8, 16.2, 17.6);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.colour(Role::OnAccent), 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(strokes);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Role::OnAccent));
    painter.drawEllipse(QPointF(16, 6.6), 1.7, 1.7);
    painter.restore();
}

QIcon appIcon(const Theme& theme) {
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256}) {
        icon.addPixmap(theme.painted(QStringLiteral("app-mark"), QSizeF(size, size), 1.0, [&](QPainter& painter) {
            paintAppMark(painter, theme, QRectF(0, 0, size, size));
        }));
    }
    return icon;
}

}  // namespace kith::ui
