// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Settings, Privacy: how much of which mail may leave for a model, by account, domain and label.
#pragma once

#include "core/service/privacy_desk.h"
#include "ui/place_page.h"

class QComboBox;
class QVBoxLayout;

namespace kith::ui {

class Button;
class SettingsColumn;
class TextLabel;

class PrivacySection : public PlacePage {
    Q_OBJECT
public:
    PrivacySection(const Theme& theme, service::PrivacyDesk& desk, QWidget* parent);

    void arrive() override;

private:
    using Level = triage::PrivacyLevel;
    using Scope = triage::PrivacyScope;

    void build();
    void buildAdding();
    QComboBox* makeLevels(QWidget* parent, const char* name, const QString& accessibleName);
    void show(const service::PrivacyFacts& facts);
    void addRule(const triage::PrivacyRule& rule);
    void offerValues();
    void add();
    void set(const QString& name, Level level);
    void remove(const QString& name);
    void took(const Result<triage::PrivacyRule>& rule);
    using PlacePage::show;

    service::PrivacyDesk& m_desk;
    service::PrivacyFacts m_facts;
    SettingsColumn* m_page{nullptr};
    QComboBox* m_everything{nullptr};
    QVBoxLayout* m_rules{nullptr};
    TextLabel* m_none{nullptr};
    QComboBox* m_scope{nullptr};
    QComboBox* m_value{nullptr};
    QComboBox* m_level{nullptr};
    Button* m_add{nullptr};
    TextLabel* m_problem{nullptr};
};

}  // namespace kith::ui
