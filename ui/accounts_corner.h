// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Everything about accounts on the work page: the feed, the banner, the bar of the first sync, the panel behind the
// sync line, and the two pages.
#pragma once

#include "ui/accounts_feed.h"
#include "ui/place.h"
#include "ui/seams.h"
#include "ui/sync_line.h"

#include <QObject>

#include <optional>

class QWidget;

namespace kith::ui {

class AccountsPage;
class ConnectPage;
class HouseDoor;
class NoticeBar;
class SyncBar;
class Theme;

class AccountsCorner : public QObject {
    Q_OBJECT
public:
    AccountsCorner(const Theme& theme, HouseDoor& house, const Seams& seams, QWidget* parent);

    AccountsFeed& feed() { return *m_feed; }
    /// Across the page, above it; they show themselves.
    NoticeBar& banner() { return *m_banner; }
    SyncBar& bar() { return *m_bar; }
    AccountsPage& page() { return *m_page; }
    ConnectPage& connectPage() { return *m_connect; }

    /// What the sync line says; nothing where there is no account.
    std::optional<SyncFace> face() const;
    QStringList addresses() const;
    void openPanel(QWidget& anchor);
    void signInAgain(AccountId account);

Q_SIGNALS:
    void changed();
    /// Accounts came or went.
    void accountsChanged();
    void goAsked(kith::ui::Place place);
    /// Nobody wants an account now.
    void connectingLeft();
    void said(const kith::ui::ActionNews& news);

private:
    void connectFeed();
    void connectPages();
    void refresh();
    void showBanner();

    const Theme& m_theme;
    QWidget* m_parent;
    AccountsFeed* m_feed;
    NoticeBar* m_banner;
    SyncBar* m_bar;
    AccountsPage* m_page;
    ConnectPage* m_connect;
    QStringList m_addresses;
    AccountId m_signedOut;
};

}  // namespace kith::ui
