// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How messages, threads and labels are told in JSON.
#pragma once

#include "tests/emulators/gmail/call.h"

namespace kith::emulator {

enum class MessageFormat { Minimal, Metadata, Full, Raw };

struct ViewOptions {
    MessageFormat format{MessageFormat::Full};
    QStringList metadataHeaders;  ///< Metadata: only these; empty: all
};

ViewOptions viewOptions(const Call& call);
/// What the scope gmail.metadata alone does not allow; nothing where the call may see it.
std::optional<ApiError> beyondMetadata(const Call& call, const ViewOptions& view);
/// Only gmail.metadata gave the right to this call.
bool hasMetadataOnly(const Call& call);

/// The fields of a message, into the object that is open.
void writeMessage(JsonOut& out, Call& call, const StoredMessage& message, const ViewOptions& view);
/// id and threadId.
void writeRef(JsonOut& out, const StoredMessage& message);
/// id, threadId and labelIds: what changing methods answer.
void writeBrief(JsonOut& out, const Mailbox& mailbox, const StoredMessage& message);
void writeLabelIds(JsonOut& out, const Mailbox& mailbox, const LabelKeys& keys);
Answer briefAnswer(const Call& call, const StoredMessage& message);

}  // namespace kith::emulator
