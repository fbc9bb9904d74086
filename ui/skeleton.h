// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Grey shapes where rows will stand while they are fetched.
#pragma once

#include <QRectF>

class QPainter;

namespace kith::ui {

class Theme;

/// index varies the lengths a little, so that the lines do not look like a table.
void paintSkeletonRow(QPainter& painter, const Theme& theme, const QRectF& row, int index);

}  // namespace kith::ui
