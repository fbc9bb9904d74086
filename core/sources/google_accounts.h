// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The OAuth client and the accounts that are open: who shares tokens and quota, where each secret lies.
#pragma once

#include "core/net/oauth_client.h"
#include "core/sources/gmail_shared.h"
#include "core/sources/google_provider.h"

#include <map>
#include <mutex>

namespace kith::sources {

/// Everything that is planned needs this one: reading, labels, drafts, sending, own addresses and signatures.
QStringList googleScopes();

class GoogleAccounts {
public:
    explicit GoogleAccounts(GoogleProvider::Ground ground);

    const GoogleProvider::Ground& ground() const { return m_ground; }
    /// Of the environment, imported, or built in; empty: none.
    QString clientId() const;
    /// With its secret; NotFound where there is no client, Denied or Unreachable where the secret cannot be read.
    Result<net::OAuthClient> client(const QString& clientId) const;
    Result<void> keepClient(const net::OAuthClient& client);

    /// What all mailboxes of this account share, made at the first call.
    Result<GmailShared> shared(const Account& account);
    void forget(const Account& account);

    /// The address behind an access token that is in no store yet.
    Result<QString> addressOf(std::shared_ptr<net::AccessTokens> tokens, std::stop_token stop);

private:
    std::shared_ptr<net::AccessTokens> tokensOf(const Account& account);
    Result<GmailShared> fresh(std::shared_ptr<net::AccessTokens> tokens, const QString& address);
    GmailLimits limitsOf(const QString& address, double perMinute) const;

    GoogleProvider::Ground m_ground;
    std::mutex m_mutex;
    std::map<QString, GmailShared> m_open;  ///< by the secret's name
};

}  // namespace kith::sources
