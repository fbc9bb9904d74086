// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Where the messages of an mbox begin and end: a question that looks only at the bytes around, so that it has the
// same answer from either direction and in a stream.
#pragma once

#include "core/intake/mail_archive.h"

#include <string_view>

namespace kith::intake {

/// isEntryStart() looks at most this far ahead; a stream must hold so many bytes after a place before it asks.
inline constexpr std::size_t kMboxLookAhead = 4096;

/// A From_ line with a header after it, and a date or a blank line before it.
bool isEntryStart(std::string_view bytes, std::size_t at);
/// The first entry that starts in [from, to), or npos.
std::size_t nextEntry(std::string_view bytes, std::size_t from, std::size_t to = std::string_view::npos);
/// The last entry that starts in [from, before), or npos.
std::size_t previousEntry(std::string_view bytes, std::size_t before, std::size_t from = 0);

/// Where the entry that starts here would end by its Content-Length; npos where it has none.
std::size_t lengthTarget(std::string_view bytes, std::size_t start);
/// Whether an entry may end here: the end of the bytes, or an entry (after a blank line) begins.
bool landsOnBoundary(std::string_view bytes, std::size_t at);
/// Past the blank line at this place, if there is one.
std::size_t afterBlankLine(std::string_view bytes, std::size_t at);

/// The message of an entry: without the From_ line, and without the blank line that the mbox added after it
/// and a run of NUL bytes that a crash left there.
std::string_view entryContent(std::string_view entry);
std::string_view fromLineOf(std::string_view entry);
/// One ">" less on each line that is ">From ", ">>From " and so on.
QByteArray unquotedFrom(std::string_view content);
bool hasBareFromLine(std::string_view content);

struct MboxEntry {
    std::string_view whole;
    qint64 offset{0};
    bool useLength{false};  ///< take the Content-Length at its word where it fits into the entry
    bool literal{false};    ///< nothing was quoted in this file
};

struct MboxOrigin {
    QString source;
    QString folder;  ///< may be empty
    qint64 maxMessageBytes{0};
};

/// The entry as the message it was; a Reject where there is none in it or it is too large.
ArchiveItem mboxItem(const MboxEntry& entry, const MboxOrigin& origin);

}  // namespace kith::intake
