// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Which contacts the lists no longer show rightly, because something that they rest on changed.
#pragma once

#include "core/storage/database.h"

#include <QJsonObject>

#include <span>

namespace kith::storage {

/// entity: contact:ID or address:KEY; others are passed over.
Result<void> markContactStale(Database& database, const QString& entity);
/// After a row of contacts, identities, observations or contact_merges came, went or changed.
Result<void> markContactsOfRow(Database& database, const QByteArray& table, const QJsonObject& key,
                               const QJsonObject& before, const QJsonObject& after);

}  // namespace kith::storage
