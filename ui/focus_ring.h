// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The ring that shows where the keyboard is: 2 px accent around a 2 px gap.
#pragma once

#include <QRectF>

class QPainter;

namespace kith::ui {

class Theme;

/// Around box, which the ring leaves free; needs 4 px of room on every side.
void paintFocusRing(QPainter& painter, const Theme& theme, const QRectF& box, double cornerRadius);

}  // namespace kith::ui
