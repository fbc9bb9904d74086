// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What DeepInfra's published contract allows in a chat request; everything else is refused with its own 422.
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace kith::emulator {

/// Empty: the request may pass. Else the entries of `detail` in a 422 answer.
QJsonArray chatFaults(const QJsonObject& body);

}  // namespace kith::emulator
