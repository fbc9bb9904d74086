// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/csv_sniffer.h"

#include "core/intake/csv_reader.h"
#include "core/intake/csv_value.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace kith::intake {

namespace {

using std::string_view;
using namespace std::string_view_literals;

constexpr auto kDelimiters = ",;\t|: ~^#&*=\x1F\x01"sv;

/// How often files are written with it, where scores are close.
double priorOf(char delimiter) {
    switch (delimiter) {
    case ',':
    case ';':
    case '\t':
    case '|':
        return 1.0;
    case '~':
    case '^':
    case '\x1F':
    case '\x01':
        return 0.9;
    case ':':
    case ' ':
        return 0.7;
    default:
        return 0.1;
    }
}

int rankOf(char delimiter) {
    return static_cast<int>(kDelimiters.find(delimiter));
}

struct SnifferCounts {
    std::map<std::size_t, std::size_t> widths;
    std::size_t cells{0};
    std::size_t known{0};
    std::size_t quotedCells{0};
    std::size_t rows{0};
    std::size_t firstWidth{0};
};

bool isKnownKind(const CsvCell& cell) {
    const string_view text = trimmedCell(cell.text);
    if (isPlainText(text, cell.quoted)) {
        return true;
    }
    const CsvLook look = lookAtCell(text);
    if (look.is(~static_cast<std::uint32_t>(kCsvBoolean))) {
        return true;
    }
    return (text.starts_with('{') && text.ends_with('}') && cell.quoted) || text.starts_with('/');
}

/// Widths always; kinds only where asked, for that is most of the work.
void countSample(string_view sample, const CsvDialect& dialect, bool kinds, SnifferCounts* counts) {
    CsvReader reader(sample, dialect);
    CsvRow row;
    while (reader.next(&row) == CsvReader::Step::Row) {
        if (row.isBlank()) {
            continue;
        }
        if (!kinds) {
            ++counts->widths[row.cells.size()];
            counts->firstWidth = counts->rows++ == 0 ? row.cells.size() : counts->firstWidth;
        }
        for (const CsvCell& cell : row.cells) {
            if (kinds) {
                ++counts->cells;
                counts->known += isKnownKind(cell) ? 1 : 0;
            } else {
                counts->quotedCells += cell.quoted ? 1 : 0;
            }
        }
    }
}

double patternScore(const SnifferCounts& counts) {
    constexpr double least = 1e-3;
    double sum = 0;
    for (const auto& [width, rows] : counts.widths) {
        const auto cells = static_cast<double>(width);
        sum += static_cast<double>(rows) * std::max(least, cells - 1) / cells;
    }
    return counts.widths.empty() ? 0 : sum / static_cast<double>(counts.widths.size());
}

/// Rare delimiters must part nearly every row: any sign stands in some text.
bool isPlausible(char delimiter, const SnifferCounts& counts) {
    if (priorOf(delimiter) == 1.0 || counts.rows == 0) {
        return true;
    }
    std::size_t most = 0;
    for (const auto& [width, rows] : counts.widths) {
        most = std::max(most, width > 1 ? rows : 0);
    }
    const auto single = counts.widths.find(1);
    const std::size_t unparted = single == counts.widths.end() ? 0 : single->second;
    return counts.rows >= 2 && unparted * 3 <= counts.rows &&
           (most * 2 >= counts.rows || counts.quotedCells >= counts.rows);
}

/// The first row names the columns more often than not: a delimiter that it lacks is hardly one.
double firstRowFactor(const SnifferCounts& counts) {
    return counts.firstWidth == 1 && counts.rows > 1 && counts.rows <= 20 ? 0.4 : 1.0;
}

double typeScore(const SnifferCounts& counts) {
    return counts.cells == 0 ? 1e-10
                             : std::max(1e-10, static_cast<double>(counts.known) / static_cast<double>(counts.cells));
}

bool isSnifferDigit(char c) {
    return c >= '0' && c <= '9';
}

/// The colons of 10:30:00 part nothing.
std::string withoutClocks(std::string text) {
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == ':' && isSnifferDigit(text[i - 1]) && isSnifferDigit(text[i + 1])) {
            text[i] = '0';
        }
    }
    return text;
}

/// Web addresses are full of signs that look like delimiters.
std::string withoutUrls(string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t scheme = text.find("://"sv, at);
        if (scheme == string_view::npos) {
            plain.append(text.substr(at));
            break;
        }
        plain.append(text.substr(at, scheme - at));
        at = std::min(text.find_first_of(" \t\r\n\"',;|<>"sv, scheme), text.size());
    }
    return plain;
}

