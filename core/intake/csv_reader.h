// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Walks a text row by row and cuts each into cells; never fails on what people write, only on lines without an end.
#pragma once

#include "core/intake/csv_dialect.h"

#include <string>
#include <string_view>
#include <vector>

namespace kith::intake {

struct CsvCell {
    std::string_view text;
    bool quoted{false};
};

struct CsvRow {
    std::vector<CsvCell> cells;  ///< valid until the next row is read
    qint64 line{0};              ///< of its first character, from 1
    std::size_t begin{0};        ///< in the text
    std::size_t end{0};          ///< after its line end
    bool repaired{false};        ///< a quote in it was not meant as one
    bool hadNul{false};

    bool isBlank() const { return cells.size() == 1 && cells[0].text.empty() && !cells[0].quoted; }
    bool isEmpty() const;  ///< no cell says anything
};

/// Quotes open a cell only at its start. Inside, a doubled quote and (with an escape) an escaped sign stand for
/// themselves; a quote that no delimiter, line end or space follows is text. A quote that is never closed, or
/// whose cell swallows lines that are rows of their own, is text as well.
class CsvReader {
public:
    enum class Step { Row, End, TooLong };
    static constexpr std::size_t kLongestRow = 100U * 1000 * 1000;

    CsvReader(std::string_view text, CsvDialect dialect, std::size_t from = 0);
    /// How many cells a row has; 0: not known. Lets a stray quote be told from a cell of several lines.
    void expectColumns(std::size_t columns) { m_columns = columns; }
    Step next(CsvRow* row);
    std::size_t position() const { return m_at; }
    qint64 line() const { return m_line; }

private:
    struct Piece {
        std::size_t begin;
        std::size_t size;
        bool own;  ///< in m_own, not in the text
        bool quoted;
    };
    struct Place {
        std::size_t at;
        qint64 line;
    };

    enum class Quotes { Text, Wide, Strict };
    void readCells(Place from, Quotes quotes);
    bool quotedCell(bool strict);
    void bareCell();
    bool closeCell();
    std::size_t afterClosingQuote(std::size_t quote) const;
    bool repairRow(Place from);
    bool swallowedRows(std::size_t from) const;
    void fill(CsvRow* row, Place from);

    std::string_view m_text;
    CsvDialect m_dialect;
    std::size_t m_at;
    qint64 m_line{1};
    std::size_t m_columns{0};
    std::vector<Piece> m_pieces;
    std::string m_own;
    bool m_stops[256]{};
    bool m_unclosed{false};   ///< the row at hand ends inside quotes
    bool m_multiline{false};  ///< the row at hand has a line end inside quotes
    bool m_quoted{false};     ///< the row at hand has a cell in quotes
    bool m_suspect{false};    ///< a cell in quotes holds what looks like the start of another
    bool m_tooLong{false};
    bool m_repaired{false};
    int m_repairs{0};
};

}  // namespace kith::intake
