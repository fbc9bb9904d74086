// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The dot that says where a value comes from: filled you, half mail, ring outside, "!" conflict.
#pragma once

#include <QRectF>

class QPainter;

namespace kith::ui {

class Theme;

enum class Provenance { You, Mail, Outside, Conflict };

/// 10 px, the conflict 12, centred in box.
void paintProvenanceDot(QPainter& painter, const Theme& theme, const QRectF& box, Provenance provenance);

}  // namespace kith::ui
