// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// To whom an answer goes and under what subject and references: Reply-To, lists, own addresses.
#pragma once

#include "core/domain/message.h"

namespace kith::mail {

enum class ReplyKind { Reply, ReplyAll, Forward };

struct ReplyHead {
    Address from;  ///< the own address that the message came to, else the first
    Addresses to;
    Addresses cc;
    QString subject;  ///< one "Re:" or "Fwd:"
    QString inReplyTo;
    QStringList references;
};

/// own: the owner's addresses, the usual one first; must not be empty. An answer to one's own letter goes to whom that
/// one went. A list's Reply-To is passed over for Reply and kept for ReplyAll.
ReplyHead replyHead(const Message& original, const Addresses& own, ReplyKind kind);

/// "On 12 May 2026 at 09:58, Ana Ruiz wrote:" and the text with a quote mark before each line.
QString quotedOriginal(const Message& original, const QString& text);

}  // namespace kith::mail
