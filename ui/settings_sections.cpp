// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/settings_sections.h"

#include "core/service/room_desks.h"
#include "ui/appearance_section.h"
#include "ui/enrichment_section.h"
#include "ui/house_door.h"

namespace kith::ui {

std::vector<SettingsSection> settingsSections(const PageGround& ground) {
    std::vector<SettingsSection> sections;
    sections.push_back(
        {QStringLiteral("appearance"), SettingsPage::tr("Appearance"), QStringLiteral("monitor"),
         [ground](QWidget* parent) { return new AppearanceSection(ground.theme, ground.looks, parent); }});
    if (service::EnrichmentDesk* desk = ground.house.rooms().enrichment) {
        sections.push_back(
            {QStringLiteral("enrichment"), SettingsPage::tr("Enrichment"), QStringLiteral("users"),
             [ground, desk](QWidget* parent) { return new EnrichmentSection(ground.theme, *desk, parent); }});
    }
    return sections;
}

}  // namespace kith::ui
