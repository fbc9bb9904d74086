// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Whether an authorize request is one that Google serves, and whether a PKCE verifier fits its challenge.
#pragma once

#include "tests/emulators/exchange.h"
#include "tests/emulators/google/form.h"

#include <optional>

namespace kith::emulator {

/// The page that Google shows where the request is wrong; nothing where it may go on.
std::optional<Answer> refusedAuthorizeRequest(const Form& form, const QString& clientId, const QByteArray& userAgent);
/// http://127.0.0.1 or http://[::1], any port, any path; localhost and everything else is refused.
bool isLoopbackRedirect(const QString& redirectUri);
QStringList askedScopes(const Form& form);
/// Compared without case; -1 where it is not among them.
qsizetype accountIndex(const QStringList& accounts, const QString& address);
/// Without a challenge there must be no verifier to check.
bool verifierFits(const QString& verifier, const QString& challenge, const QString& method);
/// Gmail's answer to a missing, expired or wrong access token.
Answer unauthenticatedAnswer();

}  // namespace kith::emulator
