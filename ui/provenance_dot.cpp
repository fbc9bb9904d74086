// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/provenance_dot.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace kith::ui {

void paintProvenanceDot(QPainter& painter, const Theme& theme, const QRectF& box, Provenance provenance) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    painter.setPen(Qt::NoPen);
    const QColor accent = theme.colour(Role::Accent);
    switch (provenance) {
    case Provenance::You:
        painter.setBrush(accent);
        painter.drawEllipse(QPointF(), 4, 4);
        break;
    case Provenance::Mail:
        painter.setBrush(accent);
        painter.drawChord(QRectF(-3.5, -3.5, 7, 7), 90 * 16, 180 * 16);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accent, 1.2));
        painter.drawEllipse(QPointF(), 3.5, 3.5);
        break;
    case Provenance::Outside:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.colour(Role::Text3), 1.4));
        painter.drawEllipse(QPointF(), 3.4, 3.4);
        break;
    case Provenance::Conflict:
        painter.setBrush(theme.colour(Role::Warn));
        painter.drawEllipse(QPointF(), 6, 6);
        painter.setPen(QPen(theme.colour(Role::Base), 1.6, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(0, -3.2), QPointF(0, 0.4));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Role::Base));
        painter.drawEllipse(QPointF(0, 2.9), 0.95, 0.95);
        break;
    }
    painter.restore();
}

}  // namespace kith::ui
