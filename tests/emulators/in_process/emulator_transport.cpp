// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/in_process/emulator_transport.h"

namespace kith::emulator {
namespace {

Error brokenLine(const char* how) {
    return {ErrorKind::Unreachable, QString::fromLatin1(how), {}};
}

Request requestOf(const net::HttpRequest& asked) {
    return {.verb = asked.verb,
            .path = asked.url.path(QUrl::FullyEncoded),
            .query = QUrlQuery(asked.url.query(QUrl::FullyEncoded)),
            .headers = asked.headers,
            .body = asked.body};
}

}  // namespace

Result<net::HttpResponse> EmulatorTransport::send(const net::HttpRequest& request, std::stop_token stop) {
    const std::lock_guard lock(m_mutex);
    if (stop.stop_requested()) {
        return Error{ErrorKind::Cancelled, {}, {}};
    }
    const QString base = request.url.toString(QUrl::RemovePath | QUrl::RemoveQuery);
    if (base != googleApi() && base != googleOAuth()) {
        return Error{ErrorKind::Unreachable, QString(QStringLiteral("nobody is at ") + base), {}};
    }
    if (m_line && !m_line(Moment::BeforeRequest, request)) {
        return brokenLine("broken before the request went out");
    }
    const Endpoint endpoint = base == googleApi() ? Endpoint::GoogleApi : Endpoint::GoogleOAuth;
    const Answer answer = m_google.handle(endpoint, requestOf(request));
    if (m_line && !m_line(Moment::AfterAnswer, request)) {
        return brokenLine("broken before the answer came in");
    }
    return delivered(answer, request.timeout);
}

Result<net::HttpResponse> EmulatorTransport::delivered(const Answer& answer, Millis timeout) {
    switch (answer.delivery) {
    case Delivery::CutOff:
        return brokenLine("cut off in the middle of the body");
    case Delivery::NoAnswer:
        return brokenLine("closed without an answer");
    case Delivery::Stalled:
        m_google.clock().advance(std::min(answer.stall, timeout));
        if (answer.stall >= timeout) {
            return brokenLine("silent for too long");
        }
        break;
    case Delivery::Whole:
        break;
    }
    return net::HttpResponse{answer.status, answer.headers, answer.body};
}

}  // namespace kith::emulator
