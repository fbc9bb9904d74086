// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/csv_schema.h"

#include "core/intake/csv_sniffer.h"

#include <algorithm>
#include <deque>

namespace kith::intake {

namespace {

constexpr std::size_t kHeadRows = 200;
constexpr std::size_t kTailRows = 12;
constexpr std::size_t kReleaseEvery = 8 * 1024 * 1024;
constexpr std::size_t kColumnsAtMost = 16'384;

std::vector<CsvKeptRow> headRows(const CsvText& text, const CsvPlan& plan) {
    std::vector<CsvKeptRow> rows;
    CsvReader reader(text.bytes(), plan.dialect, plan.start);
    reader.expectColumns(static_cast<std::size_t>(plan.layout.columns));
    CsvRow row;
    bool blank = false;
    while (rows.size() < kHeadRows && reader.next(&row) == CsvReader::Step::Row) {
        if (!row.isBlank()) {
            rows.push_back(keptRow(row, blank));
        }
        blank = row.isBlank() || row.isEmpty();
    }
    return rows;
}

/// Columns at the right that neither a name nor a value has ever had.
int emptyColumnsAtRight(const CsvPlan& plan, const std::vector<CsvColumnCensus>& census) {
    int dropped = 0;
    for (std::size_t c = census.size(); c-- > 0; ++dropped) {
        bool named = false;
        for (int r = 0; r < plan.layout.headerRows; ++r) {
            const auto& cells = plan.head[static_cast<std::size_t>(plan.layout.preambleRows + r)].cells;
            named = named || (c < cells.size() && !trimmedCell(cells[c]).empty());
        }
        if (named || census[c].values() > 0 || c == 0) {
            break;
        }
    }
    return dropped;
}

std::string_view textOf(const CsvCell& cell) {
    return cell.text;
}

std::string_view textOf(const std::string& cell) {
    return cell;
}

class SchemaWalk {
public:
    SchemaWalk(const CsvText& text, const CsvPlan& plan)
        : m_text(text)
        , m_reader(text.bytes(), plan.dialect, plan.start)
        , m_columns(static_cast<std::size_t>(plan.layout.columns)) {
        m_reader.expectColumns(m_columns);
        m_census.resize(m_columns);
        m_schema.encoding = text.encoding();
        m_schema.plan = plan;
    }

    Result<CsvSchema> run(std::stop_token stop, const CsvProgress& progress);

private:
    void take(const CsvRow& row);
    template <class Cells>
    void count(const Cells& cells, qint64 line);
    CsvSchema finished();

