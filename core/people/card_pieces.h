// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Cuts the lines of a card into pieces between separators: "Anna Berg | Head of Sales, Nordlicht GmbH" has three.
#pragma once

#include "core/people/card_lines.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace kith::people {

/// Offsets are UTF-16 units of Letter.text; words are those of the line from first up to last, exclusive.
struct CardPiece {
    qsizetype start{0};
    qsizetype end{0};
    std::size_t line{0};
    std::size_t first{0};
    std::size_t last{0};
    bool soft{false};     ///< only a comma stands between it and the piece before
    bool imprint{false};  ///< the line holds what the law wants, or names somebody else

    std::size_t words() const { return last - first; }
};

struct CardPieces {
    QStringView text;  ///< of the letter
    std::vector<CardLine> lines;
    std::vector<CardPiece> pieces;

    const CardWord& word(const CardPiece& piece, std::size_t i) const {
        return lines[piece.line].words[piece.first + i];
    }
    QStringView written(const CardWord& word) const { return text.mid(word.start, word.end - word.start); }
    QStringView written(const CardPiece& piece) const { return text.mid(piece.start, piece.end - piece.start); }
    int count(const CardPiece& piece, std::uint32_t sense) const;
    /// Lines between two pieces; 0 for pieces of one line.
    int distance(const CardPiece& one, const CardPiece& other) const;
};

/// taken: the stretches that are addresses, links and numbers, with their labels, in order.
CardPieces cardPieces(QStringView text, std::vector<CardLine> lines,
                      const std::vector<std::pair<qsizetype, qsizetype>>& taken);

}  // namespace kith::people
