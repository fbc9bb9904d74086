// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Bodies of several parts: batches and multipart uploads.
#pragma once

#include "tests/emulators/exchange.h"

#include <QByteArrayView>

#include <optional>

namespace kith::emulator {

struct BodyPart {
    Headers headers;
    QByteArrayView content;  ///< into the whole body

    QByteArray header(const QByteArray& name) const;
};

/// The parts between the boundary's lines; nothing where the type names no boundary or the last line is missing.
std::optional<std::vector<BodyPart>> bodyParts(const QByteArray& contentType, const QByteArray& body);

/// Header lines up to the blank one; rest is what comes after it.
Headers headerLines(QByteArrayView text, QByteArrayView& rest);

/// "text/plain" of "Text/Plain; charset=…".
QByteArray mediaType(const QByteArray& contentType);

}  // namespace kith::emulator
