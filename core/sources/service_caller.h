// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Sends JSON calls to a service with a key: paced, counted, repeated where that can help, over the ledger's transport.
#pragma once

#include "core/net/http.h"
#include "core/net/token_bucket.h"

#include <QJsonObject>

#include <atomic>
#include <functional>

namespace kith::sources {

struct ServiceCall {
    QByteArray verb{"GET"};
    QByteArray target{};  ///< path and query below the base, encoded
    std::optional<QJsonObject> body{};
    QString purpose{};   ///< for the ledger
    bool writes{false};  ///< paced as a write
    bool withKey{true};
};

struct ServiceLimits {
    double readsPerSecond{0};  ///< 0: no limit
    double writesPerSecond{0};
    double burst{2};          ///< that may go out at once
    int attempts{4};          ///< of one call, refusals for its rate not counted
    Millis patience{90'000};  ///< that one call may wait in all
    Millis silence{30'000};   ///< without a byte from the other side
};

/// Any 2xx whose body is an object. Used where the answer itself matters.
struct ServiceAnswer {
    int status{200};
    QByteArray body;
};

struct ServiceUse {
    qint64 requests{0};
    qint64 throttled{0};
    qint64 retries{0};
};

/// Callable from several workers at a time.
class ServiceCaller {
public:
    using Key = std::function<Result<QByteArray>()>;
    using Judge = std::function<Error(const net::HttpResponse&, Millis now)>;
    struct Place {
        QString service;  ///< for the ledger
        QString baseUrl;  ///< no slash at the end
        Key key;
        Judge judge;  ///< of answers that are not 2xx
    };

    ServiceCaller(net::HttpTransport& transport, Clock& clock, Place place, ServiceLimits limits);

    /// Errors as the judge has them, Unreachable, and Cancelled at once after a stop. Calls may be repeated.
    Result<ServiceAnswer> call(const ServiceCall& call, std::stop_token stop);
    /// The same, read as one JSON object; half a body is asked for again, then Malformed.
    Result<QJsonObject> object(const ServiceCall& call, std::stop_token stop);
    ServiceUse use() const;
    Clock& clock() { return m_clock; }
    const QString& service() const { return m_place.service; }

private:
    Result<net::HttpResponse> once(const ServiceCall& call, std::stop_token stop);
    bool waitBefore(int& attempt, Millis& waited, const Error& error, std::stop_token stop);

    net::HttpTransport& m_transport;
    Clock& m_clock;
    Place m_place;
    ServiceLimits m_limits;
    net::TokenBucket m_reads;
    net::TokenBucket m_writes;
    std::atomic<qint64> m_requests{0};
    std::atomic<qint64> m_throttled{0};
    std::atomic<qint64> m_retries{0};
};

/// name=value&…, percent-encoded, with the question mark; empty values are left out.
QByteArray serviceQuery(const std::vector<std::pair<QByteArray, QString>>& fields);

}  // namespace kith::sources
