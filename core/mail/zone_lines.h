// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The lines of a mail as the zone finder sees them: quote depth, content, and a folded start for word lists.
#pragma once

#include <QStringView>

#include <array>
#include <vector>

namespace kith::mail {

/// A line that has something to say after its quote marks.
struct ZoneLine {
    qsizetype row{0};     ///< number of the line in the text
    QStringView content;  ///< without quote marks and outer white space
    int depth{0};         ///< number of '>' before the content
    int indent{0};        ///< columns of white space before the content, after the quote marks
    int blanksBefore{0};  ///< blank lines (or quote marks alone) since the line before
    int blanksAfter{0};
};

struct ZoneLines {
    std::vector<QStringView> rows;  ///< every line, without \n and \r
    std::vector<int> depths;        ///< of every line
    std::vector<ZoneLine> lines;    ///< the lines with content, in order
};

ZoneLines zoneLines(QStringView text);

/// The start of a text in lower case without accents: what word lists are compared with. Cheap to make and to copy.
class FoldedStart {
public:
    static constexpr int capacity = 160;

    FoldedStart() = default;
    explicit FoldedStart(QStringView content);

    QStringView view() const { return QStringView(m_characters.data(), m_size); }

private:
    std::array<char16_t, capacity> m_characters;
    qsizetype m_size{0};
};

/// One character in lower case without its accent.
char16_t foldedCharacter(char16_t character);
/// How many '>' the line starts with; after receives where its content begins.
int quoteDepth(QStringView row, qsizetype& after);

}  // namespace kith::mail
