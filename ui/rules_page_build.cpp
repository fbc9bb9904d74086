// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How the rules page is put together.
#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/empty_state.h"
#include "ui/house_door.h"
#include "ui/nav_item.h"
#include "ui/rule_editor.h"
#include "ui/rule_questions.h"
#include "ui/rule_trial_view.h"
#include "ui/rules_page.h"
#include "ui/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListView>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int rulesHeadHeight = 64;

QWidget* inTheMiddle(QWidget* inner, QWidget* parent) {
    auto* around = new QWidget(parent);
    auto* row = new QHBoxLayout(around);
    row->addStretch();
    row->addWidget(inner);
    row->addStretch();
    return around;
}

}  // namespace

QWidget* RulesPage::buildHead() {
    auto* head = new Pane(theme(), Role::Base, this);
    head->setLines(Qt::BottomEdge);
    head->setFixedHeight(theme().scaled(rulesHeadHeight));
    auto* title = new TextLabel(theme(), head, TextStyle::Heading);
    title->setText(tr("Rules"));
    m_facts = new TextLabel(theme(), head, TextStyle::Body, Role::Text2);
    m_facts->setObjectName(QStringLiteral("ruleFacts"));
    m_mode = new QComboBox(head);
    m_mode->setObjectName(QStringLiteral("ruleMode"));
    m_mode->setAccessibleName(tr("Where several rules hold"));
    m_mode->setToolTip(tr("Where several rules hold for a message"));
    m_mode->addItem(tr("All rules that hold act"), static_cast<int>(RuleMode::All));
    m_mode->addItem(tr("Only the first that holds acts"), static_cast<int>(RuleMode::FirstMatch));
    auto* fresh = new Button(theme(), head);
    fresh->setObjectName(QStringLiteral("ruleNew"));
    fresh->setIconName(QStringLiteral("plus"));
    fresh->setText(tr("New rule"));
    fresh->setKeys(QKeySequence(Qt::Key_N));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::screen, 0, space::screen, 0);
    row->setSpacing(space::two);
    row->addWidget(title);
    row->addWidget(m_facts);
    row->addStretch();
    row->addWidget(m_mode);
    row->addWidget(fresh);
    connect(fresh, &QAbstractButton::clicked, this, &RulesPage::startNew);
    return head;
}

