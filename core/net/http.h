// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Port: one HTTP request out, one answer in. Blocks the worker that calls it, never the window's thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <functional>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace kith::net {

using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

struct HttpRequest {
    QByteArray verb{"GET"};
    QUrl url;
    HttpHeaders headers;
    QByteArray body;
    QString service;                         ///< for the ledger: gmail, google-oauth, deepinfra, attio, onyx
    QString purpose;                         ///< for the ledger, in words of the user: "first sync", "archive"
    Millis timeout{60'000};                  ///< without a byte from the other side
    std::optional<QByteArray> ledgerBody{};  ///< what the ledger keeps in place of a body that holds secrets
    int redactions{0};                       ///< how much was left out: secrets of ledgerBody, or words of the mail
    /// The body of a 200 answer as it comes, on the thread that called send(); only where it is not packed.
    std::function<void(const QByteArray&)> onPiece{};
};

struct HttpResponse {
    int status{0};  ///< any HTTP status is an answer, not an error
    HttpHeaders headers;
    QByteArray body;  ///< content encodings undone

    /// Name compared without case; empty where there is none. Repeated headers: the first.
    QByteArray header(const QByteArray& name) const;
};

class HttpTransport {
public:
    virtual ~HttpTransport() = default;
    /// Errors: Cancelled (stop), Unreachable (no, cut off, truncated or late answer: nobody knows whether the request
    /// was executed), Denied (offline mode, plain http to another machine, certificate). Callable from any worker;
    /// at most 50 requests at a time over one transport.
    virtual Result<HttpResponse> send(const HttpRequest& request, std::stop_token stop) = 0;
};

}  // namespace kith::net
