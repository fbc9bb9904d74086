// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The page of accounts: each with its state and settings, and below them the changes on their way.
#pragma once

#include "ui/pane.h"

#include "core/domain/ids.h"

#include <QDateTime>

#include <functional>
#include <map>

class QStackedWidget;
class QVBoxLayout;

namespace kith::ui {

class AccountCard;
class AccountsFeed;
class Button;
class OutboxList;
class PageColumn;

class AccountsPage : public Pane {
    Q_OBJECT
public:
    using Now = std::function<QDateTime()>;

    AccountsPage(
        const Theme& theme, AccountsFeed& feed, QWidget* parent, Now now = [] { return QDateTime::currentDateTime(); });

Q_SIGNALS:
    void addAsked();
    void signInAsked(kith::AccountId account);

private:
    QWidget* buildHead();
    void buildColumn();
    void refresh();
    AccountCard* makeCard(AccountId account);

    AccountsFeed& m_feed;
    Now m_now;
    Button* m_add{nullptr};
    QStackedWidget* m_stack{nullptr};
    PageColumn* m_page{nullptr};
    QVBoxLayout* m_cardColumn{nullptr};
    std::map<AccountId, AccountCard*> m_cards;
    OutboxList* m_outbox{nullptr};
};

}  // namespace kith::ui
