// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/gmail_caller.h"

#include "core/net/backoff.h"

#include <QUrl>

#include <algorithm>

namespace kith::sources {

namespace {

constexpr int callerAttempts = 5;  // of one call, refusals for quota not counted
constexpr int callerTokenRefusals = 2;
constexpr Millis callerSilence = std::chrono::seconds{30};
constexpr Millis callerPatience = std::chrono::seconds{90};
constexpr Millis callerUrgentPatience = std::chrono::seconds{20};

QByteArray userAgent() {
    // Gmail packs its answers only for agents that say gzip in their name.
    return QByteArrayLiteral("Kith/" KITH_VERSION " (gzip)");
}

}  // namespace

GmailCaller::GmailCaller(net::HttpTransport& transport, Clock& clock, const QUrl& api, GmailShared shared)
    : m_transport(transport)
    , m_clock(clock)
    , m_api(api)
    , m_root(api.path(QUrl::FullyEncoded).toLatin1())
    , m_base(m_root + "/gmail/v1/users/me")
    , m_shared(std::move(shared)) {
}

Millis GmailCaller::patience() const {
    return m_urgent ? callerUrgentPatience : callerPatience;
}

Millis GmailCaller::pauseFor(int attempt, std::optional<Millis> asked) {
    return net::backoff(attempt, m_shared.random(), asked);
}

Result<GmailAnswer> GmailCaller::once(const GmailCall& call, std::stop_token stop) {
    const Hurry hurry = m_urgent ? Hurry::Urgent : Hurry::Bulk;
    Result<GmailPacer::Place> place = m_shared.pacer->acquire(call.units, hurry, patience(), stop);
    if (!place) {
        return place.error();
    }
    Result<net::AccessToken> token = m_shared.tokens->token(stop);
    if (!token) {
        m_shared.pacer->settle(*place, call.units);
        return token.error();
    }
    net::HttpRequest request;
    request.verb = call.verb;
    request.url = QUrl::fromEncoded(m_api.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery) + call.target);
    request.headers = {{"Authorization", "Bearer " + token->token}, {"User-Agent", userAgent()}};
    if (!call.body.isEmpty()) {
        request.headers.emplace_back("Content-Type",
                                     call.contentType.isEmpty() ? "application/json" : call.contentType);
    }
    request.body = call.body;
    request.timeout = callerSilence;
    request.service = QStringLiteral("gmail");
    request.purpose = call.purpose;
    m_shared.pacer->sent(*place);
    Result<net::HttpResponse> response = m_transport.send(request, stop);
    const std::scoped_lock lock(m_mutex);
    ++m_usage.requests;
    if (!response) {
        // Nobody knows whether it was executed: it counts.
        m_usage.quotaUnits += qint64(call.units);
        m_shared.pacer->settle(*place, 0);
        return response.error();
    }
    m_usage.bytesIn += response->body.size();
    return GmailAnswer{std::move(*response), token->token, *place};
}

void GmailCaller::settled(const GmailAnswer& answer, double units, double refunded) {
    m_shared.pacer->settle(answer.place, refunded);
    const std::scoped_lock lock(m_mutex);
    m_usage.quotaUnits += qint64(units - refunded);
}

void GmailCaller::learn(const GmailRefusal& refusal, const QByteArray& token) {
    if (isRate(refusal.kind)) {
        m_shared.pacer->refused(refusal.retryAfter, refusal.toldLimit);
    }
    if (refusal.kind == Refusal::TokenRefused) {
        m_shared.tokens->reject(token);
    }
    if (isThrottle(refusal.kind)) {
        const std::scoped_lock lock(m_mutex);
        ++m_usage.throttled;
    }
}

bool GmailCaller::waitBefore(Try& state, std::optional<Millis> asked, std::stop_token stop) {
    const Millis pause = pauseFor(state.attempt, asked);
    state.waited += pause;
    ++state.attempt;
    return state.attempt < callerAttempts && state.waited <= patience() && m_clock.wait(pause, stop);
}

bool GmailCaller::mayRetry(Try& state, const GmailRefusal& refusal, std::stop_token stop) {
    if (refusal.kind == Refusal::TokenRefused) {
        return ++state.tokenRefusals < callerTokenRefusals;
    }
    if (isRate(refusal.kind)) {
        // The pacer holds everybody back; here only the patience of this call is counted.
        state.waited += refusal.retryAfter.value_or(Millis{2'000});
        return state.waited <= patience();
    }
    return isTransient(refusal.kind) && waitBefore(state, refusal.retryAfter, stop);
}

Result<net::HttpResponse> GmailCaller::call(const GmailCall& call, std::stop_token stop) {
    Try state;
    for (;;) {
        Result<GmailAnswer> answer = once(call, stop);
        if (!answer) {
            const bool again = answer.error().kind == ErrorKind::Unreachable && waitBefore(state, {}, stop);
            if (stop.stop_requested()) {
                return Error{ErrorKind::Cancelled, QStringLiteral("stopped while asking Gmail"), {}};
            }
            if (!again) {
                return answer.error();
            }
            countRetries(1);
            continue;
        }
        const GmailRefusal refusal = refusalOf(answer->response, m_clock.now());
        const bool free = isThrottle(refusal.kind) || refusal.kind == Refusal::TokenRefused;
        settled(*answer, call.units, free ? call.units : 0);
        if (refusal.kind == Refusal::None) {
            return std::move(answer->response);
        }
        learn(refusal, answer->token);
        if (!mayRetry(state, refusal, stop)) {
            return stop.stop_requested() ? Error{ErrorKind::Cancelled, QStringLiteral("stopped while asking Gmail"), {}}
                                         : errorOf(refusal, m_clock.now());
        }
        countRetries(1);
    }
}

void GmailCaller::countRetries(qint64 retries) {
    const std::scoped_lock lock(m_mutex);
    m_usage.retries += retries;
}

mail::RemoteUsage GmailCaller::takeUsage() {
    const double limit = m_shared.pacer->bulkLimit();
    const std::scoped_lock lock(m_mutex);
    mail::RemoteUsage usage = std::exchange(m_usage, {});
    usage.unitsPerMinute = limit;
    usage.unitsPerMessage = m_shared.units->of(QLatin1String("messages.get"));
    return usage;
}

QByteArray gmailQuery(const std::vector<std::pair<QByteArray, QString>>& fields) {
    QByteArray query;
    for (const auto& [name, value] : fields) {
        if (!value.isEmpty()) {
            query += (query.isEmpty() ? "?" : "&") + name + '=' + QUrl::toPercentEncoding(value);
        }
    }
    return query;
}

}  // namespace kith::sources
