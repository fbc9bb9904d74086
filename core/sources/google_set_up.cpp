// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/google_set_up.h"

namespace kith::sources {

namespace {

std::optional<double> unitsFrom(const QString& text) {
    bool ok = false;
    const double units = text.trimmed().toDouble(&ok);
    return ok && units >= 0 ? std::optional(units) : std::nullopt;
}

}  // namespace

GoogleSetUp GoogleSetUp::from(const GoogleSettings& settings, const std::function<QString(const char*)>& environment) {
    const auto setting = [&](const QString& key) { return settings.read ? settings.read(key) : QString(); };
    GoogleSetUp setUp;
    QMap<QString, QString> addresses;
    for (const QString& key : {QStringLiteral("endpoints.google_api"), QStringLiteral("endpoints.google_oauth")}) {
        addresses.insert(key, setting(key));
    }
    if (auto endpoints = net::readEndpoints(addresses, environment); endpoints) {
        setUp.endpoints = std::move(*endpoints);
    } else {
        setUp.problem = endpoints.error();
    }
    setUp.clientId = environment("KITH_GOOGLE_CLIENT_ID").trimmed();
    setUp.clientSecret = environment("KITH_GOOGLE_CLIENT_SECRET").trimmed();
    setUp.unitsPerMinute = unitsFrom(environment("KITH_GMAIL_UNITS_PER_MINUTE"));
    if (!setUp.unitsPerMinute) {
        setUp.unitsPerMinute = unitsFrom(setting(QStringLiteral("google.units_per_minute")));
    }
    const QString table = setting(QStringLiteral("google.quota_table"));
    setUp.quotaTable = table.isEmpty() ? QStringLiteral("units_2026") : table;
    return setUp;
}

}  // namespace kith::sources
