// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/packed_files.h"

#include <QFile>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>

namespace kith::intake {

namespace {

/// A zip's list of contents stands at its end; half a download has none.
bool zipEndMissing(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    file.seek(std::max<qint64>(0, file.size() - 66000));
    return !file.readAll().contains("PK\5\6");
}

QString packedName(archive_entry* entry) {
    if (const char* name = archive_entry_pathname_utf8(entry)) {
        return QString::fromUtf8(name);
    }
    const char* raw = archive_entry_pathname(entry);
    return raw == nullptr ? QString() : QString::fromLocal8Bit(raw);
}

}  // namespace

Result<std::unique_ptr<PackedFiles>> PackedFiles::open(const QString& path, Content content) {
    archive* handle = archive_read_new();
    archive_read_support_filter_all(handle);
    if (content == Content::Zip) {
        archive_read_support_format_zip(handle);
    } else {
        archive_read_support_format_tar(handle);
        archive_read_support_format_raw(handle);
    }
    const bool endMissing = content == Content::Zip && zipEndMissing(path);
    std::unique_ptr<PackedFiles> files(new PackedFiles(handle, path, endMissing));
    if (archive_read_open_filename(handle, QFile::encodeName(path).constData(), 256 * 1024) != ARCHIVE_OK) {
        return files->brokenOff("cannot be opened");
    }
    return files;
}

PackedFiles::~PackedFiles() {
    archive_read_free(m_archive);
}

Error PackedFiles::brokenOff(const char* what) {
    m_ended = true;
    const char* why = archive_error_string(m_archive);
    QString detail = QStringLiteral("%1 %2 after %3 packed bytes").arg(m_path, QLatin1String(what)).arg(bytesUsed());
    if (!m_current.isEmpty()) {
        detail += QStringLiteral(", in ") + m_current;
    }
    if (why != nullptr) {
        detail += QStringLiteral(" (%1)").arg(QString::fromLocal8Bit(why));
    }
    return {ErrorKind::Malformed, detail,
            QStringLiteral("Download or copy the file again; what could be read is taken in.")};
}

Result<std::optional<PackedFile>> PackedFiles::next() {
    archive_entry* entry = nullptr;
    while (!m_ended) {
        const int outcome = archive_read_next_header(m_archive, &entry);
        if (outcome == ARCHIVE_EOF) {
            m_ended = true;
            if (m_endMissing) {
                return brokenOff("breaks off");
            }
            break;
        }
        if (outcome == ARCHIVE_RETRY) {
            continue;
        }
        if (outcome < ARCHIVE_WARN) {
            return brokenOff("breaks off");
        }
        if (archive_entry_filetype(entry) != AE_IFREG) {
            continue;
        }
        const bool raw = archive_format(m_archive) == ARCHIVE_FORMAT_RAW;
        m_current = raw ? QString() : packedName(entry);
        return std::optional(PackedFile{m_current, archive_entry_mtime_is_set(entry) ? archive_entry_mtime(entry) : 0});
    }
    return std::optional<PackedFile>{};
}

Result<qint64> PackedFiles::read(char* bytes, qint64 room) {
    const la_ssize_t count = archive_read_data(m_archive, bytes, static_cast<std::size_t>(room));
    if (count >= 0) {
        return static_cast<qint64>(count);
    }
    Error error = brokenOff("cannot be read on");
    m_ended = count == ARCHIVE_FATAL;
    return error;
}

Result<std::string> PackedFiles::readAll(qint64 count) {
    std::string bytes;
    while (static_cast<qint64>(bytes.size()) < count) {
        const std::size_t before = bytes.size();
        bytes.resize(before + static_cast<std::size_t>(std::min<qint64>(count - static_cast<qint64>(before), 1 << 18)));
        const Result<qint64> got = read(bytes.data() + before, static_cast<qint64>(bytes.size() - before));
        if (!got) {
            return got.error();
        }
        bytes.resize(before + static_cast<std::size_t>(*got));
        if (*got == 0) {
            break;
        }
    }
    return bytes;
}

qint64 PackedFiles::bytesUsed() const {
    return archive_filter_bytes(m_archive, -1);
}

bool PackedFiles::isTar() const {
    return (archive_format(m_archive) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_TAR;
}

bool isMaildirPlace(const QString& path) {
    const QString folder = path.section(QLatin1Char('/'), -2, -2);
    return folder == QLatin1String("cur") || folder == QLatin1String("new");
}

Result<PackedLook> lookIntoPacked(const QString& path, Content content) {
    auto files = PackedFiles::open(path, content);
    if (!files) {
        return files.error();
    }
    PackedLook look;
    while (!look.hasMail) {
        const auto file = (*files)->next();
        if (!file) {
            return file.error();
        }
        if (!*file) {
            break;
        }
        look.isTar = (*files)->isTar();
        const auto head = (*files)->readAll(kSniffBytes);
        if (!head) {
            continue;
        }
        const Content inside = sniff(*head);
        look.hasMail = inside == Content::Mbox || inside == Content::Message || inside == Content::AppleMessage ||
                       (isMaildirPlace((*file)->name) && !head->empty());
    }
    return look;
}

}  // namespace kith::intake
