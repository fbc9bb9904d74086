// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/gmail_width.h"

#include <algorithm>

namespace kith::sources {

namespace {

constexpr double widthAnswerBytes = 24.0 * 1024 * 1024;
constexpr Millis widthHold = std::chrono::minutes{10};

}  // namespace

GmailWidth::GmailWidth(const Clock& clock, Bounds bounds)
    : m_clock(clock)
    , m_bounds(bounds)
    , m_width(std::min(bounds.start, bounds.most))
    , m_ceiling(bounds.most) {
}

int GmailWidth::width() const {
    const std::scoped_lock lock(m_mutex);
    return m_width;
}

int GmailWidth::mostForMemory() const {
    const std::scoped_lock lock(m_mutex);
    return m_meanBytes > 0 ? std::max(1, int(std::min(1000.0, widthAnswerBytes / m_meanBytes))) : m_bounds.most;
}

void GmailWidth::served(int calls, qint64 bytes) {
    if (calls <= 0) {
        return;
    }
    const std::scoped_lock lock(m_mutex);
    const double each = double(bytes) / calls;
    m_meanBytes = m_meanBytes == 0 ? each : m_meanBytes + (each - m_meanBytes) * std::min(1.0, calls / 100.0);
    m_clean += calls;
    if (m_clean < m_width * 2) {
        return;
    }
    m_clean = 0;
    if (m_ceiling < m_bounds.most && m_clock.now() - m_refusedAt > widthHold) {
        m_refusedAt = m_clock.now();
        ++m_ceiling;
    }
    m_width = std::min(m_ceiling, m_width + std::max(1, m_width / 8));
}

void GmailWidth::refused(int sent, int refused) {
    const std::scoped_lock lock(m_mutex);
    m_refusedAt = m_clock.now();
    m_clean = 0;
    if (sent > m_width) {
        return;  // sent before the last lesson
    }
    m_ceiling = std::clamp(sent - std::max(1, refused), 1, m_ceiling);
    m_width = std::clamp(m_width / 2, 1, m_ceiling);
}

}  // namespace kith::sources
