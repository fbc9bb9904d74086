// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/mime_repair.h"

#include <QHash>

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

/// A name without blanks, then a colon.
bool isField(QByteArrayView line) {
    qsizetype at = 0;
    while (at < line.size() && line[at] > ' ' && line[at] != ':') {
        ++at;
    }
    return at > 0 && at < line.size() && line[at] == ':';
}

/// A line of a header that announces an attached mail.
bool namesMail(QByteArrayView line) {
    return line.size() < 1000 && line.toByteArray().toLower().contains("message/");
}

/// Knows line by line whether a header goes on, and how much of the line fits into its bounds.
class HeaderWatch {
public:
    explicit HeaderWatch(const HeaderBounds& bounds)
        : m_bounds(bounds) {}

    qsizetype roomFor(QByteArrayView line, QByteArrayView rest) {
        if (line.startsWith("--")) {
            start(isField(rest.first(qMin<qsizetype>(rest.size(), 100))));
        } else if (m_inside && line.trimmed().isEmpty()) {
            start(m_opensMail);
        } else if (m_inside) {
            m_fields += foldedLine(line, 0) ? 0 : 1;
            const qsizetype room =
                qMin(m_bounds.bytes - m_bytes, qMax(kAlways - m_bytes, m_bounds.allBytes - m_allBytes));
            const qsizetype taken = m_fields > m_bounds.fields ? 0 : qBound<qsizetype>(0, room, line.size());
            m_bytes += taken;
            m_allBytes += taken;
            m_opensMail = m_opensMail || (taken > 0 && namesMail(line));
            return taken;
        }
        return line.size();
    }

private:
    void start(bool inside) {
        m_inside = inside;
        m_opensMail = false;
        m_fields = 0;
        m_bytes = 0;
    }

    static constexpr qsizetype kAlways = 1000;  // of each header, so that a part says what it is

    HeaderBounds m_bounds;
    bool m_inside{true};
    bool m_opensMail{false};  // the header says that a mail with a header of its own follows
    int m_fields{0};
    qsizetype m_bytes{0};
    qsizetype m_allBytes{0};
};

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

QByteArray withinFields(QByteArrayView bytes, const HeaderBounds& bounds) {
    HeaderWatch watch(bounds);
    QByteArray kept;
    qsizetype from = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype newline = bytes.indexOf('\n', at);
        const qsizetype end = newline < 0 ? bytes.size() : newline + 1;
        const QByteArrayView line = bytes.sliced(at, end - at);
        const qsizetype room = watch.roomFor(line, bytes.sliced(end));
        if (room < line.size()) {
            kept += bytes.sliced(from, at - from);
            kept += line.first(room);
            kept += room > 0 ? "\n" : "";
            from = end;
        }
        at = end;
    }
    return kept.append(bytes.sliced(from));
}

QByteArray multipartTypeIn(QByteArrayView source) {
    for (HeaderField field = fieldAt(source, 0); field.end > field.start; field = fieldAt(source, field.end)) {
        const QByteArrayView line = source.sliced(field.start, field.end - field.start);
        if (isContentType(line)) {
            QByteArray value = line.sliced(13).trimmed().toByteArray();
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
