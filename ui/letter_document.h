// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A letter's text as paragraphs for the reader: what its author wrote, and what is folded away.
#pragma once

#include "core/service/conversation.h"

#include <QString>

#include <optional>
#include <vector>

namespace kith::ui {

/// A stretch to be set off; code points of the letter's text, end exclusive.
struct MarkedSpan {
    enum class Look { Evidence, Warning };  ///< dashed underline, amber underline
    int start{-1};
    int end{-1};
    Look look{Look::Evidence};
};

/// Characters of one look. A line break inside a paragraph is a run of its own: U+2028, or a space where the sender's
/// program had only broken a long line.
struct LetterRun {
    QString text;
    qsizetype from{0};  ///< UTF-16 index in the letter's text
    std::optional<MarkedSpan::Look> look;
    QString link;  ///< where a click leads: http, https or mailto; empty: nowhere
};

struct LetterParagraph {
    std::vector<LetterRun> runs;
    bool quoted{false};
};

struct LetterParts {
    std::vector<LetterParagraph> shown;   ///< greeting, the author's text and the closing
    std::vector<LetterParagraph> folded;  ///< signature, disclaimer, quotes
    bool hasSignature{false};
    int quotedMessages{0};
};

/// Where nothing was written by the author (a bare forward), nothing is folded.
LetterParts letterParts(const QString& text, const std::vector<Zone>& zones, const std::vector<MarkedSpan>& spans);

/// The text with a space for each line break that only a full line had made; places in it stay the same.
QString unwrapped(const QString& text);

/// The paragraphs that begin a long letter: at most that many characters, the last one cut.
std::vector<LetterParagraph> beginningOf(const std::vector<LetterParagraph>& paragraphs, qsizetype characters);
qsizetype lengthOf(const std::vector<LetterParagraph>& paragraphs);

/// What the reader underlines in a letter: evidence that speaks for its priority, and words aimed at an assistant.
std::vector<MarkedSpan> markedSpans(const service::LetterView& letter, const std::optional<Decision>& decision);

/// Bulk and designed mail is shown as HTML; personal mail whose text says the same, as text.
bool readsBetterAsHtml(const service::LetterView& letter);

/// Code points as UTF-16 indices of the same text.
struct TextStretch {
    qsizetype from{0};
    qsizetype upTo{0};
};
TextStretch stretchOf(const QString& text, int startCodePoint, int endCodePoint);

}  // namespace kith::ui
