// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/opportunity_foot.h"

#include "ui/buttons.h"
#include "ui/opportunity_words.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

OpportunityFoot::OpportunityFoot(const Theme& theme, QWidget* parent)
    : Pane(theme, Role::Base, parent) {
    setObjectName(QStringLiteral("opportunityFoot"));
    setLines(Qt::TopEdge);
    setFixedHeight(theme.scaled(64));
    m_words = new TextLabel(theme, this, TextStyle::Body, Role::Text2);
    m_words->setObjectName(QStringLiteral("opportunityChosen"));
    m_nextStep = field(QStringLiteral("opportunityNextStep"), tr("Next step"));
    m_owner = field(QStringLiteral("opportunityOwner"), tr("Owner"));
    m_owner->setMaximumWidth(theme.scaled(160));
    m_open = deed(QStringLiteral("opportunityOpen"), tr("Open mail"), QStringLiteral("mail"), Qt::Key_Return);
    m_move = deed(QStringLiteral("opportunityMove"), tr("Move"), QStringLiteral("kanban"), Qt::Key_V);
    m_dismiss = deed(QStringLiteral("opportunityDismiss"), tr("Dismiss"), QStringLiteral("x"), Qt::Key_N);
    m_accept = deed(QStringLiteral("opportunityAccept"), tr("Take up"), QStringLiteral("check"), Qt::Key_Y);
    m_accept->setKind(ButtonKind::Primary);
    connect(m_nextStep, &QLineEdit::editingFinished, this, [this] {
        if (m_nextStep->isModified()) {
            m_nextStep->setModified(false);
            Q_EMIT nextStepWritten(m_nextStep->text().trimmed());
        }
    });
    connect(m_owner, &QLineEdit::editingFinished, this, [this] {
        if (m_owner->isModified()) {
            m_owner->setModified(false);
            Q_EMIT ownerWritten(m_owner->text().trimmed());
        }
    });
    connect(m_open, &QAbstractButton::clicked, this, &OpportunityFoot::openAsked);
    connect(m_move, &QAbstractButton::clicked, this, &OpportunityFoot::moveAsked);
    connect(m_dismiss, &QAbstractButton::clicked, this, &OpportunityFoot::dismissAsked);
    connect(m_accept, &QAbstractButton::clicked, this, &OpportunityFoot::acceptAsked);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::screen, 0, space::screen, 0);
    row->setSpacing(space::one);
    row->addWidget(m_nextStep, 1);
    row->addWidget(m_owner);
    row->addWidget(m_words, 1);
    for (Button* button : {m_open, m_move, m_dismiss, m_accept}) {
        row->addWidget(button);
    }
    setOpportunity(nullptr);
}

QLineEdit* OpportunityFoot::field(const QString& name, const QString& label) {
    auto* edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setPlaceholderText(label);
    return edit;
}

Button* OpportunityFoot::deed(const QString& name, const QString& text, const QString& icon, Qt::Key key) {
    auto* button = new Button(theme(), this);
    button->setObjectName(name);
    button->setText(text);
    button->setIconName(icon);
    button->setKeys(QKeySequence(key));
    return button;
}

void OpportunityFoot::setOpportunity(const Opportunity* one) {
    const bool there = one != nullptr;
    for (QWidget* part : std::initializer_list<QWidget*>{m_nextStep, m_owner, m_open, m_move}) {
        part->setEnabled(there);
    }
    m_dismiss->setEnabled(there && one->status != OpportunityStatus::Dismissed);
    m_accept->setEnabled(there && !(one->status == OpportunityStatus::Active));
    m_accept->setVisible(!there || one->status != OpportunityStatus::Completed);
    m_words->setText(
        there ? OpportunityWords::status(one->status) + QStringLiteral(" · ") +
                    tr("%1 % sure").arg(one->confidence >= 1.0 ? 100 : std::min(99, qRound(one->confidence * 100)))
              : tr("Choose a card to work on it."));
    const auto write = [](QLineEdit* edit, const QString& words) {
        if (!edit->isModified() && edit->text() != words) {
            edit->setText(words);
        }
    };
    write(m_nextStep, there ? one->nextStep : QString());
    write(m_owner, there ? one->owner : QString());
}

void OpportunityFoot::editNextStep() {
    m_nextStep->setFocus();
    m_nextStep->selectAll();
}

QWidget* OpportunityFoot::moveButton() const {
    return m_move;
}

}  // namespace kith::ui
