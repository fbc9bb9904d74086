// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// When a mail was sent, by its own header.
#pragma once

#include <QByteArrayView>

#include <optional>

namespace kith::emulator {

/// Milliseconds since 1970; nothing where no Date header says it.
std::optional<qint64> dateHeaderOf(QByteArrayView mail);
/// The newest Received header that holds a date.
std::optional<qint64> receivedDateOf(QByteArrayView mail);

}  // namespace kith::emulator
