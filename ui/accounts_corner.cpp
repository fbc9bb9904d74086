// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/accounts_corner.h"

#include "ui/accounts_page.h"
#include "ui/connect_page.h"
#include "ui/house_door.h"
#include "ui/notice_bar.h"
#include "ui/sync_bar.h"
#include "ui/sync_popover.h"
#include "ui/sync_words.h"

namespace kith::ui {

AccountsCorner::AccountsCorner(const Theme& theme, HouseDoor& house, const Seams& seams, QWidget* parent)
    : QObject(parent)
    , m_theme(theme)
    , m_parent(parent)
    , m_feed(new AccountsFeed(house, this))
    , m_banner(new NoticeBar(theme, parent))
    , m_bar(new SyncBar(theme, parent))
    , m_page(new AccountsPage(theme, *m_feed, parent))
    , m_connect(new ConnectPage(theme, house.accounts(), seams, parent)) {
    m_banner->setObjectName(QStringLiteral("signInBanner"));
    m_banner->setTone(NoticeTone::Alarm);
    connectFeed();
    connectPages();
}

void AccountsCorner::connectFeed() {
    connect(m_feed, &AccountsFeed::changed, this, &AccountsCorner::refresh);
    connect(m_feed, &AccountsFeed::said, this, &AccountsCorner::said);
    connect(m_bar, &SyncBar::pauseAsked, m_feed, &AccountsFeed::setPaused);
    connect(m_banner, &NoticeBar::acted, this, [this] { signInAgain(m_signedOut); });
}

void AccountsCorner::connectPages() {
    connect(m_page, &AccountsPage::addAsked, this, [this] { Q_EMIT goAsked(Place::ConnectGmail); });
    connect(m_page, &AccountsPage::signInAsked, this, &AccountsCorner::signInAgain);
    connect(m_connect, &ConnectPage::connected, this, [this](const Account& account) {
        m_feed->reload();
        m_feed->syncNow(account.id);
        Q_EMIT accountsChanged();
    });
    connect(m_connect, &ConnectPage::toInbox, this, [this] { Q_EMIT goAsked(Place::Inbox); });
    connect(m_connect, &ConnectPage::toAccounts, this, [this] { Q_EMIT goAsked(Place::Accounts); });
    connect(m_connect, &ConnectPage::left, this, [this] {
        Q_EMIT goAsked(m_feed->accounts().empty() ? Place::Inbox : Place::Accounts);
        Q_EMIT connectingLeft();
    });
}

void AccountsCorner::refresh() {
    m_bar->show(m_feed->accounts(), QDateTime::currentDateTime());
    showBanner();
    const QStringList now = addresses();
    if (now != m_addresses) {
        m_addresses = now;
        Q_EMIT accountsChanged();
    }
    Q_EMIT changed();
}

void AccountsCorner::showBanner() {
    const AccountView* out = m_feed->signedOut();
    m_signedOut = out ? out->account.id : AccountId{};
    if (!out) {
        m_banner->hide();
        return;
    }
    const QString waiting = SyncWords::waiting(out->status.outgoing);
    const QString lead = tr("Google asks you to sign in again as %1.").arg(out->account.address);
    m_banner->say(QStringLiteral("key-round"),
                  waiting.isEmpty() ? tr("%1 Everything here stays as it is.").arg(lead)
                                    : tr("%1 Everything here stays; %2.").arg(lead, waiting),
                  tr("Sign in again"));
}

std::optional<SyncFace> AccountsCorner::face() const {
    if (m_feed->accounts().empty()) {
        return {};
    }
    return SyncWords::face(m_feed->accounts(), QDateTime::currentDateTime());
}

QStringList AccountsCorner::addresses() const {
    QStringList addresses;
    for (const AccountView& view : m_feed->accounts()) {
        addresses << view.account.address;
    }
    return addresses;
}

void AccountsCorner::openPanel(QWidget& anchor) {
    auto* panel = new SyncPopover(m_theme, *m_feed, m_parent);
    connect(panel, &SyncPopover::accountsAsked, this, [this] { Q_EMIT goAsked(Place::Accounts); });
    connect(panel, &SyncPopover::addAsked, this, [this] { Q_EMIT goAsked(Place::ConnectGmail); });
    connect(panel, &SyncPopover::signInAsked, this, &AccountsCorner::signInAgain);
    panel->openAt(anchor);
    panel->setFocus();
}

void AccountsCorner::signInAgain(AccountId account) {
    for (const AccountView& view : m_feed->accounts()) {
        if (view.account.id == account) {
            const Account known = view.account;
            Q_EMIT goAsked(Place::ConnectGmail);
            m_connect->signInAgain(known);
            return;
        }
    }
}

}  // namespace kith::ui
