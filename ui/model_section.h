// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Settings, Model: its key and address, which model does what, the budget of a day, a test, a comparison; and the page
// that is agreed to before anything leaves.
#pragma once

#include "core/service/model_desk.h"
#include "ui/place_page.h"

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;

namespace kith::ui {

class Button;
class IconLabel;
class ModelConsent;
class Paragraph;
class SettingsColumn;
class TextLabel;

class ModelSection : public PlacePage {
    Q_OBJECT
public:
    ModelSection(const Theme& theme, service::ModelDesk& desk, QWidget* parent);
    ~ModelSection() override;

    void arrive() override;
    void leave() override;

private:
    void build();
    void buildState();
    void buildService();
    void buildModels();
    void buildBudget();
    void buildTest();
    void buildTrials();
    QComboBox* addModelChoice(const char* name, const QString& label, service::ModelTask task);

    void refresh();
    void show(const service::ModelFacts& facts);
    void showStatus(const service::ModelStatus& status);
    void showOffers();
    void showTrials(const std::vector<service::TrialReport>& reports);
    void say(TextLabel& line, const QString& words, Role role = Role::Text3);
    using PlacePage::show;

    void turn();
    void askConsent();
    void keepKey(const QString& key);
    void keepAddress();
    void readOffers();
    void choose(QComboBox& box, service::ModelTask task);
    void keepLimits();
    void test();
    void compare();

    service::ModelDesk& m_desk;
    service::ModelFacts m_facts;
    std::vector<service::ModelOffer> m_offers;
    QStackedWidget* m_stack{nullptr};
    SettingsColumn* m_page{nullptr};
    ModelConsent* m_consent{nullptr};
    TextLabel* m_status{nullptr};
    Button* m_turn{nullptr};
    Button* m_pause{nullptr};
    QLineEdit* m_key{nullptr};
    Button* m_keepKey{nullptr};
    Button* m_forgetKey{nullptr};
    TextLabel* m_keyLine{nullptr};
    QLineEdit* m_address{nullptr};
    TextLabel* m_addressLine{nullptr};
    QComboBox* m_classify{nullptr};
    QComboBox* m_draft{nullptr};
    QComboBox* m_feedback{nullptr};
    TextLabel* m_modelLine{nullptr};
    QSpinBox* m_requests{nullptr};
    QDoubleSpinBox* m_usd{nullptr};
    QSpinBox* m_inFlight{nullptr};
    TextLabel* m_today{nullptr};
    Button* m_test{nullptr};
    TextLabel* m_testLine{nullptr};
    QComboBox* m_other{nullptr};
    QSpinBox* m_many{nullptr};
    Button* m_compare{nullptr};
    TextLabel* m_trialLine{nullptr};
    QVBoxLayout* m_trials{nullptr};
    bool m_comparing{false};
};

}  // namespace kith::ui
