// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/sync_loop.h"

#include <algorithm>
#include <utility>

namespace kith::service {

namespace {

/// Nobody: 0, Person: 1, Action: 2; a person may end every rest that an action may end.
bool mayEnd(SyncWaker by, SyncWaker allowed) {
    return allowed == SyncWaker::Action || (allowed == SyncWaker::Person && by == SyncWaker::Person);
}

SyncPhase restPhase(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::SignInNeeded:
        return SyncPhase::SignInNeeded;
    case ErrorKind::RateLimited:
    case ErrorKind::Busy:
        return SyncPhase::Waiting;
    case ErrorKind::Unreachable:
        return SyncPhase::Offline;
    default:
        return SyncPhase::Failed;
    }
}

}  // namespace

SyncStatus troubled(SyncStatus status, const Error& error, Millis retryAt) {
    status.phase = restPhase(error.kind);
    status.problem = error.detail;
    status.hint = error.hint;
    status.retryAt = error.kind == ErrorKind::SignInNeeded ? Millis{0} : retryAt;
    status.remaining.reset();
    status.messagesPerMinute = 0;
    return status;
}

SyncLoop::SyncLoop(std::unique_ptr<SyncWork> work, Clock& clock, SyncLoopHooks hooks, SyncPace pace)
    : m_work(std::move(work))
    , m_clock(clock)
    , m_hooks(std::move(hooks))
    , m_pace(std::move(pace)) {
}

void SyncLoop::run(std::stop_token stop) {
    while (!stop.stop_requested()) {
        const auto pause = turn(stop);
        if (!pause) {
            return;
        }
        restUntilUseful(*pause, stop);
    }
}

void SyncLoop::restUntilUseful(const SyncPause& pause, std::stop_token stop) {
    const Millis begun = m_clock.now();
    SyncPause left = pause;
    while (rest(left, stop) && !stop.stop_requested()) {
        {
            const std::lock_guard lock(m_mutex);
            if (std::exchange(m_woken, std::nullopt) != SyncWaker::Action) {
                return;
            }
        }
        if (m_work->hasOutgoing()) {
            return;
        }
        // Marks on mail that no server holds wake us too: there is nothing to ask the server for.
        left.length = std::clamp(pause.length - (m_clock.now() - begun), Millis{0}, pause.length);
    }
}

std::optional<SyncPause> SyncLoop::turn(std::stop_token stop) {
    const auto account = m_work->account();
    if (!account) {
        if (account.error().kind == ErrorKind::NotFound) {
            return {};
        }
        const SyncPause pause = m_pace.afterTrouble(account.error(), Account().interval);
        tellEnd({}, account.error(), pause);
        return pause;
    }
    if (account->state == AccountState::Ready) {
        m_toldState = AccountState::Ready;
        return cycle(*account, stop);
    }
    if (std::exchange(m_toldState, account->state) != account->state) {
        tellResting(*account);
    }
    return SyncPause{account->interval, SyncWaker::Person};
}

SyncPause SyncLoop::cycle(const Account& account, std::stop_token stop) {
    std::stop_source current;
    {
        const std::lock_guard lock(m_mutex);
        m_cycle = current;
    }
    const std::stop_callback forward(stop, [&current] { current.request_stop(); });
    const SyncOptions wish = takeWish();
    const auto result = m_work->cycle(wish, current.get_token());
    if (result) {
        const SyncPause pause = m_pace.afterSuccess(account.interval);
        tellEnd(account, result, pause);
        return pause;
    }
    putBack(wish);
    if (result.error().kind == ErrorKind::Cancelled) {
        return {Millis{current.stop_requested() ? 0 : 1'000}, SyncWaker::Action};
    }
    const SyncPause pause = m_pace.afterTrouble(result.error(), account.interval);
    if (result.error().kind == ErrorKind::SignInNeeded) {
        m_toldState = AccountState::SignInNeeded;
    }
    tellEnd(account, result, pause);
    return pause;
}

void SyncLoop::tellEnd(const Account& account, const Result<SyncReport>& result, const SyncPause& pause) {
    SyncCycle cycle{account, m_work->report(), {}, m_clock.now() + pause.length};
    if (result) {
        cycle.report = *result;
    } else {
        cycle.error = result.error();
        if (m_hooks.status) {
            m_hooks.status(troubled(m_work->status(), result.error(), cycle.next));
        }
    }
    if (m_hooks.cycled) {
        m_hooks.cycled(cycle);
    }
}

void SyncLoop::tellResting(const Account& account) {
    SyncStatus status = m_work->status();
    status.phase = account.state == AccountState::SignInNeeded ? SyncPhase::SignInNeeded : SyncPhase::Idle;
    status.messagesPerMinute = 0;
    status.remaining.reset();
    if (m_hooks.status) {
        m_hooks.status(status);
    }
    if (m_hooks.cycled && account.state == AccountState::SignInNeeded) {
        m_hooks.cycled(
            {account,
             {},
             Error{ErrorKind::SignInNeeded, QStringLiteral("%1 must be signed in again").arg(account.address),
                   QStringLiteral("Everything is kept; sign in again to go on.")},
             m_clock.now() + account.interval});
    }
}

bool SyncLoop::rest(const SyncPause& pause, std::stop_token stop) {
    std::stop_source rest;
    {
        const std::lock_guard lock(m_mutex);
        m_restWaker = pause.waker;
        if (m_woken && mayEnd(*m_woken, pause.waker)) {
            return true;  // somebody came while the cycle ran
        }
        m_woken.reset();
        m_rest = rest;
    }
    const std::stop_callback forward(stop, [&rest] { rest.request_stop(); });
    return !m_clock.wait(pause.length, rest.get_token());
}

void SyncLoop::wake(SyncWaker by) {
    const std::lock_guard lock(m_mutex);
    if (!m_woken || by == SyncWaker::Person) {
        m_woken = by;
    }
    if (mayEnd(by, m_restWaker)) {
        m_rest.request_stop();
    }
}

void SyncLoop::wakeForPerson(const SyncOptions& wish) {
    putBack(wish);
    wake(SyncWaker::Person);
}

void SyncLoop::interrupt() {
    wake(SyncWaker::Person);
    const std::lock_guard lock(m_mutex);
    m_cycle.request_stop();
    m_rest.request_stop();
}

SyncOptions SyncLoop::takeWish() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_wish, {});
}

void SyncLoop::putBack(const SyncOptions& wish) {
    const std::lock_guard lock(m_mutex);
    m_wish.full = m_wish.full || wish.full;
    m_wish.repair = m_wish.repair || wish.repair;
}

}  // namespace kith::service
