// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Where Google is and as whom we knock: endpoints, OAuth client, quota; from settings, environment or what is built in.
#pragma once

#include "core/base/result.h"
#include "core/net/endpoints.h"

#include <QString>

#include <functional>
#include <optional>

namespace kith::sources {

/// Small values that are no secrets, kept by the owner of the provider. Callable from any worker.
/// Keys: google.client_id, google.units_per_minute, google.quota_table, google.learned.<address>,
/// endpoints.google_api, endpoints.google_oauth.
struct GoogleSettings {
    std::function<QString(const QString& key)> read;  ///< empty: not set
    std::function<Result<void>(const QString& key, const QString& value)> write;
};

struct GoogleSetUp {
    net::Endpoints endpoints;
    std::optional<Error> problem{};        ///< an endpoint that cannot be used: nobody is asked anything
    QString clientId;                      ///< of the environment; empty: the imported one, or the one built in
    QString clientSecret;                  ///< belongs to clientId
    QString quotaTable;                    ///< units_2026, or units_legacy for projects made before May 2026
    std::optional<double> unitsPerMinute;  ///< the client's own token bucket; 0: none; nothing: Gmail's, with a reserve

    /// KITH_ENDPOINT_GOOGLE_API, KITH_ENDPOINT_GOOGLE_OAUTH, KITH_GOOGLE_CLIENT_ID, KITH_GOOGLE_CLIENT_SECRET,
    /// KITH_GMAIL_UNITS_PER_MINUTE come before the settings, these before Google itself.
    static GoogleSetUp from(const GoogleSettings& settings, const std::function<QString(const char*)>& environment);
};

}  // namespace kith::sources
