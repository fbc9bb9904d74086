// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Which addresses we talk to at all: https everywhere, plain http on a loopback address only.
#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace kith::net {

/// 127.0.0.0/8, ::1 and localhost.
bool isLoopback(const QString& host);
/// Denied with a sentence where this address would carry secrets in the clear or is not on the web.
Result<void> checkAddress(const QUrl& url);

}  // namespace kith::net
