// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/authorized_transport.h"

namespace kith::net {

Result<HttpResponse> AuthorizedTransport::send(const HttpRequest& request, std::stop_token stop) {
    for (int attempt = 0;; ++attempt) {
        const auto token = m_tokens.token(stop);
        if (!token) {
            return token.error();
        }
        HttpRequest authorized = request;
        authorized.headers.emplace_back("Authorization", "Bearer " + token->token);
        auto answer = m_next.send(authorized, stop);
        if (!answer || answer->status != 401) {
            return answer;
        }
        m_tokens.reject(token->token);
        if (attempt == 1) {
            return Error{ErrorKind::SignInNeeded,
                         QStringLiteral("%1 refused a fresh token (HTTP 401)").arg(request.url.host()),
                         QStringLiteral("Sign in again; nothing is lost."),
                         {}};
        }
    }
}

}  // namespace kith::net
