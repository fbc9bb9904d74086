// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An account whose cycles end as the test says, and a clock that stands still until somebody wakes the sleeper.
#pragma once

#include "core/service/sync_loop.h"
#include "tests/support/fake_clock.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace kith::testing {

/// What the test sees of the work while the loop owns it.
struct WorkBook {
    std::deque<Error> troubles;  ///< of the next cycles, in order; then all is well
    Account row;
    bool gone{false};
    bool outgoing{true};
    std::function<void(std::stop_token)> during;  ///< inside each cycle
    int cycles{0};
    std::vector<service::SyncOptions> asked;
    std::vector<Millis> at;  ///< when each cycle began
};

class FakeWork final : public service::SyncWork {
public:
    FakeWork(WorkBook& book, const Clock& clock)
        : m_book(book)
        , m_clock(clock) {}

    Result<Account> account() override {
        if (m_book.gone) {
            return Error{ErrorKind::NotFound, QStringLiteral("gone"), {}};
        }
        return m_book.row;
    }
    bool hasOutgoing() override { return m_book.outgoing; }
    Result<SyncReport> cycle(const service::SyncOptions& options, std::stop_token stop) override {
        ++m_book.cycles;
        m_book.asked.push_back(options);
        m_book.at.push_back(m_clock.now());
        if (m_book.during) {
            m_book.during(stop);
        }
        if (stop.stop_requested()) {
            return Error{ErrorKind::Cancelled, {}, {}};
        }
        if (m_book.troubles.empty()) {
            return SyncReport{};
        }
        const Error trouble = m_book.troubles.front();
        m_book.troubles.pop_front();
        if (trouble.kind == ErrorKind::SignInNeeded) {
            m_book.row.state = AccountState::SignInNeeded;
        }
        return trouble;
    }
    SyncReport report() const override { return {}; }
    SyncStatus status() override {
        SyncStatus status;
        status.account = m_book.row.id;
        return status;
    }

private:
    WorkBook& m_book;
    const Clock& m_clock;
};

/// Time stands still: a sleeper sleeps until it is woken.
class StillClock final : public Clock {
public:
    Millis now() const override { return Millis{1'778'846'400'000}; }
    bool wait(Millis, std::stop_token stop) override {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any never;
        ++m_sleepers;
        never.wait(lock, stop, [] { return false; });
        return false;
    }
    int sleepers() const { return m_sleepers; }  ///< how often somebody went to sleep

private:
    std::atomic<int> m_sleepers{0};
};

}  // namespace kith::testing
