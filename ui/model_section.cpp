// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/model_section.h"

#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/model_consent.h"
#include "ui/model_words.h"
#include "ui/paragraph.h"
#include "ui/settings_column.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

ModelSection::ModelSection(const Theme& theme, service::ModelDesk& desk, QWidget* parent)
    : PlacePage(theme, parent)
    , m_desk(desk) {
    setObjectName(QStringLiteral("modelSection"));
    setAccessibleName(tr("Model"));
    build();
    connect(&desk, &service::ModelDesk::statusChanged, this, &ModelSection::showStatus);
    connect(m_consent, &ModelConsent::agreed, this, [this] {
        m_stack->setCurrentWidget(m_page);
        bringHome(this, m_desk.setAllowed(true), [this](const Result<void>&) { refresh(); });
    });
    connect(m_consent, &ModelConsent::declined, this, [this] {
        m_stack->setCurrentWidget(m_page);
        m_turn->setFocus();
    });
    connect(m_consent, &ModelConsent::privacyAsked, this,
            [this] { Q_EMIT goAsked(Place::Settings, QStringLiteral("privacy")); });
}

ModelSection::~ModelSection() {
    for (QWidget* field : findChildren<QWidget*>()) {
        field->disconnect(this);  // a field that loses the focus as it goes still says that it was left
    }
}

void ModelSection::arrive() {
    refresh();
    bringHome(this, m_desk.trials(), [this](const Result<std::vector<service::TrialReport>>& reports) {
        if (reports) {
            showTrials(*reports);
        }
    });
}

void ModelSection::leave() {
    m_stack->setCurrentWidget(m_page);
}

void ModelSection::refresh() {
    bringHome(this, m_desk.facts(), [this](const Result<service::ModelFacts>& facts) {
        if (facts) {
            show(*facts);
        } else {
            say(*m_keyLine, ModelWords::problem(facts.error()), Role::Bad);
        }
    });
}

void ModelSection::say(TextLabel& line, const QString& words, Role role) {
    line.setText(words);
    line.setRole(role);
    line.setVisible(!words.isEmpty());
}

void ModelSection::show(const service::ModelFacts& facts) {
    m_facts = facts;
    showStatus(facts.status);
    m_key->setPlaceholderText(facts.access.hasKey ? tr("A key is kept; type another one to replace it")
                                                  : tr("Of your account at the service"));
    m_forgetKey->setVisible(facts.access.hasKey && !facts.access.keyFromEnvironment);
    say(*m_keyLine, facts.access.keyFromEnvironment ? tr("The key comes from KITH_DEEPINFRA_KEY.")
                    : facts.access.hasKey           ? tr("The key is kept in your place of secrets, never in a file.")
                                                    : tr("No key yet: no model can be asked."));
    m_address->setPlaceholderText(tr("https://api.deepinfra.com/v1/openai"));
    if (!m_address->hasFocus()) {
        m_address->setText(facts.access.vendorsOwnAddress ? QString() : facts.access.address);
    }
    say(*m_addressLine, facts.access.addressFromEnvironment
                            ? tr("The address comes from KITH_ENDPOINT_DEEPINFRA.")
                            : tr("Any server that speaks OpenAI’s chat protocol; empty: DeepInfra."));
    const std::pair<QComboBox*, QString> chosen[] = {
        {m_classify, facts.settings.model}, {m_draft, facts.draftModel}, {m_feedback, facts.feedbackModel}};
    for (const auto& [box, model] : chosen) {
        if (!box->lineEdit()->hasFocus()) {
            box->setEditText(model);
        }
    }
    const QSignalBlocker quiet[] = {QSignalBlocker(m_requests), QSignalBlocker(m_usd), QSignalBlocker(m_inFlight)};
    m_requests->setValue(static_cast<int>(facts.settings.requestsPerDay));
    m_usd->setValue(facts.settings.usdPerDay);
    m_inFlight->setValue(facts.settings.inFlight);
    say(*m_today, ModelWords::today(facts));
    showOffers();
}

void ModelSection::showStatus(const service::ModelStatus& status) {
    m_facts.status = status;
    const bool on = status.phase != service::ModelPhase::Off;
    m_status->setText(ModelWords::status(status));
    m_status->setRole(ModelWords::statusRole(status.phase) == Role::Ok ? Role::Text
                                                                       : ModelWords::statusRole(status.phase));
    m_turn->setText(on ? tr("Turn off") : tr("Turn on…"));
    m_turn->setKind(on ? ButtonKind::Normal : ButtonKind::Primary);
    const bool paused = status.phase == service::ModelPhase::Paused;
    m_pause->setText(paused ? tr("Go on") : tr("Pause"));
    m_pause->setVisible(paused || status.phase == service::ModelPhase::Asking ||
                        status.phase == service::ModelPhase::Idle);
}

