// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/google_sign_in.h"

#include "core/base/log.h"
#include "core/sources/google_accounts.h"

namespace kith::sources {

namespace {

constexpr Millis browserPatience = std::chrono::minutes{15};

/// The token that the sign-in brought, before it belongs to an account.
class GrantedToken final : public net::AccessTokens {
public:
    explicit GrantedToken(const net::TokenGrant& grant)
        : m_token{grant.accessToken, grant.accessExpiresAt, grant.scopes} {}
    Result<net::AccessToken> token(std::stop_token) override { return m_token; }
    void reject(const QByteArray&) override {}  // asked again it is the same, and the refusal is told

private:
    net::AccessToken m_token;
};

}  // namespace

GoogleSignIn::GoogleSignIn(GoogleAccounts& accounts, std::unique_ptr<net::SignIn> call, const QString& again)
    : m_accounts(accounts)
    , m_call(std::move(call))
    , m_again(again) {
}

Result<mail::SignedIn> GoogleSignIn::wait(std::stop_token stop) {
    const auto& ground = m_accounts.ground();
    const auto granted = m_call->finish(ground.transport, ground.clock, browserPatience, stop);
    if (!granted) {
        return granted.error();
    }
    Result<mail::SignedIn> kept = keep(*granted, stop);
    if (!kept) {
        // A right that nobody keeps is given back, as far as the server can be reached.
        const net::OAuthClient client = ground.setUp.endpoints.applied({});
        const auto revoked = net::revokeToken(ground.transport, client, granted->grant.refreshToken, stop);
        if (!revoked) {
            log::warning(
                "sources",
                QStringLiteral("a right that was not kept could not be given back: %1").arg(revoked.error().detail));
        }
    }
    return kept;
}

Result<mail::SignedIn> GoogleSignIn::keep(const net::SignedIn& granted, std::stop_token stop) {
    const auto& ground = m_accounts.ground();
    const Result<QString> address = m_accounts.addressOf(std::make_shared<GrantedToken>(granted.grant), stop);
    if (!address) {
        return address.error();
    }
    if (!m_again.isEmpty() && address->compare(m_again, Qt::CaseInsensitive) != 0) {
        return Error{ErrorKind::Conflict, QStringLiteral("signed in as another account than %1").arg(m_again),
                     QStringLiteral("Choose %1 in the browser, or add the other account on its own.").arg(m_again)};
    }
    mail::SignedIn signedIn;
    signedIn.address = *address;
    signedIn.kind = QStringLiteral("gmail");
    signedIn.scopes = granted.grant.scopes;
    signedIn.missingScopes = granted.missingScopes;
    signedIn.tokenExpiresAt = granted.grant.refreshExpiresAt.value_or(granted.grant.accessExpiresAt);
    signedIn.detail = {{QStringLiteral("client_id"), m_accounts.clientId()}};
    if (granted.grant.refreshExpiresAt) {
        signedIn.detail.insert(QStringLiteral("sign_in_ends_at"), qint64(granted.grant.refreshExpiresAt->count()));
    }
    signedIn.secret = QStringLiteral("gmail/") + address->toLower();
    if (const auto stored = ground.secrets.set(signedIn.secret, granted.grant.refreshToken); !stored) {
        return stored.error();
    }
    Account account;
    account.secret = signedIn.secret;
    m_accounts.forget(account);  // tokens of an earlier sign-in are no more
    return signedIn;
}

}  // namespace kith::sources
