// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Every colour of the window: one table, a row a role, a column a scheme.
#pragma once

#include "ui/palette_roles.h"

#include <QColor>

#include <utility>
#include <vector>

namespace kith::ui {

QColor paletteColour(Scheme scheme, Role role);

/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);

/// Each pair of text and ground that the window uses, so that a test can measure them all.
std::vector<std::pair<Role, Role>> textPairs();

}  // namespace kith::ui
