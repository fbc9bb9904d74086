// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/csv_value.h"

#include <QString>

#include <algorithm>
#include <array>

namespace kith::intake {

namespace {

using std::string_view;
using namespace std::string_view_literals;

bool valueDigit(char c) {
    return c >= '0' && c <= '9';
}

bool valueLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr std::array kNulls{"na"sv,           "n/a"sv, "#n/a"sv,   "null"sv,   "none"sv,    "nil"sv,    "nan"sv,
                            "#null!"sv,       "\\n"sv, "(null)"sv, "<null>"sv, "(blank)"sv, "(none)"sv, "n.a."sv,
                            "k.a."sv,         "-"sv,   "--"sv,     "---"sv,    "–"sv,       "—"sv,      "."sv,
                            ".."sv,           "?"sv,   "#n/d"sv,   "#nv"sv,    "n/d"sv,     "s/o"sv,    "no data"sv,
                            "unknown value"sv};

// true, false by turns; what shares a language stands together.
constexpr std::array kBooleans{
    "true"sv, "false"sv,  "yes"sv,    "no"sv,        "y"sv,      "n"sv,      "t"sv,     "f"sv,          "ja"sv,
    "nein"sv, "wahr"sv,   "falsch"sv, "oui"sv,       "non"sv,    "vrai"sv,   "faux"sv,  "sí"sv,         "no"sv,
    "si"sv,   "falso"sv,  "vero"sv,   "verdadero"sv, "sim"sv,    "não"sv,    "nao"sv,   "verdadeiro"sv, "да"sv,
    "нет"sv,  "истина"sv, "ложь"sv,   "tak"sv,       "nie"sv,    "prawda"sv, "fałsz"sv, "ano"sv,        "ne"sv,
    "igen"sv, "nem"sv,    "evet"sv,   "hayır"sv,     "nee"sv,    "nej"sv,    "kyllä"sv, "ei"sv,         "да."sv,
    "так"sv,  "ні"sv,     "是"sv,     "否"sv,        "はい"sv,   "いいえ"sv, "예"sv,    "아니요"sv,     "on"sv,
    "off"sv,  "waar"sv,   "onwaar"sv, "sant"sv,      "falskt"sv, "ναι"sv,    "όχι"sv,   "✓"sv,          "✗"sv};

constexpr std::array kTlds{"com"sv, "org"sv, "net"sv, "edu"sv, "gov"sv, "io"sv, "co"sv, "de"sv, "fr"sv,      "uk"sv,
                           "eu"sv,  "ch"sv,  "at"sv,  "it"sv,  "es"sv,  "nl"sv, "se"sv, "no"sv, "dk"sv,      "fi"sv,
                           "pl"sv,  "ru"sv,  "cz"sv,  "jp"sv,  "cn"sv,  "br"sv, "au"sv, "ca"sv, "us"sv,      "info"sv,
                           "biz"sv, "dev"sv, "app"sv, "ai"sv,  "me"sv,  "tv"sv, "be"sv, "pt"sv, "example"sv, "test"sv};

/// The number of digits where the cell is written as a telephone number, or 0; bare digits count as well.
int phoneDigits(string_view cell, bool* telling) {
    int digits = 0;
    int marks = 0;
    bool plus = false;
    bool bracket = false;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const char c = cell[i];
        if (valueDigit(c)) {
            ++digits;
        } else if (c == '+') {
            plus = plus || i == 0 || (i == 1 && cell[0] == '(');
            if (i > 1) {
                return 0;
            }
        } else if (c == '(' || c == ')') {
            bracket = true;
        } else if (c == ' ' || c == '-' || c == '.' || c == '/') {
            marks += i > 0 && cell[i - 1] != ' ';
        } else if ((c == 'x' || c == 'e' || c == 'E' || c == '#' || c == ';') && digits >= 7) {
            const std::size_t number = cell.find_first_not_of("xextEXT.#;n= ", i);
            if (number == string_view::npos || cell.find_first_not_of("0123456789", number) != string_view::npos) {
                return 0;
            }
            marks += 2;
            break;
        } else {
            return 0;
        }
    }
    if (cell.starts_with('-') || cell.starts_with('.') || cell.starts_with('/')) {
        return 0;
    }
    *telling = plus || bracket || marks >= 2 || (marks == 1 && cell.starts_with('0'));
    return digits >= 7 && digits <= 17 && (digits <= 15 || *telling) ? digits : 0;
}

bool isIpAddress(string_view cell) {
    return std::ranges::count(cell, '.') == 3 && cell.find_first_not_of("0123456789.") == string_view::npos;
}

bool isHostName(string_view host) {
    const std::size_t port = host.find(':');
    host = host.substr(0, port);
    const std::size_t dot = host.rfind('.');
    if (dot == string_view::npos || dot == 0 || dot + 1 == host.size()) {
        return false;
    }
    const std::string tld = lowered(host.substr(dot + 1));
    return std::ranges::find(kTlds, string_view(tld)) != kTlds.end() &&
           std::ranges::all_of(host, [](char c) { return valueLetter(c) || valueDigit(c) || c == '.' || c == '-'; });
}

bool isOneEmail(string_view cell) {
    const std::size_t at = cell.find('@');
    if (at == string_view::npos || at == 0 || at + 2 > cell.size() || cell.find('@', at + 1) != string_view::npos) {
        return false;
    }
    const string_view domain = cell.substr(at + 1);
    const auto plain = [](char c) { return valueLetter(c) || valueDigit(c) || static_cast<unsigned char>(c) >= 0x80; };
    return std::ranges::all_of(
               cell.substr(0, at),
               [&](char c) { return plain(c) || ".!#$%&'*+-/=?^_`{|}~"sv.find(c) != string_view::npos; }) &&
           std::ranges::all_of(domain, [&](char c) { return plain(c) || c == '.' || c == '-'; }) &&
           plain(domain.front()) && plain(domain.back()) && domain.find("..") == string_view::npos;
}

CsvLook lookAtDigits(string_view cell) {
    CsvLook look = dateLook(cell);
    look.traits |= numberTraits(cell);
    bool telling = false;
    if (phoneDigits(cell, &telling) > 0 && !isIpAddress(cell)) {
        const bool whole = look.is(kCsvPointWhole) && look.is(kCsvCommaWhole);
        const bool number = look.is(kCsvNumber) && !(whole && (cell.front() == '+' || cell.front() == '('));
        look.traits |= telling && !number && !look.is(kCsvDate) ? kCsvPhone : kCsvDigits;
    }
    return look;
}

}  // namespace

