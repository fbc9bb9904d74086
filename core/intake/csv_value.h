// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What one cell of a table could be: several things at once where its column has to decide.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kith::intake {

enum CsvTrait : std::uint32_t {
    kCsvEmpty = 1U << 0,
    kCsvNull = 1U << 1,     ///< NA, null, -, …: stands for nothing
    kCsvBoolean = 1U << 2,  ///< yes, no, true, ja, …
    kCsvPoint = 1U << 3,    ///< a number if the decimal mark is a point
    kCsvComma = 1U << 4,    ///< a number if the decimal mark is a comma
    kCsvPointWhole = 1U << 5,
    kCsvCommaWhole = 1U << 6,
    kCsvPercent = 1U << 7,
    kCsvCurrency = 1U << 8,
    kCsvPadded = 1U << 9,  ///< digits with a zero in front
    kCsvDmy = 1U << 10,
    kCsvMdy = 1U << 11,
    kCsvYmd = 1U << 12,
    kCsvNamedDate = 1U << 13,    ///< the month is a word
    kCsvCompactDate = 1U << 14,  ///< 20260512
    kCsvTime = 1U << 15,
    kCsvDateTime = 1U << 16,  ///< a date of any order with a time
    kCsvEmail = 1U << 17,
    kCsvUrl = 1U << 18,
    kCsvPhone = 1U << 19,   ///< written as a telephone number
    kCsvDigits = 1U << 20,  ///< so many digits that it may be one
    kCsvWords = 1U << 21,   ///< letters, digits and the signs of plain text
    kCsvYmdShort = 1U << 22,
};

/// The traits where the condition holds, else none.
constexpr std::uint32_t traitIf(bool holds, std::uint32_t traits) {
    return holds ? traits : 0U;
}

inline constexpr std::uint32_t kCsvNumber = kCsvPoint | kCsvComma;
inline constexpr std::uint32_t kCsvDate = kCsvDmy | kCsvMdy | kCsvYmd | kCsvNamedDate;

/// How a date or time is written, apart from the order of day and month.
struct CsvDateShape {
    char separator{0};
    std::uint8_t yearDigits{0};
    std::uint8_t clock{0};  ///< 0 none, 1 hours and minutes, 2 seconds, 3 fractions
    bool halfDay{false};    ///< am, pm
    bool zone{false};
    bool iso{false};  ///< T between date and time

    bool operator==(const CsvDateShape&) const = default;
};

struct CsvLook {
    std::uint32_t traits{0};
    CsvDateShape date;

    bool is(std::uint32_t any) const { return (traits & any) != 0; }
};

/// cell: UTF-8; spaces around it do not count.
CsvLook lookAtCell(std::string_view cell);

/// The pieces that others need too; each takes text without spaces around it.
std::string_view trimmedCell(std::string_view cell);
std::uint32_t numberTraits(std::string_view cell);
CsvLook dateLook(std::string_view cell);
CsvLook namedDateLook(std::string_view cell);
/// 10:30, 9:05:07.25 pm, 10:30+02:00; zone: whether an offset may follow.
bool readClock(std::string_view cell, CsvDateShape* shape);
std::uint32_t wordTraits(std::string_view cell);
/// Letters, digits, spaces and -_.()?!'&; quoted: commas too.
bool isPlainText(std::string_view cell, bool quoted);
bool isEmailCell(std::string_view cell);
bool isUrlCell(std::string_view cell);
/// ASCII and the letters of Latin-1, Greek and Cyrillic in lower case.
std::string lowered(std::string_view text);

}  // namespace kith::intake
