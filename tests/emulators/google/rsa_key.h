// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An RSA key pair as JWTs need it: made fresh, kept as PEM, signs and verifies RS256.
#pragma once

#include <QByteArray>

#include <memory>

struct evp_pkey_st;

namespace kith::emulator {

class RsaKey {
public:
    /// 2048 bits; takes a tenth of a second or so.
    static RsaKey generate();
    /// Null key where the PEM holds none.
    static RsaKey fromPrivatePem(const QByteArray& pem);

    RsaKey() = default;
    bool isNull() const { return !m_key; }
    QByteArray privatePem() const;  ///< PKCS #8, as Google's key files hold it
    QByteArray sign(const QByteArray& data) const;
    bool verifies(const QByteArray& data, const QByteArray& signature) const;
    /// header.claims.signature, each base64url without padding.
    QByteArray signedJwt(const QByteArray& headerJson, const QByteArray& claimsJson) const;

private:
    explicit RsaKey(evp_pkey_st* key);
    std::shared_ptr<evp_pkey_st> m_key;  // OpenSSL counts its users itself; copies of a key are one key
};

}  // namespace kith::emulator
