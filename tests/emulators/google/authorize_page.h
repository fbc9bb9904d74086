// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The authorize page: which account, which scopes, allow or deny, as a person sees it in the browser.
#pragma once

#include "tests/emulators/exchange.h"
#include "tests/emulators/google/form.h"

#include <QStringList>

namespace kith::emulator {

/// The form posts every parameter of the request back to the same path, and: account (an address), granted (a scope,
/// once for each ticked box), decision (allow or deny).
Answer authorizePage(const Form& request, const QStringList& accounts, const QStringList& scopes);
/// What Google shows instead of redirecting, where the request itself is wrong.
Answer authorizeErrorPage(int status, const char* error, const QString& description);

}  // namespace kith::emulator
