// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/action_row.h"

#include "core/service/rule_grammar.h"
#include "ui/buttons.h"
#include "ui/paragraph.h"
#include "ui/priority_mark.h"
#include "ui/rule_texts.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr RuleActionKind shownActions[] = {RuleActionKind::Label,
                                           RuleActionKind::RemoveLabel,
                                           RuleActionKind::Archive,
                                           RuleActionKind::ToInbox,
                                           RuleActionKind::MarkRead,
                                           RuleActionKind::Star,
                                           RuleActionKind::SetPriority,
                                           RuleActionKind::Snooze,
                                           RuleActionKind::AddToContact,
                                           RuleActionKind::DraftReply,
                                           RuleActionKind::CreateOpportunity,
                                           RuleActionKind::Forward,
                                           RuleActionKind::Trash};
constexpr int actionWidth = 190;
constexpr int hoursOffered[] = {1, 4, 24, 48, 72, 168, 336, 720, 2160};

bool takesText(RuleActionKind kind) {
    return kind == RuleActionKind::Label || kind == RuleActionKind::RemoveLabel || kind == RuleActionKind::Forward ||
           kind == RuleActionKind::DraftReply;
}

bool takesChoice(RuleActionKind kind) {
    return kind == RuleActionKind::SetPriority || kind == RuleActionKind::Snooze ||
           kind == RuleActionKind::CreateOpportunity;
}

}  // namespace

