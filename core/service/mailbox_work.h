// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The work of a sync loop on a real account: a connection for each cycle, the mailbox for as long as it is signed in.
#pragma once

#include "core/service/mail_ports.h"
#include "core/service/sync_loop.h"

namespace kith::service {

class MailboxWork final : public SyncWork {
public:
    using Opener = std::function<Result<std::unique_ptr<Cellar>>()>;

    struct Ground {
        Opener open;
        Clock& clock;
        mail::MailProvider& provider;
        std::chrono::seconds interval{0};  ///< in place of the account's own; 0: the account's
    };

    MailboxWork(Ground ground, AccountId account, SyncHooks hooks);

    Result<Account> account() override;
    bool hasOutgoing() override;
    Result<SyncReport> cycle(const SyncOptions& options, std::stop_token stop) override;
    SyncReport report() const override { return m_report; }
    SyncStatus status() override;

private:
    Result<SyncReport> cycleIn(Cellar& cellar, const SyncOptions& options, std::stop_token stop);

    Ground m_ground;
    AccountId m_id;
    SyncHooks m_hooks;
    std::unique_ptr<mail::RemoteMailbox> m_mailbox;
    Millis m_signedInAt{0};  ///< of the sign-in that the mailbox came from
    SyncReport m_report;
    std::optional<SyncStatus> m_status;
};

}  // namespace kith::service
