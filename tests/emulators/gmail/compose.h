// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Messages that come in by the API: what the body or the upload brings, checked, and how it is sent on.
#pragma once

#include "tests/emulators/gmail/call.h"

namespace kith::emulator {

struct Composed {
    QByteArray raw;
    LabelKeys labels;
    bool labelsTold{false};
    std::optional<quint64> thread;
    bool threadIsSure{false};  ///< a draft's own: no rule is asked
};

/// message: the body itself, or "message" of a draft's body.
std::variant<Composed, ApiError> composed(const Call& call, const QJsonObject& message);

/// Threaded by the rule of threadId, References and Subject; alone where no thread is named.
NewMessage newMessage(const Composed& composed, qint64 internalDate);

/// As Gmail sends: From replaced where it is no own address, Date and Message-ID added where missing; the sender's copy
/// keeps Bcc, the copies for other local accounts do not have it.
std::variant<StoredMessage*, ApiError> sendOut(Call& call, const Composed& composed);

}  // namespace kith::emulator
