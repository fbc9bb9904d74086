// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/focus_ring.h"

#include "ui/theme.h"

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

}  // namespace kith::ui
