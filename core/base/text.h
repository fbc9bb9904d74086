// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Small questions about Unicode text that every room asks: folding, code points, one line, times.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <chrono>

namespace kith::text {

/// Case-folded, without diacritics, white space collapsed: the form in which words are compared.
QString folded(QStringView text);
/// White space runs become one space; ends trimmed.
QString oneLine(QStringView text);
/// Number of Unicode code points (a surrogate pair counts once).
qsizetype codePoints(QStringView text);
/// UTF-16 index of the n-th code point; the text's size where n is past the end.
qsizetype utf16Index(QStringView text, qsizetype codePoint);
/// At most maxCodePoints, cut at a word where possible, with an ellipsis when cut.
QString elided(const QString& text, qsizetype maxCodePoints);
/// RFC 3339 with the given offset from UTC, e.g. 2026-05-12T09:58:00+02:00.
QString rfc3339(std::chrono::milliseconds sinceEpoch, std::chrono::minutes offset = {});
/// First 8 bytes of SHA-256 as a non-negative 63-bit number: stable over machines and runs.
qint64 stableHash(QByteArrayView bytes);

}  // namespace kith::text
