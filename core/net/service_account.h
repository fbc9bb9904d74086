// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Sign-in without a person: a Workspace service account that stands in for a mailbox (domain-wide delegation).
#pragma once

#include "core/net/http.h"
#include "core/net/single_flight_tokens.h"

namespace kith::net {

struct ServiceAccountKey {
    QString clientEmail;
    QString clientId;  ///< what the Workspace admin enters for the delegation
    QString projectId;
    QString privateKeyId;
    QByteArray privateKey;  ///< PEM; a secret
    QUrl tokenUri;
};

/// Google's key file. Malformed names the field; the private key is read once to see that it is one.
Result<ServiceAccountKey> parseServiceAccountKey(const QByteArray& json);

struct JwtClaims {
    QString subject;  ///< the mailbox
    QStringList scopes;
    Millis now{0};
};

/// The signed assertion (RS256) that is worth an hour of access.
Result<QByteArray> signedAssertion(const ServiceAccountKey& key, const JwtClaims& claims);

class ServiceAccountTokens final : public AccessTokens {
public:
    ServiceAccountTokens(HttpTransport& transport, const Clock& clock, ServiceAccountKey key, QString subject,
                         QStringList scopes);

    /// SignInNeeded where the Workspace admin must act; the hint says what to enter where.
    Result<AccessToken> token(std::stop_token stop) override { return m_tokens.token(stop); }
    void reject(const QByteArray& token) override { m_tokens.reject(token); }

private:
    Result<AccessToken> fetch(std::stop_token stop);

    HttpTransport& m_transport;
    const Clock& m_clock;
    ServiceAccountKey m_key;
    QString m_subject;
    QStringList m_scopes;
    SingleFlightTokens m_tokens;
};

}  // namespace kith::net
