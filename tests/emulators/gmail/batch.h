// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Many calls in one multipart request, carried out and answered part by part.
#pragma once

#include "tests/emulators/gmail/router.h"

namespace kith::emulator {

bool isBatchPath(const QString& path);

Answer runBatch(const Request& request, const GmailApi::Authenticate& authenticate, Service& service, Router& router,
                CallReport& report);

}  // namespace kith::emulator
