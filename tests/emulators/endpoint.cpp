// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/endpoint.h"

namespace kith::emulator {

QString endpointName(Endpoint endpoint) {
    switch (endpoint) {
    case Endpoint::GoogleApi:
        return QStringLiteral("google_api");
    case Endpoint::GoogleOAuth:
        return QStringLiteral("google_oauth");
    case Endpoint::DeepInfra:
        return QStringLiteral("deepinfra");
    case Endpoint::Attio:
        return QStringLiteral("attio");
    case Endpoint::Onyx:
        return QStringLiteral("onyx");
    case Endpoint::Control:
        break;
    }
    return QStringLiteral("control");
}

std::optional<Endpoint> endpointOf(const QString& name) {
    if (name == QLatin1String("google_api") || name == QLatin1String("gmail")) {
        return Endpoint::GoogleApi;
    }
    if (name == QLatin1String("google_oauth") || name == QLatin1String("oauth")) {
        return Endpoint::GoogleOAuth;
    }
    if (name == QLatin1String("deepinfra")) {
        return Endpoint::DeepInfra;
    }
    if (name == QLatin1String("attio")) {
        return Endpoint::Attio;
    }
    if (name == QLatin1String("onyx")) {
        return Endpoint::Onyx;
    }
    return std::nullopt;
}

}  // namespace kith::emulator
