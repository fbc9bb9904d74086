// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The way to Attio and Onyx: which source stands where, with which key, over the transport whose ledger keeps all.
#pragma once

#include "app/house_settings.h"
#include "app/secret_door.h"
#include "core/net/http.h"
#include "core/people/enrichment_source.h"

#include <memory>

namespace kith::app {

/// Outlives every source that is made from it.
struct EnrichmentGround {
    net::HttpTransport& transport;
    Clock& clock;
    SecretDoor& secrets;
    HouseSettings& settings;
};

/// The secret's name in the store: attio/key.
QString enrichmentKeyName(const QString& source);
/// The key that is stored, else KITH_ATTIO_KEY or KITH_ONYX_KEY; nothing where there is neither.
Result<std::optional<QByteArray>> enrichmentKey(SecretDoor& secrets, const QString& source);
/// stored, environment, or empty; opens no keyring and no vault.
QString enrichmentKeyPlace(SecretDoor& secrets, const QString& source);
/// Nothing where no key is set or no such source is known. Denied or Malformed: the address of the service is none.
Result<std::unique_ptr<people::EnrichmentSource>> makeEnrichmentSource(const EnrichmentGround& ground,
                                                                       const QString& source);

}  // namespace kith::app
