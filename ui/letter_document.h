// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A letter's text as the small HTML that the reader shows: the author's part, and what is folded away.
#pragma once

#include "core/service/conversation.h"

#include <QString>

#include <vector>

namespace kith::ui {

/// A stretch to be set off; code points of the letter's text, end exclusive.
struct MarkedSpan {
    enum class Look { Evidence, Lit, Warning };  ///< underlined, highlighted, amber
    int start{-1};
    int end{-1};
    Look look{Look::Evidence};
};

/// Colours as #rrggbb, taken from the palette by the caller.
struct LetterColours {
    QString text, quiet, accent, mark, markText, warn;
};

struct LetterParts {
    QString html;        ///< greeting, the author's text and the closing
    QString foldedHtml;  ///< signature, disclaimer, quotes
    bool hasSignature{false};
    int quotedMessages{0};
};

LetterParts letterParts(const QString& text, const std::vector<Zone>& zones, const std::vector<MarkedSpan>& spans,
                        const LetterColours& colours);

}  // namespace kith::ui
