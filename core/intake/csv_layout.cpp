// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/csv_layout.h"

#include "core/intake/csv_header_words.h"
#include "core/intake/csv_value.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <set>

namespace kith::intake {

namespace {

using std::string_view;

constexpr std::size_t kHeaderSearch = 30;
constexpr std::uint32_t kTyped =
    kCsvNumber | kCsvDate | kCsvTime | kCsvEmail | kCsvUrl | kCsvPhone | kCsvBoolean | kCsvCompactDate;

QString layoutText(string_view cell) {
    cell = trimmedCell(cell);
    return QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
}

bool isTypedCell(const std::string& cell) {
    return lookAtCell(cell).is(kTyped);
}

bool hasDigit(string_view cell) {
    return std::ranges::any_of(cell, [](char c) { return c >= '0' && c <= '9'; });
}

bool isYearCell(const std::string& cell) {
    const string_view text = trimmedCell(cell);
    return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
           text.find_first_not_of("0123456789") == string_view::npos;
}

/// What the rows below a possible header are like, column by column.
struct BodyColumn {
    int values{0};
    int typed{0};
    int numbered{0};  ///< with a digit in it
    std::set<std::string> seen;
    std::size_t shortest{~std::size_t{0}};
    std::size_t longest{0};

    bool isTyped() const { return values > 0 && typed * 10 >= values * 7; }
};

std::vector<BodyColumn> bodyOf(const std::vector<CsvKeptRow>& rows, std::size_t from, std::size_t width) {
    std::vector<BodyColumn> body(width);
    for (std::size_t r = from; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < std::min(width, rows[r].cells.size()); ++c) {
            const string_view cell = trimmedCell(rows[r].cells[c]);
            if (cell.empty() || lookAtCell(cell).is(kCsvNull)) {
                continue;
            }
            BodyColumn& column = body[c];
            ++column.values;
            column.typed += isTypedCell(rows[r].cells[c]) ? 1 : 0;
            column.numbered += hasDigit(cell) ? 1 : 0;
            column.shortest = std::min(column.shortest, cell.size());
            column.longest = std::max(column.longest, cell.size());
            column.seen.emplace(cell);
        }
    }
    return body;
}

/// How much one cell speaks for standing over its column (above 0) or in it.
double headerVote(const std::string& cell, const BodyColumn& body, bool yearsAllowed) {
    const string_view text = trimmedCell(cell);
    if (text.empty()) {
        return 0;
    }
    const CsvLook look = lookAtCell(text);
    if (look.is(kCsvEmail | kCsvUrl | kCsvPhone)) {
        return -2.5;
    }
    if (look.is(kCsvNumber | kCsvDate | kCsvTime)) {
        return yearsAllowed && isYearCell(cell) ? 0.2 : body.isTyped() || body.values == 0 ? -1.5 : -0.6;
    }
    if (look.is(kCsvNull)) {
        return -0.5;
    }
    double vote = 0;
    if (body.isTyped()) {
        vote += 1.2;
    } else if (body.seen.contains(std::string(text))) {
        vote -= 0.7;
    } else if (body.values >= 3 && body.shortest == body.longest) {
        vote += text.size() != body.longest ? 0.5 : -0.4;
    } else if (body.values >= 3 && body.numbered * 10 >= body.values * 7 && !hasDigit(text)) {
        vote += 0.6;  // 6", 3/4", B12
    }
    if (isHeaderWord(layoutText(text))) {
        vote += text.size() <= 25 ? 1.2 : 0.4;
    } else if (text.find('_') != string_view::npos && text.find(' ') == string_view::npos) {
        vote += 0.5;
    } else if (text.size() > 60) {
        vote -= 0.3;
    }
    return vote;
}

double headerScore(const std::vector<CsvKeptRow>& rows, std::size_t at, std::size_t width) {
    const CsvKeptRow& row = rows[at];
    const std::vector<BodyColumn> body = bodyOf(rows, at + 1, width);
    const auto years = std::ranges::count_if(row.cells, isYearCell);
    const auto texts = std::ranges::count_if(
        row.cells, [](const std::string& cell) { return !trimmedCell(cell).empty() && !isTypedCell(cell); });
    double score = 0;
    std::set<std::string> different;
    for (std::size_t c = 0; c < std::min(width, row.cells.size()); ++c) {
        score += headerVote(row.cells[c], body[c], years >= 2 && texts >= 1);
        different.insert(lowered(trimmedCell(row.cells[c])));
    }
    const bool allNamed = row.filled() >= width;
    const bool allDifferent = different.size() >= std::min(width, row.cells.size());
    score += allNamed && allDifferent && texts > 0 ? 0.3 : 0;
    if (rows.size() == at + 1) {
        score += static_cast<std::size_t>(texts) == width && allDifferent ? 0.3 : -0.3;
    }
    return score;
}

std::size_t usualWidth(const std::vector<CsvKeptRow>& rows) {
    std::map<std::size_t, int> widths;
    for (const CsvKeptRow& row : rows) {
        ++widths[row.cells.size()];
    }
    const auto top = std::max_element(widths.begin(), widths.end(), [](const auto& a, const auto& b) {
        return std::pair(a.second, a.first) < std::pair(b.second, b.first);
    });
    return top == widths.end() ? 0 : top->first;
}

std::size_t usualFill(const std::vector<CsvKeptRow>& rows) {
    std::vector<std::size_t> fills;
    for (const CsvKeptRow& row : rows) {
        if (row.filled() > 0) {
            fills.push_back(row.filled());
        }
    }
    if (fills.empty()) {
        return 0;
    }
    const auto middle = fills.begin() + static_cast<std::ptrdiff_t>(fills.size() / 2);
    std::ranges::nth_element(fills, middle);
    return *middle;
}

/// The first row that has as much to say as the others.
std::size_t tableStart(const std::vector<CsvKeptRow>& rows, std::size_t width) {
    const std::size_t fill = usualFill(rows);
    const std::size_t enough = std::max<std::size_t>(2, (fill + 1) / 2);
    if (width < 2 || fill < 2) {
        return 0;
    }
    for (std::size_t r = 0; r < std::min(rows.size(), kHeaderSearch); ++r) {
        const bool wide = rows[r].cells.size() * 2 > width;
        if (wide && rows[r].filled() >= enough) {
            return r;
        }
    }
    return 0;
}

/// A row that still names columns: text where the table has numbers or dates, and nothing but text.
bool namesColumns(const CsvKeptRow& row, const std::vector<BodyColumn>& body) {
    bool overTyped = !body.empty() && body[0].values > 2 && trimmedCell(row.cells[0]).empty();
    for (std::size_t c = 0; c < std::min(body.size(), row.cells.size()); ++c) {
        if (trimmedCell(row.cells[c]).empty()) {
            continue;
        }
        if (isTypedCell(row.cells[c]) || body[c].seen.contains(std::string(trimmedCell(row.cells[c]))) ||
            lookAtCell(row.cells[c]).is(kCsvNull)) {
            return false;
        }
        overTyped = overTyped || body[c].isTyped();
    }
    return overTyped;
}

/// First, Last, Street, Town below Person, , Address, .
bool namesParts(const CsvKeptRow& row, const CsvKeptRow& above, std::size_t width) {
    const auto words =
        std::ranges::count_if(row.cells, [](const std::string& cell) { return isHeaderWord(layoutText(cell)); });
    return above.filled() < width && row.filled() == width && row.cells.size() == width &&
           static_cast<std::size_t>(words) * 2 >= width && std::ranges::none_of(row.cells, isTypedCell);
}

int moreHeaderRows(const std::vector<CsvKeptRow>& rows, std::size_t first, std::size_t width) {
    constexpr std::size_t atMost = 5;
    int extra = 0;
    for (std::size_t r = first + 1; r < std::min(rows.size(), first + atMost); ++r) {
        if (rows.size() < r + 3) {
            break;
        }
        if (rows[r].filled() == 0) {
            continue;
        }
        if (!namesColumns(rows[r], bodyOf(rows, r + 1, width)) &&
            (r > first + 1 || !namesParts(rows[r], rows[first], width))) {
            break;
        }
        extra = static_cast<int>(r - first);
    }
    return extra;
}

/// Rows above the header that name groups of columns.
int rowsAbove(const std::vector<CsvKeptRow>& rows, std::size_t first, std::size_t width) {
    const std::vector<BodyColumn> body = bodyOf(rows, first + 1, width);
    int above = 0;
    for (std::size_t r = first; r-- > 0;) {
        const bool years = std::ranges::all_of(
            rows[r].cells, [](const std::string& cell) { return trimmedCell(cell).empty() || isYearCell(cell); });
        if (rows[r].filled() < 2 || rows[r].cells.size() != rows[first].cells.size() ||
            (!years && !namesColumns(rows[r], body))) {
            break;
        }
        ++above;
    }
    return above;
}

bool saysFooter(const std::string& cell) {
    static const QSet<QString> words{
        QStringLiteral("total"),     QStringLiteral("totals"),    QStringLiteral("sum"),
        QStringLiteral("summe"),     QStringLiteral("gesamt"),    QStringLiteral("source"),
        QStringLiteral("sources"),   QStringLiteral("quelle"),    QStringLiteral("note"),
        QStringLiteral("notes"),     QStringLiteral("subtotal"),  QStringLiteral("grand"),
        QStringLiteral("итого"),     QStringLiteral("totale"),    QStringLiteral("totaal"),
        QStringLiteral("suma"),      QStringLiteral("generated"), QStringLiteral("exported"),
        QStringLiteral("insgesamt"), QStringLiteral("합계"),      QStringLiteral("合計"),
        QStringLiteral("总计"),      QStringLiteral("footnote"),  QStringLiteral("copyright"),
        QStringLiteral("rows"),      QStringLiteral("records")};
    const QString text = layoutText(cell).toLower();
    const QString first = text.section(QChar(u' '), 0, 0);
    return words.contains(first.endsWith(u':') || first.endsWith(u'.') ? first.chopped(1) : first) ||
           text.startsWith(u'*') || text.startsWith(u'©');
}

/// Total, 67, 475.75
bool isTotal(const CsvKeptRow& row) {
    const auto numbers =
        std::ranges::count_if(row.cells, [](const std::string& cell) { return lookAtCell(cell).is(kCsvNumber); });
    return numbers > 0 && static_cast<std::size_t>(numbers) + 1 == row.filled() && saysFooter(row.cells.front()) &&
           !layoutText(row.cells.front()).contains(u' ');
}

}  // namespace

