// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/gmail_errors.h"

#include "core/net/backoff.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kith::sources {

namespace {

struct ErrorBody {
    bool isJson{false};
    QString reason;
    QString message;
    QString status;
    QString detailReason;  // of google.rpc.ErrorInfo
    double toldLimit{0};
};

void readErrorDetails(const QJsonArray& details, ErrorBody& body) {
    for (const QJsonValue value : details) {
        const QJsonObject detail = value.toObject();
        if (body.detailReason.isEmpty()) {
            body.detailReason = detail.value(u"reason").toString();
        }
        const QJsonObject facts = detail.value(u"metadata").toObject();
        if (facts.contains(u"quota_limit_value")) {
            body.toldLimit = facts.value(u"quota_limit_value").toVariant().toDouble();
        }
    }
}

ErrorBody readErrorBody(const QByteArray& bytes) {
    ErrorBody body;
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    body.isJson = document.isObject();
    const QJsonValue whole = document.object().value(u"error");
    if (!whole.isObject()) {
        body.reason = whole.toString();
        body.message = document.object().value(u"error_description").toString();
        return body;
    }
    const QJsonObject error = whole.toObject();
    body.message = error.value(u"message").toString();
    body.status = error.value(u"status").toString();
    const QJsonObject first = error.value(u"errors").toArray().first().toObject();
    body.reason = first.value(u"reason").toString();
    if (body.message.isEmpty()) {
        body.message = first.value(u"message").toString();
    }
    readErrorDetails(error.value(u"details").toArray(), body);
    return body;
}

bool says(const ErrorBody& body, const char* words) {
    return body.message.contains(QLatin1String(words), Qt::CaseInsensitive);
}

bool gives(const ErrorBody& body, const char* reason) {
    return body.reason == QLatin1String(reason) || body.detailReason == QLatin1String(reason);
}

Refusal rateKind(const ErrorBody& body) {
    if (says(body, "concurrent")) {
        return Refusal::Concurrency;
    }
    if (says(body, "mail sending")) {
        return Refusal::SendingLimit;
    }
    const bool ofUser = gives(body, "userRateLimitExceeded") || says(body, "user-rate") || says(body, "per user");
    return ofUser ? Refusal::UserRate : Refusal::ProjectRate;
}

/// By the words of the answer; nothing where they say nothing.
std::optional<Refusal> kindByReason(const ErrorBody& body) {
    if (gives(body, "userRateLimitExceeded") || gives(body, "rateLimitExceeded") ||
        gives(body, "RATE_LIMIT_EXCEEDED")) {
        return rateKind(body);
    }
    if (gives(body, "dailyLimitExceeded") || gives(body, "quotaExceeded")) {
        return Refusal::DailyLimit;
    }
    if (gives(body, "insufficientPermissions") || gives(body, "ACCESS_TOKEN_SCOPE_INSUFFICIENT")) {
        return Refusal::ScopeMissing;
    }
    if (gives(body, "authError")) {
        return Refusal::TokenRefused;
    }
    if (gives(body, "backendError") || gives(body, "internalError")) {
        return Refusal::ServerTrouble;
    }
    if (gives(body, "failedPrecondition") || body.status == u"FAILED_PRECONDITION") {
        return says(body, "not enabled") ? Refusal::Denied : Refusal::Precondition;
    }
    if (gives(body, "notFound")) {
        return Refusal::Gone;
    }
    return {};
}

Refusal kindByNumber(int status, const ErrorBody& body) {
    switch (status) {
    case 401:
        return Refusal::TokenRefused;
    case 403:
        return body.status == u"RESOURCE_EXHAUSTED" ? rateKind(body) : Refusal::Denied;
    case 404:
        return body.isJson || body.message.isEmpty() ? Refusal::Gone : Refusal::ServerTrouble;
    case 408:
        return Refusal::ServerTrouble;
    case 409:
        return Refusal::Conflict;
    case 429:
        return rateKind(body) == Refusal::ProjectRate ? Refusal::UserRate : rateKind(body);
    default:
        return status >= 500 ? Refusal::ServerTrouble : Refusal::Rejected;
    }
}

Millis untilMidnightPacific(Millis now) {
    using namespace std::chrono;
    const Millis pacific = now - hours{8};
    return duration_cast<Millis>(hours{24}) - pacific % hours{24};
}

QString scopeHint() {
    return QStringLiteral("Sign in again and allow Kith to read and change your mail.");
}

}  // namespace

GmailRefusal refusalOf(const net::HttpResponse& answer, Millis now) {
    GmailRefusal refusal;
    refusal.status = answer.status;
    if (answer.status >= 200 && answer.status < 300) {
        return refusal;
    }
    const ErrorBody body = readErrorBody(answer.body);
    refusal.kind = kindByReason(body).value_or(kindByNumber(answer.status, body));
    if (answer.status == 404 && !body.isJson && !answer.body.trimmed().isEmpty()) {
        refusal.kind = Refusal::ServerTrouble;  // a page of somebody between us and Gmail
    }
    refusal.reason = body.reason.isEmpty() ? body.detailReason : body.reason;
    refusal.message = body.message.left(300);
    refusal.toldLimit = body.toldLimit;
    refusal.retryAfter = net::retryAfter(answer, now);
    return refusal;
}

bool isRate(Refusal kind) {
    return kind == Refusal::UserRate || kind == Refusal::ProjectRate;
}

bool isThrottle(Refusal kind) {
    return isRate(kind) || kind == Refusal::Concurrency || kind == Refusal::DailyLimit || kind == Refusal::SendingLimit;
}

bool isTransient(Refusal kind) {
    return isRate(kind) || kind == Refusal::Concurrency || kind == Refusal::ServerTrouble ||
           kind == Refusal::Precondition;
}

Error errorOf(const GmailRefusal& refusal, Millis now) {
    const QString detail = QStringLiteral("Gmail answered %1 %2: %3")
                               .arg(QString::number(refusal.status), refusal.reason,
                                    refusal.message.isEmpty() ? QStringLiteral("no words") : refusal.message);
    switch (refusal.kind) {
    case Refusal::Gone:
        return {ErrorKind::NotFound, detail, {}};
    case Refusal::TokenRefused:
        return {ErrorKind::SignInNeeded, detail, QStringLiteral("Sign in again.")};
    case Refusal::UserRate:
    case Refusal::ProjectRate:
    case Refusal::Concurrency:
        return {ErrorKind::RateLimited, detail, {}, refusal.retryAfter.value_or(Millis{60'000})};
    case Refusal::DailyLimit:
        return {ErrorKind::RateLimited, detail, QStringLiteral("Gmail's limit for today is used up."),
                refusal.retryAfter.value_or(untilMidnightPacific(now))};
    case Refusal::SendingLimit:
        return {ErrorKind::RateLimited, detail, QStringLiteral("Gmail allows no more sending for now."),
                refusal.retryAfter.value_or(std::chrono::hours{4})};
    case Refusal::ScopeMissing:
        return {ErrorKind::Denied, detail, scopeHint()};
    case Refusal::Denied:
        return {ErrorKind::Denied, detail,
                refusal.reason == u"accessNotConfigured"
                    ? QStringLiteral("Enable the Gmail API in the Google Cloud project of the OAuth client.")
                    : QString()};
    case Refusal::Conflict:
        return {ErrorKind::Conflict, detail, {}};
    case Refusal::ServerTrouble:
        return {ErrorKind::Unreachable, detail, {}, refusal.retryAfter};
    default:
        return {ErrorKind::Failed, detail, {}};
    }
}

}  // namespace kith::sources
