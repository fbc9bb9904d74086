// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/multipart.h"

#include "tests/emulators/gmail/header_scan.h"

namespace kith::emulator {
namespace {

struct BoundaryLine {
    qsizetype start{-1};  ///< of the line end before it, which belongs to it
    qsizetype end{-1};    ///< after the line
    bool last{false};
};

BoundaryLine nextBoundary(QByteArrayView body, const QByteArray& mark, qsizetype from) {
    for (qsizetype at = body.indexOf(mark, from); at >= 0; at = body.indexOf(mark, at + 1)) {
        if (at > 0 && body[at - 1] != '\n') {
            continue;
        }
        const qsizetype newline = body.indexOf('\n', at);
        const qsizetype end = newline < 0 ? body.size() : newline + 1;
        const QByteArrayView tail = body.sliced(at + mark.size(), end - at - mark.size()).trimmed();
        if (!tail.isEmpty() && tail != "--") {
            continue;
        }
        const qsizetype start = at == 0 ? 0 : at >= 2 && body[at - 2] == '\r' ? at - 2 : at - 1;
        return {qMax(start, from), end, tail == "--"};
    }
    return {};
}

}  // namespace

QByteArray BodyPart::header(const QByteArray& name) const {
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

Headers headerLines(QByteArrayView text, QByteArrayView& rest) {
    Headers headers;
    while (!text.isEmpty()) {
        const qsizetype newline = text.indexOf('\n');
        const QByteArrayView line = text.first(newline < 0 ? text.size() : newline).trimmed();
        text = text.sliced(newline < 0 ? text.size() : newline + 1);
        if (line.isEmpty()) {
            break;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            headers.emplace_back(line.first(colon).trimmed().toByteArray(),
                                 line.sliced(colon + 1).trimmed().toByteArray());
        }
    }
    rest = text;
    return headers;
}

std::optional<std::vector<BodyPart>> bodyParts(const QByteArray& contentType, const QByteArray& body) {
    const QByteArray boundary = headerParameter(contentType, "boundary");
    if (boundary.isEmpty()) {
        return std::nullopt;
    }
    const QByteArray mark = "--" + boundary;
    const QByteArrayView whole(body);
    std::vector<BodyPart> parts;
    BoundaryLine line = nextBoundary(whole, mark, 0);
    while (line.end >= 0 && !line.last) {
        const BoundaryLine next = nextBoundary(whole, mark, line.end);
        if (next.end < 0) {
            return std::nullopt;
        }
        BodyPart part;
        part.headers = headerLines(whole.sliced(line.end, next.start - line.end), part.content);
        parts.push_back(std::move(part));
        line = next;
    }
    return line.end < 0 ? std::nullopt : std::optional(std::move(parts));
}

QByteArray mediaType(const QByteArray& contentType) {
    const qsizetype end = contentType.indexOf(';');
    return contentType.left(end < 0 ? contentType.size() : end).trimmed().toLower();
}

}  // namespace kith::emulator
