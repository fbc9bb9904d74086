// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/content_sniff.h"

#include "core/intake/mail_lines.h"
#include "core/intake/mbox_entry.h"

#include <algorithm>
#include <array>

namespace kith::intake {

namespace {

using std::string_view;
using namespace std::string_view_literals;

string_view withoutLeadingBlanks(string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) {
        head.remove_prefix(3);
    }
    head.remove_prefix(std::min(head.find_first_not_of("\r\n"), head.size()));
    return head;
}

bool isCompressed(string_view head) {
    return head.starts_with("\x1F\x8B"sv) ||
           head.starts_with("\xFD"
                            "7zXZ"sv) ||
           head.starts_with("BZh"sv) || head.starts_with("\x28\xB5\x2F\xFD"sv);
}

bool isAppleMessage(string_view head) {
    const std::size_t eol = head.find('\n');
    if (eol == string_view::npos || eol == 0 || eol > 20) {
        return false;
    }
    string_view count = head.substr(0, head.find_first_not_of("0123456789"));
    return !count.empty() &&
           head.substr(count.size(), eol - count.size()).find_first_not_of(" \t\r") == string_view::npos &&
           lookAtHeader(head.substr(eol + 1)).known;
}

bool isCsv(string_view head) {
    if (head.find('\0') != string_view::npos) {
        return false;
    }
    const std::size_t first = head.find('\n');
    if (first == string_view::npos) {
        return false;
    }
    const string_view one = head.substr(0, first);
    const string_view two = head.substr(first + 1, head.find('\n', first + 1) - first - 1);
    return std::ranges::any_of(",;\t"sv, [&](char mark) {
        return std::ranges::count(one, mark) > 0 && std::ranges::count(one, mark) <= std::ranges::count(two, mark);
    });
}

bool startsAsWord(string_view head, string_view word) {
    return std::ranges::equal(head.substr(0, word.size()), word, {},
                              [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
}

}  // namespace

Content sniff(string_view head) {
    if (head.empty()) {
        return Content::Empty;
    }
    if (head.starts_with("PK\3\4"sv) || head.starts_with("PK\5\6"sv)) {
        return Content::Zip;
    }
    if (isCompressed(head)) {
        return Content::Compressed;
    }
    if (head.size() > 262 && head.substr(257, 5) == "ustar"sv) {
        return Content::Tar;
    }
    const string_view body = withoutLeadingBlanks(head);
    if (startsAsWord(body, "BEGIN:VCARD"sv)) {
        return Content::VCard;
    }
    if (body.starts_with("From "sv) && isEntryStart(head, head.size() - body.size())) {
        return Content::Mbox;
    }
    if (isAppleMessage(body)) {
        return Content::AppleMessage;
    }
    const HeaderLook look = lookAtHeader(body);
    if (look.known && (look.clean || look.lines > 2)) {
        return Content::Message;
    }
    if (!head.starts_with("%PDF"sv) && nextEntry(head, 0) != string_view::npos) {
        return Content::Mbox;
    }
    return isCsv(body) ? Content::Csv : Content::Other;
}

QString describeOther(string_view head) {
    static constexpr std::array<std::pair<string_view, const char*>, 14> known{{
        {"%PDF"sv, "a PDF document"},
        {"\xFF\xD8\xFF"sv, "a JPEG picture"},
        {"\x89PNG"sv, "a PNG picture"},
        {"GIF8"sv, "a GIF picture"},
        {"RIFF"sv, "a sound, film or picture"},
        {"!BDN"sv, "an Outlook data file (.pst); export it as mbox or .eml first"},
        {"\xD0\xCF\x11\xE0"sv, "an Outlook message or an old Office document; export mail as mbox or .eml first"},
        {"Rar!"sv, "a RAR archive; unpack it first"},
        {"7z\xBC\xAF"sv, "a 7z archive; unpack it first"},
        {"SQLite format 3"sv, "a database"},
        {"\x7F"
         "ELF"sv,
         "a program"},
        {"MZ"sv, "a program"},
        {"BEGIN:VCALENDAR"sv, "a calendar"},
        {"<"sv, "a web page or XML"},
    }};
    const string_view body = withoutLeadingBlanks(head);
    for (const auto& [magic, words] : known) {
        if (body.starts_with(magic)) {
            return QString::fromLatin1(words);
        }
    }
    return head.find('\0') != string_view::npos ? QStringLiteral("binary data")
                                                : QStringLiteral("text without mail headers");
}

}  // namespace kith::intake
