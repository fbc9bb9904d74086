// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Decorator: puts the access token on every request, and gets a fresh one when the server refuses it.
#pragma once

#include "core/net/access_tokens.h"
#include "core/net/http.h"

namespace kith::net {

/// A 401 was not executed: the request is repeated once with a new token. Refused again: SignInNeeded.
class AuthorizedTransport final : public HttpTransport {
public:
    AuthorizedTransport(HttpTransport& next, AccessTokens& tokens)
        : m_next(next)
        , m_tokens(tokens) {}
    Result<HttpResponse> send(const HttpRequest& request, std::stop_token stop) override;

private:
    HttpTransport& m_next;
    AccessTokens& m_tokens;
};

}  // namespace kith::net