std::vector<CsvDialect> candidates(const std::vector<string_view>& samples) {
    std::string plain;
    for (const string_view sample : samples) {
        plain += withoutClocks(withoutUrls(sample));
    }
    // A sign that stands mostly in web addresses and clocks parts nothing.
    const auto occurs = [&](char sign) {
        qsizetype all = 0;
        for (const string_view sample : samples) {
            all += std::ranges::count(sample, sign);
        }
        return all > 0 && std::ranges::count(plain, sign) * 4 >= all;
    };
    const auto escapes = [&](char sign, char what) {
        return std::ranges::any_of(samples, [&](string_view sample) {
            return sample.find(std::string{sign, what}) != string_view::npos;
        });
    };
    std::vector<CsvDialect> list;
    for (const char delimiter : kDelimiters) {
        if (!occurs(delimiter)) {
            continue;
        }
        std::vector<char> quotes{0};
        for (const char quote : "\"'`~"sv) {
            if (quote != delimiter && occurs(quote)) {
                quotes.push_back(quote);
            }
        }
        for (const char quote : quotes) {
            const bool spaced = delimiter != ' ' && escapes(delimiter, ' ');
            list.push_back({delimiter, quote, 0, spaced && quote != 0});
            if (delimiter != '\\' && (escapes('\\', delimiter) || (quote != 0 && escapes('\\', quote)))) {
                list.push_back({delimiter, quote, '\\', spaced && quote != 0});
            }
        }
    }
    return list;
}

struct ScoredDialect {
    CsvDialect dialect;
    SnifferCounts counts;
    double score{0};
};

/// Of two readings with one delimiter: a quote that encloses something is one; an escape only where it counts.
bool isPlainer(const ScoredDialect& a, const ScoredDialect& b) {
    if (a.dialect.delimiter != b.dialect.delimiter) {
        return rankOf(a.dialect.delimiter) < rankOf(b.dialect.delimiter);
    }
    if (a.dialect.quote != b.dialect.quote) {
        return a.counts.quotedCells > b.counts.quotedCells;
    }
    return a.dialect.escape == 0 && b.dialect.escape != 0;
}

CsvGuess settled(const ScoredDialect& scored) {
    CsvGuess guess{scored.dialect, scored.score, 0};
    if (scored.counts.quotedCells == 0) {
        guess.dialect.quote = '"';  // nothing is enclosed: what all others mean
    }
    return guess;
}

}  // namespace

std::vector<CsvGuess> sniffDialect(const std::vector<string_view>& samples) {
    std::vector<ScoredDialect> scored;
    for (const CsvDialect& dialect : candidates(samples)) {
        ScoredDialect one{dialect, {}, 0};
        for (const string_view sample : samples) {
            countSample(sample, dialect, false, &one.counts);
        }
        one.score = patternScore(one.counts) * priorOf(dialect.delimiter) * firstRowFactor(one.counts);
        if (isPlausible(dialect.delimiter, one.counts)) {
            scored.push_back(std::move(one));
        }
    }
    std::ranges::stable_sort(scored, std::greater<>(), &ScoredDialect::score);
    double best = 0;
    for (ScoredDialect& one : scored) {
        // The share of known cells is at most 1: what lies far behind before it cannot win any more.
        if (one.score < best / 20) {
            one.score *= 1e-10;
            continue;
        }
        for (const string_view sample : samples) {
            countSample(sample, one.dialect, true, &one.counts);
        }
        one.score *= typeScore(one.counts);
        best = std::max(best, one.score);
    }
    std::ranges::stable_sort(scored, [](const ScoredDialect& a, const ScoredDialect& b) {
        const double close = 1e-9 * std::max(a.score, b.score);
        return std::abs(a.score - b.score) > close ? a.score > b.score : isPlainer(a, b);
    });
    std::vector<CsvGuess> guesses;
    for (const ScoredDialect& one : scored) {
        const bool seen = std::ranges::any_of(
            guesses, [&](const CsvGuess& guess) { return guess.dialect.delimiter == one.dialect.delimiter; });
        if (!seen) {
            guesses.push_back(settled(one));
        }
    }
    if (guesses.empty()) {
        guesses.push_back({CsvDialect{}, 0, 0.5});
    }
    const double second = guesses.size() > 1 ? guesses[1].score : 0;
    for (CsvGuess& guess : guesses) {
        const double other = &guess == &guesses.front() ? second : guesses.front().score;
        guess.confidence = guess.score <= 0 ? 0.5 : guess.score / (guess.score + other);
    }
    return guesses;
}

CsvSepLine readSepLine(string_view text) {
    const bool quoted = text.starts_with("\"sep="sv) || text.starts_with("\"SEP="sv);
    if (quoted) {
        text.remove_prefix(1);
    }
    if (!text.starts_with("sep="sv) && !text.starts_with("SEP="sv) && !text.starts_with("Sep="sv)) {
        return {};
    }
    std::size_t at = 5 + (quoted ? 1 : 0);
    if (text.size() < 5) {
        return {};
    }
    const char delimiter = text[4];
    if (delimiter == '\r' || delimiter == '\n' || (at < text.size() && text[at] != '\r' && text[at] != '\n')) {
        return {};
    }
    at += at < text.size() && text[at] == '\r' ? 1 : 0;
    at += at < text.size() && text[at] == '\n' ? 1 : 0;
    return {delimiter, std::min(at, text.size()) + (quoted ? 1 : 0)};
}

}  // namespace kith::intake
