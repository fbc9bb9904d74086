// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The contacts for other programs: as a table, no cell of which can be taken for a formula, or as vCards.
#pragma once

#include "core/service/cellar.h"
#include "core/service/person_view.h"
#include "core/storage/contact_list.h"

#include <stop_token>

class QIODevice;

namespace kith::service {

/// UTF-8 with a mark, commas, RFC 4180; the number of contacts. Several values of a field stand in further columns.
Result<qint64> exportContactsCsv(Cellar& cellar, QIODevice& device, std::stop_token stop,
                                 const storage::ContactQuery& query = {});
/// Version 4.0, UTF-8; what lost against a shown value is left out.
Result<qint64> exportContactsVCard(Cellar& cellar, QIODevice& device, std::stop_token stop,
                                   const storage::ContactQuery& query = {});
/// Into a file, which is replaced only by a whole one. The limit of the query does not count.
Result<qint64> exportContacts(Cellar& cellar, const QString& path, ContactFile kind, const storage::ContactQuery& query,
                              std::stop_token stop = {});

/// As a cell: quoted where it must be, and a text that a spreadsheet would calculate with an apostrophe before it.
QByteArray csvCell(const QString& text);

}  // namespace kith::service
