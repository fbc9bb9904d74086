// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The scopes that this Google knows, as whole URLs.
#pragma once

#include <QString>
#include <QStringList>

namespace kith::emulator {

/// "https://www.googleapis.com/auth/gmail.modify" for "gmail.modify".
QString gmailScope(const char* shortName);
inline QString fullMailScope() {
    return QStringLiteral("https://mail.google.com/");
}
/// Gmail's and the three of sign-in (openid, email, profile).
const QStringList& knownScopes();
/// What an administrator delegated to the emulator's service account.
const QStringList& delegatedScopes();
/// What the tick box of a scope says.
QString scopeInWords(const QString& scope);

}  // namespace kith::emulator
