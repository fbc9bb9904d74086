// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/csv_columns.h"

#include "core/intake/csv_header_words.h"

#include <algorithm>
#include <bit>

namespace kith::intake {

namespace {

using std::string_view;

constexpr std::size_t kExactHashes = 65'536;
constexpr double kMostly = 0.9;
constexpr std::size_t kExamples = 5;
constexpr std::size_t kExampleBytes = 200;
constexpr std::size_t kKnownValues = 1024;  // a power of two

qint64 lettersOf(string_view cell) {
    return std::ranges::count_if(cell, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

std::uint64_t hashOf(string_view cell) {
    std::uint64_t hash = 0x9E3779B97F4A7C15ULL ^ cell.size();
    while (cell.size() >= 8) {
        std::uint64_t eight = 0;
        std::copy_n(cell.data(), 8, reinterpret_cast<char*>(&eight));
        hash = (hash ^ eight) * 0xFF51AFD7ED558CCDULL;
        hash ^= hash >> 32U;
        cell.remove_prefix(8);
    }
    for (const char c : cell) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0xC4CEB9FE1A85EC53ULL;
    }
    hash ^= hash >> 29U;
    hash *= 0xFF51AFD7ED558CCDULL;
    return hash ^ (hash >> 32U);
}

}  // namespace

QString csvTypeWord(CsvType type) {
    static constexpr std::array words{"empty", "boolean",  "integer", "decimal", "percentage", "currency", "date",
                                      "time",  "datetime", "email",   "phone",   "url",        "string"};
    return QString::fromLatin1(words[static_cast<std::size_t>(type)]);
}

qint64 CsvColumnCensus::count(CsvTrait trait) const {
    return m_traits[static_cast<std::size_t>(std::countr_zero(static_cast<std::uint32_t>(trait)))];
}

void CsvColumnCensus::add(string_view cell) {
    cell = trimmedCell(cell);
    if (cell.empty()) {
        ++m_nulls;
        return;
    }
    if (m_known.empty()) {
        m_known.resize(kKnownValues);
    }
    const std::uint64_t hash = hashOf(cell) | 1U;
    Known& known = m_known[hash >> 1U & (kKnownValues - 1)];
    const bool same = known.hash == hash;
    if (!same) {
        known = {hash, lookAtCell(cell)};
    }
    const CsvLook& look = known.look;
    if (look.is(kCsvNull)) {
        ++m_nulls;
        return;
    }
    ++m_values;
    for (std::uint32_t rest = look.traits; rest != 0; rest &= rest - 1) {
        ++m_traits[static_cast<std::size_t>(std::countr_zero(rest))];
    }
    if (look.is(kCsvNumber)) {
        ++m_numbers;
        m_pointOnly += look.is(kCsvComma) ? 0 : 1;
        m_commaOnly += look.is(kCsvPoint) ? 0 : 1;
        m_whole += look.is(kCsvPointWhole) && look.is(kCsvCommaWhole) ? 1 : 0;
    }
    if (look.is(kCsvDate | kCsvYmdShort | kCsvTime)) {
        countDate(look);
    }
    if (same) {
        return;
    }
    if (look.is(kCsvBoolean)) {
        countWord(cell);
    }
    m_maxLength = std::max(m_maxLength, lettersOf(cell));
    countNew(cell, hash);
}

void CsvColumnCensus::countWord(string_view cell) {
    if (m_words.size() < 3) {
        m_words.insert(lowered(cell));
    }
}

void CsvColumnCensus::countDate(const CsvLook& look) {
    if (!look.is(kCsvTime)) {
        ++m_dates;
        m_dmyOnly += look.is(kCsvDmy) && !look.is(kCsvMdy) ? 1 : 0;
        m_mdyOnly += look.is(kCsvMdy) && !look.is(kCsvDmy) ? 1 : 0;
        m_shortYearOnly += look.is(kCsvYmdShort) && !look.is(kCsvDate) ? 1 : 0;
    }
    const auto known = std::ranges::find(m_shapes, look.date, &Shape::shape);
    if (known != m_shapes.end()) {
        ++known->count;
    } else if (m_shapes.size() < 16) {
        m_shapes.push_back({look.date, 1});
    }
}

void CsvColumnCensus::countNew(string_view cell, std::uint64_t hash) {
    if (hash >= m_hashCeiling || !m_hashes.insert(hash)) {
        return;
    }
    if (m_examples.size() < kExamples) {
        m_examples.emplace_back(cell.substr(0, kExampleBytes));
    }
    if (m_hashes.size() > kExactHashes) {
        m_hashCeiling /= 2;
        m_hashes.keepBelow(m_hashCeiling);
    }
}

qint64 CsvColumnCensus::distinct() const {
    const double share = static_cast<double>(m_hashCeiling) / static_cast<double>(~std::uint64_t{0});
    return static_cast<qint64>(static_cast<double>(m_hashes.size()) / share + 0.5);
}

void CsvColumnCensus::settle(CsvColumn* column, CsvType type, qint64 fitting) const {
    column->type = type;
    column->exceptions = m_values - fitting;
    column->confidence = (static_cast<double>(fitting) + 0.5) / (static_cast<double>(m_values) + 1.0);
}

bool CsvColumnCensus::decideWords(CsvColumn* column, const QString& header) const {
    const auto most = static_cast<qint64>(kMostly * static_cast<double>(m_values));
    if (count(kCsvBoolean) == m_values && m_words.size() <= 2) {
        settle(column, CsvType::Boolean, m_values);
        return true;
    }
    for (const auto& [trait, type] : {std::pair{kCsvEmail, CsvType::Email}, std::pair{kCsvUrl, CsvType::Url}}) {
        if (count(trait) > 0 && count(trait) >= most) {
            settle(column, type, count(trait));
            return true;
        }
    }
    const bool named = headerSays(header, HeaderSense::Phone);
    const qint64 phones = count(kCsvPhone) + (named ? count(kCsvDigits) : 0);
    const double wanted = named ? 0.6 : 0.85;
    if (phones > 0 && static_cast<double>(phones) >= wanted * static_cast<double>(m_values)) {
        settle(column, CsvType::Phone, phones);
        column->zeroPadded = count(kCsvPadded) > 0;
        return true;
    }
    return false;
}

bool CsvColumnCensus::decideDates(CsvColumn* column, const QString& header) const {
    const auto most = static_cast<qint64>(kMostly * static_cast<double>(m_values));
    const bool dated = headerSays(header, HeaderSense::Date);
    const qint64 compact = count(kCsvCompactDate);
    if (compact == m_values && (dated || compact >= 5)) {
        settle(column, CsvType::Date, compact);
        column->order = CsvDateOrder::Ymd;
        column->format = QStringLiteral("YYYYMMDD");
        return true;
    }
    if (count(kCsvTime) > 0 && count(kCsvTime) >= most) {
        settle(column, CsvType::Time, count(kCsvTime));
        column->format = formatOf(CsvDateOrder::None);
        return true;
    }
    // 1.2.26 is a date, 1.2.3 a version: dates must be most of the column.
    if (m_dates == 0 || m_dates < most) {
        return false;
    }
    const qint64 dmy = count(kCsvDmy);
    const qint64 mdy = count(kCsvMdy);
    settle(column, count(kCsvDateTime) * 2 > m_dates ? CsvType::DateTime : CsvType::Date, m_dates);
    if (dmy + mdy == 0) {
        column->order = count(kCsvYmd) + m_shortYearOnly > 0 ? CsvDateOrder::Ymd : CsvDateOrder::None;
    } else if (m_dmyOnly == 0 && m_mdyOnly == 0 && m_shortYearOnly == 0) {
        column->order = CsvDateOrder::Ask;
        column->confidence = std::min(column->confidence, 0.5);
    } else if (m_shortYearOnly > std::max(m_dmyOnly, m_mdyOnly)) {
        column->order = CsvDateOrder::Ymd;
    } else {
        const bool dayFirst = m_dmyOnly >= m_mdyOnly;
        column->order = dayFirst ? CsvDateOrder::Dmy : CsvDateOrder::Mdy;
        column->exceptions += dayFirst ? m_mdyOnly : m_dmyOnly;
        column->confidence *=
            static_cast<double>(std::max(m_dmyOnly, m_mdyOnly)) / static_cast<double>(m_dmyOnly + m_mdyOnly);
    }
    column->format = formatOf(column->order);
    return true;
}

bool CsvColumnCensus::decideNumbers(CsvColumn* column, const QString& header) const {
    if (m_numbers == 0 || static_cast<double>(m_numbers) < kMostly * static_cast<double>(m_values)) {
        return false;
    }
    if (count(kCsvPadded) > 0 || headerSays(header, HeaderSense::Code)) {
        column->zeroPadded = count(kCsvPadded) > 0;
        if (column->zeroPadded) {
            settle(column, CsvType::String, m_values);
            return true;
        }
    }
    column->decimalComma = m_commaOnly > m_pointOnly;
    const qint64 fitting = m_numbers - (column->decimalComma ? m_pointOnly : m_commaOnly);
    if (static_cast<double>(fitting) < kMostly * static_cast<double>(m_values)) {
        return false;
    }
    const qint64 whole = count(column->decimalComma ? kCsvCommaWhole : kCsvPointWhole);
    const bool isWhole = whole >= fitting;
    settle(column, isWhole ? CsvType::Integer : CsvType::Decimal, fitting);
    if (m_pointOnly + m_commaOnly == 0 && m_whole < m_numbers) {
        column->confidence *= 0.7;  // 1,234 may be one and a bit or a thousand
    }
    if (count(kCsvPercent) * 2 > m_numbers) {
        column->type = CsvType::Percentage;
        column->isPercentage = true;
    } else if (count(kCsvCurrency) * 2 > m_numbers) {
        column->type = CsvType::Currency;
    }
    return true;
}

CsvColumn CsvColumnCensus::decide(const QString& header) const {
    CsvColumn column;
    column.name = header;
    column.nullCount = m_nulls;
    column.maxLength = m_maxLength;
    column.distinct = distinct();
    for (const std::string& example : m_examples) {
        column.examples << QString::fromStdString(example);
    }
    if (m_values == 0) {
        column.confidence = 1;
        return column;
    }
    if (!decideWords(&column, header) && !decideDates(&column, header) && !decideNumbers(&column, header)) {
        settle(&column, CsvType::String, m_values);
        const qint64 other = std::max({m_numbers, m_dates, count(kCsvEmail), count(kCsvUrl), count(kCsvPhone)});
        column.confidence *= 1.0 - 0.5 * static_cast<double>(other) / static_cast<double>(m_values);
    }
    column.isEnum = column.type == CsvType::String && column.distinct <= 20 && column.distinct * 20 <= m_values;
    return column;
}

QString CsvColumnCensus::formatOf(CsvDateOrder order) const {
    const auto top = std::ranges::max_element(m_shapes, {}, &Shape::count);
    if (top == m_shapes.end()) {
        return {};
    }
    const CsvDateShape& shape = top->shape;
    const QString year = QString(shape.yearDigits, u'Y');
    const QString sep = shape.separator == 0 ? QString() : QString(QChar::fromLatin1(shape.separator));
    const auto joined = [&](const QString& a, const QString& b, const QString& c) -> QString {
        return a % sep % b % sep % c;
    };
    const QString day = QStringLiteral("DD");
    const QString month = QStringLiteral("MM");
    QString format;
    if (count(kCsvNamedDate) * 2 > m_dates && m_dates > 0) {
        format = QStringLiteral("DD Mon ") + year;
    } else if (order == CsvDateOrder::Ymd) {
        format = joined(year, month, day);
    } else if (order == CsvDateOrder::Dmy) {
        format = joined(day, month, year);
    } else if (order == CsvDateOrder::Mdy) {
        format = joined(month, day, year);
    } else if (order == CsvDateOrder::Ask) {
        format = joined(day, month, year) + QStringLiteral(" or ") + joined(month, day, year);
    }
    if (shape.clock > 0) {
        format += format.isEmpty() ? QString() : shape.iso ? QStringLiteral("T") : QStringLiteral(" ");
        format += shape.clock == 1   ? QStringLiteral("HH:MM")
                  : shape.clock == 2 ? QStringLiteral("HH:MM:SS")
                                     : QStringLiteral("HH:MM:SS.fff");
        format += shape.halfDay ? QStringLiteral(" AM") : QString();
        format += shape.zone ? QStringLiteral("Z") : QString();
    }
    return format;
}

}  // namespace kith::intake
