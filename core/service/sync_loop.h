// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One account's sync for as long as it lasts: a cycle, a rest, the next; straight-line, on the worker that calls run().
#pragma once

#include "core/service/mail_sync.h"
#include "core/service/sync_pace.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace kith::service {

/// What a loop does to its account; all calls come from the loop's thread.
class SyncWork {
public:
    virtual ~SyncWork() = default;
    /// The account's row as it is now; asks no server. NotFound: the account is gone.
    virtual Result<Account> account() = 0;
    /// Whether something waits to be sent now.
    virtual bool hasOutgoing() = 0;
    virtual Result<SyncReport> cycle(const SyncOptions& options, std::stop_token stop) = 0;
    /// Of the last cycle, also of one that ended in an error.
    virtual SyncReport report() const = 0;
    virtual SyncStatus status() = 0;
};

/// How one cycle ended.
struct SyncCycle {
    Account account;
    SyncReport report;
    std::optional<Error> error;
    Millis next{0};  ///< when the next one begins, if nothing wakes it
};

struct SyncLoopHooks {
    std::function<void(const SyncStatus&)> status;
    std::function<void(const SyncCycle&)> cycled;
};

class SyncLoop {
public:
    SyncLoop(std::unique_ptr<SyncWork> work, Clock& clock, SyncLoopHooks hooks, SyncPace pace = SyncPace());

    /// Until the stop, or until the account is gone. An error is never the end.
    void run(std::stop_token stop);

    // From any thread:
    /// A local change was made: what waits goes out now.
    void wakeForAction() { wake(SyncWaker::Action); }
    /// A person asks. What could not be done stays asked for.
    void wakeForPerson(const SyncOptions& wish);
    /// Ends the cycle under way (nothing is lost) and looks at the account's row again.
    void interrupt();

private:
    std::optional<SyncPause> turn(std::stop_token stop);
    SyncPause cycle(const Account& account, std::stop_token stop);
    void tellEnd(const Account& account, const Result<SyncReport>& result, const SyncPause& pause);
    void tellResting(const Account& account);
    void restUntilUseful(const SyncPause& pause, std::stop_token stop);
    /// True: woken by somebody.
    bool rest(const SyncPause& pause, std::stop_token stop);
    void wake(SyncWaker by);
    SyncOptions takeWish();
    void putBack(const SyncOptions& wish);

    std::unique_ptr<SyncWork> m_work;
    Clock& m_clock;
    SyncLoopHooks m_hooks;
    SyncPace m_pace;
    AccountState m_toldState{AccountState::Ready};

    std::mutex m_mutex;
    SyncOptions m_wish;
    std::optional<SyncWaker> m_woken;  ///< the strongest since the last rest
    std::stop_source m_rest;
    std::stop_source m_cycle;
    SyncWaker m_restWaker{SyncWaker::Action};
};

/// The status of an account whose cycle ended with this error; retryAt 0: not before somebody acts.
SyncStatus troubled(SyncStatus status, const Error& error, Millis retryAt);

}  // namespace kith::service