    const CsvText& m_text;
    CsvReader m_reader;
    std::size_t m_columns;
    std::vector<CsvColumnCensus> m_census;
    std::deque<CsvKeptRow> m_tail;
    CsvSchema m_schema;
    int m_skip{0};
    bool m_blank{false};
    std::size_t m_tailFrom{0};
};

template <class Cells>
void SchemaWalk::count(const Cells& cells, qint64 line) {
    for (std::size_t c = 0; c < cells.size() && c < kColumnsAtMost; ++c) {
        if (c >= m_census.size()) {
            m_census.resize(c + 1);
        }
        m_census[c].add(textOf(cells[c]));
    }
    ++m_schema.rows;
    if (cells.size() != m_columns) {
        ++m_schema.raggedRows;
        if (m_schema.raggedLines.size() < 100) {
            m_schema.raggedLines.push_back(line);
        }
    }
}

void SchemaWalk::take(const CsvRow& row) {
    if (row.isBlank()) {
        m_schema.blankLines += 1;
        m_blank = true;
        return;
    }
    if (m_skip-- > 0) {
        return;
    }
    m_schema.repairedRows += row.repaired ? 1 : 0;
    m_schema.nulRows += row.hadNul ? 1 : 0;
    if (row.begin < m_tailFrom) {
        count(row.cells, row.line);
        return;
    }
    m_tail.push_back(keptRow(row, m_blank));
    m_blank = row.isEmpty();
    if (m_tail.size() > kTailRows) {
        count(m_tail.front().cells, m_tail.front().line);
        m_tail.pop_front();
    }
}

Result<CsvSchema> SchemaWalk::run(std::stop_token stop, const CsvProgress& progress) {
    constexpr std::size_t tailBytes = 256 * 1024;
    const std::size_t all = m_text.bytes().size();
    m_tailFrom = all > tailBytes ? all - tailBytes : 0;
    m_skip = m_schema.plan.layout.preambleRows + m_schema.plan.layout.headerRows;
    std::size_t released = 0;
    CsvRow row;
    while (true) {
        const qint64 line = m_reader.line();
        const CsvReader::Step step = m_reader.next(&row);
        if (step == CsvReader::Step::TooLong) {
            return Error{ErrorKind::Malformed,
                         QStringLiteral("%1, line %2: longer than 100 MB without an end").arg(m_text.path()).arg(line),
                         QStringLiteral("Look whether a quote is missing there.")};
        }
        if (step == CsvReader::Step::End) {
            return finished();
        }
        take(row);
        if (m_reader.position() - released > kReleaseEvery) {
            m_text.release(released, m_reader.position());
            released = m_reader.position();
            if (stop.stop_requested()) {
                return Error{ErrorKind::Cancelled, {}, {}};
            }
            if (progress) {
                progress(released, all);
            }
        }
    }
}

CsvSchema SchemaWalk::finished() {
    const std::vector<CsvKeptRow> tail(m_tail.begin(), m_tail.end());
    const int footer = countFooterRows(tail, m_schema.plan.layout);
    m_schema.plan.layout.footerRows = footer;
    for (std::size_t r = 0; r + static_cast<std::size_t>(footer) < tail.size(); ++r) {
        count(tail[r].cells, tail[r].line);
    }
    m_schema.droppedColumns = emptyColumnsAtRight(m_schema.plan, m_census);
    const std::size_t kept = m_census.size() - static_cast<std::size_t>(m_schema.droppedColumns);
    CsvLayout named = m_schema.plan.layout;
    named.columns = static_cast<int>(kept);
    m_schema.plan.names = columnNames(m_schema.plan.head, named);
    for (std::size_t c = 0; c < kept; ++c) {
        m_schema.columns.push_back(m_census[c].decide(m_schema.plan.names[static_cast<qsizetype>(c)]));
        CsvColumn& column = m_schema.columns.back();
        column.nullCount += m_schema.rows - m_census[c].values() - m_census[c].nulls();
    }
    return std::move(m_schema);
}

}  // namespace

CsvPlan planCsv(const CsvText& text, const CsvWish& wish) {
    CsvPlan plan;
    const CsvSepLine sep = readSepLine(text.bytes());
    plan.start = sep.length;
    std::vector<std::string_view> samples = text.samples();
    samples.front().remove_prefix(std::min(sep.length, samples.front().size()));
    const std::vector<CsvGuess> guesses = sniffDialect(samples);
    const std::optional<char> told = wish.delimiter   ? wish.delimiter
                                     : sep.length > 0 ? std::optional(sep.delimiter)
                                                      : std::nullopt;
    plan.dialect = guesses.front().dialect;
    plan.confidence = guesses.front().confidence;
    if (told) {
        const auto same =
            std::ranges::find_if(guesses, [&](const CsvGuess& g) { return g.dialect.delimiter == *told; });
        plan.dialect = same != guesses.end() ? same->dialect : CsvDialect{*told, '"', 0, false};
        plan.confidence = 1;
    }
    if (wish.quote) {
        plan.dialect.quote = *wish.quote;
    }
    plan.layout = findLayout(headRows(text, plan));
    plan.head = headRows(text, plan);  // again, now that stray quotes show by the number of cells
    plan.layout = findLayout(plan.head);
    if (wish.headerRow) {
        plan.layout.preambleRows = std::max(0, *wish.headerRow - 1);
        plan.layout.headerRows = *wish.headerRow > 0 ? 1 : 0;
        plan.layout.headerConfidence = 1;
    }
    plan.names = columnNames(plan.head, plan.layout);
    return plan;
}

Result<CsvSchema> readSchema(const CsvText& text, const CsvPlan& plan, std::stop_token stop,
                             const CsvProgress& progress) {
    return SchemaWalk(text, plan).run(stop, progress);
}

Result<CsvSchema> understandCsv(const CsvText& text, const CsvWish& wish, std::stop_token stop,
                                const CsvProgress& progress) {
    const CsvPlan plan = planCsv(text, wish);
    auto schema = readSchema(text, plan, stop, progress);
    // The windows may have deceived: where most rows have another width, the next best delimiter is tried on the whole.
    if (!schema || wish.delimiter || schema->raggedRows * 2 < schema->rows || schema->rows < 10) {
        return schema;
    }
    const std::vector<CsvGuess> guesses = sniffDialect(text.samples());
    for (std::size_t i = 1; i < std::min<std::size_t>(guesses.size(), 3); ++i) {
        CsvWish other = wish;
        other.delimiter = guesses[i].dialect.delimiter;
        auto second = readSchema(text, planCsv(text, other), stop, progress);
        if (second && second->columns.size() > 1 && second->raggedRows * 4 < schema->raggedRows) {
            return second;
        }
    }
    return schema;
}

}  // namespace kith::intake
