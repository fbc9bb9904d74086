// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/accounts_feed.h"

#include "ui/bring_home.h"
#include "ui/house_door.h"
#include "ui/outbox_words.h"
#include "ui/receipt_words.h"

#include <algorithm>

namespace kith::ui {

namespace {

bool isOpen(const OutboxEntry& entry) {
    return entry.state == OutboxState::Pending || entry.state == OutboxState::Sending;
}

}  // namespace

AccountsFeed::AccountsFeed(HouseDoor& house, QObject* parent)
    : QObject(parent)
    , m_house(house) {
    connect(&house, &HouseDoor::syncStatus, this, &AccountsFeed::takeStatus);
    reload();
    readOutbox();
}

const AccountView* AccountsFeed::signedOut() const {
    const auto found = std::find_if(m_views.begin(), m_views.end(), [](const AccountView& view) {
        return view.account.state == AccountState::SignInNeeded || view.status.phase == SyncPhase::SignInNeeded;
    });
    return found == m_views.end() ? nullptr : &*found;
}

AccountView* AccountsFeed::find(AccountId account) {
    const auto found = std::find_if(m_views.begin(), m_views.end(),
                                    [account](const AccountView& view) { return view.account.id == account; });
    return found == m_views.end() ? nullptr : &*found;
}

void AccountsFeed::reload() {
    bringHome(this, m_house.accounts().accounts(), [this](const auto& accounts) {
        if (!accounts) {
            return;
        }
        take(*accounts);
        bringHome(this, m_house.accounts().status(), [this](const auto& statuses) {
            for (const SyncStatus& status : statuses ? *statuses : std::vector<SyncStatus>{}) {
                if (AccountView* view = find(status.account)) {
                    view->status = status;
                    view->heard = true;
                }
            }
            m_known = true;
            Q_EMIT changed();
        });
    });
}

void AccountsFeed::take(const std::vector<Account>& accounts) {
    AccountViews views;
    for (const Account& account : accounts) {
        const AccountView* known = find(account.id);
        views.push_back(known ? *known : AccountView{});
        views.back().account = account;
        views.back().status.account = account.id;
        // The account is signed in again, though its sync has not told yet.
        if (account.state != AccountState::SignInNeeded && views.back().status.phase == SyncPhase::SignInNeeded) {
            views.back().status.phase = SyncPhase::Idle;
        }
    }
    m_views = std::move(views);
}

void AccountsFeed::takeStatus(const SyncStatus& status) {
    AccountView* view = find(status.account);
    if (!view) {
        reload();
        return;
    }
    const SyncStatus before = std::exchange(view->status, status);
    view->heard = true;
    const bool signedOutNow = status.phase == SyncPhase::SignInNeeded;
    if (signedOutNow != (view->account.state == AccountState::SignInNeeded)) {
        reload();
    }
    if (before.outgoing != status.outgoing || (before.phase == SyncPhase::Sending && status.phase != before.phase)) {
        readOutbox();
    }
    Q_EMIT changed();
}

void AccountsFeed::readOutbox() {
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    bringHome(this, m_house.accounts().outbox(outboxShown), [this](const auto& entries) {
        m_reading = false;
        if (entries) {
            takeOutbox(*entries);
        }
        if (std::exchange(m_readAgain, false)) {
            readOutbox();
        }
    });
}

void AccountsFeed::takeOutbox(const std::vector<OutboxEntry>& entries) {
    tellOutcome(entries);
    m_outbox = entries;
    m_open.clear();
    for (const OutboxEntry& entry : entries) {
        if (isOpen(entry)) {
            m_open.insert(entry.id);
        }
    }
    Q_EMIT outboxChanged();
}

/// Says what came of the entries that waited last time: only what did not go as the user wished.
void AccountsFeed::tellOutcome(const std::vector<OutboxEntry>& entries) {
    std::vector<OutboxEntry> refused;
    std::vector<OutboxEntry> withdrawn;
    int ended = 0;
    for (const OutboxEntry& entry : entries) {
        if (isOpen(entry) || !m_open.contains(entry.id)) {
            continue;
        }
        ++ended;
        if (entry.state == OutboxState::Refused) {
            refused.push_back(entry);
        } else if (entry.state == OutboxState::Withdrawn && !entry.reason.isEmpty()) {
            withdrawn.push_back(entry);
        }
    }
    if (!refused.empty()) {
        Q_EMIT said({QStringLiteral("triangle-alert"), OutboxWords::refused(refused, ended), {}});
    } else if (!withdrawn.empty()) {
        Q_EMIT said({QStringLiteral("history"), OutboxWords::merged(withdrawn), {}});
    }
}

void AccountsFeed::problem(const Error& error) {
    Q_EMIT said({QStringLiteral("triangle-alert"), ReceiptWords::problem(error), {}});
    reload();
}

void AccountsFeed::syncNow(AccountId account) {
    m_house.accounts().syncNow(account);
}

void AccountsFeed::setPaused(AccountId account, bool paused) {
    if (AccountView* view = find(account)) {
        view->account.state = paused ? AccountState::Paused : AccountState::Ready;
    }
    m_house.accounts().setPaused(account, paused);
    Q_EMIT changed();  // not read again here: the desk of reading may still see the account as it was
}

void AccountsFeed::repair(AccountId account) {
    m_house.accounts().repair(account);
    Q_EMIT said({QStringLiteral("list-checks"),
                 tr("Comparing every message with Google. You can go on working; the sync line says how it stands."),
                 {}});
}

void AccountsFeed::save(const Account& account) {
    if (AccountView* view = find(account.id)) {
        view->account = account;
    }
    bringHome(this, m_house.accounts().save(account), [this](const auto& saved) {
        if (!saved) {
            problem(saved.error());
        }
    });
}

void AccountsFeed::remove(AccountId account, bool keepMail) {
    AccountView* view = find(account);
    if (!view) {
        return;
    }
    view->account.state = AccountState::Removing;
    const QString address = view->account.address;
    Q_EMIT changed();
    bringHome(this, m_house.accounts().remove(account, keepMail), [this, address, keepMail](const auto& removed) {
        if (!removed) {
            problem(removed.error());
            return;
        }
        Q_EMIT said({QStringLiteral("trash-2"),
                     keepMail ? tr("%1 is signed out; its mail stays here.").arg(address)
                              : tr("%1 and its mail are gone from this computer.").arg(address),
                     {}});
        reload();
        readOutbox();
    });
}

void AccountsFeed::retry(qint64 entry) {
    bringHome(this, m_house.accounts().retryRefused(entry), [this](const auto& asked) {
        if (!asked) {
            problem(asked.error());
        }
        readOutbox();
    });
}

}  // namespace kith::ui
