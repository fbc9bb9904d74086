// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/mailbox_work.h"

#include "core/storage/account_store.h"
#include "core/storage/outbox_store.h"

#include <utility>

namespace kith::service {

MailboxWork::MailboxWork(Ground ground, AccountId account, SyncHooks hooks)
    : m_ground(std::move(ground))
    , m_id(account)
    , m_hooks(std::move(hooks)) {
}

Result<Account> MailboxWork::account() {
    const auto cellar = m_ground.open();
    if (!cellar) {
        return cellar.error();
    }
    auto row = storage::AccountStore(*(*cellar)->database).account(m_id);
    if (!row) {
        return row.error();
    }
    if (!*row) {
        return Error{ErrorKind::NotFound, QStringLiteral("the account is gone"), {}};
    }
    Account account = std::move(**row);
    if (m_ground.interval.count() > 0) {
        account.interval = m_ground.interval;
    }
    return account;
}

bool MailboxWork::hasOutgoing() {
    const auto cellar = m_ground.open();
    if (!cellar) {
        return false;
    }
    const auto due = storage::OutboxStore(*(*cellar)->database).dueCount(m_id, m_ground.clock.now());
    return due && *due > 0;
}

Result<SyncReport> MailboxWork::cycle(const SyncOptions& options, std::stop_token stop) {
    m_report = {};
    m_report.account = m_id;
    const auto cellar = m_ground.open();
    if (!cellar) {
        return cellar.error();
    }
    auto result = cycleIn(**cellar, options, stop);
    if (!result && result.error().kind == ErrorKind::SignInNeeded) {
        m_mailbox.reset();
        if (const auto kept = storage::AccountStore(*(*cellar)->database).setState(m_id, AccountState::SignInNeeded);
            !kept) {
            return kept.error();
        }
    }
    return result;
}

Result<SyncReport> MailboxWork::cycleIn(Cellar& cellar, const SyncOptions& options, std::stop_token stop) {
    const auto row = storage::AccountStore(*cellar.database).account(m_id);
    if (!row) {
        return row.error();
    }
    if (!*row) {
        return Error{ErrorKind::NotFound, QStringLiteral("the account is gone"), {}};
    }
    m_report.address = (*row)->address;
    if (!m_mailbox || m_signedInAt != (*row)->signedInAt) {
        auto opened = m_ground.provider.open(**row);
        if (!opened) {
            return opened.error();
        }
        m_mailbox = std::move(*opened);
        m_signedInAt = (*row)->signedInAt;
    }
    MailSync sync(cellar, m_ground.clock, *m_mailbox, m_id, m_hooks);
    auto result = sync.cycle(options, stop);
    m_report = sync.lastReport();
    m_status = sync.status();
    return result;
}

SyncStatus MailboxWork::status() {
    if (m_status) {
        return *m_status;
    }
    SyncStatus status;
    status.account = m_id;
    status.address = m_report.address;
    if (const auto cellar = m_ground.open()) {
        if (const auto stored = storedSyncStatus(**cellar, m_id)) {
            status = *stored;
        }
    }
    return status;
}

}  // namespace kith::service
