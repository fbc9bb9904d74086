// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The files in a zip, tar or packed file one after the other, nothing unpacked to disk.
#pragma once

#include "core/base/result.h"
#include "core/intake/content_sniff.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>

struct archive;

namespace kith::intake {

struct PackedFile {
    QString name;     ///< path inside; empty for the one file in a .gz
    qint64 mtime{0};  ///< seconds since 1970; 0 where it is not told
};

class PackedFiles {
public:
    static Result<std::unique_ptr<PackedFiles>> open(const QString& path, Content content);
    ~PackedFiles();
    PackedFiles(const PackedFiles&) = delete;
    PackedFiles& operator=(const PackedFiles&) = delete;

    /// The next regular file; none at the end. Malformed names the place where the archive breaks off.
    Result<std::optional<PackedFile>> next();
    /// Bytes of the file that next() told of; 0 at its end.
    Result<qint64> read(char* bytes, qint64 room);
    /// At most count bytes.
    Result<std::string> readAll(qint64 count);
    /// Packed bytes used so far.
    qint64 bytesUsed() const;
    bool isTar() const;

private:
    PackedFiles(archive* handle, QString path, bool endMissing)
        : m_archive(handle)
        , m_path(std::move(path))
        , m_endMissing(endMissing) {}
    Error brokenOff(const char* what);

    archive* m_archive;
    QString m_path;
    QString m_current;
    bool m_endMissing;
    bool m_ended{false};
};

struct PackedLook {
    bool hasMail{false};
    bool isTar{false};
};

/// Looks at each file's first bytes until one is mail.
Result<PackedLook> lookIntoPacked(const QString& path, Content content);

/// Mail by its first bytes, or by its place in a Maildir.
bool isMaildirPlace(const QString& path);

}  // namespace kith::intake
