// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/settings_sections.h"

#include "core/service/room_desks.h"
#include "ui/appearance_section.h"
#include "ui/drafts_section.h"
#include "ui/enrichment_section.h"
#include "ui/growth_section.h"
#include "ui/house_door.h"
#include "ui/learned_section.h"
#include "ui/ledger_section.h"
#include "ui/model_section.h"
#include "ui/privacy_section.h"

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
    const service::RoomDesks rooms = ground.house.rooms();
    if (rooms.people) {
        sections.push_back({QStringLiteral("contacts"), SettingsPage::tr("Contacts"), QStringLiteral("user-plus"),
                            [ground, &desk = *rooms.people](QWidget* parent) {
                                return new GrowthSection(ground.theme, desk, parent);
                            }});
    }
    if (rooms.learned) {
        sections.push_back({QStringLiteral("learned"), SettingsPage::tr("Learned"), QStringLiteral("graduation-cap"),
                            [ground, &desk = *rooms.learned](QWidget* parent) {
                                return new LearnedSection(ground.theme, ground.house, desk, parent);
                            }});
    }
    if (rooms.model) {
        sections.push_back(
            {QStringLiteral("model"), SettingsPage::tr("Model"), QStringLiteral("compass"),
             [ground, &desk = *rooms.model](QWidget* parent) { return new ModelSection(ground.theme, desk, parent); }});
    }
    if (rooms.drafts) {
        sections.push_back({QStringLiteral("drafts"), SettingsPage::tr("Drafts"), QStringLiteral("file-check-2"),
                            [ground, &desk = *rooms.drafts](QWidget* parent) {
                                return new DraftsSection(ground.theme, desk, parent);
                            }});
    }
    if (rooms.privacy) {
        sections.push_back({QStringLiteral("privacy"), SettingsPage::tr("Privacy"), QStringLiteral("lock"),
                            [ground, &desk = *rooms.privacy](QWidget* parent) {
                                return new PrivacySection(ground.theme, desk, parent);
                            }});
    }
    if (rooms.ledger) {
        sections.push_back({QStringLiteral("ledger"), SettingsPage::tr("Ledger"), QStringLiteral("receipt-text"),
                            [ground, &desk = *rooms.ledger](QWidget* parent) {
                                return new LedgerSection(ground.theme, desk, ground.seams, parent);
                            }});
    }
    return sections;
}

}  // namespace kith::ui
