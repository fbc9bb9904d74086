// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A table understood: how it is written, where it stands in its file, and what its columns hold.
#pragma once

#include "core/intake/csv_columns.h"
#include "core/intake/csv_layout.h"
#include "core/intake/csv_text.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace kith::intake {

/// What the user says better; anything else is found out.
struct CsvWish {
    QString encoding;
    std::optional<char> delimiter;
    std::optional<char> quote;
    std::optional<int> headerRow;  ///< 1-based among the rows; 0: there is none
};

/// Enough to read the rows: found from the head and some windows, quickly.
struct CsvPlan {
    CsvDialect dialect;
    CsvLayout layout;
    double confidence{0};  ///< of the dialect
    std::size_t start{0};  ///< after "sep=;"
    QStringList names;
    std::vector<CsvKeptRow> head;  ///< the first rows of the file, for the eye
};

struct CsvSchema {
    CsvEncoding encoding;
    CsvPlan plan;
    qint64 rows{0};  ///< records: without preamble, header, footer and blank lines
    qint64 blankLines{0};
    qint64 raggedRows{0};             ///< with another number of cells than the table has columns
    std::vector<qint64> raggedLines;  ///< the first of them
    qint64 repairedRows{0};
    qint64 nulRows{0};
    int droppedColumns{0};  ///< empty ones at the right
    std::vector<CsvColumn> columns;
};

CsvPlan planCsv(const CsvText& text, const CsvWish& wish = {});

using CsvProgress = std::function<void(std::size_t done, std::size_t all)>;

/// Reads the whole table. Errors: Malformed names the line that has no end; Cancelled.
Result<CsvSchema> readSchema(const CsvText& text, const CsvPlan& plan, std::stop_token stop = {},
                             const CsvProgress& progress = {});
/// Plans, reads, and reads again where the whole says that another delimiter fits better.
Result<CsvSchema> understandCsv(const CsvText& text, const CsvWish& wish = {}, std::stop_token stop = {},
                                const CsvProgress& progress = {});

}  // namespace kith::intake
