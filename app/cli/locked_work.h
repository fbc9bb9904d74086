// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The work of a sync loop that holds the workspace's lock only while it writes; one lock for all loops of a process.
#pragma once

#include "core/service/cellar.h"
#include "core/service/sync_loop.h"

namespace kith::cli {

/// Taken by the first who needs it, given back by the last.
class SharedLock {
public:
    SharedLock(service::CellarOptions options, Clock& clock)
        : m_options(std::move(options))
        , m_clock(clock) {}

    class Hold {
    public:
        explicit Hold(SharedLock& owner)
            : m_owner(&owner) {}
        Hold(Hold&& other) noexcept
            : m_owner(std::exchange(other.m_owner, nullptr)) {}
        Hold& operator=(Hold&&) = delete;
        ~Hold() {
            if (m_owner != nullptr) {
                m_owner->giveBack();
            }
        }

    private:
        SharedLock* m_owner;
    };

    /// Busy: another process writes.
    Result<Hold> take();

private:
    void giveBack();

    service::CellarOptions m_options;
    Clock& m_clock;
    std::mutex m_mutex;
    int m_holders{0};
    std::unique_ptr<storage::WorkspaceLock> m_lock;
};

class LockedWork final : public service::SyncWork {
public:
    LockedWork(std::unique_ptr<service::SyncWork> work, SharedLock& lock)
        : m_work(std::move(work))
        , m_lock(lock) {}

    Result<Account> account() override { return m_work->account(); }
    bool hasOutgoing() override { return m_work->hasOutgoing(); }
    Result<SyncReport> cycle(const service::SyncOptions& options, std::stop_token stop) override;
    SyncReport report() const override { return m_work->report(); }
    SyncStatus status() override { return m_work->status(); }

private:
    std::unique_ptr<service::SyncWork> m_work;
    SharedLock& m_lock;
};

}  // namespace kith::cli
