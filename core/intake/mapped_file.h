// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A file on disk as bytes in memory, given back to the system page by page as reading goes on.
#pragma once

#include "core/base/result.h"

#include <QFile>

#include <memory>
#include <string_view>

namespace kith::intake {

/// Where the file is made shorter by others during reading the bytes past its new end must not be touched;
/// stillWhole() tells.
class MappedFile {
public:
    static Result<std::unique_ptr<MappedFile>> open(const QString& path);

    std::string_view bytes() const { return m_bytes; }
    bool stillWhole() const;
    /// The pages of [from, to) are not wanted soon.
    void release(std::size_t from, std::size_t to) const;

private:
    QFile m_file;
    std::string_view m_bytes;
};

}  // namespace kith::intake
