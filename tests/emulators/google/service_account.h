// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A service account with domain-wide delegation: its key file, and the JWTs that it exchanges for access tokens.
#pragma once

#include "tests/emulators/exchange.h"
#include "tests/emulators/google/rsa_key.h"
#include "tests/emulators/google/token_book.h"

#include <QJsonObject>

namespace kith::emulator {

class ServiceAccount {
public:
    ServiceAccount(EmulatorClock& clock, TokenBook& tokens);

    /// Where its JWTs are to be sent: their audience.
    void setTokenUri(const QString& uri) { m_tokenUri = uri; }
    /// As Google's console hands it out. The key is made when it is first asked for.
    QJsonObject keyFile();
    void readKeyFile(const QJsonObject& file);
    bool hasKey() const { return !m_key.isNull(); }
    const QString& email() const { return m_email; }
    const RsaKey& key();

    /// The answer of /token to the JWT-bearer grant.
    Answer exchange(const QByteArray& assertion, const QStringList& accounts);

private:
    Answer checkedClaims(const QJsonObject& claims, const QStringList& accounts);
    QString timeTrouble(const QJsonObject& claims) const;

    EmulatorClock& m_clock;
    TokenBook& m_tokens;
    RsaKey m_key;
    QString m_keyId;
    QString m_email;
    QString m_clientId;
    QString m_tokenUri;
};

/// {"error", "error_description"} as Google's token endpoint writes it.
Answer tokenError(int status, const char* error, const QString& description);

}  // namespace kith::emulator
