// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Text in one plain form, however its letters were dressed up, with the way back to where each letter stood.
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace kith::triage {

struct FoldedText {
    QString text;  ///< small Latin letters without marks; look-alikes, wide and mathematical letters made plain
    std::vector<int> origin;  ///< of each unit of text: its UTF-16 position in what was folded
};

FoldedText foldedLetters(const QString& text);

/// "1gn0r3" as "ignore"; the word itself where it has no digits among its letters.
QString withoutDigitLetters(QStringView word);
/// Each letter by the one thirteen places on.
QString rotatedBy13(QStringView text);
/// What stands in base64, hexadecimal or per cent signs in the text, as far as it decodes to words; else empty.
QString decodedRuns(QStringView text);

}  // namespace kith::triage
