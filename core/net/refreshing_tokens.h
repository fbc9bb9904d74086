// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Access tokens of a signed-in person: refreshed with the token that the secret store keeps.
#pragma once

#include "core/net/secret_store.h"
#include "core/net/single_flight_tokens.h"
#include "core/net/token_calls.h"

namespace kith::net {

struct TokenNews {
    Millis accessExpiresAt{0};
    std::optional<Millis> refreshExpiresAt{};
    QStringList scopes;
};

class RefreshingTokens final : public AccessTokens {
public:
    struct Parts {
        OAuthClient client;
        QString secretName;  ///< of the refresh token
        /// After each refresh, on the worker's thread: what the account should remember. May be empty.
        std::function<void(const TokenNews&)> told{};
    };
    RefreshingTokens(HttpTransport& transport, const Clock& clock, SecretStore& secrets, Parts parts);

    Result<AccessToken> token(std::stop_token stop) override { return m_tokens.token(stop); }
    void reject(const QByteArray& token) override { m_tokens.reject(token); }

private:
    Result<AccessToken> fetch(std::stop_token stop);

    HttpTransport& m_transport;
    const Clock& m_clock;
    SecretStore& m_secrets;
    Parts m_parts;
    SingleFlightTokens m_tokens;
};

}  // namespace kith::net
