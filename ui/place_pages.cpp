// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/place_pages.h"

#include "core/service/room_desks.h"
#include "ui/contact_import_page.h"
#include "ui/contacts_page.h"
#include "ui/drafts_page.h"
#include "ui/house_door.h"
#include "ui/insights_house.h"
#include "ui/opportunities_page.h"
#include "ui/place_page.h"
#include "ui/rules_page.h"
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
    if (service::ContactImportDesk* desk = ground.house.rooms().contactImports) {
        pages.push_back({Place::Imports, [ground, desk](QWidget* parent) {
                             return new ContactImportPage(ground.theme, *desk, ground.seams, parent);
                         }});
    }
    if (service::DraftsDesk* desk = ground.house.rooms().drafts) {
        pages.push_back({Place::Drafts, [ground, desk](QWidget* parent) {
                             auto* page = new DraftsPage(ground.theme, *desk, parent);
                             page->setSeams(ground.seams);
                             return page;
                         }});
    }
    if (auto* desk = ground.house.rooms().opportunities) {
        pages.push_back({Place::Opportunities, [ground, desk](QWidget* parent) {
                             return new OpportunitiesPage(ground.theme, ground.house, *desk, parent);
                         }});
    }
    if (auto* rules = ground.house.rooms().rules) {
        pages.push_back({Place::Rules, [ground, rules](QWidget* parent) {
                             return new RulesPage(ground.theme, ground.house, *rules, ground.seams, parent);
                         }});
    }
    if (auto* people = ground.house.rooms().people; people != nullptr) {
        pages.push_back({Place::Contacts, [ground, people](QWidget* parent) {
                             return new ContactsPage(ground.theme, *people, ground.seams, parent);
                         }});
    }
    return pages;
}

}  // namespace kith::ui
