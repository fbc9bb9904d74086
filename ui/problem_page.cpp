// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/problem_page.h"

#include "ui/buttons.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kith::ui {

QString OpeningWords::sentence(const Error& error) {
    switch (error.kind) {
    case ErrorKind::Busy:
        return tr("This workspace is in use by another program.");
    case ErrorKind::Damaged:
        return tr("The database of this workspace is damaged.");
    case ErrorKind::TooNew:
        return tr("This workspace was written by a newer Kith.");
    case ErrorKind::Denied:
        return tr("Kith may not use the folder of this workspace.");
    case ErrorKind::Full:
        return tr("The disk is full.");
    case ErrorKind::Unreachable:
        return tr("The database cannot be reached.");
    default:
        return tr("This workspace could not be opened.");
    }
}

QString OpeningWords::advice(const Error& error) {
    if (!error.hint.isEmpty()) {
        return error.hint;
    }
    switch (error.kind) {
    case ErrorKind::Busy:
        return tr("Close the other Kith or kithctl that uses it, then try again.");
    case ErrorKind::Damaged:
        return tr("Run kithctl check to see what can be saved, or restore a backup.");
    case ErrorKind::TooNew:
        return tr("Install the newer version, or open another workspace.");
    case ErrorKind::Denied:
        return tr("Give yourself the right to read and write it, or open another workspace.");
    case ErrorKind::Full:
        return tr("Free some space, then try again. Nothing was changed.");
    case ErrorKind::Unreachable:
        return tr("Check the address and that the server runs, then try again.");
    default:
        return tr("Try again, or open another workspace.");
    }
}

ProblemPage::ProblemPage(const Theme& theme, QWidget* parent)
    : Pane(theme, Role::Base, parent)
    , m_sentence(new TextLabel(theme, this, TextStyle::Heading))
    , m_advice(new TextLabel(theme, this, TextStyle::Lead, Role::Text2))
    , m_detail(new TextLabel(theme, this, TextStyle::Caption, Role::Text3)) {
    setObjectName(QStringLiteral("problemPage"));
    m_sentence->setObjectName(QStringLiteral("problemSentence"));
    auto* holder = new QWidget(this);
    holder->setMaximumWidth(640);
    auto* column = new QVBoxLayout(holder);
    column->setSpacing(space::one);
    column->addStretch();
    for (TextLabel* label : {m_sentence, m_advice, m_detail}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    column->addSpacing(space::two);
    auto* buttons = new QHBoxLayout;
    auto* retry = new Button(theme, holder, ButtonKind::Primary);
    retry->setObjectName(QStringLiteral("problemRetry"));
    retry->setText(tr("Try again"));
    auto* other = new Button(theme, holder);
    other->setText(tr("Open another workspace"));
    buttons->addWidget(retry);
    buttons->addWidget(other);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch();
    auto* page = new QHBoxLayout(this);
    page->addStretch(1);
    page->addWidget(holder, 100);
    page->addStretch(1);
    setFocusProxy(retry);
    connect(retry, &QAbstractButton::clicked, this, &ProblemPage::retryAsked);
    connect(other, &QAbstractButton::clicked, this, &ProblemPage::otherWorkspaceAsked);
}

void ProblemPage::say(const Error& error, const QString& folder) {
    m_sentence->setText(OpeningWords::sentence(error));
    m_advice->setText(OpeningWords::advice(error));
    m_detail->setText(folder + QLatin1Char('\n') + error.detail);
    setAccessibleName(m_sentence->text());
}

}  // namespace kith::ui
