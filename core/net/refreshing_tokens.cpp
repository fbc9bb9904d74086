// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/refreshing_tokens.h"

#include "core/base/log.h"

namespace kith::net {

RefreshingTokens::RefreshingTokens(HttpTransport& transport, const Clock& clock, SecretStore& secrets, Parts parts)
    : m_transport(transport)
    , m_clock(clock)
    , m_secrets(secrets)
    , m_parts(std::move(parts))
    , m_tokens(clock, [this](std::stop_token stop) { return fetch(std::move(stop)); }) {
}

Result<AccessToken> RefreshingTokens::fetch(std::stop_token stop) {
    const auto refreshToken = m_secrets.get(m_parts.secretName);
    if (!refreshToken) {
        return refreshToken.error();
    }
    if (!*refreshToken) {
        return Error{ErrorKind::SignInNeeded,
                     QStringLiteral("no sign-in is stored for %1").arg(m_parts.secretName),
                     QStringLiteral("Sign in again; nothing is lost."),
                     {}};
    }
    auto grant = refreshTokens(m_transport, m_clock, m_parts.client, **refreshToken, std::move(stop));
    if (!grant) {
        return grant.error();
    }
    if (!grant->refreshToken.isEmpty() && grant->refreshToken != **refreshToken) {
        if (const auto kept = m_secrets.set(m_parts.secretName, grant->refreshToken); !kept) {
            log::warning("net", QStringLiteral("a renewed sign-in could not be stored: %1").arg(kept.error().detail));
        }
    }
    if (m_parts.told) {
        m_parts.told({grant->accessExpiresAt, grant->refreshExpiresAt, grant->scopes});
    }
    return AccessToken{std::move(grant->accessToken), grant->accessExpiresAt, std::move(grant->scopes)};
}

}  // namespace kith::net
