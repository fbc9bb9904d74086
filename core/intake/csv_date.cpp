// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/csv_value.h"

#include <algorithm>
#include <array>
#include <optional>

namespace kith::intake {

namespace {

using std::string_view;
using namespace std::string_view_literals;

// Names of months in the languages that exports come in; three letters and more, lower case, without the point.
constexpr std::array kMonths{
    "jan"sv,          "feb"sv,       "mar"sv,       "apr"sv,     "may"sv,       "jun"sv,      "jul"sv,
    "aug"sv,          "sep"sv,       "sept"sv,      "oct"sv,     "nov"sv,       "dec"sv,      "january"sv,
    "february"sv,     "march"sv,     "april"sv,     "june"sv,    "july"sv,      "august"sv,   "september"sv,
    "october"sv,      "november"sv,  "december"sv,  "januar"sv,  "februar"sv,   "märz"sv,     "mär"sv,
    "mai"sv,          "juni"sv,      "juli"sv,      "oktober"sv, "okt"sv,       "dezember"sv, "dez"sv,
    "janvier"sv,      "janv"sv,      "février"sv,   "févr"sv,    "mars"sv,      "avril"sv,    "avr"sv,
    "juin"sv,         "juillet"sv,   "juil"sv,      "août"sv,    "septembre"sv, "octobre"sv,  "novembre"sv,
    "décembre"sv,     "déc"sv,       "enero"sv,     "ene"sv,     "febrero"sv,   "marzo"sv,    "abril"sv,
    "abr"sv,          "mayo"sv,      "junio"sv,     "julio"sv,   "agosto"sv,    "ago"sv,      "septiembre"sv,
    "octubre"sv,      "noviembre"sv, "diciembre"sv, "dic"sv,     "gennaio"sv,   "gen"sv,      "febbraio"sv,
    "aprile"sv,       "maggio"sv,    "mag"sv,       "giugno"sv,  "giu"sv,       "luglio"sv,   "lug"sv,
    "settembre"sv,    "set"sv,       "ottobre"sv,   "ott"sv,     "dicembre"sv,  "janeiro"sv,  "fevereiro"sv,
    "fev"sv,          "março"sv,     "maio"sv,      "junho"sv,   "julho"sv,     "setembro"sv, "outubro"sv,
    "out"sv,          "novembro"sv,  "dezembro"sv,  "januari"sv, "februari"sv,  "maart"sv,    "mrt"sv,
    "mei"sv,          "augustus"sv,  "augusti"sv,   "maj"sv,     "desember"sv,  "stycznia"sv, "lutego"sv,
    "marca"sv,        "kwietnia"sv,  "maja"sv,      "czerwca"sv, "lipca"sv,     "sierpnia"sv, "września"sv,
    "października"sv, "listopada"sv, "grudnia"sv,   "января"sv,  "февраля"sv,   "марта"sv,    "апреля"sv,
    "мая"sv,          "июня"sv,      "июля"sv,      "августа"sv, "сентября"sv,  "октября"sv,  "ноября"sv,
    "декабря"sv,      "ocak"sv,      "şubat"sv,     "nisan"sv,   "haziran"sv,   "temmuz"sv,   "ağustos"sv,
    "eylül"sv,        "ekim"sv,      "kasım"sv,     "aralık"sv};

constexpr std::array kFillers{"of"sv,  "de"sv,  "at"sv,   "um"sv,  "the"sv, "à"sv,   "del"sv, "utc"sv,
                              "gmt"sv, "cet"sv, "cest"sv, "est"sv, "edt"sv, "pst"sv, "pdt"sv, "z"sv,
                              "г"sv,   "st"sv,  "nd"sv,   "rd"sv,  "th"sv,  "am"sv,  "pm"sv,  "uhr"sv};

constexpr std::array kWeekdays{"mon"sv,        "tue"sv,      "wed"sv,      "thu"sv,     "fri"sv,       "sat"sv,
                               "sun"sv,        "mo"sv,       "di"sv,       "mi"sv,      "do"sv,        "fr"sv,
                               "sa"sv,         "so"sv,       "monday"sv,   "tuesday"sv, "wednesday"sv, "thursday"sv,
                               "friday"sv,     "saturday"sv, "sunday"sv,   "montag"sv,  "dienstag"sv,  "mittwoch"sv,
                               "donnerstag"sv, "freitag"sv,  "samstag"sv,  "sonntag"sv, "lundi"sv,     "mardi"sv,
                               "mercredi"sv,   "jeudi"sv,    "vendredi"sv, "samedi"sv,  "dimanche"sv};

bool dateDigit(char c) {
    return c >= '0' && c <= '9';
}

/// A run of digits at the front, taken off; nothing where there is none or more than four.
struct TakenNumber {
    int value{0};
    int digits{0};
};

std::optional<TakenNumber> takeNumber(string_view* text) {
    TakenNumber number;
    while (!text->empty() && dateDigit(text->front()) && number.digits < 5) {
        number.value = number.value * 10 + (text->front() - '0');
        ++number.digits;
        text->remove_prefix(1);
    }
    return number.digits == 0 || number.digits == 5 ? std::nullopt : std::optional(number);
}

bool isDay(const TakenNumber& n) {
    return n.digits <= 2 && n.value >= 1 && n.value <= 31;
}

bool isMonth(const TakenNumber& n) {
    return n.digits <= 2 && n.value >= 1 && n.value <= 12;
}

bool isYear(const TakenNumber& n) {
    return n.digits == 2 || (n.digits == 4 && n.value >= 1 && n.value < 3000);
}

std::uint32_t orders(const TakenNumber& a, const TakenNumber& b, const TakenNumber& c) {
    std::uint32_t traits = 0;
    if (a.digits == 4) {
        return traitIf(isYear(a) && isMonth(b) && isDay(c), kCsvYmd);
    }
    if (!isYear(c) && a.digits == 2 && isMonth(b) && isDay(c)) {
        return kCsvYmdShort;
    }
    if (isYear(c)) {
        traits |= traitIf(isDay(a) && isMonth(b), kCsvDmy);
        traits |= traitIf(isMonth(a) && isDay(b), kCsvMdy);
        traits |= traitIf(c.digits == 2 && a.digits == 2 && isMonth(b) && isDay(c), kCsvYmdShort);
    }
    return traits;
}

CsvLook compactLook(string_view cell) {
    CsvLook look;
    const int year = (cell[0] - '0') * 1000 + (cell[1] - '0') * 100 + (cell[2] - '0') * 10 + (cell[3] - '0');
    const int month = (cell[4] - '0') * 10 + (cell[5] - '0');
    const int day = (cell[6] - '0') * 10 + (cell[7] - '0');
    if (year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31) {
        look.traits = kCsvCompactDate;
        look.date.yearDigits = 4;
    }
    return look;
}

CsvLook cjkLook(string_view cell) {
    CsvLook look;
    const auto year = takeNumber(&cell);
    for (const auto& [y, m, d] : {std::array{"年"sv, "月"sv, "日"sv}, std::array{"년"sv, "월"sv, "일"sv}}) {
        if (!year || !cell.starts_with(y)) {
            continue;
        }
        string_view rest = trimmedCell(cell.substr(y.size()));
        const auto month = takeNumber(&rest);
        if (!month || !isMonth(*month) || !rest.starts_with(m)) {
            continue;
        }
        rest = trimmedCell(rest.substr(m.size()));
        const auto day = takeNumber(&rest);
        if (day && isDay(*day) && rest == d) {
            look.traits = kCsvYmd;
            look.date.yearDigits = static_cast<std::uint8_t>(year->digits);
        }
    }
    return look;
}

bool takeSeparator(string_view* text, char separator) {
    if (text->empty() || text->front() != separator) {
        return false;
    }
    text->remove_prefix(1);
    if (separator == '.' && text->starts_with(' ')) {
        text->remove_prefix(1);  // 12. 5. 2026
    }
    return true;
}

template <class List>
bool isListed(const List& list, string_view word) {
    return std::ranges::find(list, word) != list.end();
}

}  // namespace

bool readClock(string_view cell, CsvDateShape* shape) {
    CsvDateShape found = *shape;
    const auto hours = takeNumber(&cell);
    if (!hours || hours->digits > 2 || hours->value > 24 || !cell.starts_with(':')) {
        return false;
    }
    cell.remove_prefix(1);
    const auto minutes = takeNumber(&cell);
    if (!minutes || minutes->digits != 2 || minutes->value > 59) {
        return false;
    }
    found.clock = 1;
    if (cell.size() > 1 && cell.front() == '.' && dateDigit(cell[1])) {  // 01:24.5: minutes and seconds
        found.clock = 3;
        cell.remove_prefix(std::min(cell.find_first_not_of("0123456789", 1), cell.size()));
    } else if (cell.starts_with(':')) {
        cell.remove_prefix(1);
        const auto seconds = takeNumber(&cell);
        if (!seconds || seconds->digits != 2 || seconds->value > 60) {
            return false;
        }
        found.clock = 2;
        if (cell.size() > 1 && (cell.front() == '.' || cell.front() == ',') && dateDigit(cell[1])) {
            found.clock = 3;
            cell.remove_prefix(std::min(cell.find_first_not_of("0123456789", 1), cell.size()));
        }
    }
    cell = trimmedCell(cell);
    const std::string rest = lowered(cell.substr(0, 6));
    for (const string_view half : {"am"sv, "pm"sv, "a.m."sv, "p.m."sv, "a. m."sv, "p. m."sv}) {
        if (rest.starts_with(half)) {
            found.halfDay = true;
            cell = trimmedCell(cell.substr(half.size()));
            break;
        }
    }
    if (!cell.empty()) {
        found.zone = true;
        const bool offset = (cell.front() == '+' || cell.front() == '-') && cell.size() >= 3 && cell.size() <= 6 &&
                            cell.find_first_not_of("0123456789:", 1) == string_view::npos;
        const bool named = cell.starts_with("GMT"sv) || cell.starts_with("UTC"sv);
        if (named && cell.size() <= 9 && cell.find_first_not_of("+-:0123456789", 3) == string_view::npos) {
            *shape = found;
            return true;
        }
        if (!offset && cell != "Z"sv && cell != "z"sv) {
            return false;
        }
    }
    *shape = found;
    return true;
}

CsvLook dateLook(string_view cell) {
    CsvLook look;
    if (cell.size() < 4 || !dateDigit(cell.front())) {
        return look;
    }
    if (cell.size() == 8 && std::ranges::all_of(cell, dateDigit)) {
        return compactLook(cell);
    }
    if (cell[1] == ':' || cell[2] == ':') {
        look.traits = traitIf(readClock(cell, &look.date), kCsvTime);
        return look;
    }
    string_view rest = cell;
    const auto first = takeNumber(&rest);
    if (!first || rest.empty()) {
        return look;
    }
    const char separator = rest.front();
    if (separator != '-' && separator != '/' && separator != '.' && (separator != ' ' || cell.size() > 10)) {
        return static_cast<unsigned char>(separator) >= 0x80 ? cjkLook(cell) : look;
    }
    takeSeparator(&rest, separator);
    const auto second = takeNumber(&rest);
    if (!second || !takeSeparator(&rest, separator)) {
        return look;
    }
    const auto third = takeNumber(&rest);
    if (!third) {
        return look;
    }
    look.traits = orders(*first, *second, *third);
    look.date.separator = separator;
    look.date.yearDigits = first->digits == 4 || third->digits == 4 ? 4 : 2;
    if (separator == ' ' && look.date.yearDigits == 2) {
        return {};  // 12 05 26 is rather a number to call
    }
    if (look.traits == 0 || rest.empty()) {
        return look;
    }
    look.date.iso = rest.front() == 'T' && rest.size() > 1 && dateDigit(rest[1]);
    if (rest.front() != ' ' && rest.front() != ',' && !look.date.iso) {
        return {};
    }
    rest.remove_prefix(1);
    if (!readClock(trimmedCell(rest), &look.date)) {
        return {};
    }
    look.traits |= kCsvDateTime;
    return look;
}

CsvLook namedDateLook(string_view cell) {
    CsvLook look;
    if (cell.size() > 48 || cell.size() < 6) {
        return look;
    }
    int months = 0;
    int numbers = 0;
    bool year = false;
    for (string_view rest = cell; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(" ,-/'"), rest.size());
        string_view word = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!word.empty() && word.find(':') != string_view::npos && readClock(word, &look.date)) {
            continue;
        }
        if (word.starts_with('+') && look.date.clock > 0) {
            look.date.zone = true;
            continue;
        }
        if (!word.empty() && dateDigit(word.front())) {
            const auto number = takeNumber(&word);
            ++numbers;
            if (!number || (number->digits == 4 && !isYear(*number)) || number->digits == 3) {
                return {};
            }
            year = year || number->digits == 4;
        }
        const std::string low = lowered(word.ends_with('.') ? word.substr(0, word.size() - 1) : word);
        if (isListed(kMonths, low)) {
            ++months;
        } else if (!low.empty() && !isListed(kFillers, low) && !isListed(kWeekdays, low)) {
            return {};
        }
    }
    if (months != 1 || numbers < 1 || numbers > 2) {
        return {};
    }
    look.traits = kCsvNamedDate | traitIf(look.date.clock > 0, kCsvDateTime);
    look.date.yearDigits = year ? 4 : 2;
    return look;
}

}  // namespace kith::intake
