// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Settings, Contacts: the rules by which contacts grow out of mail, and how far they have.
#pragma once

#include "core/service/person_view.h"
#include "ui/place_page.h"

#include <vector>

class QCheckBox;
class QLineEdit;

namespace kith::service {
class PeopleDesk;
}

namespace kith::ui {

class SettingsColumn;
class TextLabel;

class GrowthSection : public PlacePage {
    Q_OBJECT
public:
    GrowthSection(const Theme& theme, service::PeopleDesk& desk, QWidget* parent);

    void arrive() override;

private:
    struct Choice {
        QCheckBox* box;
        bool people::PersonRules::*rule;
    };
    void build();
    void addChoice(const char* name, const QString& words, bool people::PersonRules::*rule, bool indented = true);
    QLineEdit* addNames(const char* name, const QString& label, const QString& example,
                        QStringList people::PersonRules::*rule);
    void showFacts(const service::GrowthFacts& facts);
    void save();
    void growOn();
    void tell(const service::GrowthFacts& facts);
    void tell(const Error& error);

    service::PeopleDesk& m_desk;
    SettingsColumn* m_page{nullptr};
    std::vector<Choice> m_choices;
    QLineEdit* m_always{nullptr};
    QLineEdit* m_never{nullptr};
    TextLabel* m_progress{nullptr};
    people::PersonRules m_rules;
    qint64 m_made{0};  ///< since the rules were changed
    bool m_growing{false};
};

}  // namespace kith::ui
