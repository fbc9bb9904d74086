// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/privacy_section.h"

#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/icon_label.h"
#include "ui/paragraph.h"
#include "ui/settings_column.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

QString scopeIcon(triage::PrivacyScope scope) {
    return scope == triage::PrivacyScope::Label     ? QStringLiteral("tag")
           : scope == triage::PrivacyScope::Account ? QStringLiteral("user")
                                                    : QStringLiteral("globe");
}

void clearRows(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QLayout* inner = item->layout()) {
            clearRows(*inner);
        }
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();  // it may be the one whose signal is on its way
        }
        delete item;
    }
}

}  // namespace

PrivacySection::PrivacySection(const Theme& theme, service::PrivacyDesk& desk, QWidget* parent)
    : PlacePage(theme, parent)
    , m_desk(desk) {
    setObjectName(QStringLiteral("privacySection"));
    setAccessibleName(tr("Privacy"));
    build();
}

void PrivacySection::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_page = new SettingsColumn(theme(), this, tr("Privacy"));
    column->addWidget(m_page);
    m_page->addParagraph(
        tr("How much of your mail a model may see. “Stays here” is never asked about. “Without numbers” "
           "leaves with tokens in place of e-mail addresses, phone and account numbers, amounts and web "
           "addresses; they are put back into the answer."));
    m_everything = makeLevels(m_page->holder(), "privacyEverything", tr("Mail that no rule names"));
    m_page->addField(tr("Everything else"), m_everything)->addStretch(1);
    connect(m_everything, &QComboBox::activated, this,
            [this] { set(QStringLiteral("everything"), static_cast<Level>(m_everything->currentData().toInt())); });
    m_page->addGroup(tr("Rules"));
    m_none = m_page->addCaption("privacyNone");
    m_none->setText(
        tr("None yet. A rule counts before the line above; where several speak about a message, the strictest."));
    m_rules = new QVBoxLayout;
    m_rules->setSpacing(space::one);
    m_page->column().addLayout(m_rules);
    buildAdding();
    m_problem = m_page->addCaption("privacyProblem");
    m_page->column().addSpacing(space::screen);
    m_page->column().addStretch();
    setFocusProxy(m_everything);
}

QComboBox* PrivacySection::makeLevels(QWidget* parent, const char* name, const QString& accessibleName) {
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(accessibleName);
    box->addItem(tr("Stays here"), static_cast<int>(Level::LocalOnly));
    box->addItem(tr("Without numbers"), static_cast<int>(Level::Redacted));
    box->addItem(tr("Whole"), static_cast<int>(Level::Full));
    return box;
}

void PrivacySection::buildAdding() {
    m_page->column().addSpacing(space::two);
    QHBoxLayout* row = m_page->addRow();
    m_scope = new QComboBox(m_page->holder());
    m_scope->setObjectName(QStringLiteral("privacyScope"));
    m_scope->setAccessibleName(tr("What the new rule names"));
    m_scope->addItem(tr("Domain"), static_cast<int>(Scope::Domain));
    m_scope->addItem(tr("Label"), static_cast<int>(Scope::Label));
    m_scope->addItem(tr("Account"), static_cast<int>(Scope::Account));
    m_value = new QComboBox(m_page->holder());
    m_value->setObjectName(QStringLiteral("privacyValue"));
    m_value->setAccessibleName(tr("Name of the domain, label or account"));
    m_value->setEditable(true);
    m_value->setInsertPolicy(QComboBox::NoInsert);
    m_value->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_level = makeLevels(m_page->holder(), "privacyLevel", tr("How much may leave by the new rule"));
    row->addWidget(m_scope);
    row->addWidget(m_value, 1);
    row->addWidget(m_level);
    m_add = m_page->addButton(*row, "privacyAdd", tr("Add"));
    connect(m_scope, &QComboBox::activated, this, &PrivacySection::offerValues);
    connect(m_add, &QAbstractButton::clicked, this, &PrivacySection::add);
    connect(m_value->lineEdit(), &QLineEdit::returnPressed, this, &PrivacySection::add);
    offerValues();
}

