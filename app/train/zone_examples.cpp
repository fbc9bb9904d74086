// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/train/zone_examples.h"

#include "core/mail/zone_features.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

namespace kith::train {
namespace {

using mail::LineLabel;

struct Span {
    qsizetype start{0};
    qsizetype end{0};
    LineLabel label{LineLabel::Body};
};

std::vector<Span> spansOf(const QJsonArray& denotations) {
    std::vector<Span> spans;
    for (const QJsonValue& value : denotations) {
        const QString type = value[u"type"].toString();
        const LineLabel label = type == u"Header"           ? LineLabel::Header
                                : type == u"Body/Intro"     ? LineLabel::Intro
                                : type == u"Body/Outro"     ? LineLabel::Outro
                                : type == u"Body/Signature" ? LineLabel::Signature
                                                            : LineLabel::Blank;
        if (label != LineLabel::Blank) {
            spans.push_back({value[u"start"].toInt(), value[u"end"].toInt(), label});
        }
    }
    return spans;
}

/// The label that covers at least half of the line's characters; the rest is body.
LineLabel labelAt(const std::vector<Span>& spans, qsizetype start, qsizetype end) {
    for (const Span& span : spans) {
        const qsizetype shared = std::min(span.end, end) - std::max(span.start, start);
        if (shared * 2 >= end - start) {
            return span.label;
        }
    }
    return LineLabel::Body;
}

ZoneExample quaggaExample(const QString& name, const QByteArray& json) {
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    ZoneExample example{name, root[u"text"].toString(), {}};
    const std::vector<Span> spans = spansOf(root[u"denotations"].toArray());
    qsizetype start = 0;  // in code points, as the annotation counts
    for (const QString& row : example.text.split(u'\n')) {
        const QString content = row.trimmed();
        qsizetype lead = 0;
        while (lead < row.size() && row[lead].isSpace()) {
            ++lead;
        }
        const qsizetype points = row.size() - row.count(QChar(0xD83D));
        const qsizetype end = start + lead + content.size();
        example.labels.push_back(content.isEmpty() ? LineLabel::Blank : labelAt(spans, start + lead, end));
        start += points + 1;
    }
    return example;
}

QByteArray entryBytes(archive* reader) {
    QByteArray bytes;
    char buffer[65536];
    for (la_ssize_t got = 0; (got = archive_read_data(reader, buffer, sizeof buffer)) > 0;) {
        bytes.append(buffer, got);
    }
    return bytes;
}

}  // namespace

Result<std::vector<ZoneExample>> readQuagga(const QString& path, const QString& set) {
    const std::unique_ptr<archive, decltype(&archive_read_free)> reader(archive_read_new(), &archive_read_free);
    archive_read_support_filter_all(reader.get());
    archive_read_support_format_tar(reader.get());
    if (archive_read_open_filename(reader.get(), QFile::encodeName(path).constData(), 65536) != ARCHIVE_OK) {
        return Error{ErrorKind::NotFound, path, {}, {}};
    }
    std::vector<ZoneExample> examples;
    for (archive_entry* entry = nullptr; archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK;) {
        const QString name = QString::fromUtf8(archive_entry_pathname(entry));
        if (name.contains(set + u'/') && name.endsWith(u".ann")) {
            examples.push_back(quaggaExample(name, entryBytes(reader.get())));
        }
    }
    std::sort(examples.begin(), examples.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return examples;
}

Result<std::vector<ZoneExample>> readForge(const QString& folder) {
    std::vector<ZoneExample> examples;
    for (const QString& part : {QStringLiteral("P"), QStringLiteral("N")}) {
        const QDir dir(folder + u'/' + part);
        for (const QString& name : dir.entryList({QStringLiteral("*_body")}, QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(name));
            if (!file.open(QIODevice::ReadOnly)) {
                return Error{ErrorKind::NotFound, file.fileName(), {}, {}};
            }
            ZoneExample example{part + u'/' + name, {}, {}};
            QStringList rows = QString::fromUtf8(file.readAll()).remove(u'\r').split(u'\n');
            for (QString& row : rows) {
                const bool signature = row.startsWith(u"#sig#");
                const bool reply = row.startsWith(u"#reply#");
                row = signature ? row.mid(5) : reply ? row.mid(7) : row;
                example.labels.push_back(row.trimmed().isEmpty() ? LineLabel::Blank
                                         : signature             ? LineLabel::Signature
                                                                 : LineLabel::Body);
            }
            example.text = rows.join(u'\n');
            examples.push_back(std::move(example));
        }
    }
    if (examples.empty()) {
        return Error{ErrorKind::NotFound, folder, {}, {}};
    }
    return examples;
}

}  // namespace kith::train
