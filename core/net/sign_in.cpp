// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/sign_in.h"

namespace kith::net {

Result<std::unique_ptr<SignIn>> SignIn::start(SignInRequest request) {
    if (request.client.clientId.isEmpty()) {
        return Error{ErrorKind::SignInNeeded,
                     QStringLiteral("no OAuth client is set"),
                     QStringLiteral("Import the file of a desktop client from Google's console first."),
                     {}};
    }
    const QByteArray state = makeState();
    auto listener = LoopbackListener::open(state, request.texts);
    if (!listener) {
        return listener.error();
    }
    std::unique_ptr<SignIn> call(new SignIn);
    call->m_pkce = makePkce();
    call->m_listener = std::move(*listener);
    FormFields fields{{"client_id", request.client.clientId.toUtf8()},
                      {"redirect_uri", call->m_listener->redirectUri().toUtf8()},
                      {"response_type", "code"},
                      {"scope", request.scopes.join(QLatin1Char(' ')).toUtf8()},
                      {"code_challenge", call->m_pkce.challenge},
                      {"code_challenge_method", "S256"},
                      {"state", state},
                      {"access_type", "offline"}};
    if (request.askConsent) {
        fields.emplace_back("prompt", "consent");
    }
    if (!request.loginHint.isEmpty()) {
        fields.emplace_back("login_hint", request.loginHint.toUtf8());
    }
    call->m_url = request.client.authUri;
    call->m_url.setQuery(QString::fromLatin1(formEncoded(fields)), QUrl::StrictMode);
    call->m_request = std::move(request);
    return call;
}

Result<SignedIn> SignIn::finish(HttpTransport& transport, const Clock& clock, Millis atMost, std::stop_token stop) {
    const auto code = m_listener->wait(atMost, stop);
    if (!code) {
        return code.error();
    }
    auto grant = exchangeCode(transport, clock, m_request.client, {*code, m_pkce.verifier, m_listener->redirectUri()},
                              std::move(stop));
    if (!grant) {
        return grant.error();
    }
    if (grant->refreshToken.isEmpty()) {
        return Error{ErrorKind::SignInNeeded,
                     QStringLiteral("the answer to the sign-in holds no refresh_token"),
                     QStringLiteral("Take Kith's access back at myaccount.google.com/permissions, then sign in again."),
                     {}};
    }
    if (grant->scopes.isEmpty()) {  // RFC 6749: not told means all of them
        grant->scopes = m_request.scopes;
    }
    QStringList missing = missingScopes(m_request.scopes, grant->scopes);
    return SignedIn{std::move(*grant), std::move(missing)};
}

}  // namespace kith::net