string_view trimmedCell(string_view cell) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0'; };
    while (!cell.empty() && blank(cell.front())) {
        cell.remove_prefix(1);
    }
    while (!cell.empty() && blank(cell.back())) {
        cell.remove_suffix(1);
    }
    while (cell.starts_with("\xC2\xA0"sv)) {
        cell.remove_prefix(2);
    }
    while (cell.ends_with("\xC2\xA0"sv)) {
        cell.remove_suffix(2);
    }
    return cell;
}

std::string lowered(string_view text) {
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        std::string low(text);
        for (char& c : low) {
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
        return low;
    }
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toLower().toStdString();
}

/// Whether a token of this length begins like that: most words are passed over by one look.
bool mayBeToken(string_view cell) {
    static const auto beginnings = [] {
        std::array<std::array<bool, 128>, 17> table{};
        const auto note = [&](string_view word) {
            if (static_cast<unsigned char>(word.front()) < 0x80) {
                table[word.size()][static_cast<std::size_t>(word.front())] = true;
            }
        };
        std::ranges::for_each(kNulls, note);
        std::ranges::for_each(kBooleans, note);
        return table;
    }();
    const char first = cell.front() >= 'A' && cell.front() <= 'Z' ? static_cast<char>(cell.front() + 32) : cell.front();
    return static_cast<unsigned char>(first) >= 0x80 || first == '#' ||
           std::ranges::any_of(cell, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) ||
           beginnings[cell.size()][static_cast<std::size_t>(first)];
}

std::uint32_t wordTraits(string_view cell) {
    if (cell.size() > 16) {
        return 0;
    }
    if (!mayBeToken(cell)) {
        return 0;
    }
    const std::string low = lowered(cell);
    std::uint32_t traits = 0;
    const bool overflow = low.size() > 4 && low.find_first_not_of('#') == std::string::npos;  // too narrow a column
    if (overflow || std::ranges::find(kNulls, string_view(low)) != kNulls.end()) {
        traits |= kCsvNull;
    }
    if (std::ranges::find(kBooleans, string_view(low)) != kBooleans.end()) {
        traits |= kCsvBoolean;
    }
    return traits;
}

bool isEmailCell(string_view cell) {
    if (cell.find('@') == string_view::npos) {
        return false;
    }
    bool any = false;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find_first_of(",;| \n"), cell.size());
        const string_view one = trimmedCell(cell.substr(0, end));
        if (!one.empty() && one != ":::"sv && !isOneEmail(one)) {
            return false;
        }
        any = any || !one.empty();
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return any;
}

bool isUrlCell(string_view cell) {
    if (cell.find('.') == string_view::npos && cell.find(':') == string_view::npos) {
        return false;
    }
    if (cell.find_first_of(" \n\t") != string_view::npos) {
        return false;
    }
    const std::string head = lowered(cell.substr(0, 8));
    const bool scheme = head.starts_with("http://") || head.starts_with("https://") || head.starts_with("ftp://");
    if (scheme) {
        const string_view rest = cell.substr(cell.find("//") + 2);
        return !rest.empty() && rest.front() != '-' && rest.front() != '/';
    }
    if (cell.find('@') != string_view::npos) {
        return false;
    }
    const string_view host = cell.substr(0, cell.find_first_of("/?#"));
    return (head.starts_with("www.") && host.size() > 6) || isHostName(host);
}

CsvLook lookAtCell(string_view cell) {
    cell = trimmedCell(cell);
    CsvLook look;
    if (cell.empty()) {
        look.traits = kCsvEmpty;
        return look;
    }
    if (cell.size() > 512) {
        look.traits = traitIf(isUrlCell(cell), kCsvUrl);
        return look;
    }
    if (cell.find('@') != string_view::npos && valueLetter(cell.front()) && isEmailCell(cell)) {
        look.traits = kCsvEmail;
        return look;
    }
    const bool digits = std::ranges::any_of(cell, valueDigit);
    if (digits && cell.size() <= 64) {
        look = lookAtDigits(cell);
        if (look.traits == 0) {
            look = namedDateLook(cell);
        }
    } else {
        look.traits = wordTraits(cell);
    }
    if (!look.is(kCsvNumber | kCsvDate)) {
        if (isEmailCell(cell)) {
            look.traits |= kCsvEmail;
        } else if (isUrlCell(cell)) {
            look.traits |= kCsvUrl;
        }
    }
    return look;
}

}  // namespace kith::intake
