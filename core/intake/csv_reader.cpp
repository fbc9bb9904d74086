// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/csv_reader.h"

#include <algorithm>
#include <cstring>

namespace kith::intake {

namespace {

constexpr int kPatience = 100;
constexpr std::size_t kShortReach = 64 * 1024;

/// Of sign in text from a place on, or npos.
std::size_t findSign(std::string_view text, std::size_t from, char sign) {
    const void* found = from < text.size() ? std::memchr(text.data() + from, sign, text.size() - from) : nullptr;
    return found == nullptr ? std::string_view::npos
                            : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

}  // namespace

bool CsvRow::isEmpty() const {
    return std::ranges::all_of(cells, [](const CsvCell& cell) {
        return cell.text.find_first_not_of(std::string_view(" \t\r\n\0", 5)) == std::string_view::npos;
    });
}

CsvReader::CsvReader(std::string_view text, CsvDialect dialect, std::size_t from)
    : m_text(text)
    , m_dialect(dialect)
    , m_at(from) {
    m_stops[static_cast<unsigned char>(dialect.delimiter)] = true;
    m_stops[static_cast<unsigned char>('\n')] = true;
    m_stops[static_cast<unsigned char>('\r')] = true;
    if (dialect.escape != 0) {
        m_stops[static_cast<unsigned char>(dialect.escape)] = true;
    }
}

CsvReader::Step CsvReader::next(CsvRow* row) {
    if (m_at >= m_text.size()) {
        return Step::End;
    }
    const Place from{m_at, m_line};
    m_repaired = false;
    readCells(from, m_dialect.quote != 0 ? Quotes::Wide : Quotes::Text);
    const bool odd = m_pieces.size() != m_columns || (m_multiline && m_suspect);
    if (m_unclosed || (m_quoted && m_columns > 1 && odd && !m_tooLong)) {
        m_repaired = repairRow(from);
    }
    if (m_tooLong) {
        return Step::TooLong;
    }
    fill(row, from);
    return Step::Row;
}

/// A quote whose cell is not closed by the very next quote was perhaps not meant as one: better where the row then
/// has as many cells as the others. With all quotes as text the row ends with its line: better where the quote never
/// ends, or where its cell holds lines that have as many cells as a row.
bool CsvReader::repairRow(Place from) {
    const Place whole{m_at, m_line};
    const bool unclosed = m_unclosed;
    const bool swallowed = !unclosed && m_multiline && swallowedRows(from.at);
    const bool fits = !unclosed && m_pieces.size() == m_columns;
    if (fits && !swallowed) {
        return false;
    }
    ++m_repairs;
    if (!unclosed || m_columns > 1) {
        readCells(from, Quotes::Strict);
        if (!m_unclosed && !m_tooLong && m_pieces.size() == m_columns) {
            return true;
        }
    }
    if (unclosed || swallowed) {
        readCells(from, Quotes::Text);
        return true;
    }
    readCells(from, Quotes::Wide);
    return m_at != whole.at;
}

bool CsvReader::swallowedRows(std::size_t from) const {
    std::size_t rows = 0;
    std::size_t lines = 0;
    for (std::size_t at = from; at < m_at && lines < 50; ++lines) {
        const std::size_t end = std::min(findSign(m_text, at, '\n'), m_at);
        const std::string_view line = m_text.substr(at, end - at);
        CsvReader lineReader(line, m_dialect);
        CsvRow row;
        rows += lineReader.next(&row) == Step::Row && row.cells.size() == m_columns ? 1 : 0;
        at = end + 1;
    }
    return lines > 1 && rows * 3 >= lines * 2;
}

void CsvReader::readCells(Place from, Quotes quotes) {
    m_at = from.at;
    m_line = from.line;
    m_pieces.clear();
    m_own.clear();
    m_unclosed = m_multiline = m_tooLong = m_quoted = m_suspect = false;
    do {
        std::size_t start = m_at;
        if (m_dialect.skipSpaces) {
            while (start < m_text.size() && m_text[start] == ' ') {
                ++start;
            }
        }
        m_at = start;
        const bool opens = quotes != Quotes::Text && start < m_text.size() && m_text[start] == m_dialect.quote;
        if (!opens || !quotedCell(quotes == Quotes::Strict)) {
            bareCell();
        }
        if (m_at - from.at > kLongestRow) {
            m_tooLong = true;
            return;
        }
    } while (closeCell());
}

/// Steps over the delimiter (true) or the line end (false).
bool CsvReader::closeCell() {
    if (m_at >= m_text.size()) {
        return false;
    }
    const char sign = m_text[m_at++];
    if (sign == m_dialect.delimiter) {
        return true;
    }
    if (sign == '\r' && m_at < m_text.size() && m_text[m_at] == '\n') {
        ++m_at;
    }
    ++m_line;
    return false;
}

void CsvReader::bareCell() {
    const std::size_t start = m_at;
    const std::size_t limit = std::min(m_text.size(), start + kLongestRow + 1);
    const char* const bytes = m_text.data();
    std::size_t at = start;
    while (at < limit && !m_stops[static_cast<unsigned char>(bytes[at])]) {
        ++at;
    }
    if (at == limit || m_dialect.escape == 0 || bytes[at] != m_dialect.escape) {
        m_pieces.push_back({start, at - start, false, false});
        m_at = at;
        return;
    }
    const std::size_t own = m_own.size();
    std::size_t kept = start;
    while (at < limit) {
        const char sign = bytes[at];
        if (sign == m_dialect.escape && at + 1 < limit) {
            const char next = bytes[at + 1];
            if (next == m_dialect.delimiter || next == m_dialect.quote || next == m_dialect.escape || next == '\n') {
                m_own.append(m_text.substr(kept, at - kept));
                kept = at + 1;
            }
            m_line += next == '\n';
            at += 2;
        } else if (m_stops[static_cast<unsigned char>(sign)] && sign != m_dialect.escape) {
            break;
        } else {
            ++at;
        }
    }
    at = std::min(at, limit);
    m_own.append(m_text.substr(kept, at - kept));
    m_pieces.push_back({own, m_own.size() - own, true, false});
    m_at = at;
}

/// The place after the quote and the spaces behind it where the cell ends there, or npos where the quote is text.
std::size_t CsvReader::afterClosingQuote(std::size_t quote) const {
    std::size_t at = quote + 1;
    while (at < m_text.size() && (m_text[at] == ' ' || (m_text[at] == '\t' && m_dialect.delimiter != '\t')) &&
           m_text[at] != m_dialect.delimiter) {
        ++at;
    }
    if (at >= m_text.size() || m_text[at] == m_dialect.delimiter || m_text[at] == '\n' || m_text[at] == '\r') {
        return at;
    }
    return std::string_view::npos;
}

/// False, and nothing done, where the quote does not open a cell after all.
bool CsvReader::quotedCell(bool strict) {
    m_quoted = true;
    const std::size_t own = m_own.size();
    const std::size_t start = m_at + 1;
    // Where stray quotes abound, cells of many lines do not: hostile files must not be searched to their end each time.
    const std::size_t reach = m_repairs > kPatience ? kShortReach : kLongestRow;
    const std::size_t limit = std::min(m_text.size(), start + reach + 1);
    const std::string_view text = m_text.substr(0, limit);
    std::size_t kept = start;
    bool copied = false;
    const auto keep = [&](std::size_t upTo, std::size_t goOn) {
        m_own.append(text.substr(kept, upTo - kept));
        kept = goOn;
        copied = true;
    };
    for (std::size_t at = start;;) {
        std::size_t quote = findSign(text, at, m_dialect.quote);
        if (m_dialect.escape != 0 && m_dialect.escape != m_dialect.quote) {
            const std::size_t escape = findSign(text.substr(0, std::min(quote, limit)), at, m_dialect.escape);
            if (escape != std::string_view::npos && escape + 1 < limit) {
                const char next = text[escape + 1];
                if (next == m_dialect.quote || next == m_dialect.escape || next == m_dialect.delimiter) {
                    keep(escape, escape + 1);
                }
                at = escape + 2;
                continue;
            }
        }
        if (quote == std::string_view::npos) {
            m_unclosed = true;
            m_at = limit;
            m_pieces.push_back({start, limit - start, false, true});
            return true;
        }
        if (quote + 1 < limit && text[quote + 1] == m_dialect.quote) {
            keep(quote + 1, quote + 2);
            at = quote + 2;
            continue;
        }
        const std::size_t after = afterClosingQuote(quote);
        if (after == std::string_view::npos) {
            const char before = text[quote - 1];
            m_suspect = m_suspect || (quote > start && (before == m_dialect.delimiter || before == '\n'));
            if (strict) {
                m_own.resize(own);
                return false;
            }
            at = quote + 1;
            continue;
        }
        const auto lines = std::count(text.begin() + static_cast<std::ptrdiff_t>(start),
                                      text.begin() + static_cast<std::ptrdiff_t>(quote), '\n');
        m_multiline = m_multiline || lines > 0;
        m_line += lines;
        if (copied) {
            keep(quote, quote);
            m_pieces.push_back({own, m_own.size() - own, true, true});
        } else {
            m_pieces.push_back({start, quote - start, false, true});
        }
        m_at = after;
        return true;
    }
}

void CsvReader::fill(CsvRow* row, Place from) {
    row->hadNul = findSign(m_text.substr(0, m_at), from.at, '\0') != std::string_view::npos;
    if (row->hadNul) {
        for (Piece& piece : m_pieces) {
            const std::string cell((piece.own ? std::string_view(m_own) : m_text).substr(piece.begin, piece.size));
            piece = {m_own.size(), 0, true, piece.quoted};
            std::ranges::copy_if(cell, std::back_inserter(m_own), [](char c) { return c != '\0'; });
            piece.size = m_own.size() - piece.begin;
        }
    }
    row->cells.clear();
    for (const Piece& piece : m_pieces) {
        const std::string_view source = piece.own ? std::string_view(m_own) : m_text;
        row->cells.push_back({source.substr(piece.begin, piece.size), piece.quoted});
    }
    row->line = from.line;
    row->begin = from.at;
    row->end = m_at;
    row->repaired = m_repaired;
}

}  // namespace kith::intake
