// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/mail_lines.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

namespace kith::intake {

namespace {

char lowerAscii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool sameWord(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lowerAscii, lowerAscii);
}

bool isMailField(std::string_view name) {
    static constexpr std::array<std::string_view, 24> fields{"from",
                                                             "to",
                                                             "cc",
                                                             "bcc",
                                                             "date",
                                                             "subject",
                                                             "message-id",
                                                             "received",
                                                             "return-path",
                                                             "mime-version",
                                                             "content-type",
                                                             "delivered-to",
                                                             "reply-to",
                                                             "sender",
                                                             "in-reply-to",
                                                             "references",
                                                             "status",
                                                             "x-gm-thrid",
                                                             "x-gmail-labels",
                                                             "x-mozilla-status",
                                                             "x-uidl",
                                                             "content-length",
                                                             "envelope-to",
                                                             "dkim-signature"};
    return std::ranges::any_of(fields, [&](std::string_view field) { return sameWord(field, name); });
}

std::string_view takeLine(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

/// The name before the colon; empty where the line is no header field.
std::string_view fieldName(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && at < 80 && line[at] > 32 && line[at] < 127 && line[at] != ':') {
        ++at;
    }
    std::size_t colon = at;
    while (colon < line.size() && (line[colon] == ' ' || line[colon] == '\t')) {
        ++colon;
    }
    return at > 0 && colon < line.size() && line[colon] == ':' ? line.substr(0, at) : std::string_view{};
}

int monthNumber(std::string_view word) {
    static constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                             "jul", "aug", "sep", "oct", "nov", "dec"};
    for (std::size_t i = 0; word.size() >= 3 && i < months.size(); ++i) {
        if (sameWord(months[i], word.substr(0, 3))) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

std::optional<int> wholeNumber(std::string_view word) {
    if (word.empty() || word.size() > 6 || !std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; })) {
        return {};
    }
    return std::atoi(std::string(word).c_str());
}

struct DateParts {
    int year{-1}, month{0}, day{0}, seconds{-1}, zoneMinutes{0};

    void takeTime(std::string_view word) {
        std::array<int, 3> fields{0, 0, 0};
        for (std::size_t i = 0; i < 3 && !word.empty(); ++i) {
            const std::size_t colon = word.find(':');
            const auto field = wholeNumber(word.substr(0, colon));
            if (!field || *field > 60) {
                return;
            }
            fields[i] = *field;
            word = colon == std::string_view::npos ? std::string_view{} : word.substr(colon + 1);
        }
        if (fields[0] < 24) {
            seconds = fields[0] * 3600 + fields[1] * 60 + fields[2];
        }
    }

    void takeNumber(int number, std::size_t digits) {
        if (digits <= 2 && day == 0) {
            day = number;
        } else if (digits == 4 && year < 0) {
            year = number;
        } else if (digits == 2 && year < 0) {
            year = number < 70 ? 2000 + number : 1900 + number;
        }
    }

    void take(std::string_view word) {
        if ((word[0] == '+' || word[0] == '-') && word.size() == 5 && wholeNumber(word.substr(1))) {
            const int zone = *wholeNumber(word.substr(1));
            zoneMinutes = (word[0] == '-' ? -1 : 1) * (zone / 100 * 60 + zone % 100);
        } else if (word.find(':') != std::string_view::npos) {
            takeTime(word);
        } else if (const auto number = wholeNumber(word)) {
            takeNumber(*number, word.size());
        } else if (month == 0) {
            month = monthNumber(word);
        }
    }

    std::optional<std::chrono::milliseconds> value() const {
        using namespace std::chrono;
        const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                  std::chrono::day{static_cast<unsigned>(day)}};
        if (year < 1970 || year > 2200 || month == 0 || seconds < 0 || !date.ok()) {
            return {};
        }
        return duration_cast<milliseconds>(sys_days{date}.time_since_epoch()) + std::chrono::seconds{seconds} -
               minutes{zoneMinutes};
    }
};

}  // namespace

HeaderLook lookAtHeader(std::string_view bytes) {
    HeaderLook look;
    while (!bytes.empty()) {
        const bool cut = bytes.find('\n') == std::string_view::npos;
        const std::string_view line = takeLine(bytes);
        if (line.empty()) {
            return look;
        }
        if (line.starts_with(">From ") || (look.lines > 0 && (line[0] == ' ' || line[0] == '\t'))) {
            continue;
        }
        const std::string_view name = fieldName(line);
        if (name.empty()) {
            look.clean = cut;
            return look;
        }
        ++look.lines;
        look.known = look.known || isMailField(name);
    }
    return look;
}

std::string_view headerOf(std::string_view message) {
    const std::string_view window = message.substr(0, 256 * 1024);
    if (window.starts_with("\n") || window.starts_with("\r\n")) {
        return window.substr(0, window[0] == '\n' ? 1 : 2);
    }
    for (std::size_t at = window.find('\n'); at != std::string_view::npos; at = window.find('\n', at + 1)) {
        const std::string_view next = window.substr(at + 1, 2);
        if (next.starts_with('\n') || next == "\r\n") {
            return window.substr(0, at + (next[0] == '\n' ? 2 : 3));
        }
    }
    return message.size() > window.size() ? std::string_view{} : message;
}

std::string_view fieldOf(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        const std::string_view line = takeLine(header);
        if (line.size() > name.size() && lowerAscii(line[0]) == lowerAscii(name[0]) &&
            sameWord(fieldName(line), name)) {
            std::string_view value = line.substr(line.find(':') + 1);
            value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
            return value;
        }
    }
    return {};
}

std::optional<std::chrono::milliseconds> dateIn(std::string_view text) {
    DateParts parts;
    text = text.substr(0, 200);
    while (!text.empty()) {
        const std::size_t begin = text.find_first_not_of(" \t\r,");
        if (begin == std::string_view::npos) {
            break;
        }
        const std::size_t end = std::min(text.find_first_of(" \t\r,", begin), text.size());
        parts.take(text.substr(begin, end - begin));
        text = text.substr(end);
    }
    return parts.value();
}

std::optional<std::chrono::milliseconds> fromLineDate(std::string_view line) {
    if (!line.starts_with("From ")) {
        return {};
    }
    const std::size_t sender = line.find_first_not_of(' ', 5);
    const std::size_t gap = sender == std::string_view::npos ? sender : line.find(' ', sender);
    return gap == std::string_view::npos ? std::nullopt : dateIn(line.substr(gap));
}

}  // namespace kith::intake
