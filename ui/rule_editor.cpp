// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/rule_editor.h"

#include "ui/action_row.h"
#include "ui/buttons.h"
#include "ui/condition_row.h"
#include "ui/paragraph.h"
#include "ui/rule_texts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kith::ui {

namespace {

constexpr qsizetype longestOwnName = 80;

QString nameFrom(const RuleCondition& when) {
    const QString words = RuleTexts::condition(when);
    return words.size() <= longestOwnName ? words : words.left(longestOwnName - 1) + QChar(0x2026);
}

}  // namespace

RuleEditor::RuleEditor(const Theme& theme, QWidget* parent)
    : PageColumn(parent, theme.scaled(usualWidth), Qt::AlignLeft)
    , m_theme(theme) {
    setObjectName(QStringLiteral("ruleEditor"));
    setAccessibleName(tr("The chosen rule"));
    build();
    setRule({});
}

void RuleEditor::build() {
    column().setContentsMargins(4, space::pane, 4, space::pane);
    column().setSpacing(space::one);
    buildHeads();
    m_conditionRows = new QVBoxLayout;
    m_conditionRows->setSpacing(space::one);
    m_actionRows = new QVBoxLayout;
    m_actionRows->setSpacing(space::one);
    const auto adder = [this](const char* name, const QString& text) {
        auto* button = new Button(m_theme, holder(), ButtonKind::Link);
        button->setObjectName(QLatin1String(name));
        button->setIconName(QStringLiteral("plus"));
        button->setText(text);
        return button;
    };
    column().addLayout(m_conditionRows);
    auto* moreConditions = adder("addCondition", tr("Another condition"));
    column().addWidget(moreConditions, 0, Qt::AlignLeft);
    column().addSpacing(space::two);
    auto* then = new TextLabel(m_theme, holder(), TextStyle::LeadStrong);
    then->setText(tr("Then"));
    column().addWidget(then);
    column().addLayout(m_actionRows);
    auto* moreActions = adder("addAction", tr("Another action"));
    column().addWidget(moreActions, 0, Qt::AlignLeft);
    column().addSpacing(space::two);
    m_stop = new QCheckBox(tr("Where it holds, try no later rule"), holder());
    m_stop->setObjectName(QStringLiteral("ruleStop"));
    column().addWidget(m_stop);
    m_problem = new Paragraph(m_theme, holder(), TextStyle::Body, Role::Bad);
    m_problem->setObjectName(QStringLiteral("ruleProblem"));
    column().addWidget(m_problem);
    column().addStretch();
    setFocusProxy(m_name);
    connect(m_stop, &QCheckBox::toggled, this, &RuleEditor::changed);
    connect(moreConditions, &QAbstractButton::clicked, this, [this] {
        addCondition({})->setFocus();
        refreshRows();
        changed();
    });
    connect(moreActions, &QAbstractButton::clicked, this, [this] {
        addAction({})->setFocus();
        refreshRows();
        changed();
    });
}

void RuleEditor::buildHeads() {
    m_name = new QLineEdit(holder());
    m_name->setObjectName(QStringLiteral("ruleName"));
    m_name->setAccessibleName(tr("Name of the rule"));
    m_enabled = new QCheckBox(tr("On"), holder());
    m_enabled->setObjectName(QStringLiteral("ruleEnabled"));
    auto* names = new QHBoxLayout;
    names->setSpacing(space::two);
    names->addWidget(m_name, 1);
    names->addWidget(m_enabled);
    column().addLayout(names);
    m_nameProblem = new Paragraph(m_theme, holder(), TextStyle::Caption, Role::Bad);
    column().addWidget(m_nameProblem);
    column().addSpacing(space::one);
    auto* when = new TextLabel(m_theme, holder(), TextStyle::LeadStrong);
    when->setText(tr("When"));
    m_join = new QComboBox(holder());
    m_join->setObjectName(QStringLiteral("ruleJoin"));
    m_join->setAccessibleName(tr("How many of the conditions must hold"));
    m_join->addItem(tr("all of these hold"), static_cast<int>(RuleCondition::Kind::All));
    m_join->addItem(tr("one of these holds"), static_cast<int>(RuleCondition::Kind::Any));
    auto* joins = new QHBoxLayout;
    joins->setSpacing(space::one);
    joins->addWidget(when);
    joins->addWidget(m_join);
    joins->addStretch();
    column().addLayout(joins);
    connect(m_name, &QLineEdit::textEdited, this, &RuleEditor::changed);
    connect(m_enabled, &QCheckBox::toggled, this, &RuleEditor::changed);
    connect(m_join, &QComboBox::activated, this, &RuleEditor::changed);
}

void RuleEditor::changed() {
    m_name->setPlaceholderText(isFilled() ? nameFrom(when()) : tr("Name"));
    Q_EMIT edited();
}

