// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A sign-in under way in the browser, up to the stored secret and the known address.
#pragma once

#include "core/mail/mail_provider.h"
#include "core/net/sign_in.h"

#include <memory>

namespace kith::sources {

class GoogleAccounts;

class GoogleSignIn final : public mail::SignIn {
public:
    /// accounts outlives the sign-in. again: the only address that is taken; empty: any.
    GoogleSignIn(GoogleAccounts& accounts, std::unique_ptr<net::SignIn> call, const QString& again);

    QUrl authorizeUrl() const override { return m_call->authorizeUrl(); }
    Result<mail::SignedIn> wait(std::stop_token stop) override;

private:
    Result<mail::SignedIn> keep(const net::SignedIn& granted, std::stop_token stop);

    GoogleAccounts& m_accounts;
    std::unique_ptr<net::SignIn> m_call;
    QString m_again;
};

}  // namespace kith::sources
