// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Secrets of one sign-in: PKCE verifier and challenge (RFC 7636, S256) and the state, from the system's generator.
#pragma once

#include <QByteArray>

namespace kith::net {

struct Pkce {
    QByteArray verifier;   ///< 64 characters
    QByteArray challenge;  ///< BASE64URL(SHA256(verifier)), no padding
};

Pkce makePkce();
QByteArray pkceChallenge(const QByteArray& verifier);
/// 43 characters, 256 bits.
QByteArray makeState();

}  // namespace kith::net