std::size_t CsvKeptRow::filled() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(cells, [](const std::string& cell) { return !trimmedCell(cell).empty(); }));
}

CsvKeptRow keptRow(const CsvRow& row, bool afterBlank) {
    CsvKeptRow kept{{}, row.line, row.begin, row.end, afterBlank};
    for (const CsvCell& cell : row.cells) {
        kept.cells.emplace_back(cell.text);
    }
    return kept;
}

CsvLayout findLayout(const std::vector<CsvKeptRow>& rows) {
    CsvLayout layout;
    if (rows.empty()) {
        layout.headerRows = 0;
        return layout;
    }
    const std::size_t width = usualWidth(rows);
    std::size_t start = tableStart(rows, width);
    double score = headerScore(rows, start, width);
    // Group names may stand first: 2025,,2026, over units,price,units,price.
    for (std::size_t next = start + 1; score <= 0 && next < std::min(rows.size(), start + 3); ++next) {
        const double better = rows[next - 1].filled() < width ? headerScore(rows, next, width) : 0;
        if (better <= 1) {
            break;
        }
        start = next;
        score = better;
    }
    layout.columns = static_cast<int>(width);
    layout.preambleRows = static_cast<int>(start);
    layout.headerConfidence = 0.5 + 0.5 * std::min(1.0, std::abs(score) / 3.0);
    layout.headerRows = score > 0 ? 1 : 0;
    if (layout.headerRows == 1) {
        const int above = rowsAbove(rows, start, width);
        layout.preambleRows -= above;
        layout.headerRows += above + moreHeaderRows(rows, start, width);
    }
    return layout;
}

