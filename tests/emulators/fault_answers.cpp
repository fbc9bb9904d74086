// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/fault_answers.h"

#include "tests/emulators/enrichment_faults.h"
#include "tests/emulators/google/authorize_request.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace kith::emulator {
namespace {

const QString emptyPageMark = QStringLiteral("emptypage.");

struct FaultText {
    int status{500};
    QString message;
    QString domain;
    QString reason;
    QString status2;  ///< empty: the body has none
};

Answer googleError(const FaultText& text) {
    const QJsonObject detail{{QStringLiteral("message"), text.message},
                             {QStringLiteral("domain"), text.domain},
                             {QStringLiteral("reason"), text.reason}};
    QJsonObject error{{QStringLiteral("code"), text.status},
                      {QStringLiteral("message"), text.message},
                      {QStringLiteral("errors"), QJsonArray{detail}}};
    if (!text.status2.isEmpty()) {
        error.insert(QStringLiteral("status"), text.status2);
    }
    return jsonAnswer(text.status, {{QStringLiteral("error"), error}});
}

QDateTime atUtc(Millis time) {
    return QDateTime::fromMSecsSinceEpoch(time.count(), Qt::UTC);
}

void adviseRetry(Answer& answer, const Fault& fault, Millis now) {
    if (fault.form == RetryForm::Text || fault.form == RetryForm::None) {
        return;
    }
    QByteArray value = QByteArray::number(fault.retryAfter);
    if (fault.form == RetryForm::Date) {
        const QDateTime then = atUtc(now + std::chrono::seconds(fault.retryAfter));
        value = QLocale::c().toString(then, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT";
    }
    answer.headers.emplace_back("Retry-After", value);
}

Answer rateAnswer(const Fault& fault, Millis now) {
    const bool told =
        fault.form == RetryForm::Text || (fault.kind == FaultKind::Rate403 && fault.form != RetryForm::None);
    const QString until = atUtc(now + std::chrono::seconds(fault.retryAfter)).toString(Qt::ISODateWithMs);
    const QString limit = QStringLiteral("User-rate limit exceeded.") +
                          (told ? QString(QStringLiteral("  Retry after ") + until) : QString());
    Answer answer = fault.kind == FaultKind::Rate403
                        ? googleError({403, limit, QStringLiteral("usageLimits"),
                                       QStringLiteral("userRateLimitExceeded"), QStringLiteral("PERMISSION_DENIED")})
                        : googleError({429, told ? limit : QStringLiteral("Too many concurrent requests for user"),
                                       QStringLiteral("usageLimits"), QStringLiteral("rateLimitExceeded"),
                                       QStringLiteral("RESOURCE_EXHAUSTED")});
    adviseRetry(answer, fault, now);
    return answer;
}

Answer oauthFault(const Fault& fault, Millis now) {
    const auto said = [](int status, const char* error) {
        return jsonAnswer(status, {{QStringLiteral("error"), QLatin1String(error)}});
    };
    Answer answer = fault.kind == FaultKind::Server500   ? said(500, "internal_failure")
                    : fault.kind == FaultKind::Server503 ? said(503, "temporarily_unavailable")
                    : fault.kind == FaultKind::Rate429   ? said(429, "rate_limit_exceeded")
                    : fault.kind == FaultKind::Rate403   ? said(403, "rate_limit_exceeded")
                                                         : said(401, "invalid_client");
    adviseRetry(answer, fault, now);
    return answer;
}

/// DeepInfra's errors have several shapes; each of them is used here.
Answer modelFault(const Fault& fault, Millis now) {
    const auto openAi = [](int status, const char* message, const QJsonValue& code) {
        return jsonAnswer(status, {{QStringLiteral("error"),
                                    QJsonObject{{QStringLiteral("message"), QLatin1String(message)},
                                                {QStringLiteral("type"), QStringLiteral("invalid_request_error")},
                                                {QStringLiteral("param"), QJsonValue::Null},
                                                {QStringLiteral("code"), code}}}});
    };
    const auto detailed = [](int status, const char* message) {
        return jsonAnswer(status,
                          {{QStringLiteral("detail"), QJsonObject{{QStringLiteral("error"), QLatin1String(message)}}}});
    };
    Answer answer;
    switch (fault.kind) {
    case FaultKind::Rate429:
        answer = openAi(429, "Model busy, retry later", QStringLiteral("engine_overloaded"));
        break;
    case FaultKind::Rate403:
        return detailed(403, "Not authenticated");
    case FaultKind::Unauthorized401:
        return openAi(401, "Not authenticated", QJsonValue::Null);
    case FaultKind::Payment402:
        return detailed(402,
                        "inference prohibited, please enter a payment method in https://deepinfra.com/dash/billing");
    case FaultKind::Server503:
        answer = jsonAnswer(503, {{QStringLiteral("error"), QStringLiteral("Service unavailable")}});
        break;
    default:
        return jsonAnswer(500, {{QStringLiteral("detail"), QStringLiteral("Internal Server Error")}});
    }
    adviseRetry(answer, fault, now);
    return answer;
}

Answer badGateway() {
    return htmlAnswer(502,
                      "<!DOCTYPE html>\n<html lang=en>\n<meta charset=utf-8>\n<title>Error 502 (Server Error)!!1"
                      "</title>\n<p><b>502.</b> <ins>That’s an error.</ins>\n<p>The server encountered a temporary "
                      "error and could not complete your request.<p>Please try again in 30 seconds.\n");
}

QJsonObject objectIn(const Answer& answer) {
    return QJsonDocument::fromJson(answer.body).object();
}

void putObject(Answer& answer, const QJsonObject& object) {
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

void doubleHistory(Answer& answer) {
    QJsonObject page = objectIn(answer);
    QJsonArray doubled;
    for (const QJsonValue& record : page[u"history"].toArray()) {
        doubled << record << record;
    }
    if (!doubled.isEmpty()) {
        page.insert(QStringLiteral("history"), doubled);
        putObject(answer, page);
    }
}

void emptyHistory(Answer& answer, const Request& request) {
    QJsonObject page = objectIn(answer);
    if (answer.status == 200) {
        page.remove(u"history");
        page.insert(QStringLiteral("nextPageToken"),
                    QString(emptyPageMark + request.query.queryItemValue(QStringLiteral("pageToken"))));
        putObject(answer, page);
    }
}

}  // namespace

bool keepsAnswer(FaultKind kind) {
    return kind >= FaultKind::Cut;
}

Answer faultAnswer(const Fault& fault, Endpoint endpoint, Millis now) {
    if (fault.kind == FaultKind::Server502Html) {
        return badGateway();
    }
    if (endpoint == Endpoint::GoogleOAuth) {
        return oauthFault(fault, now);
    }
    if (endpoint == Endpoint::DeepInfra) {
        return modelFault(fault, now);
    }
    if (endpoint == Endpoint::Attio || endpoint == Endpoint::Onyx) {
        return enrichmentFault(fault, endpoint, now);
    }
    const QString global = QStringLiteral("global");
    const QString backend = QStringLiteral("backendError");
    switch (fault.kind) {
    case FaultKind::Rate429:
    case FaultKind::Rate403:
        return rateAnswer(fault, now);
    case FaultKind::Unauthorized401:
        return unauthenticatedAnswer();
    case FaultKind::History404:
        return googleError({404, QStringLiteral("Requested entity was not found."), global, QStringLiteral("notFound"),
                            QStringLiteral("NOT_FOUND")});
    case FaultKind::Server503: {
        Answer answer = googleError({503, QStringLiteral("The service is currently unavailable."), global, backend,
                                     QStringLiteral("UNAVAILABLE")});
        adviseRetry(answer, fault, now);
        return answer;
    }
    default:
        return googleError({500, QStringLiteral("Backend Error"), global, backend, {}});
    }
}

Answer spoilt(Answer answer, const Fault& fault, const Request& request) {
    switch (fault.kind) {
    case FaultKind::Cut:
        answer.delivery = Delivery::CutOff;
        break;
    case FaultKind::Truncate:
        answer.body.truncate(answer.body.size() / 2);
        break;
    case FaultKind::Stall:
        answer.delivery = Delivery::Stalled;
        answer.stall = fault.stall;
        break;
    case FaultKind::NoAnswer:
        answer.delivery = Delivery::NoAnswer;
        break;
    case FaultKind::DuplicateHistory:
        doubleHistory(answer);
        break;
    case FaultKind::EmptyHistoryPage:
        emptyHistory(answer, request);
        break;
    default:
        break;
    }
    return answer;
}

Request withoutEmptyPageToken(const Request& request) {
    const QString name = QStringLiteral("pageToken");
    const QString token = request.query.queryItemValue(name);
    if (!token.startsWith(emptyPageMark)) {
        return request;
    }
    Request meant = request;
    meant.query.removeAllQueryItems(name);
    if (const QString before = token.mid(emptyPageMark.size()); !before.isEmpty()) {
        meant.query.addQueryItem(name, before);
    }
    return meant;
}

}  // namespace kith::emulator
