// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/gmail_json_fields.h"

#include "core/base/json.h"
#include "core/sources/gmail_json.h"

namespace kith::sources {

namespace gmail_fields {

Error malformed(const QString& field, const QString& why) {
    return {ErrorKind::Malformed, QStringLiteral("Gmail's answer: %1 %2").arg(field, why), {}};
}

Result<QJsonArray> listOf(const QJsonObject& object, const QString& key) {
    const QJsonValue value = object.value(key);
    if (value.isUndefined() || value.isNull()) {
        return QJsonArray();
    }
    return value.isArray() ? Result<QJsonArray>(value.toArray()) : malformed(key, QStringLiteral("is no list"));
}

Result<QString> optionalText(const QJsonObject& object, const QString& key) {
    const QJsonValue value = object.value(key);
    if (value.isUndefined() || value.isNull()) {
        return QString();
    }
    return value.isString() ? Result<QString>(value.toString()) : malformed(key, QStringLiteral("is no text"));
}

Result<QStringList> textsOf(const QJsonObject& object, const QString& key) {
    const Result<QJsonArray> list = listOf(object, key);
    if (!list) {
        return list.error();
    }
    QStringList texts;
    for (const QJsonValue value : *list) {
        if (!value.isString()) {
            return malformed(key + QStringLiteral("[]"), QStringLiteral("is no text"));
        }
        texts.append(value.toString());
    }
    return texts;
}

Result<mail::RemoteRef> readRef(const QJsonValue& value, const QString& where) {
    const QJsonObject object = value.toObject();
    const QString id = object.value(u"id").toString();
    if (id.isEmpty()) {
        return malformed(where + QStringLiteral(".id"), QStringLiteral("is missing"));
    }
    const Result<QString> thread = optionalText(object, QStringLiteral("threadId"));
    if (!thread) {
        return malformed(where + QStringLiteral(".threadId"), QStringLiteral("is no text"));
    }
    return mail::RemoteRef{id, *thread};
}

Result<mail::RemoteMessage> readMessageFacts(const QJsonObject& object) {
    Result<mail::RemoteRef> ref = readRef(object, QStringLiteral("message"));
    if (!ref) {
        return ref.error();
    }
    if (ref->threadId.isEmpty()) {
        return malformed(QStringLiteral("threadId"), QStringLiteral("is missing"));
    }
    const Result<quint64> history = unsignedNumber(object, QStringLiteral("historyId"));
    if (!history) {
        return history.error();
    }
    const Result<qint64> date = json::integer(object, QStringLiteral("internalDate"));
    if (!date) {
        return date.error();
    }
    Result<QStringList> labels = textsOf(object, QStringLiteral("labelIds"));
    if (!labels) {
        return labels.error();
    }
    return mail::RemoteMessage{std::move(*ref), *history, std::chrono::milliseconds{*date}, std::move(*labels), {}};
}

Result<mail::RemoteLabel> labelOf(const QJsonObject& object) {
    const Result<QString> id = json::string(object, QStringLiteral("id"));
    if (!id) {
        return id.error();
    }
    const Result<QString> name = json::string(object, QStringLiteral("name"));
    if (!name) {
        return name.error();
    }
    if (id->isEmpty()) {
        return malformed(QStringLiteral("labels[].id"), QStringLiteral("is empty"));
    }
    const QJsonObject color = object.value(u"color").toObject();
    return mail::RemoteLabel{*id, *name, object.value(u"type").toString() == u"system",
                             color.value(u"backgroundColor").toString(), color.value(u"textColor").toString()};
}

}  // namespace gmail_fields

Result<quint64> unsignedNumber(const QJsonObject& object, const QString& key) {
    const QJsonValue value = object.value(key);
    bool ok = false;
    quint64 number = 0;
    if (value.isString()) {
        number = value.toString().toULongLong(&ok);
    } else if (value.isDouble() && value.toInteger(-1) >= 0) {
        number = quint64(value.toInteger());
        ok = true;
    }
    return ok ? Result<quint64>(number) : gmail_fields::malformed(key, QStringLiteral("is no unsigned number"));
}

Result<QByteArray> fromBase64Url(const QString& text, const QString& field) {
    QByteArray latin = text.toLatin1();
    for (char& letter : latin) {
        letter = letter == '+' ? '-' : letter == '/' ? '_' : letter;
    }
    auto decoded = QByteArray::fromBase64Encoding(std::move(latin), QByteArray::Base64UrlEncoding |
                                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        return gmail_fields::malformed(field, QStringLiteral("is no base64url"));
    }
    return std::move(*decoded);
}

}  // namespace kith::sources
