// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/transcript_formats.h"

#include <QXmlStreamReader>

#include <archive.h>
#include <archive_entry.h>
#include <memory>

namespace kith::intake {

namespace {

constexpr qint64 kMostXml = 64LL * 1024 * 1024;

Error noWordFile(const QString& why) {
    return {ErrorKind::Malformed, why, QStringLiteral("Save it again as .docx or as plain text.")};
}

Result<QByteArray> documentXml(const QByteArray& bytes) {
    const std::unique_ptr<archive, int (*)(archive*)> zip(archive_read_new(), archive_read_free);
    archive_read_support_format_zip(zip.get());
    if (archive_read_open_memory(zip.get(), bytes.constData(), static_cast<size_t>(bytes.size())) != ARCHIVE_OK) {
        return noWordFile(QStringLiteral("this is no Word file"));
    }
    archive_entry* entry = nullptr;
    while (archive_read_next_header(zip.get(), &entry) == ARCHIVE_OK) {
        const char* name = archive_entry_pathname(entry);
        if (name == nullptr || qstrcmp(name, "word/document.xml") != 0) {
            continue;
        }
        QByteArray xml;
        char buffer[65536];
        for (;;) {
            const auto read = archive_read_data(zip.get(), buffer, sizeof buffer);
            if (read < 0 || xml.size() > kMostXml) {
                return noWordFile(QStringLiteral("the Word file is damaged or beyond all measure"));
            }
            if (read == 0) {
                return xml;
            }
            xml.append(buffer, read);
        }
    }
    return noWordFile(QStringLiteral("this is no Word file: word/document.xml is missing"));
}

}  // namespace

Result<QString> docxText(const QByteArray& bytes) {
    const auto xml = documentXml(bytes);
    if (!xml) {
        return xml.error();
    }
    QString text;
    QXmlStreamReader reader(*xml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("t")) {
            text += reader.readElementText(QXmlStreamReader::IncludeChildElements);
        } else if (reader.isStartElement() && reader.name() == QLatin1String("tab")) {
            text += QLatin1Char(' ');
        } else if (reader.isStartElement() &&
                   (reader.name() == QLatin1String("br") || reader.name() == QLatin1String("cr"))) {
            text += QLatin1Char('\n');
        } else if (reader.isEndElement() && reader.name() == QLatin1String("p")) {
            text += QLatin1Char('\n');
        }
    }
    if (reader.hasError()) {
        return noWordFile(QStringLiteral("line %1: %2").arg(reader.lineNumber()).arg(reader.errorString()));
    }
    return text;
}

}  // namespace kith::intake
