// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the index knows of a stored message, read back so that it can forget it or learn it again.
#pragma once

#include "core/storage/search_store.h"

namespace kith::storage {

Result<SearchDocument> searchDocument(Database& database, MessageId message);
/// Name and address of people as one text.
QString searchPeople(const QString& soFar, const QString& name, const QString& address);

}  // namespace kith::storage
