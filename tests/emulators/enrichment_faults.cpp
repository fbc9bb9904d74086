// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/enrichment_faults.h"

#include "tests/emulators/attio/attio_api.h"

#include <QDateTime>
#include <QLocale>

namespace kith::emulator {
namespace {

struct FaultWords {
    int status;
    const char* attio;
    const char* onyx;
    const char* message;
};

FaultWords wordsOf(FaultKind kind) {
    switch (kind) {
    case FaultKind::Rate429:
    case FaultKind::Rate403:
        return {429, "rate_limit_exceeded", "RATE_LIMITED", "Rate limit exceeded, please try again later."};
    case FaultKind::Unauthorized401:
        return {401, "unauthorized", "INVALID_TOKEN", "The API key is invalid or was revoked."};
    case FaultKind::Payment402:
        return {402, "billing_error", "SUBSCRIPTION_INACTIVE", "The plan does not include this."};
    case FaultKind::Server503:
        return {503, "service_unavailable", "SERVICE_UNAVAILABLE", "The service is unavailable."};
    default:
        return {500, "internal_error", "INTERNAL_ERROR", "An unexpected error occurred."};
    }
}

}  // namespace

Answer enrichmentFault(const Fault& fault, Endpoint endpoint, Millis now) {
    const FaultWords words = wordsOf(fault.kind);
    const QString message = QLatin1String(words.message);
    const bool isAttio = endpoint == Endpoint::Attio;
    const Millis until = now + std::chrono::seconds(fault.retryAfter);
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(until.count(), Qt::UTC);
    QJsonObject body{{QStringLiteral("error_code"), QLatin1String(words.onyx)}, {QStringLiteral("detail"), message}};
    if (words.status == 429) {
        body.insert(QStringLiteral("scope"), QStringLiteral("user"));
        body.insert(QStringLiteral("retry_after_seconds"), fault.retryAfter);
        body.insert(QStringLiteral("reset_at"), then.toString(Qt::ISODate));
    }
    Answer answer =
        isAttio ? attioError(words.status, QLatin1String(words.attio), message) : jsonAnswer(words.status, body);
    if ((words.status == 429 || words.status == 503) && fault.form != RetryForm::None) {
        const bool asDate = fault.form == RetryForm::Date || (isAttio && fault.form == RetryForm::Default);
        answer.headers.emplace_back(
            "Retry-After",
            asDate ? QLocale::c().toString(then, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT"
                   : QByteArray::number(fault.retryAfter));
    }
    return answer;
}

}  // namespace kith::emulator
