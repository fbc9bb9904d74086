// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A Letter as the JSON object that the command line prints for "message parse".
#pragma once

#include "core/domain/message.h"

#include <QJsonObject>

namespace kith::mail {

/// Absent values are null or []. Message ids stand without angle brackets; the date is RFC 3339 with
/// the sender's offset; a defect is "name" or "name: detail".
QJsonObject toJson(const Letter& letter);

}  // namespace kith::mail
