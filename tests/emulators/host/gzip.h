// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A body packed as Content-Encoding: gzip wants it.
#pragma once

#include <QByteArray>

namespace kith::emulator {

QByteArray gzipped(const QByteArray& body);

}  // namespace kith::emulator
