// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/connect_service.h"

#include "ui/buttons.h"
#include "ui/file_drop.h"
#include "ui/text_label.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace kith::ui {

ConnectService::ConnectService(const Theme& theme, QWidget* parent)
    : ConnectStep(theme, parent, QStringLiteral("connectService"))
    , m_drop(new FileDrop(theme, holder(), tr("Drop the key file of the service account here")))
    , m_subject(new QLineEdit(holder())) {
    setTitle(QStringLiteral("building-2"), Role::Accent, tr("With a service account"),
             tr("For a Google Workspace whose administrator has given a service account the right to open mailboxes "
                "of the domain. No browser is needed."));
    m_drop->setObjectName(QStringLiteral("serviceDrop"));
    body().addWidget(m_drop);
    auto* address = new QVBoxLayout;
    address->setSpacing(space::half);
    auto* title = new TextLabel(theme, holder(), TextStyle::BodyStrong);
    title->setText(tr("Whose mailbox"));
    m_subject->setObjectName(QStringLiteral("serviceSubject"));
    m_subject->setPlaceholderText(tr("mara@fjordlight.example"));
    m_subject->setAccessibleName(title->text());
    title->setBuddy(m_subject);
    address->addWidget(title);
    address->addWidget(m_subject);
    body().addLayout(address);
    body().addWidget(makeWords(tr("The private key moves into the place of your secrets; the file can be deleted "
                                  "afterwards."),
                               Role::Text3));
    m_goOn = addButton("serviceGoOn", tr("Connect"), true);
    auto* goBack = addButton("connectBack", tr("Back"));
    connect(goBack, &QAbstractButton::clicked, this, &ConnectService::back);
    connect(m_goOn, &QAbstractButton::clicked, this, &ConnectService::accept);
    connect(m_subject, &QLineEdit::returnPressed, this, &ConnectService::accept);
    connect(m_subject, &QLineEdit::textChanged, this, &ConnectService::judge);
    connect(m_drop, &FileDrop::chooseAsked, this, &ConnectService::chooseAsked);
    connect(m_drop, &FileDrop::dropped, this, &ConnectService::setFile);
    judge();
}

void ConnectService::focusFirst() {
    m_drop->chooseButton()->setFocus(Qt::OtherFocusReason);
}

void ConnectService::begin() {
    sayProblem({});
    m_drop->setFile({});
    m_subject->clear();
    setBusy(false);
}

void ConnectService::setFile(const QString& path) {
    m_drop->setFile(path);
    sayProblem({});
    judge();
    m_subject->setFocus();
}

void ConnectService::setBusy(bool busy) {
    m_busy = busy;
    m_goOn->setText(busy ? tr("Asking Google …") : tr("Connect"));
    judge();
}

void ConnectService::refuse(const QString& sentence) {
    setBusy(false);
    sayProblem(sentence);
}

void ConnectService::judge() {
    const QString subject = m_subject->text().trimmed();
    m_goOn->setEnabled(!m_busy && !m_drop->file().isEmpty() && subject.indexOf(QLatin1Char('@')) > 0);
}

void ConnectService::accept() {
    if (m_goOn->isEnabled()) {
        sayProblem({});
        setBusy(true);
        Q_EMIT given(m_drop->file(), m_subject->text().trimmed());
    }
}

}  // namespace kith::ui
