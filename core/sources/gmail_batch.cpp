// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/gmail_batch.h"

namespace kith::sources {

namespace {

constexpr char batchIdPrefix[] = "kith-";

QByteArray boundaryOf(const QByteArray& contentType) {
    if (!contentType.trimmed().toLower().startsWith("multipart/")) {
        return {};
    }
    const qsizetype at = contentType.toLower().indexOf("boundary=");
    if (at < 0) {
        return {};
    }
    QByteArray value = contentType.mid(at + 9).trimmed();
    if (value.startsWith('"')) {
        const qsizetype end = value.indexOf('"', 1);
        return end < 0 ? QByteArray() : value.mid(1, end - 1);
    }
    const qsizetype end = value.indexOf(';');
    return (end < 0 ? value : value.left(end)).trimmed();
}

/// Header lines up to the empty one; returns where the body begins, -1 where there is no empty line.
qsizetype readBatchHeaders(QByteArrayView bytes, net::HttpHeaders& headers) {
    qsizetype at = 0;
    while (at < bytes.size()) {
        qsizetype end = bytes.indexOf('\n', at);
        if (end < 0) {
            return -1;
        }
        const QByteArrayView line = bytes.sliced(at, end - at).trimmed();
        at = end + 1;
        if (line.isEmpty()) {
            return at;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            headers.emplace_back(line.first(colon).trimmed().toByteArray(),
                                 line.sliced(colon + 1).trimmed().toByteArray());
        }
    }
    return -1;
}

QByteArray batchHeader(const net::HttpHeaders& headers, const char* name) {
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

/// "<response-kith-7>" and what servers make of it; -1 where it is none of ours.
qsizetype callNumber(const QByteArray& contentId) {
    const qsizetype at = contentId.lastIndexOf(batchIdPrefix);
    if (at < 0) {
        return -1;
    }
    qsizetype end = at + qsizetype(sizeof batchIdPrefix) - 1;
    const qsizetype begin = end;
    while (end < contentId.size() && contentId[end] >= '0' && contentId[end] <= '9') {
        ++end;
    }
    bool ok = false;
    const qlonglong number = contentId.mid(begin, end - begin).toLongLong(&ok);
    return ok ? qsizetype(number) : -1;
}

/// "HTTP/1.1 200 OK" and all after it. Nothing where the part is cut off.
std::optional<net::HttpResponse> readInnerAnswer(QByteArrayView bytes) {
    while (!bytes.isEmpty() && (bytes.front() == '\r' || bytes.front() == '\n')) {
        bytes = bytes.sliced(1);
    }
    const qsizetype lineEnd = bytes.indexOf('\n');
    if (!bytes.startsWith("HTTP/") || lineEnd < 0) {
        return {};
    }
    const QByteArrayView line = bytes.first(lineEnd).trimmed();
    const qsizetype blank = line.indexOf(' ');
    net::HttpResponse inner;
    inner.status =
        blank < 0 ? 0
                  : line.sliced(blank + 1).first(std::min<qsizetype>(3, line.size() - blank - 1)).toByteArray().toInt();
    if (inner.status < 100) {
        return {};
    }
    const QByteArrayView rest = bytes.sliced(lineEnd + 1);
    const qsizetype body = readBatchHeaders(rest, inner.headers);
    if (body < 0) {
        return inner.status == 204 ? std::optional(inner) : std::nullopt;
    }
    QByteArrayView content = rest.sliced(body);
    bool ok = false;
    const qlonglong length = batchHeader(inner.headers, "content-length").toLongLong(&ok);
    if (ok && length > content.size()) {
        return {};
    }
    inner.body = (ok ? content.first(length) : content).toByteArray();
    return inner;
}

void readBatchPart(QByteArrayView part, std::vector<std::optional<net::HttpResponse>>& answers) {
    net::HttpHeaders headers;
    const qsizetype body = readBatchHeaders(part, headers);
    const qsizetype number = callNumber(batchHeader(headers, "content-id"));
    if (body < 0 || number < 0 || number >= qsizetype(answers.size()) || answers[size_t(number)]) {
        return;
    }
    answers[size_t(number)] = readInnerAnswer(part.sliced(body));
}

}  // namespace

BatchBody writeBatch(std::span<const BatchCall> calls, const QByteArray& boundary) {
    BatchBody body{"multipart/mixed; boundary=" + boundary, {}};
    int number = 0;
    for (const BatchCall& call : calls) {
        body.bytes += "--" + boundary + "\r\nContent-Type: application/http\r\nContent-ID: <" + batchIdPrefix +
                      QByteArray::number(number++) + ">\r\n\r\n" + call.verb + ' ' + call.target + " HTTP/1.1\r\n";
        if (!call.json.isEmpty()) {
            body.bytes +=
                "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(call.json.size()) + "\r\n";
        }
        body.bytes += "\r\n" + call.json + "\r\n";
    }
    body.bytes += "--" + boundary + "--\r\n";
    return body;
}

Result<std::vector<std::optional<net::HttpResponse>>> readBatch(const net::HttpResponse& answer, qsizetype calls) {
    const QByteArray boundary = boundaryOf(answer.header("Content-Type"));
    if (boundary.isEmpty()) {
        return Error{
            ErrorKind::Malformed, QStringLiteral("Gmail batch: the answer is no multipart with a boundary"), {}};
    }
    std::vector<std::optional<net::HttpResponse>> answers{size_t(calls)};
    const QByteArray date = answer.header("Date");
    const QByteArray line = "--" + boundary;
    const QByteArray marker = "\n" + line;
    const QByteArrayView bytes(answer.body);
    qsizetype begin = bytes.startsWith(line) ? 0 : bytes.indexOf(marker);
    while (begin >= 0) {
        begin = bytes.indexOf('\n', begin + line.size());
        if (begin < 0) {
            break;
        }
        qsizetype end = bytes.indexOf(marker, begin);
        const qsizetype next = end;
        if (end < 0) {
            break;  // cut off: no boundary behind this part, so nobody knows whether it is whole
        }
        if (end > begin && bytes[end - 1] == '\r') {
            --end;
        }
        readBatchPart(bytes.sliced(begin + 1, std::max<qsizetype>(0, end - begin - 1)), answers);
        begin = next + 1;
    }
    for (auto& inner : answers) {
        if (inner && !date.isEmpty() && inner->header("Date").isEmpty()) {
            inner->headers.emplace_back("Date", date);  // the server's clock, by which its times are meant
        }
    }
    return answers;
}

}  // namespace kith::sources
