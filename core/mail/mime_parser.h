// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The bytes of a mail (RFC 5322 with MIME, or whatever somebody sent instead) become a Letter.
#pragma once

#include "core/domain/message.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <optional>
#include <vector>

namespace kith::mail {

/// What is known about a mail besides its bytes.
struct ParseContext {
    std::optional<std::chrono::milliseconds> fileDate{};  ///< taken only where no header gives a date
};

/// Never fails: whatever the bytes, what can be read is read and the rest is told in defects.
/// May be called from any thread. The zones stay empty (see zones.h).
Letter parseMime(QByteArrayView bytes, const ParseContext& context = {});

/// The decoded content of the part with this depth-first number (Attachment::part); an attached
/// message comes whole, with its headers. Empty where there is no such part.
QByteArray partContent(QByteArrayView bytes, int part);

/// Every leaf of the mail in depth-first order, the readable bodies included.
std::vector<Attachment> leafParts(QByteArrayView bytes);

}  // namespace kith::mail
