// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/call_reader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kith::emulator {
namespace {

/// Form encoding: a plus is a blank, which QUrlQuery leaves as it is.
QString formDecoded(QString text) {
    return QUrl::fromPercentEncoding(text.replace(u'+', u' ').toUtf8());
}

std::vector<std::pair<QString, QString>> decodedItems(const QUrlQuery& query) {
    std::vector<std::pair<QString, QString>> items;
    for (const auto& [name, value] : query.queryItems(QUrl::FullyEncoded)) {
        items.emplace_back(formDecoded(name), formDecoded(value));
    }
    return items;
}

bool fitsType(const QString& value, const QString& type) {
    bool ok = true;
    if (type == u"uint32") {
        value.toUInt(&ok);
    } else if (type == u"int32" || type == u"integer") {
        value.toInt(&ok);
    } else if (type == u"uint64") {
        value.toULongLong(&ok);
    } else if (type == u"int64") {
        value.toLongLong(&ok);
    } else if (type == u"boolean") {
        ok = value == u"true" || value == u"false";
    }
    return ok && !(type.startsWith(u"uint") && value.startsWith(u'-'));
}

/// "maxResults" as the field is called inside Google: max_results.
QString fieldName(const QString& parameter) {
    QString name;
    for (const QChar c : parameter) {
        name += c.isUpper() ? QString(u'_') + c.toLower() : QString(c);
    }
    return name;
}

ApiError invalidValue(const QString& name, const ValueType& type, const QString& value) {
    const QString kind = type.type == u"boolean" ? QStringLiteral("TYPE_BOOL")
                         : type.words.isEmpty()  ? QString(QStringLiteral("TYPE_") + type.type.toUpper())
                                                 : QStringLiteral("TYPE_ENUM");
    return errors::invalidPayload(QStringLiteral("Invalid value at '%1' (%2), \"%3\"").arg(name, kind, value));
}

std::optional<ApiError> checked(const QString& name, const QString& value, const ValueType& type, bool again) {
    if (again && !type.repeated) {
        return errors::invalidPayload(
            QStringLiteral("Invalid value at '%1': this field is not repeated.").arg(fieldName(name)));
    }
    const bool known =
        type.words.isEmpty() ? fitsType(value, type.type) : type.words.contains(value, Qt::CaseInsensitive);
    return known ? std::nullopt : std::optional(invalidValue(fieldName(name), type, value));
}

/// Words are compared without case (the guides write format=RAW) and go on as the contract writes them.
QString asListed(const QString& value, const QStringList& words) {
    for (const QString& word : words) {
        if (word.compare(value, Qt::CaseInsensitive) == 0) {
            return word;
        }
    }
    return value;
}

/// alt, callback and upload_protocol name formats that the emulator does not speak.
std::optional<ApiError> takeCommon(Query& query, const QString& name, const QString& value) {
    if (name == u"alt" && value != u"json") {
        return errors::badRequest(QStringLiteral("Unsupported output format: %1").arg(value));
    }
    if (name == u"callback" || name == u"upload_protocol") {
        return errors::badRequest(QStringLiteral("%1 is not supported by this emulator").arg(name));
    }
    query.pretty = name == u"prettyPrint" ? value == u"true" : query.pretty;
    query.withErrors = name == u"$.xgafv" ? value != u"2" : query.withErrors;
    query.fields = name == u"fields" ? value : query.fields;
    query.accessToken = name == u"access_token" || name == u"oauth_token" ? value : query.accessToken;
    query.uploadType = name == u"uploadType" ? value : query.uploadType;
    return std::nullopt;
}

std::optional<ApiError> checkObject(const QJsonObject& object, const QString& schema, const QString& at);

bool fitsJson(const QJsonValue& value, const ValueType& type) {
    if (!type.words.isEmpty()) {
        return value.isString() && type.words.contains(value.toString());
    }
    if (type.type == u"string" || type.type == u"byte") {
        return value.isString();
    }
    if (type.type == u"boolean") {
        return value.isBool();
    }
    if (type.type == u"object") {
        return value.isObject();
    }
    return value.isDouble() || (value.isString() && fitsType(value.toString(), type.type));
}

std::optional<ApiError> checkValue(const QJsonValue& value, const SchemaField& field, const QString& at) {
    if (!field.schema.isEmpty()) {
        return value.isObject() ? checkObject(value.toObject(), field.schema, at)
                                : std::optional(errors::invalidPayload(
                                      QStringLiteral("Invalid value at '%1': a message was expected.").arg(at)));
    }
    const QString told = value.toVariant().toString();
    return fitsJson(value, field.value) ? std::nullopt : std::optional(invalidValue(at, field.value, told));
}

std::optional<ApiError> checkField(const QJsonValue& value, const SchemaField& field, const QString& at) {
    if (value.isNull()) {
        return std::nullopt;
    }
    if (!field.value.repeated) {
        return checkValue(value, field, at);
    }
    if (!value.isArray()) {
        return errors::invalidPayload(QStringLiteral("Invalid value at '%1': a list was expected.").arg(at));
    }
    for (const QJsonValue& one : value.toArray()) {
        if (const auto error = checkValue(one, field, at)) {
            return error;
        }
    }
    return std::nullopt;
}

std::optional<ApiError> checkObject(const QJsonObject& object, const QString& schema, const QString& at) {
    for (auto it = object.begin(); it != object.end(); ++it) {
        const SchemaField* field = Contract::gmail().field(schema, it.key());
        if (!field) {
            return errors::unknownField(it.key(), at);
        }
        const QString below = at.isEmpty() ? fieldName(it.key()) : QString(at + u'.' + fieldName(it.key()));
        if (const auto error = checkField(it.value(), *field, below)) {
            return error;
        }
    }
    return std::nullopt;
}

}  // namespace

