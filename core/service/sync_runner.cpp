// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/sync_runner.h"

#include <algorithm>

namespace kith::service {

SyncRunner::SyncRunner(MakeWork makeWork, Clock& clock, SyncLoopHooks hooks)
    : m_makeWork(std::move(makeWork))
    , m_clock(clock)
    , m_hooks(std::move(hooks)) {
}

SyncRunner::~SyncRunner() {
    const std::lock_guard lock(m_mutex);
    for (auto& [account, worker] : m_workers) {
        worker.thread.request_stop();
    }
    m_workers.clear();
}

void SyncRunner::start(AccountId account) {
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_workers.find(account); known != m_workers.end()) {
        return known->second.loop->interrupt();
    }
    Worker& worker = m_workers[account];
    worker.loop = std::make_unique<SyncLoop>(m_makeWork(account), m_clock, m_hooks);
    worker.thread = std::jthread([loop = worker.loop.get()](std::stop_token stop) { loop->run(stop); });
}

void SyncRunner::end(AccountId account) {
    decltype(m_workers)::node_type leaving;
    {
        const std::lock_guard lock(m_mutex);
        leaving = m_workers.extract(account);
    }
    if (leaving) {
        leaving.mapped().thread.request_stop();
    }
}

void SyncRunner::follow(const std::vector<AccountId>& accounts) {
    std::vector<AccountId> gone;
    std::vector<AccountId> fresh;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [account, worker] : m_workers) {
            if (std::find(accounts.begin(), accounts.end(), account) == accounts.end()) {
                gone.push_back(account);
            }
        }
        std::copy_if(accounts.begin(), accounts.end(), std::back_inserter(fresh),
                     [this](AccountId account) { return !m_workers.contains(account); });
    }
    for (const AccountId account : gone) {
        end(account);
    }
    for (const AccountId account : fresh) {
        start(account);
    }
}

void SyncRunner::wakeForAction() {
    const std::lock_guard lock(m_mutex);
    for (auto& [account, worker] : m_workers) {
        worker.loop->wakeForAction();
    }
}

void SyncRunner::wakeForPerson(AccountId account, const SyncOptions& wish) {
    const std::lock_guard lock(m_mutex);
    for (auto& [id, worker] : m_workers) {
        if (!account || id == account) {
            worker.loop->wakeForPerson(wish);
        }
    }
}

void SyncRunner::interrupt(AccountId account) {
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_workers.find(account); known != m_workers.end()) {
        known->second.loop->interrupt();
    }
}

}  // namespace kith::service
