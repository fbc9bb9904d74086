// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Port: signing in to a mail service, and the mailbox behind an account.
#pragma once

#include "core/domain/account.h"
#include "core/mail/remote_mailbox.h"

#include <QUrl>

#include <functional>
#include <memory>

namespace kith::mail {

struct SignedIn {
    QString address;
    QString kind;  ///< gmail, gmail-service
    QStringList scopes;
    QStringList missingScopes;  ///< asked for and not granted
    std::chrono::milliseconds tokenExpiresAt{0};
    QJsonObject detail;  ///< what open() needs again; no secrets
    QString secret;      ///< name under which the secret was stored
};

/// A sign-in under way: the listener stands from the moment this exists.
class SignIn {
public:
    virtual ~SignIn() = default;
    virtual QUrl authorizeUrl() const = 0;
    /// Blocks until the browser came back with the right state and the code was exchanged, the secret is stored and
    /// verified, and the address is known. Cancelled, Denied (the person said no), SignInNeeded, Unreachable.
    virtual Result<SignedIn> wait(std::stop_token stop) = 0;
};

class MailProvider {
public:
    virtual ~MailProvider() = default;
    /// NotFound where no OAuth client is set up: hint says how to bring one. again: an account whose token is gone.
    virtual Result<std::unique_ptr<SignIn>> beginSignIn(const QString& again) = 0;
    /// keyFile: the JSON that Google gives; Malformed names what is wrong with it. The private key goes to the secrets.
    virtual Result<SignedIn> addServiceAccount(const QByteArray& keyFile, const QString& subject,
                                               std::stop_token stop) = 0;
    /// The mailbox of an account that was signed in once; asks nobody yet.
    virtual Result<std::unique_ptr<RemoteMailbox>> open(const Account& account) = 0;
    /// Takes the right back at the server where it answers, and removes the secret here (read back).
    virtual Result<void> signOut(const Account& account, std::stop_token stop) = 0;
    /// The file that Google's console gives for a desktop client. Stores id and secret in their places.
    virtual Result<QString> importClient(const QByteArray& credentialsFile) = 0;
    /// The client id in use, empty where none is.
    virtual QString clientId() = 0;
};

}  // namespace kith::mail
