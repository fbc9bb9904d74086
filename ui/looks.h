// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How the window looks, as its user chose, and the ways to choose otherwise; the window itself stands behind it.
#pragma once

#include "ui/theme.h"

#include <functional>

namespace kith::ui {

struct Looks {
    std::function<void(Theme::Choice)> chooseColours;
    std::function<void(double)> setTextScale;
    std::function<void(bool)> setCompact;
    std::function<bool()> isCompact;
};

}  // namespace kith::ui
