// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/change_board.h"

#include <QTimer>

#include <utility>

namespace kith::service {

void ChangeBoard::pin(const Changes& changes) {
    const std::lock_guard lock(m_mutex);
    m_waiting.add(changes);
    if (!m_scheduled) {
        m_scheduled = true;
        QMetaObject::invokeMethod(
            this, [this] { QTimer::singleShot(50, this, &ChangeBoard::tell); }, Qt::QueuedConnection);
    }
}

void ChangeBoard::tell() {
    Changes now;
    {
        const std::lock_guard lock(m_mutex);
        now = std::exchange(m_waiting, {});
        m_scheduled = false;
    }
    if (!now.isEmpty()) {
        Q_EMIT told(now);
    }
}

}  // namespace kith::service
