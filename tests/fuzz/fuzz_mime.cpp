// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Any bytes are a letter, perhaps one full of defects; its HTML comes out without anything that runs.
#include "core/mail/html_sanitizer.h"
#include "core/mail/letter_json.h"
#include "core/mail/mime_parser.h"

#include <cstdint>
#include <cstdlib>

using namespace kith;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    static_cast<void>(mail::toJson(mail::parseMime(bytes)));
    const mail::SafeHtml safe = mail::sanitizeHtml(QString::fromUtf8(bytes));
    if (safe.html.contains(QLatin1String("<script"), Qt::CaseInsensitive)) {
        std::abort();
    }
    return 0;
}
