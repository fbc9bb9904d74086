// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/connect_browser.h"

#include "ui/buttons.h"
#include "ui/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kith::ui {

ConnectBrowser::ConnectBrowser(const Theme& theme, QWidget* parent)
    : ConnectStep(theme, parent, QStringLiteral("connectBrowser"))
    , m_help(new QWidget(holder())) {
    auto* column = new QVBoxLayout(m_help);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    m_question = new TextLabel(theme, m_help, TextStyle::BodyStrong);
    m_question->setObjectName(QStringLiteral("browserQuestion"));
    auto* words = new TextLabel(theme, m_help, TextStyle::Body, Role::Text2);
    words->setWordWrap(true);
    words->setText(tr("Copy this address into any browser on this computer."));
    column->addWidget(m_question);
    column->addWidget(words);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::one);
    m_address = new QLineEdit(m_help);
    m_address->setObjectName(QStringLiteral("browserUrl"));
    m_address->setAccessibleName(tr("Address of the sign-in page"));
    m_address->setReadOnly(true);
    m_copy = new Button(theme, m_help);
    m_copy->setObjectName(QStringLiteral("browserCopy"));
    m_copy->setIconName(QStringLiteral("copy"));
    m_copy->setText(tr("Copy"));
    row->addWidget(m_address, 1);
    row->addWidget(m_copy);
    column->addLayout(row);
    body().addWidget(m_help);
    m_cancel = addButton("browserCancel", tr("Cancel"));
    m_again = addLink("browserAgain", tr("Open the browser again"));
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_address->text());
        m_copy->setText(tr("Copied"));
        m_copy->setIconName(QStringLiteral("check"));
    });
    connect(m_again, &QAbstractButton::clicked, this, [this] { Q_EMIT openAgain(m_url); });
    connect(m_cancel, &QAbstractButton::clicked, this, &ConnectBrowser::cancelled);
}

void ConnectBrowser::focusFirst() {
    m_cancel->setFocus(Qt::OtherFocusReason);
}

void ConnectBrowser::prepare(const QString& address) {
    setTitle(QStringLiteral("globe"), Role::Accent, tr("Continue in your browser"),
             address.isEmpty()
                 ? tr("Google asks there whether Kith may use your mailbox. Kith waits for you here.")
                 : tr("Google asks there whether Kith may use %1. Kith waits for you here.").arg(address));
    m_help->hide();
    m_again->hide();
    sayProblem({});
}

void ConnectBrowser::wait(const QUrl& url, bool opened) {
    m_url = url;
    m_address->setText(QString::fromUtf8(url.toEncoded()));
    m_address->setCursorPosition(0);
    m_copy->setText(tr("Copy"));
    m_copy->setIconName(QStringLiteral("copy"));
    m_question->setText(opened ? tr("The browser did not open?") : tr("Kith found no browser to open."));
    m_help->show();
    m_again->setVisible(opened);
}

}  // namespace kith::ui
