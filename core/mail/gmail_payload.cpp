// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/gmail_payload.h"

#include "core/mail/gmail_payload_headers.h"

#include <QJsonArray>
#include <QStringDecoder>

#include <algorithm>
#include <variant>

namespace kith::mail {

namespace {

constexpr int payloadMostDepth = 30;
constexpr qsizetype payloadLine = 76;

struct PayloadDoubt {
    QString why;
};

using PayloadBytes = std::variant<QByteArray, PayloadDoubt>;

QByteArray payloadBase64(const QByteArray& content) {
    const QByteArray encoded = content.toBase64();
    QByteArray lines;
    lines.reserve(encoded.size() + encoded.size() / payloadLine * 2 + 2);
    for (qsizetype at = 0; at < encoded.size(); at += payloadLine) {
        lines.append(encoded.constData() + at, std::min(payloadLine, encoded.size() - at)).append("\r\n");
    }
    return lines;
}

bool payloadIsAscii(const QByteArray& content) {
    return std::none_of(content.begin(), content.end(), [](char byte) { return (byte & 0x80) != 0; });
}

bool payloadIsUtf8(const QByteArray& content) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(content);
    return !decoder.hasError() && !text.contains(QChar::ReplacementCharacter);
}

/// Charsets of which plain ASCII bytes, once re-encoded, would be read as something else.
bool payloadShiftsAscii(const QByteArray& charset) {
    return charset.startsWith("utf-16") || charset.startsWith("utf16") || charset.startsWith("utf-32") ||
           charset.startsWith("utf-7") || charset.startsWith("utf7") || charset.startsWith("hz") ||
           charset.startsWith("ucs-");
}

/// Charsets whose letters take one byte, so that text in them hardly ever looks like UTF-8 by chance.
bool payloadIsSingleByte(const QByteArray& charset) {
    return charset.isEmpty() || charset == "us-ascii" || charset == "ascii" || charset.startsWith("utf-8") ||
           charset == "utf8" || charset.startsWith("iso-8859") || charset.startsWith("windows-125") ||
           charset.startsWith("cp125") || charset.startsWith("koi8") || charset == "latin1";
}

/// Said to be UTF-8 now whatever the header says: true: it is, so the header must say so; doubt where nobody can tell.
std::variant<bool, PayloadDoubt> payloadTurnedUtf8(const QByteArray& content, const QByteArray& charset) {
    if (payloadIsAscii(content)) {
        return payloadShiftsAscii(charset) && !content.isEmpty()
                   ? std::variant<bool, PayloadDoubt>(PayloadDoubt{QStringLiteral("a charset that shifts ASCII")})
                   : false;
    }
    if (!payloadIsUtf8(content)) {
        return charset.startsWith("utf")
                   ? std::variant<bool, PayloadDoubt>(PayloadDoubt{QStringLiteral("broken UTF-8")})
                   : false;
    }
    if (!payloadIsSingleByte(charset)) {
        return PayloadDoubt{QStringLiteral("a charset that can look like UTF-8")};
    }
    return true;
}

class PayloadWriter {
public:
    PayloadBytes part(const QJsonObject& node, int depth, const QByteArray& outerBoundary);

private:
    PayloadBytes leaf(const QJsonObject& node, PayloadHeaders headers);
    PayloadBytes branch(const QJsonObject& node, const PayloadHeaders& headers, int depth, const QByteArray& outer);
};

PayloadBytes PayloadWriter::part(const QJsonObject& node, int depth, const QByteArray& outerBoundary) {
    if (depth > payloadMostDepth) {
        return PayloadDoubt{QStringLiteral("nested too deep")};
    }
    Result<PayloadHeaders> headers = PayloadHeaders::read(node.value(u"headers").toArray());
    if (!headers) {
        return PayloadDoubt{headers.error().detail};
    }
    const QByteArray type = node.value(u"mimeType").toString().toLatin1().toLower();
    const QByteArray said = headers->contentType();
    if (said != type && !(said.isEmpty() && type == "text/plain")) {
        return PayloadDoubt{QStringLiteral("header and tree name different types")};
    }
    const bool branches = type.startsWith("multipart/");
    if (branches != !node.value(u"parts").toArray().isEmpty()) {
        return PayloadDoubt{QStringLiteral("parts where none belong, or none where some do")};
    }
    return branches ? branch(node, *headers, depth, outerBoundary) : leaf(node, std::move(*headers));
}

PayloadBytes PayloadWriter::leaf(const QJsonObject& node, PayloadHeaders headers) {
    const QJsonObject body = node.value(u"body").toObject();
    const QByteArray type = node.value(u"mimeType").toString().toLatin1().toLower();
    if (body.contains(u"attachmentId") || type.startsWith("message/")) {
        return PayloadDoubt{QStringLiteral("content by reference")};
    }
    const auto decoded =
        QByteArray::fromBase64Encoding(body.value(u"data").toString().toLatin1().replace('+', '-').replace('/', '_'),
                                       QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || body.value(u"size").toInteger(-1) != (*decoded).size()) {
        return PayloadDoubt{QStringLiteral("content that is not whole")};
    }
    if (type.startsWith("text/")) {
        const auto turned = payloadTurnedUtf8(*decoded, headers.charset());
        if (const PayloadDoubt* doubt = std::get_if<PayloadDoubt>(&turned)) {
            return *doubt;
        }
        if (std::get<bool>(turned) && !headers.sayUtf8()) {
            return PayloadDoubt{QStringLiteral("a charset that cannot be told anew")};
        }
    }
    headers.sayBase64();
    return headers.bytes() + "\r\n" + payloadBase64(*decoded);
}

PayloadBytes PayloadWriter::branch(const QJsonObject& node, const PayloadHeaders& headers, int depth,
                                   const QByteArray& outer) {
    const QByteArray type = headers.contentType();
    const QByteArray boundary = headers.boundary();
    if (type == "multipart/signed" || type == "multipart/encrypted") {
        return PayloadDoubt{QStringLiteral("a signature over the bytes")};
    }
    if (boundary.isEmpty() || (!outer.isEmpty() && boundary.startsWith(outer))) {
        return PayloadDoubt{QStringLiteral("no boundary of its own")};
    }
    QByteArray bytes = headers.bytes() + "\r\n";
    for (const QJsonValue value : node.value(u"parts").toArray()) {
        PayloadBytes inner = part(value.toObject(), depth + 1, boundary);
        if (std::holds_alternative<PayloadDoubt>(inner)) {
            return inner;
        }
        bytes += "--" + boundary + "\r\n" + std::get<QByteArray>(inner) + "\r\n";
    }
    return bytes + "--" + boundary + "--\r\n";
}

}  // namespace

Result<QByteArray> rawFromPayload(const QJsonObject& payload) {
    if (payload.value(u"headers").toArray().isEmpty()) {
        return Error{ErrorKind::Unsupported, QStringLiteral("payload without headers"), {}};
    }
    PayloadBytes bytes = PayloadWriter().part(payload, 0, {});
    if (const PayloadDoubt* doubt = std::get_if<PayloadDoubt>(&bytes)) {
        return Error{ErrorKind::Unsupported, QStringLiteral("payload: ") + doubt->why, {}};
    }
    return std::get<QByteArray>(std::move(bytes));
}

}  // namespace kith::mail