void ModelSection::showOffers() {
    for (QComboBox* box : {m_classify, m_draft, m_feedback, m_other}) {
        const QString typed = box->currentText();
        const QSignalBlocker quiet(box);
        box->clear();
        for (const service::ModelOffer& offer : m_offers) {
            box->addItem(offer.id);
        }
        box->setEditText(typed);
    }
    say(*m_modelLine, ModelWords::price(m_offers, m_facts.settings.model));
}

void ModelSection::showTrials(const std::vector<service::TrialReport>& reports) {
    while (QLayoutItem* item = m_trials->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const service::TrialReport& report : reports) {
        auto* name = new TextLabel(theme(), m_page->holder(), TextStyle::BodyStrong);
        name->setObjectName(QStringLiteral("modelTrialName"));
        name->setTextFormat(Qt::PlainText);
        name->setText(tr("%1, prompt %2").arg(report.trial.model, report.trial.promptVersion));
        auto* words = new Paragraph(theme(), m_page->holder());
        words->setText(ModelWords::trial(report));
        m_trials->addWidget(name);
        m_trials->addWidget(words);
    }
}

void ModelSection::turn() {
    if (m_facts.status.phase == service::ModelPhase::Off) {
        return askConsent();
    }
    bringHome(this, m_desk.setAllowed(false), [this](const Result<void>&) { refresh(); });
}

void ModelSection::askConsent() {
    bringHome(this, m_desk.sample(), [this](const Result<service::ConsentSample>& sample) {
        if (!sample) {
            return say(*m_keyLine, ModelWords::problem(sample.error()), Role::Bad);
        }
        m_consent->show(*sample, m_facts);
        m_stack->setCurrentWidget(m_consent);
        m_consent->setFocus();
    });
}

void ModelSection::keepKey(const QString& key) {
    bringHome(this, m_desk.setKey(key.trimmed()), [this](const Result<void>& kept) {
        if (!kept) {
            return say(*m_keyLine, ModelWords::problem(kept.error()), Role::Bad);
        }
        m_key->clear();
        refresh();
    });
}

void ModelSection::keepAddress() {
    bringHome(this, m_desk.setAddress(m_address->text().trimmed()), [this](const Result<void>& kept) {
        if (!kept) {
            return say(*m_addressLine, ModelWords::problem(kept.error()), Role::Bad);
        }
        m_offers.clear();
        refresh();
    });
}

void ModelSection::readOffers() {
    say(*m_modelLine, tr("Asking the service…"));
    bringHome(this, m_desk.offers(), [this](const Result<std::vector<service::ModelOffer>>& offers) {
        if (!offers) {
            return say(*m_modelLine, ModelWords::problem(offers.error()), Role::Bad);
        }
        m_offers = *offers;
        showOffers();
    });
}

void ModelSection::choose(QComboBox& box, service::ModelTask task) {
    const QString model = box.currentText().trimmed();
    const QString stands = task == service::ModelTask::Classify ? m_facts.settings.model
                           : task == service::ModelTask::Draft  ? m_facts.draftModel
                                                                : m_facts.feedbackModel;
    if (model.isEmpty() || model == stands) {
        return;
    }
    bringHome(this, m_desk.choose(task, model), [this](const Result<void>& chosen) {
        if (!chosen) {
            return say(*m_modelLine, ModelWords::problem(chosen.error()), Role::Bad);
        }
        refresh();
    });
}

void ModelSection::keepLimits() {
    const service::ModelLimits limits{m_requests->value(), m_usd->value(), m_inFlight->value()};
    if (limits.requestsPerDay == m_facts.settings.requestsPerDay && limits.usdPerDay == m_facts.settings.usdPerDay &&
        limits.inFlight == m_facts.settings.inFlight) {
        return;
    }
    bringHome(this, m_desk.setLimits(limits), [this](const Result<void>& kept) {
        if (!kept) {
            say(*m_today, ModelWords::problem(kept.error()), Role::Bad);
        }
        refresh();
    });
}

void ModelSection::test() {
    m_test->setEnabled(false);
    say(*m_testLine, tr("Asking…"));
    bringHome(this, m_desk.test(m_facts.settings.model), [this](const Result<service::ModelTestCall>& call) {
        m_test->setEnabled(true);
        say(*m_testLine, call ? ModelWords::testCall(*call) : ModelWords::problem(call.error()),
            call ? Role::Text2 : Role::Bad);
        refresh();
    });
}

void ModelSection::compare() {
    if (m_comparing) {
        return m_desk.cancel();
    }
    const QString model = m_other->currentText().trimmed();
    if (model.isEmpty()) {
        return say(*m_trialLine, tr("Name a model first."), Role::Bad);
    }
    m_comparing = true;
    m_compare->setText(tr("Stop"));
    say(*m_trialLine, tr("Comparing…"));
    bringHome(this, m_desk.tryOut(model, m_many->value()), [this](const Result<service::TrialReport>& report) {
        m_comparing = false;
        m_compare->setText(tr("Compare"));
        say(*m_trialLine, report ? QString() : ModelWords::problem(report.error()), Role::Bad);
        arrive();
    });
}

}  // namespace kith::ui
