// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/place_pages.h"

#include "core/service/room_desks.h"
#include "ui/house_door.h"
#include "ui/insights_house.h"
#include "ui/place_page.h"
#include "ui/settings_page.h"
#include "ui/settings_sections.h"

namespace kith::ui {

std::vector<PageMaker> placePages(const PageGround& ground) {
    std::vector<PageMaker> pages;
    pages.push_back({Place::Settings, [ground](QWidget* parent) {
                         return new SettingsPage(ground.theme, settingsSections(ground), parent);
                     }});
    if (service::InsightsDesk* insights = ground.house.rooms().insights) {
        pages.push_back({Place::Insights, [ground, insights](QWidget* parent) {
                             return new InsightsPage(ground.theme, insightsHouse(*insights), parent);
                         }});
    }
    return pages;
}

}  // namespace kith::ui
