// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Kith's way to the network, ending in an emulator in the same process: no sockets, no threads, the same answers.
#pragma once

#include "core/net/http.h"
#include "tests/emulators/google_emulator.h"

#include <functional>
#include <mutex>

namespace kith::emulator {

/// Callable from any worker; requests are served one after the other. A broken or silent line is Unreachable, as it is
/// over a socket; silence takes the request's timeout on the emulator's clock.
class EmulatorTransport final : public net::HttpTransport {
public:
    enum class Moment { BeforeRequest, AfterAnswer };
    /// Asked at both boundaries of every request; false: the line breaks there.
    using Line = std::function<bool(Moment moment, const net::HttpRequest& request)>;

    explicit EmulatorTransport(GoogleEmulator& google)
        : m_google(google) {}

    /// Base addresses as the endpoint settings take them.
    static QString googleApi() { return QStringLiteral("http://127.0.0.1:1"); }
    static QString googleOAuth() { return QStringLiteral("http://127.0.0.1:2"); }

    void setLine(Line line) { m_line = std::move(line); }
    Result<net::HttpResponse> send(const net::HttpRequest& request, std::stop_token stop) override;

private:
    Result<net::HttpResponse> delivered(const Answer& answer, Millis timeout);

    GoogleEmulator& m_google;
    Line m_line;
    std::mutex m_mutex;
};

}  // namespace kith::emulator
