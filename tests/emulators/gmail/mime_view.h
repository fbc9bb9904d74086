// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The payload of a message: its MIME tree as Gmail tells it, and the parts that are fetched on their own.
#pragma once

#include "tests/emulators/gmail/json_out.h"
#include "tests/emulators/gmail/mailbox.h"

namespace kith::emulator {

/// The whole tree, into the object that is open. Attachment ids are made anew with each nonce.
void writePayload(JsonOut& out, const StoredMessage& message, quint64 nonce);
/// The mail's own headers; only those named, where names are given (compared without case).
void writeHeaderPayload(JsonOut& out, const StoredMessage& message, const QStringList& names);
/// The decoded bytes; nothing where the id was never given out for this message.
std::optional<QByteArray> attachmentOf(const StoredMessage& message, const QString& attachmentId);

}  // namespace kith::emulator
