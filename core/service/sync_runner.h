// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A worker for each account that syncs; starts, wakes and ends them.
#pragma once

#include "core/service/sync_loop.h"

#include <map>
#include <thread>
#include <vector>

namespace kith::service {

class SyncRunner {
public:
    using MakeWork = std::function<std::unique_ptr<SyncWork>(AccountId)>;

    /// The hooks are called on the workers' threads.
    SyncRunner(MakeWork makeWork, Clock& clock, SyncLoopHooks hooks);
    /// Asks all to stop, then waits; a request under way is given up, nothing is half-done.
    ~SyncRunner();
    SyncRunner(const SyncRunner&) = delete;
    SyncRunner& operator=(const SyncRunner&) = delete;

    /// The first cycle begins at once. An account that runs already looks at its row again.
    void start(AccountId account);
    /// Back when its worker has ended.
    void end(AccountId account);
    /// Starts what is new, ends what is not among them.
    void follow(const std::vector<AccountId>& accounts);
    void wakeForAction();
    /// account 0: all.
    void wakeForPerson(AccountId account, const SyncOptions& wish);
    void interrupt(AccountId account);

private:
    struct Worker {
        std::unique_ptr<SyncLoop> loop;
        std::jthread thread;  // after the loop: ends first
    };

    MakeWork m_makeWork;
    Clock& m_clock;
    SyncLoopHooks m_hooks;
    std::mutex m_mutex;
    std::map<AccountId, Worker> m_workers;
};

}  // namespace kith::service