ActionRow::ActionRow(const Theme& theme, const QStringList& labels, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_labels(labels)
    , m_kind(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_choice(new QComboBox(this))
    , m_after(new QComboBox(this))
    , m_unless(new QComboBox(this))
    , m_problem(new Paragraph(theme, this, TextStyle::Caption, Role::Bad)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::one);
    column->addLayout(row);
    column->addWidget(m_problem);
    build(*row);
    auto* below = new QHBoxLayout;
    below->addSpacing(theme.scaled(actionWidth) + space::one);
    below->addWidget(m_unless);
    below->addStretch(1);
    column->insertLayout(1, below);
    setProblem({});
    setAction({RuleActionKind::Label, {}, {}, {}, {}, {}, {}});
}

void ActionRow::build(QHBoxLayout& row) {
    const auto box = [&](QComboBox* one, const char* name, const QString& says) {
        one->setObjectName(QLatin1String(name));
        one->setAccessibleName(says);
        connect(one, &QComboBox::activated, this, [this] {
            m_unless->setVisible(m_after->currentData().toInt() > 0);
            Q_EMIT edited();
        });
    };
    box(m_kind, "actionKind", tr("What to do"));
    box(m_choice, "actionChoice", tr("With what"));
    box(m_after, "actionAfter", tr("After how long"));
    box(m_unless, "actionUnless", tr("Unless what happened"));
    m_kind->setFixedWidth(m_theme.scaled(actionWidth));
    for (const RuleActionKind one : shownActions) {
        m_kind->addItem(RuleTexts::actionName(one), static_cast<int>(one));
    }
    m_after->addItem(tr("at once"), 0);
    for (const int hours : hoursOffered) {
        const std::chrono::minutes span{hours * 60};
        m_after->addItem(tr("after %1").arg(RuleTexts::span(span)), static_cast<int>(span.count()));
    }
    for (const RuleUnless one : {RuleUnless::Never, RuleUnless::Answered, RuleUnless::Read, RuleUnless::Archived}) {
        m_unless->addItem(RuleTexts::unless(one), static_cast<int>(one));
    }
    m_text->setObjectName(QStringLiteral("actionText"));
    auto* remove = new IconButton(m_theme, this);
    remove->setObjectName(QStringLiteral("actionRemove"));
    remove->setFace(QStringLiteral("x"), tr("Take this action out"));
    m_remove = remove;
    row.addWidget(m_kind);
    row.addWidget(m_text, 10);
    row.addWidget(m_choice);
    row.addWidget(m_after);
    row.addStretch(1);
    row.addWidget(remove);
    setFocusProxy(m_kind);
    connect(m_kind, &QComboBox::activated, this, &ActionRow::fillParameter);
    connect(m_text, &QLineEdit::textEdited, this, &ActionRow::edited);
    connect(remove, &QAbstractButton::clicked, this, &ActionRow::removeAsked);
}

RuleActionKind ActionRow::kind() const {
    return static_cast<RuleActionKind>(m_kind->currentData().toInt());
}

void ActionRow::fillParameter() {
    const bool labels = kind() == RuleActionKind::Label || kind() == RuleActionKind::RemoveLabel;
    m_text->setVisible(takesText(kind()));
    m_choice->setVisible(takesChoice(kind()));
    m_text->setAccessibleName(labels ? tr("The label") : RuleTexts::actionName(kind()));
    m_text->setPlaceholderText(labels                              ? tr("a label")
                               : kind() == RuleActionKind::Forward ? tr("an address")
                                                                   : tr("what it should say"));
    delete m_text->completer();
    if (labels) {
        auto* completer = new QCompleter(m_labels, m_text);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        m_text->setCompleter(completer);
        connect(completer, QOverload<const QString&>::of(&QCompleter::activated), this, &ActionRow::edited);
    }
    m_choice->clear();
    if (kind() == RuleActionKind::SetPriority) {
        for (int priority = 4; priority >= 0; --priority) {
            m_choice->addItem(PriorityWords::name(static_cast<Priority>(priority)), priority);
        }
    } else if (kind() == RuleActionKind::CreateOpportunity) {
        for (const QString& one : service::ruleKinds()) {
            m_choice->addItem(RuleTexts::kind(one), one);
        }
    } else if (kind() == RuleActionKind::Snooze) {
        for (const int hours : hoursOffered) {
            const std::chrono::minutes span{hours * 60};
            m_choice->addItem(RuleTexts::span(span), static_cast<int>(span.count()));
        }
    }
    m_unless->setVisible(m_after->currentData().toInt() > 0);
}

void ActionRow::chooseSpan(QComboBox& box, std::chrono::minutes span) {
    const int minutes = static_cast<int>(span.count());
    if (box.findData(minutes) < 0) {
        box.addItem(RuleTexts::span(span), minutes);
    }
    box.setCurrentIndex(box.findData(minutes));
}

void ActionRow::setAction(const RuleAction& action) {
    const QSignalBlocker quiet(this);
    m_until = action.until;
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(action.kind)));
    chooseSpan(*m_after, action.after);
    m_unless->setCurrentIndex(m_unless->findData(static_cast<int>(action.unless)));
    fillParameter();
    m_text->setText(action.text);
    if (action.kind == RuleActionKind::SetPriority) {
        m_choice->setCurrentIndex(m_choice->findData(static_cast<int>(action.priority)));
    } else if (action.kind == RuleActionKind::CreateOpportunity) {
        m_choice->setCurrentIndex(m_choice->findData(action.text));
    } else if (action.kind == RuleActionKind::Snooze && action.wait.count() > 0) {
        chooseSpan(*m_choice, action.wait);
    } else if (action.kind == RuleActionKind::Snooze && action.until.count() > 0) {
        m_choice->insertItem(0, RuleTexts::action({action.kind, {}, {}, action.until, {}, {}, {}}), 0);
        m_choice->setCurrentIndex(0);
    }
}

RuleAction ActionRow::action() const {
    RuleAction action;
    action.kind = kind();
    if (takesText(action.kind)) {
        action.text = m_text->text().trimmed();
    } else if (action.kind == RuleActionKind::SetPriority) {
        action.priority = static_cast<Priority>(m_choice->currentData().toInt());
    } else if (action.kind == RuleActionKind::CreateOpportunity) {
        action.text = m_choice->currentData().toString();
    } else if (action.kind == RuleActionKind::Snooze) {
        action.wait = std::chrono::minutes(m_choice->currentData().toInt());
        action.until = action.wait.count() > 0 ? std::chrono::milliseconds{0} : m_until;
    }
    action.after = std::chrono::minutes(m_after->currentData().toInt());
    action.unless =
        action.after.count() > 0 ? static_cast<RuleUnless>(m_unless->currentData().toInt()) : RuleUnless::Never;
    return action;
}

bool ActionRow::isFilled() const {
    return !takesText(kind()) || kind() == RuleActionKind::DraftReply || !m_text->text().trimmed().isEmpty();
}

void ActionRow::setProblem(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_text->setAccessibleDescription(sentence);
}

void ActionRow::setRemovable(bool removable) {
    m_remove->setEnabled(removable);
}

}  // namespace kith::ui
