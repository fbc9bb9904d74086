// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An emulator in the place of the network, and its clock in the place of time: no sockets, no waiting, any thread.
#pragma once

#include "core/base/clock.h"
#include "core/net/http.h"
#include "tests/emulators/emulator_clock.h"
#include "tests/emulators/exchange.h"

#include <functional>
#include <mutex>

namespace kith::testing {

/// Time for both sides. Whoever waits moves it on; an emulator is only asked under the same mutex.
class EmulatorTime final : public Clock {
public:
    explicit EmulatorTime(Millis start = Millis{1'779'000'000'000})
        : m_clock(start) {}

    Millis now() const override {
        const std::lock_guard lock(m_mutex);
        return m_clock.now();
    }
    bool wait(Millis duration, std::stop_token stop) override {
        advance(duration);
        return !stop.stop_requested();
    }
    void advance(Millis step) {
        const std::lock_guard lock(m_mutex);
        m_clock.advance(step);
    }
    emulator::EmulatorClock& clock() { return m_clock; }
    std::mutex& mutex() { return m_mutex; }

private:
    mutable std::mutex m_mutex;
    emulator::EmulatorClock m_clock;
};

class EmulatorTransport final : public net::HttpTransport {
public:
    using Handle = std::function<emulator::Answer(const QUrl& url, const emulator::Request& request)>;
    EmulatorTransport(EmulatorTime& time, Handle handle)
        : m_time(time)
        , m_handle(std::move(handle)) {}

    /// How long each request takes on the emulator's clock.
    void setLatency(Millis latency) { m_latency = latency; }
    int requests() const { return m_requests; }

    Result<net::HttpResponse> send(const net::HttpRequest& request, std::stop_token stop) override {
        if (stop.stop_requested()) {
            return Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}};
        }
        const emulator::Request asked{.verb = request.verb,
                                      .path = request.url.path(QUrl::FullyEncoded),
                                      .query = QUrlQuery(request.url.query(QUrl::FullyEncoded)),
                                      .headers = request.headers,
                                      .body = request.body};
        const std::lock_guard lock(m_time.mutex());
        ++m_requests;
        m_time.clock().advance(m_latency);
        emulator::Answer answer = m_handle(request.url, asked);
        if (answer.delivery != emulator::Delivery::Whole) {
            m_time.clock().advance(answer.delivery == emulator::Delivery::Stalled ? request.timeout : Millis{0});
            return Error{ErrorKind::Unreachable, QStringLiteral("the line broke"), {}, {}};
        }
        return net::HttpResponse{answer.status, std::move(answer.headers), std::move(answer.body)};
    }

private:
    EmulatorTime& m_time;
    Handle m_handle;
    Millis m_latency{0};
    int m_requests{0};
};

}  // namespace kith::testing