int countFooterRows(const std::vector<CsvKeptRow>& rows, const CsvLayout& layout) {
    if (layout.columns < 2) {
        return 0;
    }
    std::size_t footer = 0;
    for (std::size_t back = 1; back <= std::min<std::size_t>(rows.size(), 10); ++back) {
        const CsvKeptRow& row = rows[rows.size() - back];
        const auto first =
            std::ranges::find_if(row.cells, [](const std::string& c) { return !trimmedCell(c).empty(); });
        const std::size_t filled = row.filled();
        if (filled == 0) {
            continue;
        }
        const bool alone =
            filled == 1 && (layout.columns >= 3 || row.cells.size() == 1) && first->find(' ') != std::string::npos;
        const bool sparse = filled * 2 <= static_cast<std::size_t>(layout.columns) + 1;
        const bool apart = row.cells.size() < static_cast<std::size_t>(layout.columns) || row.afterBlank;
        if ((saysFooter(*first) && sparse) || isTotal(row) || (alone && apart && row.afterBlank)) {
            footer = back;
        } else {
            break;
        }
    }
    return static_cast<int>(footer);
}

QStringList columnNames(const std::vector<CsvKeptRow>& rows, const CsvLayout& layout) {
    QStringList names;
    const auto first = static_cast<std::size_t>(layout.preambleRows);
    for (std::size_t c = 0; c < static_cast<std::size_t>(layout.columns); ++c) {
        QStringList parts;
        for (std::size_t r = first; r < first + static_cast<std::size_t>(layout.headerRows) && r < rows.size(); ++r) {
            const std::vector<std::string>& cells = rows[r].cells;
            QString part = c < cells.size() ? layoutText(cells[c]).simplified() : QString();
            for (std::size_t left = c; part.isEmpty() && left > 0 && layout.headerRows > 1 && r == first; --left) {
                part = left - 1 < cells.size() ? layoutText(cells[left - 1]).simplified() : QString();
            }
            if (!part.isEmpty() && !parts.contains(part)) {
                parts << part;
            }
        }
        QString name = parts.join(u' ');
        name = name.isEmpty() ? QStringLiteral("Column %1").arg(c + 1) : name;
        QString unique = name;
        for (int copy = 2; names.contains(unique); ++copy) {
            unique = name + QStringLiteral(" (%1)").arg(copy);
        }
        names << unique;
    }
    return names;
}

}  // namespace kith::intake
