// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/api_error.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace kith::emulator {

Answer answerOf(const ApiError& error, bool withErrors) {
    QJsonObject body{{QStringLiteral("code"), error.code}, {QStringLiteral("message"), error.message}};
    if (withErrors) {
        QJsonObject entry{
            {QStringLiteral("message"), error.entryMessage.isEmpty() ? error.message : error.entryMessage},
            {QStringLiteral("domain"), error.domain},
            {QStringLiteral("reason"), error.reason}};
        if (!error.location.isEmpty()) {
            entry.insert(QStringLiteral("location"), error.location);
            entry.insert(QStringLiteral("locationType"), QStringLiteral("parameter"));
        }
        body.insert(QStringLiteral("errors"), QJsonArray{entry});
    }
    body.insert(QStringLiteral("status"), error.status);
    if (!error.detail.isEmpty()) {
        body.insert(QStringLiteral("details"), QJsonArray{error.detail});
    }
    Answer answer;
    answer.status = error.code;
    answer.headers = {{"Content-Type", "application/json; charset=UTF-8"}};
    if (error.retryAfter >= Millis(0)) {
        answer.headers.emplace_back("Retry-After", QByteArray::number(qint64((error.retryAfter.count() + 999) / 1000)));
    }
    answer.body = QJsonDocument(QJsonObject{{QStringLiteral("error"), body}}).toJson();
    return answer;
}

Answer noSuchPath(const QString& path) {
    Answer answer;
    answer.status = 404;
    answer.headers = {{"Content-Type", "text/html; charset=UTF-8"}};
    answer.body =
        "<!DOCTYPE html>\n<html lang=en>\n  <title>Error 404 (Not Found)!!1</title>\n  <p>The requested URL <code>" +
        path.toHtmlEscaped().toUtf8() + "</code> was not found on this server.\n";
    return answer;
}

namespace errors {

ApiError badRequest(const QString& message) {
    return {.message = message};
}

ApiError invalidPayload(const QString& message) {
    ApiError error;
    error.message = message;
    error.reason = QStringLiteral("badRequest");
    error.detail = {
        {QStringLiteral("@type"), QStringLiteral("type.googleapis.com/google.rpc.BadRequest")},
        {QStringLiteral("fieldViolations"), QJsonArray{QJsonObject{{QStringLiteral("description"), message}}}}};
    return error;
}

ApiError unknownParameter(const QString& name) {
    return invalidPayload(
        QStringLiteral("Invalid JSON payload received. Unknown name \"%1\": Cannot bind query parameter. "
                       "Field '%1' could not be found in request message.")
            .arg(name));
}

ApiError unknownField(const QString& name, const QString& at) {
    const QString place = at.isEmpty() ? QString() : QStringLiteral(" at '%1'").arg(at);
    return invalidPayload(
        QStringLiteral("Invalid JSON payload received. Unknown name \"%1\"%2: Cannot find field.").arg(name, place));
}

ApiError invalidMask(const QString& selection) {
    ApiError error = badRequest(QStringLiteral("Invalid field selection %1").arg(selection));
    error.reason = QStringLiteral("invalidParameter");
    error.location = QStringLiteral("fields");
    return error;
}

ApiError failedPrecondition(const QString& message) {
    return {.message = message,
            .reason = QStringLiteral("failedPrecondition"),
            .status = QStringLiteral("FAILED_PRECONDITION")};
}

ApiError tooLarge() {
    return {.code = 413,
            .message = QStringLiteral("Request Entity Too Large"),
            .reason = QStringLiteral("uploadTooLarge"),
            .status = QStringLiteral("INVALID_ARGUMENT")};
}

ApiError notFound() {
    return {.code = 404,
            .message = QStringLiteral("Requested entity was not found."),
            .reason = QStringLiteral("notFound"),
            .status = QStringLiteral("NOT_FOUND")};
}

ApiError conflict(const QString& message) {
    return {.code = 409, .message = message, .reason = QStringLiteral("aborted"), .status = QStringLiteral("ABORTED")};
}

ApiError forbidden(const QString& message) {
    return {.code = 403,
            .message = message,
            .reason = QStringLiteral("forbidden"),
            .status = QStringLiteral("PERMISSION_DENIED")};
}

ApiError missingScope(const QString& method) {
    ApiError error = forbidden(QStringLiteral("Request had insufficient authentication scopes."));
    error.entryMessage = QStringLiteral("Insufficient Permission");
    error.reason = QStringLiteral("insufficientPermissions");
    error.detail = {
        {QStringLiteral("@type"), QStringLiteral("type.googleapis.com/google.rpc.ErrorInfo")},
        {QStringLiteral("reason"), QStringLiteral("ACCESS_TOKEN_SCOPE_INSUFFICIENT")},
        {QStringLiteral("domain"), QStringLiteral("googleapis.com")},
        {QStringLiteral("metadata"), QJsonObject{{QStringLiteral("service"), QStringLiteral("gmail.googleapis.com")},
                                                 {QStringLiteral("method"), method}}}};
    return error;
}

ApiError quota(Millis until, bool userReason) {
    const QString time = QDateTime::fromMSecsSinceEpoch(until.count(), Qt::UTC).toString(Qt::ISODateWithMs);
    return {.code = 403,
            .message = QStringLiteral("User-rate limit exceeded.  Retry after %1").arg(time),
            .reason = userReason ? QStringLiteral("userRateLimitExceeded") : QStringLiteral("rateLimitExceeded"),
            .status = QStringLiteral("PERMISSION_DENIED"),
            .domain = QStringLiteral("usageLimits")};
}

ApiError tooManyConcurrent() {
    return {.code = 429,
            .message = QStringLiteral("Too many concurrent requests for user"),
            .reason = QStringLiteral("rateLimitExceeded"),
            .status = QStringLiteral("RESOURCE_EXHAUSTED"),
            .domain = QStringLiteral("usageLimits")};
}

ApiError notBuilt(const QString& method) {
    return {.code = 501,
            .message = QStringLiteral("%1 is a method of Gmail that this emulator does not carry out.").arg(method),
            .reason = QStringLiteral("notImplemented"),
            .status = QStringLiteral("UNIMPLEMENTED")};
}

}  // namespace errors
}  // namespace kith::emulator
