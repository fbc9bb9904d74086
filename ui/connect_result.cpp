// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/connect_result.h"

#include "ui/buttons.h"
#include "ui/letter_banner.h"
#include "ui/scope_words.h"
#include "ui/sync_words.h"
#include "ui/text_label.h"

#include <QVBoxLayout>

namespace kith::ui {

QString SignInWords::title(const Error& error) {
    switch (error.kind) {
    case ErrorKind::Denied:
        return tr("Google was told no");
    case ErrorKind::Cancelled:
        return tr("Nobody came back from the browser");
    case ErrorKind::Unreachable:
        return error.hint.isEmpty() ? tr("Google cannot be reached") : tr("The sign-in did not come to an end");
    case ErrorKind::RateLimited:
        return tr("Google asks to wait a little");
    default:
        return tr("The sign-in did not work");
    }
}

QString SignInWords::advice(const Error& error) {
    if (!error.hint.isEmpty()) {
        return error.hint;
    }
    switch (error.kind) {
    case ErrorKind::Denied:
        return tr("In the browser the request was refused. Nothing was changed, and you can ask again at any time.");
    case ErrorKind::Cancelled:
        return tr("The sign-in waited for a while and then closed its door. Nothing was changed; begin again when you "
                  "are ready.");
    case ErrorKind::Unreachable:
        return tr("This computer seems to be offline. Check the connection, then try again; nothing was changed.");
    case ErrorKind::RateLimited:
        return tr("Too many attempts in a short time. Try again in a few minutes.");
    default:
        return tr("Nothing was changed. Try again; if it stays so, look at the client’s settings in Google’s console.");
    }
}

ConnectResult::ConnectResult(const Theme& theme, QWidget* parent)
    : ConnectStep(theme, parent, QStringLiteral("connectResult"))
    , m_primary(addButton("resultPrimary", {}, true))
    , m_second(addButton("resultSecond", {})) {
    connect(m_primary, &QAbstractButton::clicked, this, [this] {
        if (m_connected) {
            Q_EMIT toInbox();
        } else {
            Q_EMIT askAgain();
        }
    });
    connect(m_second, &QAbstractButton::clicked, this, &ConnectResult::left);
}

void ConnectResult::focusFirst() {
    m_primary->setFocus(Qt::OtherFocusReason);
}

void ConnectResult::empty() {
    delete m_content;
    m_content = new QWidget(holder());
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    body().addWidget(m_content);
}

void ConnectResult::addRights(const Account& account) {
    for (const ScopeFace& face : ScopeWords::faces(account.scopes)) {
        m_content->layout()->addWidget(makeFact(QStringLiteral("check"), Role::Ok, face.title, {}));
    }
}

void ConnectResult::addMissing(const Account& account) {
    for (const ScopeFace& face : ScopeWords::faces(account.missingScopes)) {
        auto* banner = new LetterBanner(
            theme(), LetterBanner::Tone::Warning,
            {QStringLiteral("triangle-alert"), tr("Not allowed: %1").arg(face.title), face.without}, m_content);
        banner->setObjectName(QStringLiteral("missingRight"));
        connect(banner->addLink(QStringLiteral("askAgain"), tr("Ask again")), &QAbstractButton::clicked, this,
                &ConnectResult::askAgain);
        m_content->layout()->addItem(new QSpacerItem(0, space::half));
        m_content->layout()->addWidget(banner);
    }
}

void ConnectResult::showConnected(const Account& account) {
    m_connected = true;
    empty();
    setTitle(QStringLiteral("circle-check"), Role::Ok, tr("%1 is connected").arg(account.address),
             tr("Your mail comes in now, newest first. You can work while it fills."));
    addRights(account);
    addMissing(account);
    if (const QString until = SyncWords::signInBy(account); !until.isEmpty()) {
        auto* words = makeWords(
            tr("%1 Projects in testing are signed out after seven days; publish yours to end that.").arg(until));
        words->setObjectName(QStringLiteral("resultUntil"));
        m_content->layout()->addItem(new QSpacerItem(0, space::half));
        m_content->layout()->addWidget(words);
    }
    m_primary->setText(tr("Go to the inbox"));
    m_primary->setIconName(QStringLiteral("inbox"));
    m_second->setText(tr("Account settings"));
}

void ConnectResult::showFailure(const Error& error) {
    m_connected = false;
    empty();
    setTitle(error.kind == ErrorKind::Unreachable && error.hint.isEmpty() ? QStringLiteral("wifi-off")
                                                                          : QStringLiteral("triangle-alert"),
             error.kind == ErrorKind::Cancelled ? Role::Text2 : Role::Warn, SignInWords::title(error),
             SignInWords::advice(error));
    m_primary->setText(tr("Try again"));
    m_primary->setIconName(QStringLiteral("globe"));
    m_second->setText(tr("Not now"));
}

}  // namespace kith::ui