bool wantsErrorList(const QUrlQuery& query) {
    return query.queryItemValue(QStringLiteral("$.xgafv")) != u"2" &&
           query.queryItemValue(QStringLiteral("%24.xgafv")) != u"2";
}

std::variant<Query, ApiError> readQuery(const QUrlQuery& query, const Method& method) {
    Query read;
    QStringList seen;
    for (const auto& [name, value] : decodedItems(query)) {
        const auto own = method.query.constFind(name);
        const auto common = Contract::gmail().commonParameters().constFind(name);
        const bool isOwn = own != method.query.cend();
        if (!isOwn && common == Contract::gmail().commonParameters().cend()) {
            return errors::unknownParameter(name);
        }
        if (const auto error = checked(name, value, isOwn ? *own : *common, seen.contains(name))) {
            return *error;
        }
        seen << name;
        if (isOwn) {
            read.parameters.add(name, asListed(value, own->words));
        } else if (const auto error = takeCommon(read, name, value)) {
            return *error;
        }
    }
    return read;
}

std::variant<QJsonObject, ApiError> readBody(const QByteArray& body, const Method& method) {
    if (body.trimmed().isEmpty()) {
        return QJsonObject();
    }
    if (method.body.isEmpty()) {
        const QJsonDocument empty = QJsonDocument::fromJson(body);
        return empty.isObject() && empty.object().isEmpty()
                   ? std::variant<QJsonObject, ApiError>(QJsonObject())
                   : errors::invalidPayload(QStringLiteral("Invalid JSON payload received. Unknown name: the method %1 "
                                                           "takes no request body.")
                                                .arg(method.name));
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return errors::invalidPayload(QStringLiteral("Invalid JSON payload received. Unexpected token.\n%1\n^")
                                          .arg(QString::fromUtf8(body.mid(problem.offset, 20))));
    }
    if (!document.isObject()) {
        return errors::invalidPayload(
            QStringLiteral("Invalid JSON payload received. Unknown name \"\": Root element must be a message."));
    }
    if (const auto error = checkObject(document.object(), method.body, {})) {
        return *error;
    }
    return document.object();
}

std::optional<ApiError> wrongContentType(const Request& request) {
    const QByteArray type = request.header("Content-Type").toLower();
    const QByteArray kind = type.left(type.indexOf(';') < 0 ? type.size() : type.indexOf(';')).trimmed();
    if (request.body.isEmpty() || kind.isEmpty() || kind == "application/json") {
        return std::nullopt;
    }
    return errors::badRequest(QStringLiteral("Unsupported content type: %1").arg(QString::fromLatin1(kind)));
}

}  // namespace kith::emulator
