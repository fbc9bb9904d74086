// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/connect_client.h"

#include "ui/buttons.h"
#include "ui/file_drop.h"
#include "ui/text_label.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr auto googleConsole = "https://console.cloud.google.com/apis/credentials";

}  // namespace

ConnectClient::ConnectClient(const Theme& theme, QWidget* parent)
    : ConnectStep(theme, parent, QStringLiteral("connectClient"))
    , m_drop(new FileDrop(theme, holder(), tr("Drop the file that Google gives you here"))) {
    setTitle(QStringLiteral("key-round"), Role::Accent, tr("Bring your own key to Google"),
             tr("Google lets a program in by a client id. Kith has no company and no server behind it, so the id is "
                "yours: about five minutes, once."));
    addSteps();
    body().addWidget(makeWords(tr("As long as the project stands on “Testing”, Google asks you to sign in again every "
                                  "seven days; publish it to end that."),
                               Role::Text3));
    m_drop->setObjectName(QStringLiteral("clientDrop"));
    body().addWidget(m_drop);
    auto* goBack = addButton("connectBack", tr("Back"));
    connect(goBack, &QAbstractButton::clicked, this, &ConnectClient::back);
    connect(m_drop, &FileDrop::chooseAsked, this, &ConnectClient::chooseAsked);
    connect(m_drop, &FileDrop::dropped, this, &ConnectClient::fileGiven);
}

void ConnectClient::addSteps() {
    const QString steps[] = {
        tr("Open Google’s console and make a project."),
        tr("Turn on the Gmail API for it."),
        tr("Make an OAuth client of the type “Desktop app”."),
        tr("Download its file, client_secret_….json, and drop it below."),
    };
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(space::half);
    int row = 0;
    for (const QString& step : steps) {
        auto* number = new TextLabel(theme(), holder(), TextStyle::BodyStrong, Role::Accent);
        number->setText(QString::number(row + 1));
        auto* words = new TextLabel(theme(), holder(), TextStyle::Body);
        words->setText(step);
        words->setWordWrap(true);
        grid->addWidget(number, row, 0, Qt::AlignTop);
        grid->addWidget(words, row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    body().addLayout(grid);
    auto* console = new Button(theme(), holder(), ButtonKind::Link);
    console->setObjectName(QStringLiteral("openConsole"));
    console->setText(tr("Open Google’s console"));
    body().addWidget(console, 0, Qt::AlignLeft);
    connect(console, &QAbstractButton::clicked, this,
            [this] { Q_EMIT linkAsked(QUrl(QString::fromLatin1(googleConsole))); });
}

void ConnectClient::focusFirst() {
    m_drop->chooseButton()->setFocus(Qt::OtherFocusReason);
}

void ConnectClient::setBusy(const QString& path) {
    m_drop->setFile(path);
    sayProblem({});
}

void ConnectClient::refuse(const QString& sentence) {
    m_drop->setFile({});
    sayProblem(sentence);
}

}  // namespace kith::ui
