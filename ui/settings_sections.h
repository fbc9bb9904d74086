// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The sections of the settings page: one line each, made when they are first shown.
#pragma once

#include "ui/place_pages.h"
#include "ui/settings_page.h"

namespace kith::ui {

/// Those for which the house has the desk, in the order in which they are listed.
std::vector<SettingsSection> settingsSections(const PageGround& ground);

}  // namespace kith::ui
