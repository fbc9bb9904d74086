// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the values of a column are: counted over all of them, decided for the column as a whole.
#pragma once

#include "core/base/hash_set.h"
#include "core/intake/csv_value.h"

#include <QString>
#include <QStringList>

#include <array>
#include <set>
#include <string>
#include <vector>

namespace kith::intake {

enum class CsvType {
    Empty,
    Boolean,
    Integer,
    Decimal,
    Percentage,
    Currency,
    Date,
    Time,
    DateTime,
    Email,
    Phone,
    Url,
    String
};

enum class CsvDateOrder { None, Dmy, Mdy, Ymd, Ask };

struct CsvColumn {
    QString name;
    CsvType type{CsvType::Empty};
    QString format;                          ///< of dates and times: DD/MM/YYYY, HH:MM
    CsvDateOrder order{CsvDateOrder::None};  ///< Ask: both readings fit every value
    bool decimalComma{false};
    bool isPercentage{false};
    bool zeroPadded{false};
    bool isEnum{false};
    qint64 maxLength{0};  ///< code points
    qint64 nullCount{0};
    qint64 distinct{0};    ///< exact up to 65,536, estimated beyond
    qint64 exceptions{0};  ///< values that are not of the type
    double confidence{0};
    QStringList examples;  ///< the first different values
};

QString csvTypeWord(CsvType type);

/// One pass over the values, constant memory.
class CsvColumnCensus {
public:
    void add(std::string_view cell);
    /// header: helps where the values alone do not tell (bare digits under "Phone").
    CsvColumn decide(const QString& header) const;
    qint64 values() const { return m_values; }
    qint64 nulls() const { return m_nulls; }
    qint64 count(CsvTrait trait) const;

private:
    struct Shape {
        CsvDateShape shape;
        qint64 count{0};
    };

    /// A value that came before needs no second look.
    struct Known {
        std::uint64_t hash{0};
        CsvLook look;
    };

    void countNew(std::string_view cell, std::uint64_t hash);
    void countWord(std::string_view cell);
    void countDate(const CsvLook& look);
    qint64 distinct() const;
    bool decideWords(CsvColumn* column, const QString& header) const;
    bool decideDates(CsvColumn* column, const QString& header) const;
    bool decideNumbers(CsvColumn* column, const QString& header) const;
    void settle(CsvColumn* column, CsvType type, qint64 fitting) const;
    QString formatOf(CsvDateOrder order) const;

    std::array<qint64, 24> m_traits{};
    qint64 m_values{0};  ///< neither empty nor a null token
    qint64 m_nulls{0};
    qint64 m_dmyOnly{0};
    qint64 m_mdyOnly{0};
    qint64 m_shortYearOnly{0};
    qint64 m_dates{0};
    qint64 m_pointOnly{0};
    qint64 m_commaOnly{0};
    qint64 m_numbers{0};
    qint64 m_whole{0};  ///< whole whatever the mark is
    qint64 m_maxLength{0};
    std::vector<Shape> m_shapes;
    std::set<std::string> m_words;  ///< of yes and no; at most three
    HashSet m_hashes;
    std::uint64_t m_hashCeiling{~std::uint64_t{0}};
    std::vector<std::string> m_examples;
    std::vector<Known> m_known;  ///< values that were looked at lately, by the end of their hash
};

}  // namespace kith::intake
