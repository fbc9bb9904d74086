// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Messages of an mbox that can only be read forwards: out of a zip, a tar or a packed file.
#pragma once

#include "core/intake/mbox_entry.h"

#include <functional>
#include <string>

namespace kith::intake {

/// Fills the bytes and says how many; 0 at the end.
using ByteSource = std::function<Result<qint64>(char* bytes, qint64 room)>;

class MboxStream {
public:
    MboxStream(ByteSource source, MboxOrigin origin, std::string head)
        : m_source(std::move(source))
        , m_origin(std::move(origin))
        , m_buffer(std::move(head)) {}

    /// As MailArchive::next(); the error comes after what could be read, then the end.
    Result<ArchiveItem> next(std::stop_token stop);

private:
    std::size_t searchable() const;
    bool fill();
    void drop(std::size_t count);
    bool findFirst(const std::stop_token& stop);
    std::size_t findEnd(const std::stop_token& stop);
    std::size_t endByLength(const std::stop_token& stop);
    ArchiveItem take(std::size_t end);

    ByteSource m_source;
    MboxOrigin m_origin;
    std::string m_buffer;
    std::size_t m_at{0};        ///< where in the buffer the next entry starts
    std::size_t m_searched{0};  ///< no entry starts in (m_at, m_searched)
    qint64 m_base{0};           ///< offset of the buffer's first byte
    qint64 m_skipped{0};        ///< bytes thrown away of an entry that is too large
    std::optional<Error> m_error;
    bool m_begun{false};
    bool m_ended{false};
    bool m_byLength{false};
    bool m_bareFrom{false};
};

}  // namespace kith::intake
