// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/cli/locked_work.h"

namespace kith::cli {

Result<SharedLock::Hold> SharedLock::take() {
    const std::lock_guard guard(m_mutex);
    if (m_holders == 0) {
        auto lock = service::lockWorkspace(m_options, m_clock);
        if (!lock) {
            return lock.error();
        }
        m_lock = std::move(*lock);
    }
    ++m_holders;
    return Hold(*this);
}

void SharedLock::giveBack() {
    const std::lock_guard guard(m_mutex);
    if (--m_holders == 0) {
        m_lock.reset();
    }
}

Result<SyncReport> LockedWork::cycle(const service::SyncOptions& options, std::stop_token stop) {
    const auto hold = m_lock.take();
    if (!hold) {
        return hold.error();
    }
    return m_work->cycle(options, stop);
}

}  // namespace kith::cli
