// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The contacts as a table for other programs; no cell of it can be taken for a formula.
#pragma once

#include "core/service/cellar.h"

#include <stop_token>

class QIODevice;

namespace kith::service {

/// UTF-8 with a mark, commas, RFC 4180; the number of contacts. Several values of a field stand in further columns.
Result<qint64> exportContactsCsv(Cellar& cellar, QIODevice& device, std::stop_token stop);

/// As a cell: quoted where it must be, and a text that a spreadsheet would calculate with an apostrophe before it.
QByteArray csvCell(const QString& text);

}  // namespace kith::service
