// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Where each service is: the vendor's address, or one that the user put in its place.
#pragma once

#include "core/base/result.h"
#include "core/net/oauth_client.h"

#include <QMap>
#include <QString>
#include <QUrl>

#include <functional>

namespace kith::net {

/// Base addresses without a slash at the end.
struct Endpoints {
    QString googleApi{QStringLiteral("https://gmail.googleapis.com")};  ///< before /gmail/v1/… and /batch…
    QString googleOauth;                                                ///< empty: Google's own addresses
    QString deepinfra{QStringLiteral("https://api.deepinfra.com/v1/openai")};
    QString attio{QStringLiteral("https://api.attio.com")};  ///< before /v2/…
    QString onyx{QStringLiteral("https://cloud.onyx.app/api")};

    /// The client with this house's authorization, token and revocation addresses.
    OAuthClient applied(OAuthClient client) const;
};

/// Environment before settings before the vendor's. Settings by their keys "endpoints.google_api" and so on;
/// an environment of KITH_ENDPOINT_GOOGLE_API and so on. Denied or Malformed with a sentence that names the key.
Result<Endpoints> readEndpoints(const QMap<QString, QString>& settings,
                                const std::function<QString(const char*)>& environment);
/// With the process's own environment.
Result<Endpoints> readEndpoints(const QMap<QString, QString>& settings);

}  // namespace kith::net
