// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What Onyx's contract allows in a request body; everything else is refused with FastAPI's 422.
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace kith::emulator {

enum class OnyxForm { Search, SearchMessage, Chat };

/// Empty: it may pass. Else the entries of `detail`.
QJsonArray onyxFaults(OnyxForm form, const QJsonObject& body);

}  // namespace kith::emulator
