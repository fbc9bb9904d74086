// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Tables to understand, and other people's tables where KITH_CORPORA names their folder.
#pragma once

#include "core/intake/csv_schema.h"
#include "tests/unit/intake/intake_story.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace kith::intake::csvstory {

inline QString corpus(const QString& name) {
    const QString root = qEnvironmentVariable("KITH_CORPORA");
    const QString path = root + u'/' + name;
    return root.isEmpty() || !QDir(path).exists() ? QString() : path;
}

inline QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The files of a packed folder by their names in it.
inline QMap<QString, QByteArray> unpacked(const QString& path) {
    QMap<QString, QByteArray> files;
    archive* in = archive_read_new();
    archive_read_support_filter_all(in);
    archive_read_support_format_tar(in);
    if (archive_read_open_filename(in, QFile::encodeName(path).constData(), 1 << 16) == ARCHIVE_OK) {
        archive_entry* entry = nullptr;
        while (archive_read_next_header(in, &entry) == ARCHIVE_OK) {
            QByteArray bytes(static_cast<qsizetype>(archive_entry_size(entry)), Qt::Uninitialized);
            if (archive_read_data(in, bytes.data(), static_cast<std::size_t>(bytes.size())) >= 0 && !bytes.isEmpty()) {
                files.insert(QString::fromUtf8(archive_entry_pathname(entry)), bytes);
            }
        }
    }
    archive_read_free(in);
    return files;
}

inline Result<CsvSchema> understood(const QString& path) {
    const auto text = CsvText::open(path);
    if (!text) {
        return text.error();
    }
    return understandCsv(**text);
}

/// All rows as text, cut by a dialect.
inline QList<QStringList> rowsOf(std::string_view text, CsvDialect dialect = {}) {
    QList<QStringList> rows;
    CsvReader reader(text, dialect);
    CsvRow row;
    while (reader.next(&row) == CsvReader::Step::Row) {
        QStringList cells;
        for (const CsvCell& cell : row.cells) {
            cells << QString::fromUtf8(cell.text.data(), static_cast<qsizetype>(cell.text.size()));
        }
        rows << cells;
    }
    return rows;
}

}  // namespace kith::intake::csvstory
