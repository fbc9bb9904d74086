// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/mapped_file.h"

#include <sys/mman.h>

namespace kith::intake {

Result<std::unique_ptr<MappedFile>> MappedFile::open(const QString& path) {
    auto mapped = std::make_unique<MappedFile>();
    mapped->m_file.setFileName(path);
    if (!mapped->m_file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::Denied, path + QStringLiteral(": ") + mapped->m_file.errorString(),
                     QStringLiteral("Check that you may read this file.")};
    }
    const qint64 size = mapped->m_file.size();
    if (size == 0) {
        return mapped;
    }
    const uchar* data = mapped->m_file.map(0, size);
    if (data == nullptr) {
        return Error{ErrorKind::Failed, path + QStringLiteral(": ") + mapped->m_file.errorString(), {}};
    }
    mapped->m_bytes = {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
    return mapped;
}

bool MappedFile::stillWhole() const {
    return m_file.size() >= static_cast<qint64>(m_bytes.size());
}

void MappedFile::release(std::size_t from, std::size_t to) const {
    constexpr std::size_t page = 64 * 1024;
    from = (from + page - 1) / page * page;
    to = to / page * page;
    if (from < to && to <= m_bytes.size()) {
        madvise(const_cast<char*>(m_bytes.data()) + from, to - from, MADV_DONTNEED);
    }
}

}  // namespace kith::intake
