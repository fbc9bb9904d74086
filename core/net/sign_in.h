// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One sign-in of a person: the address for the system's browser, and what came back from it.
#pragma once

#include "core/net/loopback_listener.h"
#include "core/net/pkce.h"
#include "core/net/token_calls.h"

namespace kith::net {

struct SignInRequest {
    OAuthClient client;
    QStringList scopes;     ///< all at once: desktop clients cannot ask for more later
    QString loginHint{};    ///< an address, preselected
    bool askConsent{true};  ///< forces a new refresh token
    LoopbackTexts texts{};
};

struct SignedIn {
    TokenGrant grant;
    QStringList missingScopes;  ///< asked for and unticked by the person
};

class SignIn {
public:
    /// Opens the loopback port; no network is used.
    static Result<std::unique_ptr<SignIn>> start(SignInRequest request);
    QUrl authorizeUrl() const { return m_url; }
    /// Waits for the browser, then fetches the tokens. Denied: the person said no. SignInNeeded: no refresh token came.
    Result<SignedIn> finish(HttpTransport& transport, const Clock& clock, Millis atMost, std::stop_token stop);

private:
    SignIn() = default;
    SignInRequest m_request;
    Pkce m_pkce;
    std::unique_ptr<LoopbackListener> m_listener;
    QUrl m_url;
};

}  // namespace kith::net
