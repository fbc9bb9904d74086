// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/sync_popover.h"

#include "ui/accounts_feed.h"
#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/paragraph.h"
#include "ui/sync_facts.h"
#include "ui/sync_line.h"
#include "ui/sync_words.h"
#include "ui/text_label.h"

#include <QBoxLayout>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

/// Side by side where they have room, else below each other.
QBoxLayout* panelRow(std::initializer_list<QWidget*> parts, int spacing) {
    int wide = 0;
    for (const QWidget* part : parts) {
        wide += part->sizeHint().width() + spacing;
    }
    const bool fits = wide - spacing <= Popover::contentWidth - 40;
    auto* row = new QBoxLayout(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    row->setSpacing(fits ? spacing : space::one);
    return row;
}

}  // namespace

SyncPopover::SyncPopover(const Theme& theme, AccountsFeed& feed, QWidget* parent, Now now)
    : Popover(theme, parent)
    , m_theme(theme)
    , m_feed(feed)
    , m_now(std::move(now)) {
    setObjectName(QStringLiteral("syncPopover"));
    setAccessibleName(tr("Sync"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    refresh();
    connect(&feed, &AccountsFeed::changed, this, &SyncPopover::refresh);
}

void SyncPopover::build() {
    if (m_feed.accounts().empty()) {
        auto* words = new Paragraph(m_theme, this, TextStyle::Body, Role::Text2);
        words->setObjectName(QStringLiteral("syncNone"));
        words->setText(tr("The mail here came from files. Connect Gmail, and it stays up to date by itself."));
        bodyLayout()->addWidget(words);
    }
    auto* accounts = new Button(m_theme, this, ButtonKind::Link);
    accounts->setObjectName(QStringLiteral("syncAccounts"));
    accounts->setText(tr("Accounts and settings"));
    accounts->setVisible(!m_feed.accounts().empty());
    auto* add = new Button(m_theme, this, ButtonKind::Link);
    add->setObjectName(QStringLiteral("syncAdd"));
    add->setText(m_feed.accounts().empty() ? tr("Connect Gmail") : tr("Add an account"));
    auto* foot = panelRow({accounts, add}, space::two);
    foot->addWidget(accounts);
    foot->addStretch();
    foot->addWidget(add);
    footLayout()->addLayout(foot);
    connect(accounts, &QAbstractButton::clicked, this, [this] { leaveFor(&SyncPopover::accountsAsked); });
    connect(add, &QAbstractButton::clicked, this, [this] { leaveFor(&SyncPopover::addAsked); });
}

void SyncPopover::leaveFor(void (SyncPopover::*signal)()) {
    close();
    Q_EMIT(this->*signal)();
}

SyncPopover::Block& SyncPopover::blockOf(const AccountView& view) {
    const AccountId account = view.account.id;
    if (const auto known = m_blocks.find(account); known != m_blocks.end()) {
        return known->second;
    }
    Block& block = m_blocks[account];
    if (m_blocks.size() > 1) {
        bodyLayout()->addSpacing(space::one);
        bodyLayout()->addWidget(new Hairline(m_theme, this, Role::PopoverLine));
        bodyLayout()->addSpacing(space::one);
    }
    auto* address = new ElidedLabel(m_theme, this, TextStyle::BodyStrong);
    address->setText(view.account.address);
    bodyLayout()->addWidget(address);
    block.state = new SyncLine(m_theme, this);
    block.state->setSingle();
    block.state->setFocusPolicy(Qt::NoFocus);
    block.state->setAttribute(Qt::WA_TransparentForMouseEvents);
    block.problem = new Paragraph(m_theme, this, TextStyle::Caption, Role::Text2);
    block.problem->setObjectName(QStringLiteral("syncProblem"));
    block.facts = new SyncFacts(m_theme, this, 2);
    bodyLayout()->addWidget(block.state);
    bodyLayout()->addWidget(block.problem);
    bodyLayout()->addSpacing(space::half);
    bodyLayout()->addWidget(block.facts);
    bodyLayout()->addSpacing(space::half);
    buildButtons(block, *bodyLayout(), account);
    return block;
}

void SyncPopover::buildButtons(Block& block, QVBoxLayout& column, AccountId account) {
    const auto small = [this](const char* name, const QString& text, ButtonKind kind) {
        auto* button = new Button(m_theme, this, kind);
        button->setObjectName(QLatin1String(name));
        button->setText(text);
        if (kind != ButtonKind::Link) {
            button->setButtonSize(ButtonSize::Small);
        }
        return button;
    };
    block.waiting = small("syncWaiting", {}, ButtonKind::Link);
    column.addWidget(block.waiting, 0, Qt::AlignLeft);
    block.signIn = small("syncSignIn", tr("Sign in again"), ButtonKind::Primary);
    block.now = small("syncNow", tr("Sync now"), ButtonKind::Normal);
    block.pause = small("syncPauseNow", {}, ButtonKind::Normal);
    block.repair = small("syncRepair", tr("Repair"), ButtonKind::Normal);
    block.repair->setToolTip(tr("Compares every message with Google and mends what differs."));
    block.pause->setText(tr("Resume"));  // the wider of its two faces
    auto* row = panelRow({block.now, block.pause, block.repair}, space::one);
    for (Button* button : {block.signIn, block.now, block.pause, block.repair}) {
        row->addWidget(button);
    }
    row->addStretch();
    column.addLayout(row);
    connect(block.waiting, &QAbstractButton::clicked, this, [this] { leaveFor(&SyncPopover::accountsAsked); });
    connect(block.now, &QAbstractButton::clicked, this, [this, account] { m_feed.syncNow(account); });
    connect(block.repair, &QAbstractButton::clicked, this, [this, account] {
        close();
        m_feed.repair(account);
    });
    connect(block.signIn, &QAbstractButton::clicked, this, [this, account] {
        close();
        Q_EMIT signInAsked(account);
    });
    connect(block.pause, &QAbstractButton::clicked, this, [this, account] {
        for (const AccountView& view : m_feed.accounts()) {
            if (view.account.id == account) {
                m_feed.setPaused(account, view.account.state != AccountState::Paused);
                return;
            }
        }
    });
}

void SyncPopover::refresh() {
    const QDateTime now = m_now();
    for (const AccountView& view : m_feed.accounts()) {
        Block& block = blockOf(view);
        const SyncFace face = SyncWords::face(view, now);
        const bool out = face.state == SyncState::SignInNeeded;
        block.state->setFace(face);
        const QString problem = SyncWords::problem(view.status);
        block.problem->setText(problem);
        block.problem->setVisible(!problem.isEmpty());
        block.facts->show(view, now);
        block.waiting->setText(SyncWords::waiting(view.status.outgoing));
        block.waiting->setVisible(view.status.outgoing > 0);
        block.signIn->setVisible(out);
        block.now->setVisible(!out && view.account.state != AccountState::Paused);
        block.pause->setVisible(!out);
        block.pause->setText(view.account.state == AccountState::Paused ? tr("Resume") : tr("Pause"));
        block.repair->setVisible(!out);
    }
}

}  // namespace kith::ui
