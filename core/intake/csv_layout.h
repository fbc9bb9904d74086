// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Where the table stands in its file: what is above it, how many rows name its columns, what is below it.
#pragma once

#include "core/intake/csv_dialect.h"
#include "core/intake/csv_reader.h"

#include <QStringList>

#include <string>
#include <vector>

namespace kith::intake {

/// A row that outlives its reader.
struct CsvKeptRow {
    std::vector<std::string> cells;
    qint64 line{0};
    std::size_t begin{0};
    std::size_t end{0};
    bool afterBlank{false};  ///< a blank line or a row without any value stands before it

    std::size_t filled() const;
};

CsvKeptRow keptRow(const CsvRow& row, bool afterBlank);

/// rows: the first ones that are not blank lines (some hundred are enough).
CsvLayout findLayout(const std::vector<CsvKeptRow>& rows);
/// rows: the last ones of the table. Only what says that it is no record counts: a total, a source, a note.
int countFooterRows(const std::vector<CsvKeptRow>& rows, const CsvLayout& layout);
/// Names of the columns: several header rows joined, empty ones and repeated ones made different.
QStringList columnNames(const std::vector<CsvKeptRow>& rows, const CsvLayout& layout);

}  // namespace kith::intake
