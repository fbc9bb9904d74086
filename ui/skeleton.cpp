// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/skeleton.h"

#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace kith::ui {

void paintSkeletonRow(QPainter& painter, const Theme& theme, const QRectF& row, int index) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Role::Press));
    const double middle = row.center().y();
    painter.drawEllipse(QRectF(row.left() + 32, middle - 10, 20, 20));
    const double left = row.left() + 60;
    const double room = row.right() - 16 - left;
    const int turn = index % 3;
    const bool twoLines = row.height() >= 48;
    const double upper = twoLines ? middle - 13 : middle - 4;
    painter.drawRoundedRect(QRectF(left, upper, std::min(140.0 - turn * 30, room), 8), 4, 4);
    if (twoLines) {
        painter.setBrush(theme.colour(Role::Hover));
        painter.drawRoundedRect(QRectF(left, middle + 5, std::min(300.0 - turn * 60, room), 8), 4, 4);
    }
    painter.restore();
}

}  // namespace kith::ui
