// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The small generated style sheet for Qt's own widgets: fields, lists, scroll bars, menus, tooltips.
#pragma once

#include <QString>

namespace kith::ui {

class Theme;

QString styleSheet(const Theme& theme);

}  // namespace kith::ui
