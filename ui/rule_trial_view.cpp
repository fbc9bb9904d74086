// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/rule_trial_view.h"

#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/fact_row.h"
#include "ui/message_words.h"
#include "ui/paragraph.h"
#include "ui/rule_texts.h"

#include <QDate>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kith::ui {

RuleTrialView::RuleTrialView(const Theme& theme, QWidget* parent)
    : Pane(theme, Role::List, parent)
    , m_state(new TextLabel(theme, this, TextStyle::Caption, Role::Text3))
    , m_sentence(new Paragraph(theme, this, TextStyle::BodyMedium, Role::Text))
    , m_all(new Button(theme, this, ButtonKind::Link)) {
    setObjectName(QStringLiteral("ruleTrial"));
    setAccessibleName(tr("What the rule would do"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::pane, space::pane, space::pane, 0);
    column->setSpacing(space::one);
    auto* head = new QHBoxLayout;
    auto* title = new TextLabel(theme, this, TextStyle::LeadStrong);
    title->setText(tr("On your mail"));
    m_state->setObjectName(QStringLiteral("ruleTrialState"));
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_state);
    column->addLayout(head);
    m_sentence->setObjectName(QStringLiteral("ruleTrialSentence"));
    column->addWidget(m_sentence);
    m_all->setObjectName(QStringLiteral("ruleTrialAll"));
    m_all->setText(tr("Test on all mail"));
    column->addWidget(m_all, 0, Qt::AlignLeft);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_holder = new QWidget;
    m_rows = new QVBoxLayout(m_holder);
    m_rows->setContentsMargins(0, 0, 0, space::pane);
    m_rows->setSpacing(space::half);
    scroll->setWidget(m_holder);
    m_holder->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    connect(m_all, &QAbstractButton::clicked, this, &RuleTrialView::allAsked);
    showUnfilled();
}

void RuleTrialView::clear() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_state->clear();
    m_all->hide();
}

void RuleTrialView::say(const QString& sentence) {
    clear();
    m_sentence->setText(sentence);
}

void RuleTrialView::showUnfilled() {
    say(tr("Say what to look for and what to do: what the rule would do with the mail you have appears here while you "
           "write."));
}

void RuleTrialView::showTrying() {
    m_state->setText(tr("Testing…"));
}

void RuleTrialView::showProblem(const Error& error) {
    say(tr("The test did not work. %1").arg(RuleTexts::problem(error)));
}

void RuleTrialView::show(const service::RuleTrial& trial, bool everything) {
    if (trial.run.rules.empty()) {
        say(tr("Nothing to test yet: see what is marked in the rule."));
        return;
    }
    const service::RuleTally& tally = trial.run.rules.front();
    say(RuleTexts::matches(tally.matches, trial.run.lookedAt, everything));
    m_all->setVisible(!everything);
    if (tally.before > 0) {
        auto* before = new TextLabel(theme(), m_holder, TextStyle::Caption, Role::Text3);
        before->setText(tr("It has acted on %1 of them already.").arg(tally.before));
        m_rows->addWidget(before);
    }
    addDeeds(tally);
    for (const service::RuleExample& example : tally.examples) {
        addExample(example);
    }
    m_rows->addStretch();
}

void RuleTrialView::addDeeds(const service::RuleTally& tally) {
    for (const RuleAction& action : tally.rule.then) {
        const QString fates = RuleTexts::fates(service::fatesOf(tally, action));
        if (fates.isEmpty()) {
            continue;
        }
        auto* words = new Paragraph(theme(), m_holder, TextStyle::Body, Role::Text2);
        words->setObjectName(QStringLiteral("ruleTrialDeed"));
        words->setText(QStringLiteral("%1: %2").arg(RuleTexts::action(action), fates));
        m_rows->addWidget(words);
    }
}

void RuleTrialView::addExample(const service::RuleExample& example) {
    if (m_rows->count() > 0) {
        m_rows->addSpacing(space::half);
    }
    auto* sender = new ElidedLabel(theme(), m_holder, TextStyle::CaptionMedium, Role::Text2);
    sender->setText(example.sender.name.isEmpty() ? example.sender.address : example.sender.name);
    m_rows->addWidget(sender);
    auto* line = new ConversationLine(theme(), example.subject.isEmpty() ? tr("(no subject)") : example.subject,
                                      MessageWords::time(example.date, QDate::currentDate()), m_holder);
    line->setObjectName(QStringLiteral("ruleExample"));
    connect(line, &QAbstractButton::clicked, this, [this, thread = example.thread] { Q_EMIT opened(thread); });
    m_rows->addWidget(line);
    for (const service::PlannedDeed& deed : example.deeds) {
        if (deed.fate == service::DeedFate::Done) {
            continue;
        }
        auto* fate = new Paragraph(theme(), m_holder, TextStyle::Caption, Role::Text3);
        fate->setText(RuleTexts::fate(deed));
        m_rows->addWidget(fate);
    }
}

}  // namespace kith::ui
