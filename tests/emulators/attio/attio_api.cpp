// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/attio/attio_api.h"

#include "tests/emulators/attio/attio_people.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

namespace kith::emulator {
namespace {

bool isQueryPath(const QStringList& path) {
    return !path.isEmpty() && (path.last() == QLatin1String("query") || path.last() == QLatin1String("search"));
}

QByteArray attioHttpDate(Millis time) {
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(time.count(), Qt::UTC);
    return QLocale::c().toString(then, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT";
}

Answer noSuchPlace(const Request& request) {
    return attioError(
        404, QStringLiteral("not_found"),
        QStringLiteral("Could not find endpoint \"%1 %2\".").arg(QString::fromLatin1(request.verb), request.path));
}

QString attioBearer(const Request& request) {
    const QByteArray given = request.header("Authorization");
    return given.left(7).toLower() == "bearer " ? QString::fromUtf8(given.mid(7)) : QString();
}

}  // namespace

AttioApi::AttioApi(AttioOptions options)
    : m_options(std::move(options)) {
}

Answer AttioApi::handle(const Request& request, Millis now) {
    Call call{request, {}, {}, now};
    for (const QString& segment : request.path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        call.path << QUrl::fromPercentEncoding(segment.toLatin1());
    }
    if (call.path.isEmpty() || call.path.takeFirst() != QLatin1String("v2") || call.path.isEmpty()) {
        return noSuchPlace(request);
    }
    const bool known = !m_revoked && attioBearer(request) == m_options.key;
    if (call.path.first() == QLatin1String("self")) {
        return known ? self() : jsonAnswer(200, {{QStringLiteral("active"), false}});
    }
    if (!known) {
        return attioError(401, QStringLiteral("unauthorized"),
                          QStringLiteral("The API key is invalid or was revoked."));
    }
    const bool writes = request.verb != "GET" && !isQueryPath(call.path);
    if (const auto again = m_rate.take(writes, now)) {
        Answer refused = attioError(429, QStringLiteral("rate_limit_exceeded"),
                                    QStringLiteral("Rate limit exceeded, please try again later."));
        refused.headers.emplace_back("Retry-After", attioHttpDate(*again));
        return refused;
    }
    if (!request.body.isEmpty()) {
        const QJsonDocument document = QJsonDocument::fromJson(request.body);
        if (!document.isObject() || !request.header("Content-Type").startsWith("application/json")) {
            return attioError(400, QStringLiteral("validation_type"),
                              QStringLiteral("Body payload validation error: a JSON object is expected."));
        }
        call.body = document.object();
    }
    return routed(call);
}

Answer AttioApi::routed(const Call& call) {
    const QString first = call.path.first();
    const bool shaped = first == QLatin1String("objects") || first == QLatin1String("lists");
    if (shaped && call.path.value(2) == QLatin1String("attributes")) {
        return attributes(call);
    }
    return first == QLatin1String("objects") ? objects(call)
           : first == QLatin1String("lists") ? lists(call)
           : first == QLatin1String("notes") ? notes(call)
                                             : noSuchPlace(call.request);
}

Answer AttioApi::self() const {
    const QString workspace = attioWorkspaceId();
    return jsonAnswer(
        200, {{QStringLiteral("active"), true},
              {QStringLiteral("scope"), QStringLiteral("record_permission:read-write object_configuration:read "
                                                       "list_entry:read list_configuration:read note:read-write")},
              {QStringLiteral("client_id"), attioId(QStringLiteral("client"))},
              {QStringLiteral("token_type"), QStringLiteral("Bearer")},
              {QStringLiteral("exp"), QJsonValue::Null},
              {QStringLiteral("iat"), 1'700'000'000},
              {QStringLiteral("sub"), workspace},
              {QStringLiteral("aud"), attioId(QStringLiteral("client"))},
              {QStringLiteral("iss"), QStringLiteral("attio.com")},
              {QStringLiteral("authorized_by_workspace_member_id"), attioActor()[u"id"]},
              {QStringLiteral("workspace_id"), workspace},
              {QStringLiteral("workspace_name"), m_book.schema().name},
              {QStringLiteral("workspace_slug"), m_book.schema().slug},
              {QStringLiteral("workspace_logo_url"), QJsonValue::Null}});
}

Answer AttioApi::objects(const Call& call) {
    const auto json = [](const AttioShape& shape) {
        return QJsonObject{{QStringLiteral("id"), QJsonObject{{QStringLiteral("workspace_id"), attioWorkspaceId()},
                                                              {QStringLiteral("object_id"), shape.id}}},
                           {QStringLiteral("api_slug"), shape.slug},
                           {QStringLiteral("singular_noun"), shape.singular},
                           {QStringLiteral("plural_noun"), shape.plural},
                           {QStringLiteral("created_at"), QStringLiteral("2022-11-21T13:22:49.061281000Z")}};
    };
    if (call.path.size() == 1 && call.request.verb == "GET") {
        QJsonArray all;
        for (const AttioShape& shape : m_book.schema().objects) {
            all.append(json(shape));
        }
        return attioData(all);
    }
    const AttioShape* shape = m_book.schema().object(call.path.value(1));
    if (shape == nullptr) {
        return attioError(404, QStringLiteral("not_found"),
                          QStringLiteral("Object with slug/ID \"%1\" was not found.").arg(call.path.value(1)));
    }
    if (call.path.size() == 2 && call.request.verb == "GET") {
        return attioData(json(*shape));
    }
    return call.path.value(2) == QLatin1String("records") ? records(call, *shape) : noSuchPlace(call.request);
}

Answer AttioApi::attributes(const Call& call) {
    const bool ofObject = call.path.first() == QLatin1String("objects");
    const AttioShape* shape = ofObject ? m_book.schema().object(call.path[1]) : m_book.schema().list(call.path[1]);
    const AttioAttribute* one = shape != nullptr ? shape->attribute(call.path.value(3)) : nullptr;
    if (shape == nullptr || (call.path.size() > 3 && one == nullptr)) {
        return attioError(404, QStringLiteral("not_found"),
                          QStringLiteral("Attribute \"%1\" was not found.").arg(call.path.value(3)));
    }
    if (call.request.verb != "GET") {
        return noSuchPlace(call.request);
    }
    QJsonArray all;
    if (call.path.size() == 3) {
        for (const AttioAttribute& attribute : shape->attributes) {
            all.append(attioAttributeJson(*shape, attribute));
        }
        return attioData(all);
    }
    if (call.path.size() == 4) {
        return attioData(attioAttributeJson(*shape, *one));
    }
    const QString kind = one->type == QLatin1String("status") ? QStringLiteral("statuses") : QStringLiteral("options");
    if (call.path[4] != kind) {
        return noSuchPlace(call.request);
    }
    for (const AttioOption& option : one->options) {
        all.append(attioOptionJson(*shape, *one, option));
    }
    return attioData(all);
}

Answer attioError(int status, const QString& code, const QString& message) {
    const char* type = status == 401 || status == 403 ? "auth_error"
                       : status == 429                ? "rate_limit_error"
                       : status >= 500                ? "api_error"
                                                      : "invalid_request_error";
    return jsonAnswer(status, {{QStringLiteral("status_code"), status},
                               {QStringLiteral("type"), QLatin1String(type)},
                               {QStringLiteral("code"), code},
                               {QStringLiteral("message"), message}});
}

Answer attioData(const QJsonValue& data) {
    return jsonAnswer(200, {{QStringLiteral("data"), data}});
}

}  // namespace kith::emulator
