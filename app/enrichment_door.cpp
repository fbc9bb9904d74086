// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/enrichment_door.h"

#include "core/net/endpoints.h"
#include "core/sources/attio_source.h"
#include "core/sources/onyx_source.h"

namespace kith::app {

namespace {

QByteArray givenKey(const QString& source) {
    const QByteArray variable = "KITH_" + source.toUpper().toLatin1() + "_KEY";
    return qgetenv(variable.constData()).trimmed();
}

}  // namespace

QString enrichmentKeyName(const QString& source) {
    return source + QStringLiteral("/key");
}

Result<std::optional<QByteArray>> enrichmentKey(SecretDoor& secrets, const QString& source) {
    const QByteArray given = givenKey(source);
    const std::optional<QByteArray> otherwise = given.isEmpty() ? std::nullopt : std::optional(given);
    if (!secrets.holds(enrichmentKeyName(source))) {
        return otherwise;
    }
    auto stored = secrets.get(enrichmentKeyName(source));
    const bool usable = stored && *stored && !(*stored)->isEmpty();
    return usable || (!stored && !otherwise) ? stored : Result<std::optional<QByteArray>>(otherwise);
}

QString enrichmentKeyPlace(SecretDoor& secrets, const QString& source) {
    return secrets.holds(enrichmentKeyName(source)) ? QStringLiteral("stored")
           : givenKey(source).isEmpty()             ? QString()
                                                    : QStringLiteral("environment");
}

Result<std::unique_ptr<people::EnrichmentSource>> makeEnrichmentSource(const EnrichmentGround& ground,
                                                                       const QString& source) {
    const bool isAttio = source == QLatin1String("attio");
    if (!isAttio && source != QLatin1String("onyx")) {
        return std::unique_ptr<people::EnrichmentSource>();
    }
    const auto key = enrichmentKey(ground.secrets, source);
    if (!key || !*key) {
        return key ? Result<std::unique_ptr<people::EnrichmentSource>>(nullptr)
                   : Result<std::unique_ptr<people::EnrichmentSource>>(key.error());
    }
    const QString setting = QStringLiteral("endpoints.") + source;
    const auto endpoints = net::readEndpoints({{setting, ground.settings.text(setting)}});
    if (!endpoints) {
        return endpoints.error();
    }
    const auto told = [key = **key] { return Result<QByteArray>(key); };
    std::unique_ptr<people::EnrichmentSource> made;
    if (isAttio) {
        made = std::make_unique<sources::AttioSource>(ground.transport, ground.clock, endpoints->attio, told);
    } else {
        made = std::make_unique<sources::OnyxSource>(ground.transport, ground.clock, endpoints->onyx, told);
    }
    return made;
}

}  // namespace kith::app
