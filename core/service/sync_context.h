// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the steps of a sync share: both sides, where the account stands, and what is told to the screen.
#pragma once

#include "core/service/mail_sync.h"
#include "core/storage/outbox_store.h"
#include "core/storage/remote_merge.h"
#include "core/storage/sync_state_store.h"

#include <deque>

namespace kith::service {

struct SyncContext {
    SyncContext(Cellar& inCellar, Clock& inClock, mail::RemoteMailbox& inMailbox, AccountId inAccount,
                SyncHooks inHooks, SyncTuning inTuning);

    /// Everything from the database again; what an earlier cycle left half-way is put right.
    Result<void> load();
    Result<void> saveState() { return storage::SyncStateStore(*cellar.database).save(state); }
    /// Counts of both sides; reads the database.
    Result<void> recount();
    void tell(SyncPhase phase);
    void tellWaiting(std::chrono::milliseconds until);
    /// Messages that were fetched, for the rate and the honest remaining time.
    void countFetched(qint64 messages);
    void changed(const std::vector<ThreadId>& threads, bool journal = false) const;
    /// Adds what the mailbox counted to the report.
    void takeUsage();

    Cellar& cellar;
    Clock& clock;
    mail::RemoteMailbox& mailbox;
    const AccountId account;
    SyncHooks hooks;
    SyncTuning tuning;
    SyncTriage triage;

    storage::SyncState state;
    std::unique_ptr<storage::RemoteMerge> merge;
    storage::RemoteStore remote;
    storage::OutboxStore outbox;
    SyncReport report;
    SyncStatus status;
    bool labelsFresh{false};  ///< asked for in this cycle
    qint64 arrived{0};        ///< messages of this cycle

private:
    struct Fetched {
        std::chrono::milliseconds at;
        qint64 messages;
    };
    std::deque<Fetched> m_fetched;
};

/// Errors that concern the way to the server, not one message or one wish.
bool isServerTrouble(const Error& error);
/// 2, 4, 8 … seconds, at most an hour; the same attempt of the same row waits the same time in every run.
std::chrono::milliseconds syncBackoff(int attempts, const QString& salt);

}  // namespace kith::service
