// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/json.h"

#include <QJsonDocument>

namespace kith::json {

namespace {

Error wrong(const QString& key, const char* wanted) {
    return {ErrorKind::Malformed,
            QStringLiteral("JSON field \"%1\" is missing or is not %2").arg(key, QLatin1String(wanted)),
            {}};
}

}  // namespace

Result<QJsonObject> parseObject(const QByteArray& bytes) {
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return Error{ErrorKind::Malformed,
                     QStringLiteral("not JSON at byte %1: %2").arg(problem.offset).arg(problem.errorString()),
                     {}};
    }
    if (!document.isObject()) {
        return Error{ErrorKind::Malformed, QStringLiteral("JSON, but not an object"), {}};
    }
    return document.object();
}

Result<QString> string(const QJsonObject& object, const QString& key) {
    const QJsonValue value = object.value(key);
    if (!value.isString()) {
        return wrong(key, "a string");
    }
    return value.toString();
}

Result<double> number(const QJsonObject& object, const QString& key) {
    const QJsonValue value = object.value(key);
    if (!value.isDouble()) {
        return wrong(key, "a number");
    }
    return value.toDouble();
}

Result<qint64> integer(const QJsonObject& object, const QString& key) {
    const QJsonValue value = object.value(key);
    bool ok = false;
    qint64 result = 0;
    if (value.isString()) {
        result = value.toString().toLongLong(&ok);
    } else if (value.isDouble()) {
        result = value.toInteger();
        ok = static_cast<double>(result) == value.toDouble();
    }
    if (!ok) {
        return wrong(key, "an integer");
    }
    return result;
}

Result<bool> boolean(const QJsonObject& object, const QString& key) {
    const QJsonValue value = object.value(key);
    if (!value.isBool()) {
        return wrong(key, "true or false");
    }
    return value.toBool();
}

Result<QJsonArray> array(const QJsonObject& object, const QString& key) {
    const QJsonValue value = object.value(key);
    if (!value.isArray()) {
        return wrong(key, "a list");
    }
    return value.toArray();
}

Result<QJsonObject> object(const QJsonObject& parent, const QString& key) {
    const QJsonValue value = parent.value(key);
    if (!value.isObject()) {
        return wrong(key, "an object");
    }
    return value.toObject();
}

QByteArray canonical(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

}  // namespace kith::json
