// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Many calls in one multipart request, carried out and answered part by part.
#pragma once

#include "tests/emulators/gmail/router.h"

namespace kith::emulator {

bool isBatchPath(const QString& path);

/// What is asked of whoever runs the emulator: who a caller is, and whether a part is answered otherwise.
struct BatchHooks {
    const GmailApi::Authenticate& authenticate;
    const GmailApi::InPlace& inPlace;
};

Answer runBatch(const Request& request, const BatchHooks& hooks, Service& service, Router& router, CallReport& report);

}  // namespace kith::emulator
