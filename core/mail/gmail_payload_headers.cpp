// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/gmail_payload_headers.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace kith::mail {

namespace {

bool isPayloadAddressField(const QByteArray& name) {
    static const QByteArrayList names{"from", "to", "cc", "bcc", "reply-to", "sender", "resent-from", "resent-to"};
    return names.contains(name.toLower());
}

bool isPayloadFieldName(const QByteArray& name) {
    return !name.isEmpty() && std::all_of(name.begin(), name.end(),
                                          [](char letter) { return letter > 32 && letter < 127 && letter != ':'; });
}

/// Once encoded words are decoded, commas, brackets and quotes of a name can no longer be told from those of the list.
bool payloadAddressesAreClear(const QString& value) {
    bool quoted = false;
    bool angle = false;
    int angles = 0;
    bool at = false;
    const auto pieceEnds = [&] { return at && angles <= 1; };
    for (const QChar letter : value) {
        if (letter == u'\\' || letter == u'(' || letter == u')' || letter == u':' || letter == u';') {
            return false;
        }
        quoted = letter == u'"' ? !quoted : quoted;
        if (quoted) {
            continue;
        }
        angles += letter == u'<' ? 1 : 0;
        angle = letter == u'<' ? true : letter == u'>' ? false : angle;
        at = at || letter == u'@';
        if (letter == u',' && !angle) {
            if (!pieceEnds()) {
                return false;
            }
            angles = 0;
            at = false;
        }
    }
    return !quoted && !angle && (value.trimmed().isEmpty() || pieceEnds());
}

/// A mail has one of each; where there are two, readers disagree which of them counts.
bool isPayloadSingleField(const QByteArray& lower) {
    static const QByteArrayList names{"from",
                                      "sender",
                                      "to",
                                      "cc",
                                      "subject",
                                      "date",
                                      "message-id",
                                      "content-type",
                                      "references",
                                      "in-reply-to",
                                      "content-transfer-encoding"};
    return names.contains(lower);
}

/// Folds are kept; any other control character is nothing that a field can hold.
bool payloadValueIsSound(const QString& value) {
    for (qsizetype i = 0; i < value.size(); ++i) {
        const ushort letter = value[i].unicode();
        const bool folds = (letter == u'\r' && i + 1 < value.size() && value[i + 1] == u'\n') ||
                           (letter == u'\n' && i + 1 < value.size() && (value[i + 1] == u' ' || value[i + 1] == u'\t'));
        if ((letter < 32 && letter != u'\t' && !folds) || letter == 0xfffd) {
            return false;
        }
    }
    return true;
}

}  // namespace

Result<PayloadHeaders> PayloadHeaders::read(const QJsonArray& headers) {
    PayloadHeaders read;
    QByteArrayList seen;
    for (const QJsonValue header : headers) {
        const QByteArray name = header.toObject().value(u"name").toString().toUtf8();
        const QString value = header.toObject().value(u"value").toString();
        const QByteArray lower = name.toLower();
        const bool content = lower.startsWith("content-");
        const bool encoded = value.contains(QStringLiteral("=?"));
        const bool ascii = std::all_of(value.begin(), value.end(), [](QChar letter) { return letter.unicode() < 128; });
        if (!isPayloadFieldName(name) || !payloadValueIsSound(value) ||
            (isPayloadAddressField(name) && (encoded || !payloadAddressesAreClear(value))) ||
            (content && (encoded || !ascii)) || (lower == "subject" && encoded)) {
            return Error{
                ErrorKind::Unsupported, QStringLiteral("the field %1 is not clear").arg(QString::fromUtf8(name)), {}};
        }
        if (isPayloadSingleField(lower) && seen.contains(lower)) {
            return Error{ErrorKind::Unsupported, QStringLiteral("more than one %1").arg(QString::fromUtf8(name)), {}};
        }
        seen.append(lower);
        read.m_fields.push_back({name, value.toUtf8()});
    }
    return read;
}

const PayloadHeaders::Field* PayloadHeaders::field(const char* name) const {
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&](const Field& one) { return one.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == m_fields.end() ? nullptr : &*found;
}

QByteArray PayloadHeaders::contentType() const {
    const Field* type = field("content-type");
    return type ? type->value.left(type->value.indexOf(';') < 0 ? type->value.size() : type->value.indexOf(';'))
                      .trimmed()
                      .toLower()
                : QByteArray();
}

std::pair<qsizetype, qsizetype> PayloadHeaders::parameter(const char* name) const {
    const Field* type = field("content-type");
    if (!type) {
        return {-1, -1};
    }
    const QByteArray lower = type->value.toLower();
    const QByteArray key(name);
    bool quoted = false;
    for (qsizetype at = 0; at < lower.size(); ++at) {
        quoted = lower[at] == '"' ? !quoted : quoted;
        if (quoted || lower[at] != ';') {
            continue;
        }
        qsizetype begin = at + 1;
        while (begin < lower.size() && QByteArrayView(" \t\r\n").contains(lower[begin])) {
            ++begin;
        }
        if (!lower.mid(begin).startsWith(QByteArray(key + '='))) {
            continue;
        }
        begin += key.size() + 1;
        const bool inQuotes = begin < lower.size() && lower[begin] == '"';
        qsizetype end = inQuotes ? lower.indexOf('"', begin + 1) : begin;
        if (inQuotes) {
            return end < 0 ? std::pair<qsizetype, qsizetype>{-1, -1} : std::pair{begin, end + 1};
        }
        while (end < lower.size() && !QByteArrayView("; \t\r\n").contains(lower[end])) {
            ++end;
        }
        return {begin, end};
    }
    return {-1, -1};
}

QByteArray PayloadHeaders::boundary() const {
    const auto [begin, end] = parameter("boundary");
    if (begin < 0) {
        return {};
    }
    QByteArray value = field("content-type")->value.mid(begin, end - begin);
    return value.startsWith('"') ? value.mid(1, value.size() - 2) : value;
}

QByteArray PayloadHeaders::charset() const {
    const auto [begin, end] = parameter("charset");
    return begin < 0 ? QByteArray() : field("content-type")->value.mid(begin, end - begin).replace('"', "").toLower();
}

bool PayloadHeaders::sayUtf8() {
    Field* type = const_cast<Field*>(field("content-type"));
    if (!type) {
        m_fields.push_back({"Content-Type", "text/plain; charset=utf-8"});
        return true;
    }
    const auto [begin, end] = parameter("charset");
    if (begin >= 0) {
        type->value.replace(begin, end - begin, "utf-8");
        return true;
    }
    if (type->value.toLower().contains("charset")) {
        return false;
    }
    type->value = type->value.trimmed();
    type->value += type->value.endsWith(';') ? " charset=utf-8" : "; charset=utf-8";
    return true;
}

void PayloadHeaders::sayBase64() {
    bool said = false;
    for (Field& one : m_fields) {
        if (one.name.compare("content-transfer-encoding", Qt::CaseInsensitive) == 0) {
            one.value = "base64";
            said = true;
        }
    }
    if (!said) {
        m_fields.push_back({"Content-Transfer-Encoding", "base64"});
    }
}

QByteArray PayloadHeaders::bytes() const {
    QByteArray bytes;
    for (const Field& one : m_fields) {
        bytes += one.name + ": " + one.value + "\r\n";
    }
    return bytes;
}

}  // namespace kith::mail
