// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Brings one mailbox on a server and the workspace into agreement: what the user did goes out, what is new comes in.
// Straight-line; a worker or kithctl runs it. A stop, a kill or an error at any point leaves nothing half-done.
#pragma once

#include "core/base/clock.h"
#include "core/domain/account.h"
#include "core/mail/remote_mailbox.h"
#include "core/service/cellar.h"
#include "core/service/changes.h"
#include "core/service/prepared_letter.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace kith::service {

struct SyncHooks {
    std::function<void(const SyncStatus&)> status;
    std::function<void(const Changes&)> changed;
};

struct SyncOptions {
    bool full{false};    ///< lists everything again, as at the first time
    bool repair{false};  ///< compares both sides whole and mends what differs
};

/// What happens to mail that came in; nothing set: no deciding.
struct SyncTriage {
    std::function<Result<void>(const std::vector<MessageId>&)> arrived;  ///< after each batch
    std::function<Result<void>(std::stop_token)> filled;                 ///< after the last of many
    /// At the end of each cycle: the user's rules; whether they changed something.
    std::function<Result<bool>(std::stop_token)> ruled;
    /// At the end of each cycle: who of those with whom something passed becomes a contact; whether somebody did.
    /// told: after each part, how many addresses are left.
    std::function<Result<bool>(std::stop_token, const std::function<void(qint64)>& told)> grown;
};

/// How the work is done; the defaults are the house's.
struct SyncTuning {
    std::function<PreparedLetter(intake::RawMessage)> prepare;  ///< empty: service::prepare
    std::function<SyncTriage(Cellar&, Clock&)> triage;          ///< empty: TriageService
    int workers{2};                                             ///< 0: everything on the caller's thread
};

/// Bound to the thread of its cellar. The mailbox is used from one thread at a time.
class MailSync {
public:
    MailSync(Cellar& cellar, Clock& clock, mail::RemoteMailbox& mailbox, AccountId account, SyncHooks hooks,
             SyncTuning tuning = {});
    ~MailSync();
    MailSync(const MailSync&) = delete;
    MailSync& operator=(const MailSync&) = delete;

    /// Sends, listens, fetches, until both sides agree. Errors: Cancelled after a stop; SignInNeeded, Unreachable,
    /// RateLimited (retryAfter) as the mailbox says them, with everything kept; disk and database as they come.
    /// What happened before an error stands in lastReport().
    Result<SyncReport> cycle(const SyncOptions& options, std::stop_token stop);
    /// Only what the user did; for a quick answer to a click.
    Result<SyncReport> send(std::stop_token stop);
    const SyncReport& lastReport() const;
    const SyncStatus& status() const;

private:
    struct Engine;
    std::unique_ptr<Engine> m_engine;
};

/// From the cellar alone, without a mailbox: for lists of accounts and after a start.
Result<SyncStatus> storedSyncStatus(Cellar& cellar, AccountId account);

}  // namespace kith::service
