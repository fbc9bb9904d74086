// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/mbox_outline.h"

#include "core/intake/mail_lines.h"
#include "core/intake/mbox_entry.h"

#include <algorithm>

namespace kith::intake {

namespace {

constexpr std::size_t kOutlineEnd = 4 << 20;  // bytes looked at closely at either end

std::vector<std::size_t> samplePlaces(std::string_view mbox) {
    std::vector<std::size_t> places;
    std::size_t at = nextEntry(mbox, 0, 1 << 20);
    for (int i = 0; i < 16 && at != std::string_view::npos; ++i) {
        places.push_back(at);
        at = nextEntry(mbox, at + 1, at + (1 << 20));
    }
    std::size_t back = mbox.size();
    for (int i = 0; i < 16 && back != std::string_view::npos; ++i) {
        back = previousEntry(mbox, back, back > (1 << 20) ? back - (1 << 20) : 0);
        if (back != std::string_view::npos) {
            places.push_back(back);
        }
    }
    for (std::size_t i = 1; i < 32; ++i) {
        const std::size_t from = mbox.size() / 32 * i;
        const std::size_t found = nextEntry(mbox, from, from + (2 << 20));
        if (found != std::string_view::npos) {
            places.push_back(found);
        }
    }
    std::ranges::sort(places);
    places.erase(std::ranges::unique(places).begin(), places.end());
    return places;
}

void judgeOrder(std::string_view mbox, const std::vector<std::size_t>& places, MboxOutline& outline) {
    std::vector<qint64> dates;
    for (const std::size_t place : places) {
        if (const qint64 date = entryDate(mbox.substr(place)); date > 0) {
            dates.push_back(date);
        }
    }
    qsizetype rises = 0;
    qsizetype falls = 0;
    for (std::size_t i = 1; i < dates.size(); ++i) {
        rises += dates[i] > dates[i - 1];
        falls += dates[i] < dates[i - 1];
    }
    if (falls * 10 <= rises + falls) {
        outline.trend = MboxOutline::Trend::Rising;
        return;
    }
    const auto middle = dates.begin() + static_cast<qsizetype>(dates.size() / 2);
    std::nth_element(dates.begin(), dates.begin() + (middle - dates.begin()) / 2, middle);
    std::nth_element(middle, middle + (dates.end() - middle) / 2, dates.end());
    outline.tailIsNewer = dates[dates.size() / 4] <= *(middle + (dates.end() - middle) / 2);
    const bool falling = rises * 10 <= rises + falls;
    outline.trend = falling ? MboxOutline::Trend::Falling : MboxOutline::Trend::Mixed;
    outline.tailIsNewer = outline.tailIsNewer && !falling;
}

bool lengthLands(std::string_view mbox, std::size_t start) {
    const std::size_t target = lengthTarget(mbox, start);
    return target != std::string_view::npos && landsOnBoundary(mbox, target);
}

bool bareFromInside(std::string_view mbox, const std::vector<std::size_t>& places) {
    std::size_t end = 0;
    return std::ranges::any_of(places, [&](std::size_t place) {
        if (place < end || !lengthLands(mbox, place)) {
            return false;
        }
        end = lengthTarget(mbox, place);
        return hasBareFromLine(mbox.substr(place, std::min(end - place, kOutlineEnd)));
    });
}

}  // namespace

qint64 entryDate(std::string_view entry) {
    const std::string_view fromLine = fromLineOf(entry.substr(0, kMboxLookAhead));
    std::string_view header = headerOf(entry.substr(std::min(fromLine.size() + 1, entry.size())));
    if (const auto date = dateIn(fieldOf(header, "Date"))) {
        return date->count();
    }
    const auto date = fromLineDate(fromLine);
    return date ? date->count() : 0;
}

std::size_t entryEnd(std::string_view mbox, std::size_t start, bool useLengths) {
    if (useLengths && lengthLands(mbox, start)) {
        return afterBlankLine(mbox, lengthTarget(mbox, start));
    }
    return std::min(nextEntry(mbox, start + 1), mbox.size());
}

MboxOutline outlineOf(std::string_view mbox) {
    MboxOutline outline;
    const std::vector<std::size_t> places = samplePlaces(mbox);
    judgeOrder(mbox, places, outline);
    outline.lengthsHold = std::ranges::any_of(places, [&](std::size_t place) { return lengthLands(mbox, place); });
    const std::string_view head = mbox.substr(0, kOutlineEnd);
    const std::string_view tail = mbox.substr(mbox.size() - std::min(mbox.size(), kOutlineEnd));
    if (outline.lengthsHold) {
        outline.variant = bareFromInside(mbox, places) ? MboxVariant::Mboxcl2 : MboxVariant::Mboxcl;
    } else if (head.find("\n>>From ") != std::string_view::npos || tail.find("\n>>From ") != std::string_view::npos) {
        outline.variant = MboxVariant::Mboxrd;
    }
    return outline;
}

}  // namespace kith::intake
