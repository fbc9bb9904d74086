// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/mbox_stream.h"

#include <algorithm>

namespace kith::intake {

namespace {

constexpr std::size_t kMboxChunk = 1 << 20;

}  // namespace

/// Places before this one can be judged with the bytes at hand.
std::size_t MboxStream::searchable() const {
    if (m_ended) {
        return m_buffer.size();
    }
    return m_buffer.size() > kMboxLookAhead ? m_buffer.size() - kMboxLookAhead - 1 : 0;
}

bool MboxStream::fill() {
    if (m_ended) {
        return false;
    }
    const std::size_t before = m_buffer.size();
    m_buffer.resize(before + kMboxChunk);
    const Result<qint64> count = m_source(m_buffer.data() + before, kMboxChunk);
    m_buffer.resize(before + (count ? static_cast<std::size_t>(*count) : 0));
    if (!count) {
        m_error = count.error();
    }
    m_ended = !count || *count == 0;
    return true;
}

void MboxStream::drop(std::size_t count) {
    m_buffer.erase(0, count);
    m_base += static_cast<qint64>(count);
    m_at -= std::min(m_at, count);
    m_searched -= std::min(m_searched, count);
}

bool MboxStream::findFirst(const std::stop_token& stop) {
    constexpr std::size_t most = 16 << 20;
    while (!stop.stop_requested()) {
        const std::size_t found = nextEntry(m_buffer, m_searched, searchable());
        if (found != std::string::npos) {
            m_at = m_searched = found;
            return true;
        }
        m_searched = std::max(m_searched, searchable());
        if (m_searched > most && m_base == 0) {
            m_skipped += static_cast<qint64>(m_searched - 8);
            m_buffer.erase(0, m_searched - 8);
            m_searched = 8;
        }
        if (!fill()) {
            m_at = m_searched = m_buffer.size();
            return true;
        }
    }
    return false;
}

std::size_t MboxStream::endByLength(const std::stop_token& stop) {
    while (m_buffer.size() < m_at + 64 * 1024 && !stop.stop_requested() && fill()) {
    }
    const std::size_t target = lengthTarget(m_buffer, m_at);
    if (target == std::string::npos || target - m_at > static_cast<std::size_t>(m_origin.maxMessageBytes)) {
        return std::string::npos;
    }
    while (target >= searchable() && !stop.stop_requested() && fill()) {
    }
    if (target > m_buffer.size() || !landsOnBoundary(m_buffer, target)) {
        return std::string::npos;
    }
    m_bareFrom = m_bareFrom || hasBareFromLine(std::string_view(m_buffer).substr(m_at, target - m_at));
    return afterBlankLine(m_buffer, target);
}

/// npos when stopped; the entry's bytes are in the buffer, or counted in m_skipped where it is too large.
std::size_t MboxStream::findEnd(const std::stop_token& stop) {
    if (m_skipped == 0) {
        const std::size_t end = endByLength(stop);
        m_byLength = end != std::string::npos;
        if (m_byLength) {
            return end;
        }
    }
    m_searched = std::max(m_searched, m_skipped == 0 ? m_at + 1 : m_at);
    while (!stop.stop_requested()) {
        const std::size_t found = nextEntry(m_buffer, m_searched, searchable());
        if (found != std::string::npos) {
            return found;
        }
        m_searched = std::max(m_searched, searchable());
        if (m_searched - m_at > static_cast<std::size_t>(m_origin.maxMessageBytes) + kMboxChunk) {
            const std::size_t gone = m_searched - m_at - 8;
            m_buffer.erase(m_at, gone);
            m_skipped += static_cast<qint64>(gone);
            m_searched -= gone;
        }
        if (!fill()) {
            return m_buffer.size();
        }
    }
    return std::string::npos;
}

ArchiveItem MboxStream::take(std::size_t end) {
    const std::string_view whole = std::string_view(m_buffer).substr(m_at, end - m_at);
    const qint64 offset = m_base + static_cast<qint64>(m_at);
    ArchiveItem item;
    if (m_skipped > 0) {
        const qint64 size = m_skipped + static_cast<qint64>(whole.size());
        item = Reject{m_origin.source, offset, QStringLiteral("the message is too large (%1 MiB)").arg(size >> 20)};
    } else {
        item = mboxItem({whole, offset, m_byLength, m_bareFrom}, m_origin);
    }
    m_base += m_skipped;
    m_skipped = 0;
    m_at = m_searched = end;
    if (m_at > kMboxChunk) {
        drop(m_at);
    }
    return item;
}

Result<ArchiveItem> MboxStream::next(std::stop_token stop) {
    if (!m_begun) {
        if (!findFirst(stop)) {
            return Error{ErrorKind::Cancelled, m_origin.source, {}};
        }
        m_begun = true;
        const std::string_view junk = std::string_view(m_buffer).substr(0, m_at);
        const qint64 size = static_cast<qint64>(m_at) + m_skipped;
        m_base += m_skipped;
        m_skipped = 0;
        if (junk.find_first_not_of("\r\n\t \xEF\xBB\xBF") != std::string_view::npos) {
            return ArchiveItem{
                Reject{m_origin.source, 0, QStringLiteral("%1 bytes before the first message").arg(size)}};
        }
    }
    if (m_at < m_buffer.size() || fill()) {
        const std::size_t end = m_at < m_buffer.size() ? findEnd(stop) : m_at;
        if (end == std::string::npos) {
            return Error{ErrorKind::Cancelled, m_origin.source, {}};
        }
        if (end > m_at) {
            return take(end);
        }
    }
    if (m_error) {
        const Error error = *std::exchange(m_error, std::nullopt);
        return error;
    }
    return ArchiveItem{EndOfArchive{}};
}

}  // namespace kith::intake
