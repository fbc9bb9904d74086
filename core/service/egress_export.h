// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The ledger as a file that can be read elsewhere: one JSON object a line, newest first, each with its exact text.
#pragma once

#include "core/service/cellar.h"
#include "core/storage/egress_store.h"

#include <QJsonObject>

#include <stop_token>

namespace kith::service {

QJsonObject toJson(const storage::EgressEntry& entry);

/// How many were written. A stop or an error leaves no file. service: empty for all.
Result<qint64> exportEgress(Cellar& cellar, const QString& path, const QString& service, std::stop_token stop);

}  // namespace kith::service
