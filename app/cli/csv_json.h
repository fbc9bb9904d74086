// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Tables and what was understood of them, as JSON.
#pragma once

#include "core/intake/csv_schema.h"

#include <QJsonObject>

namespace kith::cli {

/// {encoding, delimiter, quote, escape, header, …}
QJsonObject dialectJson(const intake::CsvEncoding& encoding, const intake::CsvPlan& plan);
QJsonObject schemaJson(const intake::CsvSchema& schema);

}  // namespace kith::cli
