// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How a table is written as text: plain values.
#pragma once

#include <QString>

namespace kith::intake {

struct CsvDialect {
    char delimiter{','};
    char quote{'"'};         ///< 0: none
    char escape{0};          ///< beside the doubled quote; 0: none
    bool skipSpaces{false};  ///< spaces after a delimiter do not belong to the cell

    bool operator==(const CsvDialect&) const = default;
};

/// Where the table stands in the file. Rows count from 0, without blank lines.
struct CsvLayout {
    int preambleRows{0};
    int headerRows{1};
    int footerRows{0};
    int columns{0};
    double headerConfidence{0};
};

}  // namespace kith::intake
