// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The three calls at Google's token endpoint: code for tokens, refresh, revoke; and what its refusals mean.
#pragma once

#include "core/base/clock.h"
#include "core/net/http.h"
#include "core/net/oauth_client.h"

#include <QStringList>

#include <optional>

namespace kith::net {

struct TokenGrant {
    QByteArray accessToken;
    QByteArray refreshToken;  ///< empty in the answer to a refresh, as a rule
    Millis accessExpiresAt{0};
    /// When the person must sign in again whatever happens: projects in testing, time-based access.
    std::optional<Millis> refreshExpiresAt{};
    QStringList scopes;  ///< really granted; empty where the answer does not say
};

/// What the exchange needs beside the client.
struct CodeExchange {
    QByteArray code;
    QByteArray verifier;
    QString redirectUri;
};

Result<TokenGrant> exchangeCode(HttpTransport& transport, const Clock& clock, const OAuthClient& client,
                                const CodeExchange& exchange, std::stop_token stop);
/// SignInNeeded where only a person can help (a dead refresh token, a client that is gone); Unreachable or RateLimited
/// where the refresh token is still good.
Result<TokenGrant> refreshTokens(HttpTransport& transport, const Clock& clock, const OAuthClient& client,
                                 const QByteArray& refreshToken, std::stop_token stop);
/// An unknown token counts as revoked.
Result<void> revokeToken(HttpTransport& transport, const OAuthClient& client, const QByteArray& token,
                         std::stop_token stop);

/// The answer of a token endpoint: a grant, or what its refusal means for the person.
Result<TokenGrant> readTokenAnswer(const HttpResponse& response, Millis now);
using FormFields = std::vector<std::pair<QByteArray, QByteArray>>;
/// name=value&…, each value encoded once.
QByteArray formEncoded(const FormFields& fields);
/// A POST of these fields; the ledger gets it without the secret ones.
HttpRequest formRequest(const QUrl& url, const FormFields& fields, const QString& purpose);
/// Sends it and reads the answer.
Result<TokenGrant> askForToken(HttpTransport& transport, const Clock& clock, const HttpRequest& request,
                               std::stop_token stop);
/// Scopes asked for that are not among the granted ones.
QStringList missingScopes(const QStringList& asked, const QStringList& granted);

}  // namespace kith::net
