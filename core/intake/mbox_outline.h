// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a look at parts of an mbox tells about the whole: its quoting, whether lengths hold, which end is newer.
#pragma once

#include "core/intake/mbox_reader.h"

#include <string_view>
#include <vector>

namespace kith::intake {

struct MboxOutline {
    enum class Trend { Rising, Falling, Mixed } trend{Trend::Rising};
    bool tailIsNewer{true};
    bool lengthsHold{false};  ///< Content-Length headers that land on a boundary
    MboxVariant variant{MboxVariant::Mboxo};
};

/// Touches some dozens of places only, whatever the file's size.
MboxOutline outlineOf(std::string_view mbox);
/// The Date header's, or else the From_ line's; 0 where neither tells.
qint64 entryDate(std::string_view entry);

struct MboxIndexEntry {
    qint64 offset{0};
    qint64 date{0};  ///< milliseconds since 1970
};

/// The end of the entry that starts here; by its Content-Length where useLengths and that lands on a boundary.
std::size_t entryEnd(std::string_view mbox, std::size_t start, bool useLengths);

}  // namespace kith::intake
