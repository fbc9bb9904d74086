// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The services that emulators stand in for, by the names that the ready line and the control calls use.
#pragma once

#include <QString>

#include <optional>

namespace kith::emulator {

enum class Endpoint { GoogleApi, GoogleOAuth, DeepInfra, Attio, Onyx, Control };

QString endpointName(Endpoint endpoint);
/// Also the short names "gmail" and "oauth".
std::optional<Endpoint> endpointOf(const QString& name);

}  // namespace kith::emulator
