// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/google_provider.h"

#include "core/base/log.h"
#include "core/net/service_account.h"
#include "core/net/token_calls.h"
#include "core/sources/gmail_client.h"
#include "core/sources/google_accounts.h"
#include "core/sources/google_sign_in.h"

namespace kith::sources {

GoogleProvider::GoogleProvider(Ground ground)
    : m_accounts(std::make_unique<GoogleAccounts>(std::move(ground))) {
}

GoogleProvider::~GoogleProvider() = default;

Result<std::unique_ptr<mail::SignIn>> GoogleProvider::beginSignIn(const QString& again) {
    const GoogleSetUp& setUp = m_accounts->ground().setUp;
    if (setUp.problem) {
        return *setUp.problem;
    }
    auto client = m_accounts->client(m_accounts->clientId());
    if (!client) {
        return client.error();
    }
    net::SignInRequest request;
    request.client = std::move(*client);
    request.scopes = googleScopes();
    request.loginHint = again;
    auto call = net::SignIn::start(std::move(request));
    if (!call) {
        return call.error();
    }
    return std::unique_ptr<mail::SignIn>(std::make_unique<GoogleSignIn>(*m_accounts, std::move(*call), again));
}

Result<mail::SignedIn> GoogleProvider::addServiceAccount(const QByteArray& keyFile, const QString& subject,
                                                         std::stop_token stop) {
    const auto& ground = m_accounts->ground();
    if (ground.setUp.problem) {
        return *ground.setUp.problem;
    }
    auto key = net::parseServiceAccountKey(keyFile);
    if (!key) {
        return key.error();
    }
    const QString wanted = subject.trimmed();
    if (!wanted.contains(u'@')) {
        return Error{ErrorKind::Malformed, QStringLiteral("the subject is no address"),
                     QStringLiteral("Name the mailbox that the service account stands in for.")};
    }
    auto tokens =
        std::make_shared<net::ServiceAccountTokens>(ground.transport, ground.clock, *key, wanted, googleScopes());
    const auto token = tokens->token(stop);
    if (!token) {
        return token.error();
    }
    const Result<QString> address = m_accounts->addressOf(tokens, stop);
    if (!address) {
        return address.error();
    }
    mail::SignedIn signedIn;
    signedIn.address = *address;
    signedIn.kind = QStringLiteral("gmail-service");
    signedIn.scopes = token->scopes.isEmpty() ? googleScopes() : token->scopes;
    signedIn.missingScopes = net::missingScopes(googleScopes(), signedIn.scopes);
    signedIn.tokenExpiresAt = token->expiresAt;
    signedIn.detail = {{QStringLiteral("subject"), wanted}, {QStringLiteral("service_account"), key->clientEmail}};
    signedIn.secret = QStringLiteral("gmail-service/") + address->toLower();
    if (const auto stored = ground.secrets.set(signedIn.secret, keyFile); !stored) {
        return stored.error();
    }
    Account account;
    account.secret = signedIn.secret;
    m_accounts->forget(account);
    return signedIn;
}

Result<std::unique_ptr<mail::RemoteMailbox>> GoogleProvider::open(const Account& account) {
    const auto& ground = m_accounts->ground();
    if (ground.setUp.problem) {
        return *ground.setUp.problem;
    }
    if (account.secret.isEmpty() || !account.kind.startsWith(QStringLiteral("gmail"))) {
        return Error{ErrorKind::Unsupported, QStringLiteral("no Gmail account: %1").arg(account.kind), {}};
    }
    Result<GmailShared> shared = m_accounts->shared(account);
    if (!shared) {
        return shared.error();
    }
    return std::unique_ptr<mail::RemoteMailbox>(std::make_unique<GmailClient>(
        ground.transport, ground.clock, QUrl(ground.setUp.endpoints.googleApi), std::move(*shared)));
}

Result<void> GoogleProvider::signOut(const Account& account, std::stop_token stop) {
    const auto& ground = m_accounts->ground();
    m_accounts->forget(account);
    if (account.secret.isEmpty()) {
        return {};
    }
    if (account.kind == u"gmail") {
        const auto secret = ground.secrets.get(account.secret);
        if (!secret) {
            return secret.error();  // a store that cannot be read cannot be cleared either
        }
        if (*secret) {
            net::OAuthClient client = ground.setUp.endpoints.applied({});
            if (const auto revoked = net::revokeToken(ground.transport, client, **secret, std::move(stop)); !revoked) {
                log::warning(
                    "sources",
                    QStringLiteral("the right to a mailbox could not be taken back: %1").arg(revoked.error().detail));
            }
        }
    }
    return ground.secrets.remove(account.secret);
}

Result<QString> GoogleProvider::importClient(const QByteArray& credentialsFile) {
    auto client = net::parseOAuthClient(credentialsFile);
    if (!client) {
        return client.error();
    }
    if (const auto kept = m_accounts->keepClient(*client); !kept) {
        return kept.error();
    }
    return client->clientId;
}

QString GoogleProvider::clientId() {
    return m_accounts->clientId();
}

}  // namespace kith::sources