void PrivacySection::arrive() {
    bringHome(this, m_desk.facts(), [this](const Result<service::PrivacyFacts>& facts) {
        if (facts) {
            show(*facts);
        }
    });
}

void PrivacySection::show(const service::PrivacyFacts& facts) {
    m_facts = facts;
    clearRows(*m_rules);
    Level everything = Level::Full;
    int named = 0;
    for (const triage::PrivacyRule& rule : facts.rules) {
        if (rule.scope == Scope::Everything) {
            everything = rule.level;
        } else {
            addRule(rule);
            ++named;
        }
    }
    m_none->setVisible(named == 0);
    m_everything->setCurrentIndex(m_everything->findData(static_cast<int>(everything)));
    offerValues();
}

void PrivacySection::addRule(const triage::PrivacyRule& rule) {
    const QString name = triage::privacyName(rule);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::one);
    auto* icon = new IconLabel(theme(), m_page->holder());
    icon->setFace(scopeIcon(rule.scope), Role::Text3);
    auto* words = new TextLabel(theme(), m_page->holder(), TextStyle::BodyMedium);
    words->setTextFormat(Qt::PlainText);
    words->setText(rule.value);
    auto* level = makeLevels(m_page->holder(), "privacyRuleLevel", tr("How much may leave of %1").arg(rule.value));
    level->setCurrentIndex(level->findData(static_cast<int>(rule.level)));
    auto* away = new IconButton(theme(), m_page->holder());
    away->setObjectName(QStringLiteral("privacyRemove"));
    away->setFace(QStringLiteral("trash-2"), tr("Take the rule on %1 away").arg(rule.value));
    row->addWidget(icon);
    row->addWidget(words, 1);
    row->addWidget(level);
    row->addWidget(away);
    m_rules->addLayout(row);
    connect(level, &QComboBox::activated, this,
            [this, level, name] { set(name, static_cast<Level>(level->currentData().toInt())); });
    connect(away, &QAbstractButton::clicked, this, [this, name] { remove(name); });
}

void PrivacySection::offerValues() {
    const auto scope = static_cast<Scope>(m_scope->currentData().toInt());
    const QString typed = m_value->currentText();
    m_value->clear();
    m_value->addItems(scope == Scope::Label     ? m_facts.labels
                      : scope == Scope::Account ? m_facts.accounts
                                                : QStringList());
    m_value->setEditText(scope == Scope::Domain || m_value->count() == 0 ? typed : m_value->itemText(0));
    m_value->lineEdit()->setPlaceholderText(scope == Scope::Domain  ? tr("law.example")
                                            : scope == Scope::Label ? tr("Name of a label")
                                                                    : tr("Address of an account"));
}

void PrivacySection::add() {
    triage::PrivacyRule wanted;
    wanted.scope = static_cast<Scope>(m_scope->currentData().toInt());
    wanted.value = m_value->currentText().trimmed();
    if (wanted.value.isEmpty()) {
        m_value->setFocus();
        return;
    }
    set(triage::privacyName(wanted), static_cast<Level>(m_level->currentData().toInt()));
}

void PrivacySection::set(const QString& name, Level level) {
    bringHome(this, m_desk.set(name, level), [this](const Result<triage::PrivacyRule>& rule) {
        if (rule) {
            m_value->clearEditText();
        }
        took(rule);
    });
}

void PrivacySection::remove(const QString& name) {
    bringHome(this, m_desk.remove(name), [this](const Result<triage::PrivacyRule>& rule) { took(rule); });
}

void PrivacySection::took(const Result<triage::PrivacyRule>& rule) {
    m_problem->setRole(Role::Bad);
    m_problem->setText(rule ? QString()
                       : rule.error().kind == ErrorKind::Malformed
                           ? tr("No such name can be: %1.").arg(rule.error().detail)
                           : tr("It did not work: %1.").arg(rule.error().detail));
    m_problem->setVisible(!rule);
    arrive();
}

}  // namespace kith::ui
