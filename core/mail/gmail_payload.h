// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Gmail's payload tree (format=full) becomes RFC 5322 bytes again: the same headers in order, the same contents.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace kith::mail {

/// Unsupported where the tree does not tell the whole message or tells it doubtfully (attachments by reference,
/// attached messages, signatures over bytes, headers that were decoded in a way that cannot be undone): then the
/// message must be fetched raw. detail says why.
Result<QByteArray> rawFromPayload(const QJsonObject& payload);

}  // namespace kith::mail
