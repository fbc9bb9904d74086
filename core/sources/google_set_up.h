// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Where Google is and as whom we knock: endpoints, OAuth client, quota; from settings, environment or what is built in.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <functional>
#include <optional>

namespace kith::sources {

/// Small values that are no secrets, kept by the owner of the provider. Callable from any worker.
/// Keys: google.client_id, google.units_per_minute, google.learned.<address>, endpoints.google_api, endpoints.google_oauth.
struct GoogleSettings {
    std::function<QString(const QString& key)> read;  ///< empty: not set
    std::function<Result<void>(const QString& key, const QString& value)> write;
};

struct GoogleSetUp {
    QUrl api;        ///< the root before /gmail/v1
    QUrl authorize;  ///< opened in the browser
    QUrl token;
    QUrl revoke;
    QString clientId;         ///< of the environment or built in; empty: the imported one
    QByteArray clientSecret;  ///< belongs to clientId
    std::optional<double> unitsPerMinute;  ///< the client's own token bucket; 0: none; nothing: Gmail's, with a reserve

    /// KITH_ENDPOINT_GOOGLE_API, KITH_ENDPOINT_GOOGLE_OAUTH, KITH_GOOGLE_CLIENT_ID, KITH_GOOGLE_CLIENT_SECRET,
    /// KITH_GMAIL_UNITS_PER_MINUTE come before the settings, these before Google itself.
    static GoogleSetUp from(const GoogleSettings& settings, const std::function<QString(const char*)>& environment);
};

}  // namespace kith::sources
