// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/small_piece.h"

#include "ui/theme.h"

namespace kith::ui {

SmallPiece::SmallPiece(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &SmallPiece::showAnew);
}

void SmallPiece::showAnew() {
    updateGeometry();
    update();
}

}  // namespace kith::ui
