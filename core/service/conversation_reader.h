// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Puts a conversation together for the reader: safe HTML, zones, warnings, the decision; and the card of its sender.
#pragma once

#include "core/base/result.h"
#include "core/service/conversation.h"
#include "core/service/owner_book.h"

#include <chrono>

namespace kith::service {

struct Cellar;

Result<Conversation> readConversation(Cellar& cellar, ThreadId thread);
Result<SenderCard> readSenderCard(Cellar& cellar, const QString& address, std::chrono::milliseconds now);
/// One letter from what the cellar holds: raw bytes parsed again for HTML and attachments.
LetterView viewOf(const Message& message, const QByteArray& source, const QString& text,
                  const std::vector<Zone>& zones);
/// Stable words for what looks like a disguise: name-is-other-address, reply-to-differs, punycode-domain.
QStringList spoofWarnings(const Message& message);

}  // namespace kith::service
