// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/mbox_entry.h"

#include "core/intake/mail_lines.h"

#include <algorithm>
#include <cstring>

namespace kith::intake {

namespace {

constexpr std::string_view kFrom{"From "};
constexpr std::size_t kNowhere = std::string_view::npos;

bool startsLine(std::string_view bytes, std::size_t at) {
    return at == 0 || bytes[at - 1] == '\n' || bytes[at - 1] == '\0' || (at == 3 && bytes.starts_with("\xEF\xBB\xBF"));
}

bool blankBefore(std::string_view bytes, std::size_t at) {
    if (at < 2 || bytes[at - 1] != '\n') {
        return true;
    }
    return bytes[at - 2] == '\n' || (bytes[at - 2] == '\r' && (at == 2 || bytes[at - 3] == '\n'));
}

/// Like find(), but with the C library's vectorised search.
std::size_t findBytes(std::string_view bytes, std::string_view what, std::size_t from) {
    if (from >= bytes.size()) {
        return kNowhere;
    }
    const void* hit = memmem(bytes.data() + from, bytes.size() - from, what.data(), what.size());
    return hit == nullptr ? kNowhere : static_cast<std::size_t>(static_cast<const char*>(hit) - bytes.data());
}

}  // namespace

bool isEntryStart(std::string_view bytes, std::size_t at) {
    const std::string_view ahead = bytes.substr(at, kMboxLookAhead);
    if (!ahead.starts_with(kFrom) || !startsLine(bytes, at)) {
        return false;
    }
    const std::size_t eol = ahead.find('\n');
    if (std::min(eol, ahead.size()) > 998) {
        return false;
    }
    const bool dated = fromLineDate(ahead.substr(0, eol)).has_value();
    const bool apart = blankBefore(bytes, at);
    if (!dated && !apart) {
        return false;
    }
    const std::string_view rest = eol == kNowhere ? std::string_view{} : ahead.substr(eol + 1);
    const HeaderLook header = lookAtHeader(rest);
    if (header.lines > 0 && (dated ? apart || header.known : header.known && header.lines > 1)) {
        return true;
    }
    const bool brokenOff = at + ahead.size() == bytes.size() && header.lines == 0 &&
                           (rest.find('\n') == kNowhere || rest.find_first_not_of("\r\n") == kNowhere);
    return dated && apart && brokenOff;
}

std::size_t nextEntry(std::string_view bytes, std::size_t from, std::size_t to) {
    const std::string_view window = bytes.substr(0, to >= bytes.size() ? kNowhere : to + kFrom.size());
    for (std::size_t at = findBytes(window, kFrom, from); at != kNowhere && at < to;
         at = findBytes(window, kFrom, at + 1)) {
        if (isEntryStart(bytes, at)) {
            return at;
        }
    }
    return kNowhere;
}

std::size_t previousEntry(std::string_view bytes, std::size_t before, std::size_t from) {
    constexpr std::size_t largest = 64 * 1024;
    for (std::size_t block = 1024; before > from; block = std::min(block * 2, largest)) {
        const std::size_t begin = before - from > block ? before - block : from;
        std::size_t last = kNowhere;
        for (std::size_t at = nextEntry(bytes, begin, before); at != kNowhere; at = nextEntry(bytes, at + 1, before)) {
            last = at;
        }
        if (last != kNowhere) {
            return last;
        }
        before = begin;
    }
    return kNowhere;
}

std::size_t lengthTarget(std::string_view bytes, std::size_t start) {
    const std::size_t eol = bytes.find('\n', start);
    if (eol == kNowhere) {
        return kNowhere;
    }
    const std::string_view header = headerOf(bytes.substr(eol + 1));
    const std::string_view value = fieldOf(header, "Content-Length");
    std::size_t length = 0;
    std::size_t digits = 0;
    while (digits < value.size() && digits < 16 && value[digits] >= '0' && value[digits] <= '9') {
        length = length * 10 + static_cast<std::size_t>(value[digits++] - '0');
    }
    return digits == 0 ? kNowhere : eol + 1 + header.size() + length;
}

std::size_t afterBlankLine(std::string_view bytes, std::size_t at) {
    const std::string_view here = bytes.substr(std::min(at, bytes.size()), 2);
    return at + (here.starts_with('\n') ? 1 : here == "\r\n" ? 2 : 0);
}

bool landsOnBoundary(std::string_view bytes, std::size_t at) {
    if (at >= bytes.size()) {
        return at == bytes.size();
    }
    const std::size_t after = afterBlankLine(bytes, at);
    return after == bytes.size() || isEntryStart(bytes, at) || (after != at && isEntryStart(bytes, after));
}

std::string_view fromLineOf(std::string_view entry) {
    return entry.substr(0, entry.find('\n'));
}

std::string_view entryContent(std::string_view entry) {
    const std::size_t eol = entry.find('\n');
    std::string_view content = eol == kNowhere ? std::string_view{} : entry.substr(eol + 1);
    const std::size_t last = content.find_last_not_of('\0');
    const std::size_t used = last == kNowhere ? 0 : last + 1;
    if (content.size() - used >= 8) {
        content = content.substr(0, used);
    }
    if (content.ends_with("\n\n") || content == "\n") {
        content.remove_suffix(1);
    } else if (content.ends_with("\n\r\n") || content == "\r\n") {
        content.remove_suffix(2);
    }
    return content;
}

QByteArray unquotedFrom(std::string_view content) {
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(content.size()));
    std::size_t copied = 0;
    for (std::size_t at = findBytes(content, ">From ", 0); at != kNowhere; at = findBytes(content, ">From ", at + 1)) {
        std::size_t line = at;
        while (line > copied && content[line - 1] == '>') {
            --line;
        }
        if (line == 0 || content[line - 1] == '\n') {
            bytes.append(content.data() + copied, static_cast<qsizetype>(line - copied));
            copied = line + 1;
        }
    }
    bytes.append(content.data() + copied, static_cast<qsizetype>(content.size() - copied));
    return bytes;
}

bool hasBareFromLine(std::string_view content) {
    return findBytes(content, "\nFrom ", 0) != kNowhere;
}

namespace {

std::string_view contentByLength(const MboxEntry& entry) {
    const std::size_t target = entry.useLength ? lengthTarget(entry.whole, 0) : kNowhere;
    if (target <= entry.whole.size() && afterBlankLine(entry.whole, target) == entry.whole.size()) {
        const std::size_t begin = entry.whole.find('\n') + 1;
        return entry.whole.substr(begin, target - begin);
    }
    return entryContent(entry.whole);
}

}  // namespace

ArchiveItem mboxItem(const MboxEntry& entry, const MboxOrigin& origin) {
    const std::string_view content = contentByLength(entry);
    if (static_cast<qint64>(content.size()) > origin.maxMessageBytes) {
        return Reject{origin.source, entry.offset,
                      QStringLiteral("the message is too large (%1 MiB)").arg(content.size() >> 20)};
    }
    if (content.empty()) {
        return Reject{origin.source, entry.offset, QStringLiteral("a From line without a message")};
    }
    RawMessage message;
    message.bytes =
        entry.literal ? QByteArray(content.data(), static_cast<qsizetype>(content.size())) : unquotedFrom(content);
    message.source = origin.source;
    message.offset = entry.offset;
    message.length = static_cast<qint64>(entry.whole.size());
    if (!origin.folder.isEmpty()) {
        message.flags << origin.folder;
    }
    const auto date = fromLineDate(fromLineOf(entry.whole));
    if (date && date->count() > 0) {
        message.fileDate = date;
    }
    return message;
}

}  // namespace kith::intake
