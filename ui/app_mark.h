// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The drawn sign of Kith: window, tray and start page.
#pragma once

#include <QIcon>
#include <QRectF>

class QPainter;

namespace kith::ui {

class Theme;

void paintAppMark(QPainter& painter, const Theme& theme, const QRectF& box);
QIcon appIcon(const Theme& theme);

}  // namespace kith::ui
