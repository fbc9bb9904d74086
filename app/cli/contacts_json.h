// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Contacts as the JSON of the contract: per field the value and everything that was observed.
#pragma once

#include "core/service/contact_book.h"
#include "core/storage/pair_store.h"

#include <QJsonObject>

namespace kith::cli {

QJsonObject contactJson(const service::ContactCard& card);
QJsonObject contactPairJson(const storage::ContactPair& pair, const service::ContactCard& one,
                            const service::ContactCard& other);

}  // namespace kith::cli
