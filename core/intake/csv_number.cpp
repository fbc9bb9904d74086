// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/csv_value.h"

#include <algorithm>
#include <array>

namespace kith::intake {

namespace {

using std::string_view;
using namespace std::string_view_literals;

constexpr std::array kCurrencies{"R$"sv,  "US$"sv, "A$"sv,  "C$"sv,   "$"sv,   "€"sv,   "£"sv,   "¥"sv,
                                 "₹"sv,   "₽"sv, "₩"sv,   "₺"sv,    "₴"sv,   "zł"sv,  "Kč"sv,  "kr."sv,
                                 "kr"sv,  "Ft"sv,  "Fr."sv, "USD"sv,  "EUR"sv, "GBP"sv, "CHF"sv, "JPY"sv,
                                 "CNY"sv, "RUB"sv, "PLN"sv, "CZK"sv,  "SEK"sv, "NOK"sv, "DKK"sv, "CAD"sv,
                                 "AUD"sv, "BRL"sv, "INR"sv, "руб."sv, "руб"sv, "元"sv,  "円"sv,  "￥"sv};

enum class NumberForm { None, Whole, Fraction };

bool numberDigit(char c) {
    return c >= '0' && c <= '9';
}

string_view trimNumber(string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    while (text.ends_with("\xC2\xA0"sv)) {
        text.remove_suffix(2);
    }
    while (text.ends_with("\xE2\x80\xAF"sv)) {
        text.remove_suffix(3);
    }
    return text;
}

bool takeCurrency(string_view* text) {
    for (const string_view mark : kCurrencies) {
        if (text->starts_with(mark)) {
            *text = trimNumber(text->substr(mark.size()));
            return true;
        }
        if (text->ends_with(mark)) {
            *text = trimNumber(text->substr(0, text->size() - mark.size()));
            return true;
        }
    }
    return false;
}

bool takeSign(string_view* text) {
    for (const string_view sign : {"-"sv, "+"sv, "\u2212"sv}) {
        if (text->starts_with(sign)) {
            *text = trimNumber(text->substr(sign.size()));
            return true;
        }
    }
    return false;
}

/// Length of a mark that may stand between groups of three digits, apart from point and comma.
std::size_t groupMark(string_view rest) {
    if (rest.starts_with(' ') || rest.starts_with('\'')) {
        return 1;
    }
    if (rest.starts_with("\xC2\xA0"sv)) {
        return 2;
    }
    return rest.starts_with("\xE2\x80\xAF"sv) || rest.starts_with("\u2019"sv) ? 3 : 0;
}

/// The text as a number whose decimal mark and group mark are given.
NumberForm formOf(string_view text, char decimal, char group) {
    std::size_t i = 0;
    int digits = 0;
    int groupDigits = 0;
    bool grouped = false;
    bool pairs = false;
    for (; i < text.size(); ++i) {
        if (numberDigit(text[i])) {
            ++digits;
            ++groupDigits;
            continue;
        }
        const std::size_t mark = text[i] == group ? 1 : groupMark(text.substr(i));
        if (mark == 0) {
            break;
        }
        if (groupDigits == 0 || groupDigits > 3 || (grouped && groupDigits == 1) || (!grouped && text[0] == '0')) {
            return NumberForm::None;
        }
        pairs = pairs || (grouped && groupDigits == 2);  // 12,34,567 as in India
        grouped = true;
        groupDigits = 0;
        i += mark - 1;
    }
    if (grouped && (groupDigits != 3 || (pairs && group != ','))) {
        return NumberForm::None;
    }
    NumberForm form = NumberForm::Whole;
    if (i < text.size() && text[i] == decimal) {
        form = NumberForm::Fraction;
        for (++i; i < text.size() && numberDigit(text[i]); ++i) {
            ++digits;
        }
    }
    if (digits == 0) {
        return NumberForm::None;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E') && !grouped) {
        form = NumberForm::Fraction;
        ++i;
        i += i < text.size() && (text[i] == '+' || text[i] == '-');
        const std::size_t start = i;
        while (i < text.size() && numberDigit(text[i])) {
            ++i;
        }
        if (i == start || i - start > 3) {
            return NumberForm::None;
        }
    }
    return i == text.size() ? form : NumberForm::None;
}

std::uint32_t bareNumber(string_view text) {
    const NumberForm point = formOf(text, '.', ',');
    const NumberForm comma = text.find_first_of(".,") == string_view::npos ? point : formOf(text, ',', '.');
    std::uint32_t traits = 0;
    if (point != NumberForm::None) {
        traits |= kCsvPoint | traitIf(point == NumberForm::Whole, kCsvPointWhole);
    }
    if (comma != NumberForm::None) {
        traits |= kCsvComma | traitIf(comma == NumberForm::Whole, kCsvCommaWhole);
    }
    if (text.size() > 1 && text[0] == '0' && numberDigit(text[1]) && std::ranges::all_of(text, numberDigit)) {
        traits |= kCsvPadded;
    }
    return traits;
}

}  // namespace

std::uint32_t numberTraits(string_view cell) {
    std::uint32_t extra = 0;
    if (cell.size() > 2 && cell.front() == '(' && cell.back() == ')') {
        cell = trimNumber(cell.substr(1, cell.size() - 2));  // bookkeepers' minus
    }
    if (cell.ends_with('%')) {
        extra |= kCsvPercent;
        cell = trimNumber(cell.substr(0, cell.size() - 1));
    }
    bool sign = takeSign(&cell);
    if (!cell.empty() && (!numberDigit(cell.front()) || !numberDigit(cell.back())) && takeCurrency(&cell)) {
        extra |= kCsvCurrency;
        sign = takeSign(&cell) || sign;
    }
    if ((extra & kCsvCurrency) != 0 && cell.size() > 1 && "KkMmB"sv.find(cell.back()) != string_view::npos) {
        cell.remove_suffix(1);  // $395K
    }
    if (!sign && cell.size() > 1 && cell.back() == '-') {
        cell.remove_suffix(1);
    }
    if (cell.empty() || cell.front() == ' ') {
        return 0;
    }
    std::uint32_t traits = bareNumber(cell);
    if (sign) {
        traits &= ~static_cast<std::uint32_t>(kCsvPadded);
    }
    return traits == 0 ? 0 : traits | extra;
}

}  // namespace kith::intake