ConditionRow* RuleEditor::addCondition(const RuleCondition& condition) {
    auto* row = new ConditionRow(m_theme, holder());
    row->setCondition(condition);
    m_conditionRows->addWidget(row);
    m_conditions.push_back(row);
    connect(row, &ConditionRow::edited, this, &RuleEditor::changed);
    connect(row, &ConditionRow::removeAsked, this, [this, row] { drop(row); });
    return row;
}

ActionRow* RuleEditor::addAction(const RuleAction& action) {
    auto* row = new ActionRow(m_theme, m_labels, holder());
    row->setAction(action);
    m_actionRows->addWidget(row);
    m_actions.push_back(row);
    connect(row, &ActionRow::edited, this, &RuleEditor::changed);
    connect(row, &ActionRow::removeAsked, this, [this, row] { drop(row); });
    return row;
}

void RuleEditor::drop(ConditionRow* row) {
    std::erase(m_conditions, row);
    row->hide();
    row->deleteLater();  // its signal is on the way
    refreshRows();
    m_conditions.back()->setFocus();
    changed();
}

void RuleEditor::drop(ActionRow* row) {
    std::erase(m_actions, row);
    row->hide();
    row->deleteLater();
    refreshRows();
    m_actions.back()->setFocus();
    changed();
}

void RuleEditor::refreshRows() {
    for (ConditionRow* row : m_conditions) {
        row->setRemovable(m_conditions.size() > 1);
    }
    for (ActionRow* row : m_actions) {
        row->setRemovable(m_actions.size() > 1);
    }
    m_join->setVisible(m_conditions.size() > 1);
}

void RuleEditor::setRule(const Rule& rule) {
    m_rule = rule;
    const QSignalBlocker quiet(this);
    for (ConditionRow* row : std::exchange(m_conditions, {})) {
        row->hide();
        row->deleteLater();
    }
    for (ActionRow* row : std::exchange(m_actions, {})) {
        row->hide();
        row->deleteLater();
    }
    m_name->setText(rule.name.compare(nameFrom(rule.when), Qt::CaseInsensitive) == 0 ? QString() : rule.name);
    m_enabled->setChecked(rule.enabled);
    m_stop->setChecked(rule.stop);
    using Kind = RuleCondition::Kind;
    const bool joined = rule.when.kind == Kind::All || rule.when.kind == Kind::Any;
    m_join->setCurrentIndex(rule.when.kind == Kind::Any ? 1 : 0);
    const std::vector<RuleCondition> parts = joined ? rule.when.parts : std::vector{rule.when};
    for (const RuleCondition& part : parts) {
        addCondition(part);
    }
    for (const RuleAction& action : rule.then) {
        addAction(action);
    }
    if (m_actions.empty()) {
        addAction({RuleActionKind::Label, {}, {}, {}, {}, {}, {}});
    }
    refreshRows();
    setProblem({});
    m_name->setPlaceholderText(isFilled() ? nameFrom(when()) : tr("Name"));
    ensureVisible(0, 0);
}

RuleCondition RuleEditor::when() const {
    if (m_conditions.size() == 1) {
        return m_conditions.front()->condition();
    }
    RuleCondition all;
    all.kind = static_cast<RuleCondition::Kind>(m_join->currentData().toInt());
    for (const ConditionRow* row : m_conditions) {
        all.parts.push_back(row->condition());
    }
    return all;
}

Rule RuleEditor::rule() const {
    Rule rule = m_rule;
    rule.when = when();
    const QString name = m_name->text().trimmed();
    rule.name = name.isEmpty() && isFilled() ? nameFrom(rule.when) : name;
    rule.enabled = m_enabled->isChecked();
    rule.stop = m_stop->isChecked();
    rule.then.clear();
    for (const ActionRow* row : m_actions) {
        rule.then.push_back(row->action());
    }
    return rule;
}

bool RuleEditor::isFilled() const {
    return std::all_of(m_conditions.begin(), m_conditions.end(), [](const auto* row) { return row->isFilled(); }) &&
           std::all_of(m_actions.begin(), m_actions.end(), [](const auto* row) { return row->isFilled(); });
}

void RuleEditor::setProblem(const std::optional<service::RulePlace>& place) {
    const QString sentence = place ? place->sentence : QString();
    bool placed = false;
    const auto put = [&](auto& rows, int wanted) {
        for (size_t at = 0; at < rows.size(); ++at) {
            const bool here = place && static_cast<int>(at) == wanted;
            rows[at]->setProblem(here ? sentence : QString());
            placed = placed || here;
        }
    };
    put(m_conditions, place ? place->condition : -1);
    put(m_actions, place ? place->action : -1);
    const bool named = place && place->name;
    m_nameProblem->setText(named ? sentence : QString());
    m_nameProblem->setVisible(named);
    m_problem->setText(placed || named ? QString() : sentence);
    m_problem->setVisible(!m_problem->text().isEmpty());
}

void RuleEditor::start() {
    m_conditions.front()->setFocus();
}

}  // namespace kith::ui
