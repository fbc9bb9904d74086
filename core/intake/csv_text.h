// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A file of text as UTF-8 in memory, whatever its encoding, in constant real memory.
#pragma once

#include "core/base/result.h"
#include "core/intake/csv_encoding.h"
#include "core/intake/mapped_file.h"

#include <QTemporaryFile>

#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

namespace kith::intake {

/// UTF-8 is read where it stands; other encodings are turned into a temporary file that goes away with this.
class CsvText {
public:
    /// encoding: as the user says, or empty to find out. Errors: NotFound, Denied, Malformed (empty), Unsupported
    /// (not text at all; the sentence says what it is), Full, Cancelled.
    static Result<std::unique_ptr<CsvText>> open(const QString& path, const QString& encoding = {},
                                                 std::stop_token stop = {});

    std::string_view bytes() const { return m_bytes; }
    const CsvEncoding& encoding() const { return m_encoding; }
    const QString& path() const { return m_path; }
    qint64 fileSize() const { return m_fileSize; }
    bool stillWhole() const { return m_mapped->stillWhole(); }
    /// The pages between these places are not wanted soon.
    void release(std::size_t from, std::size_t upTo) const;
    /// The head and some windows further on, each beginning at a line.
    std::vector<std::string_view> samples() const;

private:
    QString m_path;
    CsvEncoding m_encoding;
    qint64 m_fileSize{0};
    std::unique_ptr<MappedFile> m_mapped;
    std::unique_ptr<QTemporaryFile> m_decoded;
    std::string_view m_bytes;
};

}  // namespace kith::intake
