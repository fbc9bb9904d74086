// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/buttons.h"
#include "ui/model_consent.h"
#include "ui/model_section.h"
#include "ui/paragraph.h"
#include "ui/settings_column.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QStackedWidget>

namespace kith::ui {

namespace {

constexpr int numberWidth = 120;
constexpr int mostRequests = 1'000'000;
constexpr double mostUsd = 10'000;
constexpr int mostInFlight = 64;
constexpr int mostCompared = 500;
constexpr int usuallyCompared = 30;

}  // namespace

void ModelSection::build() {
    m_stack = new QStackedWidget(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_page = new SettingsColumn(theme(), m_stack, tr("Model"));
    m_stack->addWidget(m_page);
    buildState();
    buildService();
    buildModels();
    buildBudget();
    buildTest();
    buildTrials();
    m_page->column().addSpacing(space::screen);
    m_page->column().addStretch();
    m_consent = new ModelConsent(theme(), m_stack);
    m_stack->addWidget(m_consent);
    setFocusProxy(m_turn);
}

void ModelSection::buildState() {
    m_page->addParagraph(
        tr("A model can read the mail that Kith itself is unsure about, and score it. It is asked only "
           "after you agreed, within your budget, and everything that leaves stands in the ledger."));
    QHBoxLayout* row = m_page->addRow();
    m_status = new TextLabel(theme(), m_page->holder(), TextStyle::BodyMedium);
    m_status->setObjectName(QStringLiteral("modelStatus"));
    m_status->setWordWrap(true);
    m_status->setTextFormat(Qt::PlainText);
    row->addWidget(m_status, 1);
    m_pause = m_page->addButton(*row, "modelPause", tr("Pause"));
    m_turn = m_page->addButton(*row, "modelTurn", tr("Turn on…"), true);
    connect(m_turn, &QAbstractButton::clicked, this, &ModelSection::turn);
    connect(m_pause, &QAbstractButton::clicked, this,
            [this] { m_desk.setPaused(m_facts.status.phase != service::ModelPhase::Paused); });
}

void ModelSection::buildService() {
    m_page->addGroup(tr("Service"));
    m_key = new QLineEdit(m_page->holder());
    m_key->setObjectName(QStringLiteral("modelKey"));
    m_key->setEchoMode(QLineEdit::Password);
    QHBoxLayout* row = m_page->addField(tr("Key"), m_key);
    m_keepKey = m_page->addButton(*row, "modelKeepKey", tr("Keep it"));
    m_forgetKey = m_page->addButton(*row, "modelForgetKey", tr("Forget it"));
    m_keyLine = m_page->addCaption("modelKeyLine", SettingsColumn::Under::Field);
    m_address = new QLineEdit(m_page->holder());
    m_address->setObjectName(QStringLiteral("modelAddress"));
    QHBoxLayout* where = m_page->addField(tr("Address"), m_address);
    auto* keep = m_page->addButton(*where, "modelKeepAddress", tr("Use it"));
    m_addressLine = m_page->addCaption("modelAddressLine", SettingsColumn::Under::Field);
    connect(m_keepKey, &QAbstractButton::clicked, this, [this] { keepKey(m_key->text()); });
    connect(m_key, &QLineEdit::returnPressed, this, [this] { keepKey(m_key->text()); });
    connect(m_forgetKey, &QAbstractButton::clicked, this, [this] { keepKey({}); });
    connect(keep, &QAbstractButton::clicked, this, &ModelSection::keepAddress);
    connect(m_address, &QLineEdit::returnPressed, this, &ModelSection::keepAddress);
}

QComboBox* ModelSection::addModelChoice(const char* name, const QString& label, service::ModelTask task) {
    auto* box = new QComboBox(m_page->holder());
    box->setObjectName(QLatin1String(name));
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_page->addField(label, box);
    connect(box, &QComboBox::activated, this, [this, box, task] { choose(*box, task); });
    connect(box->lineEdit(), &QLineEdit::editingFinished, this, [this, box, task] { choose(*box, task); });
    return box;
}

void ModelSection::buildModels() {
    m_page->addGroup(tr("Which model does what"));
    m_classify = addModelChoice("modelClassify", tr("Scores mail"), service::ModelTask::Classify);
    m_draft = addModelChoice("modelDraft", tr("Writes drafts"), service::ModelTask::Draft);
    m_feedback = addModelChoice("modelFeedback", tr("Reads your remarks"), service::ModelTask::Feedback);
    m_modelLine = m_page->addCaption("modelLine", SettingsColumn::Under::Field);
    QHBoxLayout* row = m_page->addRow();
    auto* read = m_page->addButton(*row, "modelOffers", tr("Read the list of the service"));
    row->addStretch();
    connect(read, &QAbstractButton::clicked, this, &ModelSection::readOffers);
}

void ModelSection::buildBudget() {
    m_page->addGroup(tr("Budget of a day"));
    m_requests = new QSpinBox(m_page->holder());
    m_requests->setObjectName(QStringLiteral("modelRequests"));
    m_requests->setRange(0, mostRequests);
    m_usd = new QDoubleSpinBox(m_page->holder());
    m_usd->setObjectName(QStringLiteral("modelUsd"));
    m_usd->setRange(0, mostUsd);
    m_usd->setDecimals(2);
    m_usd->setSingleStep(0.25);
    m_usd->setSuffix(tr(" USD"));
    m_inFlight = new QSpinBox(m_page->holder());
    m_inFlight->setObjectName(QStringLiteral("modelInFlight"));
    m_inFlight->setRange(1, mostInFlight);
    const std::pair<QString, QAbstractSpinBox*> fields[] = {
        {tr("Questions"), m_requests}, {tr("Money"), m_usd}, {tr("At a time"), m_inFlight}};
    for (const auto& [label, field] : fields) {
        field->setMaximumWidth(theme().scaled(numberWidth));
        field->setKeyboardTracking(false);
        field->setButtonSymbols(QAbstractSpinBox::NoButtons);
        m_page->addField(label, field)->addStretch(1);
        connect(field, &QAbstractSpinBox::editingFinished, this, &ModelSection::keepLimits);
    }
    m_today = m_page->addCaption("modelToday", SettingsColumn::Under::Field);
}

void ModelSection::buildTest() {
    m_page->addGroup(tr("Try it"));
    m_page->addParagraph(
        tr("Asks about an invented letter: whether the model answers as it must, how fast, and for how "
           "much. Nothing of your mail leaves."));
    QHBoxLayout* row = m_page->addRow();
    m_test = m_page->addButton(*row, "modelTest", tr("Make a test call"));
    row->addStretch();
    m_testLine = m_page->addCaption("modelTestLine");
    connect(m_test, &QAbstractButton::clicked, this, &ModelSection::test);
}

void ModelSection::buildTrials() {
    m_page->addGroup(tr("Compare another model"));
    m_page->addParagraph(
        tr("It is asked about some of your mail beside what stands, within the same budget, and decides "
           "nothing."));
    m_other = new QComboBox(m_page->holder());
    m_other->setObjectName(QStringLiteral("modelOther"));
    m_other->setEditable(true);
    m_other->setInsertPolicy(QComboBox::NoInsert);
    m_other->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_page->addField(tr("Model"), m_other);
    m_many = new QSpinBox(m_page->holder());
    m_many->setObjectName(QStringLiteral("modelMany"));
    m_many->setRange(1, mostCompared);
    m_many->setValue(usuallyCompared);
    m_many->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_many->setMaximumWidth(theme().scaled(numberWidth));
    QHBoxLayout* row = m_page->addField(tr("Messages"), m_many);
    m_compare = m_page->addButton(*row, "modelCompare", tr("Compare"));
    row->addStretch(1);
    m_trialLine = m_page->addCaption("modelTrialLine");
    m_trials = new QVBoxLayout;
    m_trials->setSpacing(space::one);
    m_page->column().addLayout(m_trials);
    connect(m_compare, &QAbstractButton::clicked, this, &ModelSection::compare);
}

}  // namespace kith::ui