QWidget* RulesPage::buildList() {
    auto* side = new Pane(theme(), Role::List, this);
    side->setLines(Qt::RightEdge);
    side->setFixedWidth(theme().scaled(listWidth));
    m_waiting = new NavItem(theme(), QStringLiteral("circle-question-mark"), tr("Waiting"), side);
    m_waiting->setObjectName(QStringLiteral("ruleWaiting"));
    m_waiting->setCheckable(true);
    m_model = new RuleModel(this);
    m_delegate = new RuleDelegate(theme(), this);
    m_list = new QListView(side);
    m_list->setObjectName(QStringLiteral("ruleList"));
    m_list->setAccessibleName(tr("Rules in their order"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->installEventFilter(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, space::one, 0, 0);
    column->setSpacing(space::one);
    auto* waits = new QHBoxLayout;
    waits->setContentsMargins(space::one, 0, space::one, 0);
    waits->addWidget(m_waiting);
    column->addLayout(waits);
    column->addWidget(m_list, 1);
    return side;
}

QWidget* RulesPage::buildForm() {
    auto* form = new QWidget(this);
    m_editor = new RuleEditor(theme(), form);
    m_trial = new RuleTrialView(theme(), form);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_body = new QBoxLayout(QBoxLayout::LeftToRight);
    m_body->setSpacing(0);
    m_body->addWidget(m_editor, 1);
    m_body->addWidget(m_trial);
    column->addLayout(m_body, 1);
    column->addWidget(buildFoot());
    m_stack = new QStackedWidget(this);
    m_questions = new RuleQuestions(theme(), m_stack);
    m_nothing = new EmptyState(theme(), m_stack);
    m_stack->addWidget(form);
    m_stack->addWidget(m_questions);
    m_stack->addWidget(inTheMiddle(m_nothing, m_stack));
    return m_stack;
}

QWidget* RulesPage::buildFoot() {
    auto* foot = new Pane(theme(), Role::Base, this);
    foot->setLines(Qt::TopEdge);
    foot->setFixedHeight(theme().scaled(rulesHeadHeight));
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(space::screen, 0, space::screen, 0);
    row->setSpacing(space::one);
    const auto button = [&](const char* name, const QString& text, ButtonKind kind) {
        auto* one = new Button(theme(), foot, kind);
        one->setObjectName(QLatin1String(name));
        one->setText(text);
        return one;
    };
    m_save = button("ruleSave", tr("Save"), ButtonKind::Primary);
    m_save->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_discard = button("ruleDiscard", tr("Discard changes"), ButtonKind::Flat);
    m_run = button("ruleRun", tr("Run on past mail"), ButtonKind::Normal);
    m_remove = button("ruleRemove", tr("Delete"), ButtonKind::Normal);
    m_remove->setIconName(QStringLiteral("trash-2"));
    row->addStretch();  // what is said stands at the left
    row->addWidget(m_remove);
    row->addWidget(m_run);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    return foot;
}

void RulesPage::connectParts() {
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (const RuleLine* line = m_model->at(index.row())) {
            choose(line->id);
        }
    });
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (const RuleLine* line = m_model->at(index.row()); line && m_stack->currentIndex() != FormShown) {
            choose(line->id);
        }
    });
    connect(m_delegate, &RuleDelegate::toggled, this, &RulesPage::toggle);
    connect(m_waiting, &QAbstractButton::clicked, this, &RulesPage::showQuestions);
    connect(m_mode, &QComboBox::activated, this, [this] {
        const auto mode = static_cast<RuleMode>(m_mode->currentData().toInt());
        follow(m_desk.setMode(mode), QStringLiteral("check"),
               mode == RuleMode::All ? tr("All rules that hold act now.")
                                     : tr("Only the first rule that holds acts now."));
    });
    connect(m_editor, &RuleEditor::edited, this, &RulesPage::onEdited);
    connect(&m_trialLater, &QTimer::timeout, this, [this] { tryOut(triedOn); });
    connect(m_trial, &RuleTrialView::allAsked, this, [this] { tryOut(0); });
    connect(m_trial, &RuleTrialView::opened, this, &PlacePage::threadAsked);
    connect(m_questions, &RuleQuestions::opened, this, &PlacePage::threadAsked);
    connect(m_questions, &RuleQuestions::answered, this, [this](qint64 id, bool yes) {
        follow(yes ? m_desk.confirm(id) : m_desk.refuse(id), QStringLiteral("check"),
               yes ? tr("Your yes was noted.") : tr("It was left as it is."));
    });
    connect(m_nothing, &EmptyState::acted, this, &RulesPage::startNew);
    connect(m_save, &QAbstractButton::clicked, this, &RulesPage::save);
    connect(m_discard, &QAbstractButton::clicked, this, &RulesPage::discard);
    connect(m_remove, &QAbstractButton::clicked, this, &RulesPage::removeCurrent);
    connect(m_run, &QAbstractButton::clicked, this, &RulesPage::askAndRun);
    connect(&m_house, &HouseDoor::changed, this, [this] {
        if (isVisible()) {
            lookAgain();
        }
    });
}

void RulesPage::resizeEvent(QResizeEvent* event) {
    PlacePage::resizeEvent(event);
    const bool beside = width() >= theme().scaled(besideFrom);
    m_body->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_trial->setLines(beside ? Qt::LeftEdge : Qt::TopEdge);
    m_trial->setMinimumWidth(beside ? theme().scaled(trialWidth) : 0);
    m_trial->setMaximumWidth(beside ? theme().scaled(trialWidth) : QWIDGETSIZE_MAX);
    m_trial->setMaximumHeight(beside ? QWIDGETSIZE_MAX : theme().scaled(220));
}

}  // namespace kith::ui
