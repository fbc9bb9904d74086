// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/check_box.h"

#include "ui/text_paint.h"
#include "ui/theme.h"

#include <QPainter>

namespace kith::ui {

void paintCheckBox(QPainter& painter, const Theme& theme, const QRectF& box, bool checked) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF square(box.center().x() - 8, box.center().y() - 8, 16, 16);
    if (checked) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Role::Accent));
        painter.drawRoundedRect(square, radius::chip, radius::chip);
        paintIcon(painter, theme, square, QStringLiteral("check"), Role::OnAccent, 12);
    } else {
        painter.setPen(QPen(theme.colour(Role::StrongLine), 1.5));
        painter.setBrush(theme.colour(Role::Base));
        painter.drawRoundedRect(square.adjusted(0.75, 0.75, -0.75, -0.75), 3.25, 3.25);
    }
    painter.restore();
}

}  // namespace kith::ui
