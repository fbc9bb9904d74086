// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The real HTTP transport: QNetworkAccessManager on a thread of its own, driven by workers that wait.
#pragma once

#include "core/net/http.h"

#include <QThread>

#include <condition_variable>
#include <memory>
#include <mutex>

namespace kith::net {

class QtTransportDriver;

struct QtTransportOptions {
    bool offline{false};  ///< every request is Denied, no socket is opened
    int mostInFlight{50};
};

/// HTTP/1.1; no cookies, no cache, no redirects, no proxy credentials. A request with a body is never repeated behind
/// our back.
class QtTransport final : public HttpTransport {
public:
    explicit QtTransport(QtTransportOptions options = {});
    /// Waits for nobody: all send() calls must have come back.
    ~QtTransport() override;
    QtTransport(const QtTransport&) = delete;
    QtTransport& operator=(const QtTransport&) = delete;

    /// The window's thread must not call it. A stop is answered at once.
    Result<HttpResponse> send(const HttpRequest& request, std::stop_token stop) override;

private:
    bool takeSeat(std::stop_token stop);
    void leaveSeat();

    QtTransportOptions m_options;
    QThread m_thread;
    QtTransportDriver* m_driver{nullptr};  ///< lives in m_thread, ends with it
    std::mutex m_mutex;
    std::condition_variable_any m_seatFree;
    int m_seatsTaken{0};
};

}  // namespace kith::net
