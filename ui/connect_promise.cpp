// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/connect_promise.h"

#include "ui/buttons.h"
#include "ui/icon_label.h"
#include "ui/scope_words.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kith::ui {

ConnectPromise::ConnectPromise(const Theme& theme, QWidget* parent)
    : ConnectStep(theme, parent, QStringLiteral("connectPromise")) {
    setTitle(QStringLiteral("mail"), Role::Accent, tr("Connect Gmail"),
             tr("Google asks you once in your browser. This is what Kith will be able to do, and why."));
    for (const ScopeWords::Promise& promise : ScopeWords::promises()) {
        body().addWidget(makeFact(promise.icon, Role::Accent, promise.title, promise.why));
    }
    auto* line = new QHBoxLayout;
    line->setSpacing(space::two);
    line->setContentsMargins(0, space::one, 0, 0);
    auto* shield = new IconLabel(theme, holder());
    shield->setFixedHeight(theme.lineHeight(TextStyle::Body));
    shield->setFace(QStringLiteral("shield-check"), Role::Ok);
    line->addWidget(shield, 0, Qt::AlignTop);
    line->addWidget(makeWords(tr("Nothing leaves this computer but to Google. No server of ours stands between, and "
                                 "every request can be read in the ledger.")),
                    1);
    body().addLayout(line);
    m_goOn = addButton("connectGoOn", tr("Continue"), true);
    auto* back = addButton("connectBack", tr("Not now"));
    m_other = addLink("connectOther", tr("Other ways"));
    connect(m_goOn, &QAbstractButton::clicked, this, &ConnectPromise::goOn);
    connect(back, &QAbstractButton::clicked, this, &ConnectPromise::left);
    connect(m_other, &QAbstractButton::clicked, this, &ConnectPromise::otherWays);
}

void ConnectPromise::focusFirst() {
    m_goOn->setFocus(Qt::OtherFocusReason);
}

void ConnectPromise::setReady(bool browserNext) {
    m_goOn->setText(browserNext ? tr("Continue in browser") : tr("Continue"));
    m_goOn->setIconName(browserNext ? QStringLiteral("globe") : QStringLiteral("arrow-right"));
    m_goOn->setEnabled(true);
    m_other->setVisible(true);
    sayProblem({});
}

void ConnectPromise::sayUnavailable(const QString& why) {
    m_goOn->setEnabled(false);
    m_other->setVisible(false);
    sayProblem(why);
}

}  // namespace kith::ui
