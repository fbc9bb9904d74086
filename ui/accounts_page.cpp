// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/accounts_page.h"

#include "ui/account_card.h"
#include "ui/accounts_feed.h"
#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/empty_state.h"
#include "ui/outbox_list.h"
#include "ui/page_column.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int accountsWidth = 720;
constexpr int noAccountsWidth = 520;

}  // namespace

AccountsPage::AccountsPage(const Theme& theme, AccountsFeed& feed, QWidget* parent, Now now)
    : Pane(theme, Role::Base, parent)
    , m_feed(feed)
    , m_now(std::move(now)) {
    setObjectName(QStringLiteral("accountsPage"));
    setAccessibleName(tr("Accounts"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    m_stack = new QStackedWidget(this);
    buildColumn();
    auto* nothing = new EmptyState(theme, m_stack);
    nothing->setMaximumWidth(noAccountsWidth);
    nothing->say(tr("No mail account is connected. Your mail came from files and stays on this computer."),
                 tr("Connect Gmail"));
    connect(nothing, &EmptyState::acted, this, &AccountsPage::addAsked);
    auto* middle = new QWidget(m_stack);
    auto* row = new QHBoxLayout(middle);
    row->addStretch(1);
    row->addWidget(nothing, 100);
    row->addStretch(1);
    m_stack->addWidget(m_page);
    m_stack->addWidget(middle);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_add);
    refresh();
    connect(&feed, &AccountsFeed::changed, this, &AccountsPage::refresh);
    connect(&feed, &AccountsFeed::outboxChanged, this, &AccountsPage::refresh);
}

QWidget* AccountsPage::buildHead() {
    auto* head = new Pane(theme(), Role::Base, this);
    head->setLines(Qt::BottomEdge);
    head->setFixedHeight(theme().scaled(64));
    auto* title = new TextLabel(theme(), head, TextStyle::Heading);
    title->setText(tr("Accounts"));
    m_add = new Button(theme(), head);
    m_add->setObjectName(QStringLiteral("accountsAdd"));
    m_add->setIconName(QStringLiteral("plus"));
    m_add->setText(tr("Add an account"));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::screen, 0, space::screen, 0);
    row->addWidget(title);
    row->addStretch();
    row->addWidget(m_add);
    connect(m_add, &QAbstractButton::clicked, this, &AccountsPage::addAsked);
    return head;
}

void AccountsPage::buildColumn() {
    m_page = new PageColumn(m_stack, accountsWidth, Qt::AlignLeft);
    m_cardColumn = new QVBoxLayout;
    m_cardColumn->setSpacing(0);
    m_page->column().addLayout(m_cardColumn);
    m_page->column().addSpacing(space::pane);
    auto* title = new TextLabel(theme(), m_page->holder(), TextStyle::LeadStrong);
    title->setText(tr("Changes for Google"));
    m_page->column().addWidget(title);
    m_page->column().addSpacing(space::half);
    m_outbox = new OutboxList(theme(), m_page->holder());
    m_page->column().addWidget(m_outbox);
    m_page->column().addSpacing(space::screen);
    m_page->column().addStretch();
    connect(m_outbox, &OutboxList::retryAsked, &m_feed, &AccountsFeed::retry);
}

AccountCard* AccountsPage::makeCard(AccountId account) {
    const AccountViews& views = m_feed.accounts();
    const auto view = std::find_if(views.begin(), views.end(),
                                   [account](const AccountView& one) { return one.account.id == account; });
    auto* card = new AccountCard(theme(), *view, m_page->holder());
    m_cardColumn->addWidget(card);
    m_cardColumn->addWidget(new Hairline(theme(), m_page->holder()));
    connect(card, &AccountCard::syncAsked, &m_feed, &AccountsFeed::syncNow);
    connect(card, &AccountCard::pauseAsked, &m_feed, &AccountsFeed::setPaused);
    connect(card, &AccountCard::repairAsked, &m_feed, &AccountsFeed::repair);
    connect(card, &AccountCard::saveAsked, &m_feed, &AccountsFeed::save);
    connect(card, &AccountCard::removeConfirmed, &m_feed, &AccountsFeed::remove);
    connect(card, &AccountCard::signInAsked, this, &AccountsPage::signInAsked);
    return card;
}

void AccountsPage::refresh() {
    const QDateTime now = m_now();
    const AccountViews& views = m_feed.accounts();
    for (auto card = m_cards.begin(); card != m_cards.end();) {
        const bool there = std::any_of(views.begin(), views.end(),
                                       [&](const AccountView& view) { return view.account.id == card->first; });
        if (there) {
            ++card;
            continue;
        }
        const int place = m_cardColumn->indexOf(card->second);
        delete m_cardColumn->itemAt(place + 1)->widget();  // its hairline; Qt takes the items along
        card->second->deleteLater();
        m_cardColumn->removeWidget(card->second);
        card->second->hide();
        card = m_cards.erase(card);
    }
    for (const AccountView& view : views) {
        AccountCard*& card = m_cards[view.account.id];
        card = card ? card : makeCard(view.account.id);
        card->show(view, now);
    }
    m_outbox->show(m_feed.outbox(), now);
    m_add->setVisible(!views.empty());
    m_stack->setCurrentIndex(views.empty() && m_feed.isKnown() ? 1 : 0);
}

}  // namespace kith::ui
