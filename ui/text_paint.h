// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Painting of text and icons on whole lines, shared by the delegate and the painted widgets.
#pragma once

#include "ui/theme.h"

#include <QRectF>
#include <QString>

class QPainter;

namespace kith::ui {

/// One line, centred upright in box, cut with an ellipsis; gives the width used.
double paintLine(QPainter& painter, const Theme& theme, const QRectF& box, const QString& text, TextStyle style,
                 Role role, Qt::Alignment alignment = Qt::AlignLeft);
/// Wrapped at words, each line in its style's line height; what has no room in box is left out.
void paintText(QPainter& painter, const Theme& theme, const QRectF& box, const QString& text, TextStyle style,
               Role role);
/// How many lines paintText needs.
int linesOf(const Theme& theme, const QString& text, TextStyle style, double width);
double lineWidth(const Theme& theme, const QString& text, TextStyle style);
/// An icon centred in box.
void paintIcon(QPainter& painter, const Theme& theme, const QRectF& box, const QString& name, Role role, int size);

}  // namespace kith::ui
