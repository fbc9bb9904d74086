// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Signing in to Google, and the Gmail mailbox behind an account: the port mail_provider.h over net.
#pragma once

#include "core/base/clock.h"
#include "core/mail/mail_provider.h"
#include "core/net/http.h"
#include "core/net/secret_store.h"
#include "core/sources/google_set_up.h"

#include <memory>

namespace kith::sources {

class GoogleAccounts;

class GoogleProvider final : public mail::MailProvider {
public:
    /// All that it leans on; it outlives the provider, as the provider outlives its mailboxes and sign-ins.
    struct Ground {
        net::HttpTransport& transport;
        net::SecretStore& secrets;
        Clock& clock;
        GoogleSettings settings;
        GoogleSetUp setUp;
    };
    explicit GoogleProvider(Ground ground);
    ~GoogleProvider() override;
    Q_DISABLE_COPY_MOVE(GoogleProvider)

    /// again: the address of an account that must sign in again; another one is refused (Conflict), nothing is kept.
    Result<std::unique_ptr<mail::SignIn>> beginSignIn(const QString& again) override;
    Result<mail::SignedIn> addServiceAccount(const QByteArray& keyFile, const QString& subject,
                                             std::stop_token stop) override;
    Result<std::unique_ptr<mail::RemoteMailbox>> open(const Account& account) override;
    Result<void> signOut(const Account& account, std::stop_token stop) override;
    Result<QString> importClient(const QByteArray& credentialsFile) override;
    QString clientId() override;

private:
    std::unique_ptr<GoogleAccounts> m_accounts;
};

}  // namespace kith::sources
