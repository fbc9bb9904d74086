// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace kith::net {

namespace {

constexpr auto kBase64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

template <size_t Words>
QByteArray systemRandomText() {
    std::array<quint32, Words> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof(words)).toBase64(kBase64Url);
}

}  // namespace

Pkce makePkce() {
    Pkce pkce;
    pkce.verifier = systemRandomText<12>();  // 48 bytes, 64 characters
    pkce.challenge = pkceChallenge(pkce.verifier);
    return pkce;
}

QByteArray pkceChallenge(const QByteArray& verifier) {
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(kBase64Url);
}

QByteArray makeState() {
    return systemRandomText<8>();
}

}  // namespace kith::net
