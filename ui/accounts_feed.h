// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The accounts as the window knows them: kept fresh from the desk, with the commands of the user on their way to it.
#pragma once

#include "core/base/error.h"
#include "ui/account_view.h"
#include "ui/mail_actions.h"

#include <QObject>
#include <QSet>

namespace kith::ui {

class HouseDoor;

class AccountsFeed : public QObject {
    Q_OBJECT
public:
    static constexpr int outboxShown = 100;

    AccountsFeed(HouseDoor& house, QObject* parent);

    const AccountViews& accounts() const { return m_views; }
    /// The first account whose sign-in ended; nothing where all are signed in.
    const AccountView* signedOut() const;
    /// Newest first; refused ones stay until they went through.
    const std::vector<OutboxEntry>& outbox() const { return m_outbox; }
    /// Whether the desk told once which accounts there are.
    bool isKnown() const { return m_known; }

    void reload();
    void readOutbox();
    void syncNow(AccountId account);
    void setPaused(AccountId account, bool paused);
    void repair(AccountId account);
    void save(const Account& account);
    void remove(AccountId account, bool keepMail);
    void retry(qint64 entry);

Q_SIGNALS:
    /// An account came, went, or stands otherwise.
    void changed();
    void outboxChanged();
    void said(const kith::ui::ActionNews& news);

private:
    void take(const std::vector<Account>& accounts);
    void takeStatus(const SyncStatus& status);
    void takeOutbox(const std::vector<OutboxEntry>& entries);
    void tellOutcome(const std::vector<OutboxEntry>& entries);
    void problem(const Error& error);
    AccountView* find(AccountId account);

    HouseDoor& m_house;
    AccountViews m_views;
    std::vector<OutboxEntry> m_outbox;
    QSet<qint64> m_open;  ///< entries that waited when the outbox was read last
    bool m_known{false};
    bool m_reading{false};
    bool m_readAgain{false};
};

}  // namespace kith::ui
