// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/service_caller.h"

#include "core/base/json.h"
#include "core/net/backoff.h"

#include <QUrl>

namespace kith::sources {

namespace {

constexpr double callerLearns = 0.985;  // of the rate, after a refusal
constexpr double callerLowest = 60;     // calls a minute below which nothing is learnt

net::BucketLimits bucketOf(double perSecond, double burst) {
    return {perSecond * 60, perSecond > 0 ? burst : 0, 0};
}

Error callerStopped() {
    return {ErrorKind::Cancelled, QStringLiteral("stopped"), {}};
}

}  // namespace

ServiceCaller::ServiceCaller(net::HttpTransport& transport, Clock& clock, Place place, ServiceLimits limits)
    : m_transport(transport)
    , m_clock(clock)
    , m_place(std::move(place))
    , m_limits(limits)
    , m_reads(clock, bucketOf(limits.readsPerSecond, limits.burst))
    , m_writes(clock, bucketOf(limits.writesPerSecond, limits.burst)) {
}

Result<net::HttpResponse> ServiceCaller::once(const ServiceCall& call, std::stop_token stop) {
    net::HttpRequest request;
    request.verb = call.verb;
    request.url = QUrl::fromEncoded(m_place.baseUrl.toUtf8() + call.target, QUrl::StrictMode);
    request.headers = {{"Accept", "application/json"}};
    if (call.withKey) {
        const auto key = m_place.key();
        if (!key) {
            return key.error();
        }
        request.headers.emplace_back("Authorization", "Bearer " + *key);
    }
    if (call.body) {
        request.headers.emplace_back("Content-Type", "application/json");
        request.body = json::canonical(*call.body);
    }
    request.timeout = m_limits.silence;
    request.service = m_place.service;
    request.purpose = call.purpose;
    if (!(call.writes ? m_writes : m_reads).acquire(1, false, stop)) {
        return callerStopped();
    }
    ++m_requests;
    return m_transport.send(request, stop);
}

bool ServiceCaller::waitBefore(int& attempt, Millis& waited, const Error& error, std::stop_token stop) {
    const bool rate = error.kind == ErrorKind::RateLimited;
    if (!rate && error.kind != ErrorKind::Unreachable) {
        return false;
    }
    const Millis pause = net::backoff(attempt, error.retryAfter);
    waited += pause;
    attempt += rate && error.retryAfter ? 0 : 1;
    if (attempt >= m_limits.attempts || waited > m_limits.patience) {
        return false;
    }
    ++m_retries;
    return m_clock.wait(pause, stop);
}

Result<ServiceAnswer> ServiceCaller::call(const ServiceCall& call, std::stop_token stop) {
    int attempt = 0;
    Millis waited{0};
    for (;;) {
        const auto response = once(call, stop);
        if (stop.stop_requested()) {
            return callerStopped();
        }
        if (response && response->status >= 200 && response->status < 300) {
            return ServiceAnswer{response->status, response->body};
        }
        const Error error = response ? m_place.judge(*response, m_clock.now()) : response.error();
        if (error.kind == ErrorKind::RateLimited) {
            ++m_throttled;
            net::TokenBucket& bucket = call.writes ? m_writes : m_reads;
            bucket.pauseUntil(m_clock.now() + error.retryAfter.value_or(Millis{1'000}));
            bucket.learnDownwards(callerLearns, callerLowest);
        }
        if (!waitBefore(attempt, waited, error, stop)) {
            return stop.stop_requested() ? callerStopped() : error;
        }
    }
}

Result<QJsonObject> ServiceCaller::object(const ServiceCall& asked, std::stop_token stop) {
    for (int attempt = 0;; ++attempt) {
        const auto answer = call(asked, stop);
        if (!answer) {
            return answer.error();
        }
        auto object = json::parseObject(answer->body);
        if (object || asked.writes || attempt >= 1) {
            return object ? std::move(object)
                          : Error{ErrorKind::Malformed,
                                  QStringLiteral("%1 answered with something that is no JSON object").arg(service()),
                                  {}};
        }
        ++m_retries;
    }
}

ServiceUse ServiceCaller::use() const {
    return {m_requests, m_throttled, m_retries};
}

QByteArray serviceQuery(const std::vector<std::pair<QByteArray, QString>>& fields) {
    QByteArray query;
    for (const auto& [name, value] : fields) {
        if (!value.isEmpty()) {
            query += (query.isEmpty() ? "?" : "&") + name + '=' + QUrl::toPercentEncoding(value);
        }
    }
    return query;
}

}  // namespace kith::sources
