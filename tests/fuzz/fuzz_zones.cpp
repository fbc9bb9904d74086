// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Any text has zones that are in order, inside the text and apart from each other.
#include "core/base/text.h"
#include "core/mail/zones.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const qsizetype length = kith::text::codePoints(text);
    qsizetype last = 0;
    for (const kith::Zone& zone : kith::mail::zonesOf(text)) {
        if (zone.start < last || zone.end < zone.start || zone.end > length) {
            std::abort();
        }
        last = zone.end;
    }
    return 0;
}
