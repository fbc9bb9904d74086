// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/sync_board.h"

#include <QTimer>

#include <utility>

namespace kith::service {

void SyncBoard::pin(const SyncStatus& status) {
    const std::lock_guard lock(m_mutex);
    m_pinned[status.account] = {status, true};
    if (!m_scheduled) {
        m_scheduled = true;
        QMetaObject::invokeMethod(
            this, [this] { QTimer::singleShot(100, this, &SyncBoard::tell); }, Qt::QueuedConnection);
    }
}

void SyncBoard::forget(AccountId account) {
    const std::lock_guard lock(m_mutex);
    m_pinned.erase(account);
}

std::vector<SyncStatus> SyncBoard::all() const {
    const std::lock_guard lock(m_mutex);
    std::vector<SyncStatus> statuses;
    for (const auto& [account, pinned] : m_pinned) {
        statuses.push_back(pinned.status);
    }
    return statuses;
}

void SyncBoard::tell() {
    std::vector<SyncStatus> news;
    {
        const std::lock_guard lock(m_mutex);
        m_scheduled = false;
        for (auto& [account, pinned] : m_pinned) {
            if (std::exchange(pinned.news, false)) {
                news.push_back(pinned.status);
            }
        }
    }
    for (const SyncStatus& status : news) {
        Q_EMIT told(status);
    }
}

}  // namespace kith::service
