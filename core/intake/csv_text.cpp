// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/csv_text.h"

#include "core/intake/content_sniff.h"

#include <QFileInfo>

#include <algorithm>

namespace kith::intake {

namespace {

constexpr std::size_t kChunk = 1024 * 1024;

Error notATable(const QString& path, const QString& what) {
    return {ErrorKind::Unsupported, path + QStringLiteral(" is not a table: it is ") + what,
            QStringLiteral("Export the table as CSV (comma or semicolon separated text) and choose that file.")};
}

/// Signs that no text has, apart from NUL, which broken exports do have.
bool isBinary(std::string_view head) {
    std::size_t odd = 0;
    std::size_t nuls = 0;
    for (const char c : head) {
        odd += c > '\0' && c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1A' && c != '\x1F' &&
                       c != '\x01' && c != '\x1B' && c != '\x1C' && c != '\x1D' && c != '\x1E'
                   ? 1
                   : 0;
        nuls += c == '\0' ? 1 : 0;
    }
    return odd * 50 > head.size() || nuls * 3 > head.size();
}

QString binaryWords(std::string_view head) {
    switch (sniff(head)) {
    case Content::Zip:
        return QStringLiteral("a zip archive (a workbook?)");
    case Content::Tar:
    case Content::Compressed:
        return QStringLiteral("a packed archive; unpack it first");
    default:
        break;
    }
    const QString words = describeOther(head);
    return words.startsWith(QLatin1String("text")) || head.starts_with('<') ? QString() : words;
}

Result<void> decodeInto(QFile& target, std::string_view bytes, const QString& encoding, std::stop_token stop) {
    CsvDecoder decoder(encoding);
    QByteArray out;
    for (std::size_t at = 0; at < bytes.size(); at += kChunk) {
        if (stop.stop_requested()) {
            return Error{ErrorKind::Cancelled, {}, {}};
        }
        out.clear();
        decoder.feed(bytes.substr(at, kChunk), &out);
        if (at + kChunk >= bytes.size()) {
            decoder.finish(&out);
        }
        if (target.write(out) != out.size()) {
            return Error{ErrorKind::Full, target.fileName() + QStringLiteral(": ") + target.errorString(),
                         QStringLiteral("Free some space for temporary files.")};
        }
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<CsvText>> CsvText::open(const QString& path, const QString& encoding, std::stop_token stop) {
    const QFileInfo info(path);
    if (!info.exists()) {
        return Error{ErrorKind::NotFound, path + QStringLiteral(": no such file"),
                     QStringLiteral("Check the path; the file may have been moved.")};
    }
    if (!info.isFile()) {
        return notATable(path, info.isDir() ? QStringLiteral("a folder") : QStringLiteral("no file"));
    }
    auto mapped = MappedFile::open(path);
    if (!mapped) {
        return mapped.error();
    }
    auto text = std::make_unique<CsvText>();
    text->m_path = path;
    text->m_mapped = std::move(*mapped);
    const std::string_view whole = text->m_mapped->bytes();
    text->m_fileSize = static_cast<qint64>(whole.size());
    if (whole.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return Error{ErrorKind::Malformed, path + QStringLiteral(" is empty: there is nothing in it"),
                     QStringLiteral("Choose a file with at least one row.")};
    }
    const std::string_view head = whole.substr(0, static_cast<std::size_t>(kSniffBytes));
    if (const QString what = binaryWords(head); !what.isEmpty() && what != QStringLiteral("binary data")) {
        return notATable(path, what);
    }
    text->m_encoding = detectEncoding(whole);
    if (!encoding.isEmpty()) {
        if (!isKnownEncoding(encoding)) {
            return Error{ErrorKind::Unsupported, encoding + QStringLiteral(": no such encoding"), {}};
        }
        text->m_encoding.name = encoding.toLower();
        text->m_encoding.strayBytes = 0;
    }
    std::string_view content = whole.substr(static_cast<std::size_t>(text->m_encoding.markBytes));
    while (content.ends_with('\x1A')) {  // how old systems ended their files
        content.remove_suffix(1);
    }
    const QString& name = text->m_encoding.name;
    if (!name.startsWith(QLatin1String("utf-16")) && !name.startsWith(QLatin1String("utf-32")) && isBinary(head)) {
        return notATable(path, QStringLiteral("binary data"));
    }
    if (name == QLatin1String("utf-8") && text->m_encoding.strayBytes == 0) {
        text->m_bytes = content;
        return text;
    }
    text->m_decoded = std::make_unique<QTemporaryFile>();
    if (!text->m_decoded->open()) {
        return Error{ErrorKind::Denied, text->m_decoded->errorString(), {}};
    }
    if (const auto done = decodeInto(*text->m_decoded, content, name, stop); !done) {
        return done.error();
    }
    text->m_decoded->flush();
    auto again = MappedFile::open(text->m_decoded->fileName());
    if (!again) {
        return again.error();
    }
    text->m_mapped = std::move(*again);
    text->m_bytes = text->m_mapped->bytes();
    return text;
}

void CsvText::release(std::size_t from, std::size_t upTo) const {
    const auto offset = static_cast<std::size_t>(m_bytes.data() - m_mapped->bytes().data());
    m_mapped->release(offset + from, std::min(offset + upTo, m_mapped->bytes().size()));
}

std::vector<std::string_view> CsvText::samples() const {
    constexpr std::size_t head = 64 * 1024;
    constexpr std::size_t window = 32 * 1024;
    const auto untilLineEnd = [&](std::size_t from, std::size_t size) {
        if (from + size >= m_bytes.size()) {
            return m_bytes.substr(from);
        }
        const std::size_t end = m_bytes.rfind('\n', from + size);
        return end == std::string_view::npos || end <= from ? m_bytes.substr(from, size)
                                                            : m_bytes.substr(from, end + 1 - from);
    };
    std::vector<std::string_view> list{untilLineEnd(0, head)};
    // The same file is always read the same way: the places follow from its size.
    std::uint64_t dice = 0x9E3779B97F4A7C15ULL ^ m_bytes.size();
    for (int i = 0; i < 3 && m_bytes.size() > head + 4 * window; ++i) {
        dice = dice * 6364136223846793005ULL + 1442695040888963407ULL;
        const std::size_t span = m_bytes.size() - head - 2 * window;
        const std::size_t place = m_bytes.find('\n', head + (dice >> 20U) % span);
        if (place != std::string_view::npos && place + 1 < m_bytes.size()) {
            list.push_back(untilLineEnd(place + 1, window));
        }
    }
    return list;
}

}  // namespace kith::intake
