// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Finds out how a table is written: which sign parts the cells, which encloses and which escapes them.
#pragma once

#include "core/intake/csv_dialect.h"

#include <string_view>
#include <vector>

namespace kith::intake {

struct CsvGuess {
    CsvDialect dialect;
    double score{0};       ///< regular rows times cells of a known kind
    double confidence{0};  ///< against the best reading with another delimiter
};

/// Pattern score times type score over all candidates (van den Burg, Nazábal, Sutton 2019). samples: pieces of the
/// text, the first from its start, each beginning at a line. Best first; at most one guess a delimiter; never empty.
std::vector<CsvGuess> sniffDialect(const std::vector<std::string_view>& samples);

/// "sep=;" in the first line, as spreadsheets write it: the delimiter and the length of the line, or 0.
struct CsvSepLine {
    char delimiter{0};
    std::size_t length{0};
};
CsvSepLine readSepLine(std::string_view text);

}  // namespace kith::intake
