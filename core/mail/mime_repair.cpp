// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/mime_repair.h"

#include <QHash>

#include <utility>

namespace kith::mail {

namespace {

struct HeaderField {
    qsizetype start{0};
    qsizetype end{0};  ///< after the last line of the field
};

bool foldedLine(QByteArrayView source, qsizetype at) {
    return at < source.size() && (source[at] == ' ' || source[at] == '\t');
}

/// The field that starts at this index; start == end at the end of the header.
HeaderField fieldAt(QByteArrayView source, qsizetype at) {
    HeaderField field{at, at};
    if (at >= source.size() || source[at] == '\n' || source[at] == '\r') {
        return field;
    }
    do {
        const qsizetype newline = source.indexOf('\n', field.end);
        field.end = newline < 0 ? source.size() : newline + 1;
    } while (foldedLine(source, field.end));
    return field;
}

/// A line of a header that announces an attached mail.
bool namesMail(QByteArrayView line) {
    return line.size() < 1000 && line.toByteArray().toLower().contains("message/");
}

bool isContentType(QByteArrayView field) {
    return field.size() > 13 && field.first(13).compare("content-type:", Qt::CaseInsensitive) == 0;
}

}  // namespace

QByteArrayView withoutPreamble(QByteArrayView bytes, bool* skipped) {
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        bytes = bytes.sliced(3);
        *skipped = true;
    }
    while (!bytes.isEmpty() && (bytes[0] == '\n' || bytes[0] == '\r')) {
        bytes = bytes.sliced(1);
        *skipped = true;
    }
    if (bytes.startsWith("From ") || bytes.startsWith(">From ")) {
        const qsizetype end = bytes.indexOf('\n');
        bytes = bytes.sliced(end < 0 ? bytes.size() : end + 1);
    }
    return bytes;
}

QByteArray boundaryInUse(QByteArrayView text) {
    for (qsizetype at = 0; at >= 0 && at < text.size();) {
        qsizetype end = text.indexOf('\n', at);
        end = end < 0 ? text.size() : end;
        const QByteArray line = text.sliced(at, end - at).toByteArray().trimmed();
        const QByteArrayView next = end + 1 < text.size() ? text.sliced(end + 1) : QByteArrayView();
        const bool header = next.first(qMin<qsizetype>(8, next.size())).compare("content-", Qt::CaseInsensitive) == 0;
        if (header && line.startsWith("--") && line.size() > 2 && line.size() < 200) {
            return line.mid(2);
        }
        at = end + 1;
    }
    return {};
}

QByteArrayView withinParts(QByteArrayView bytes, int most) {
    QHash<QByteArrayView, int> seen;
    for (qsizetype at = bytes.indexOf("\n--"); at >= 0; at = bytes.indexOf("\n--", at + 3)) {
        const qsizetype end = bytes.indexOf('\n', at + 1);
        const QByteArrayView line = bytes.sliced(at + 3, (end < 0 ? bytes.size() : end) - at - 3).trimmed();
        if (!line.isEmpty() && line.size() < 200 && line[0] != '-' && ++seen[line] > most) {
            return bytes.first(at + 1);
        }
    }
    return bytes;
}

QByteArray withinFields(QByteArrayView bytes, int most) {
    QByteArray kept;
    qsizetype from = 0;
    int fields = 0;
    bool inHeader = true;
    bool opensMail = false;  // the header says that a mail with a header of its own follows
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype newline = bytes.indexOf('\n', at);
        const qsizetype end = newline < 0 ? bytes.size() : newline + 1;
        const QByteArrayView line = bytes.sliced(at, end - at);
        if (line.startsWith("--")) {
            inHeader = true;
            opensMail = false;
            fields = 0;
        } else if (inHeader && line.trimmed().isEmpty()) {
            inHeader = std::exchange(opensMail, false);
            fields = 0;
        } else if (inHeader) {
            fields += foldedLine(line, 0) ? 0 : 1;
            opensMail = opensMail || (fields <= most && namesMail(line));
            if (fields > most) {
                kept += bytes.sliced(from, at - from);
                from = end;
            }
        }
        at = end;
    }
    return kept.append(bytes.sliced(from));
}

QByteArray multipartTypeIn(QByteArrayView source) {
    for (HeaderField field = fieldAt(source, 0); field.end > field.start; field = fieldAt(source, field.end)) {
        const QByteArrayView line = source.sliced(field.start, field.end - field.start);
        if (isContentType(line)) {
            const QByteArray value = line.sliced(13).trimmed().toByteArray();
            const QByteArray lower = value.toLower();
            if (lower.startsWith("multipart/") && lower.contains("boundary")) {
                return value;
            }
        }
    }
    return {};
}

QByteArray withoutContentType(QByteArrayView source) {
    QByteArray rest;
    HeaderField field = fieldAt(source, 0);
    for (; field.end > field.start; field = fieldAt(source, field.end)) {
        const QByteArrayView line = source.sliced(field.start, field.end - field.start);
        if (!isContentType(line)) {
            rest += line;
        }
    }
    return rest.append(source.sliced(field.end));
}

}  // namespace kith::mail
