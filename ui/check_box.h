// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A check box as the list and the forms draw it, 16 px.
#pragma once

#include <QRectF>

class QPainter;

namespace kith::ui {

class Theme;

/// Centred in box.
void paintCheckBox(QPainter& painter, const Theme& theme, const QRectF& box, bool checked);

}  // namespace kith::ui
