// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/card_pieces.h"

#include "core/people/lexicon.h"

#include <algorithm>
#include <cstdlib>

namespace kith::people {
namespace {

/// Length of the separator at the place; 0 for none. soft receives whether it is but a comma.
qsizetype separatorAt(QStringView line, qsizetype at, bool& soft) {
    soft = false;
    const QChar c = line[at];
    switch (c.unicode()) {
    case u'|':
    case u'•':
    case u'·':
    case u'●':
    case u'▪':
    case u'■':
    case u'◆':
    case u'│':
    case u'¦':
    case u'\t':
    case u'(':
    case u')':
    case u'[':
    case u']':
    case u'<':
    case u'>':
    case u'\u3000':
    case u'*':
        return 1;
    case u',':
    case u';':
        soft = true;
        return at + 1 == line.size() || line[at + 1].isSpace() || line[at + 1].isLetter() ? 1 : 0;
    default:
        break;
    }
    if (c.isSpace() && at + 1 < line.size()) {
        if (line[at + 1].isSpace()) {
            const bool state =
                at >= 2 && line[at - 1].isUpper() && line[at - 2].isUpper() && (at == 2 || !line[at - 3].isLetter());
            const bool zip = at + 2 < line.size() && line[at + 2].isDigit();  // "Houston, TX  77002"
            return state && zip ? 0 : 2;
        }
        const bool dash = line[at + 1] == u'-' || line[at + 1] == u'–' || line[at + 1] == u'—';
        const bool slashes = line.mid(at + 1, 2) == u"//";
        if (slashes || (dash && at + 2 < line.size() && line[at + 2].isSpace())) {
            return slashes ? 3 : 2;
        }
    }
    return 0;
}

class PieceMaker {
public:
    explicit PieceMaker(CardPieces& card)
        : m_card(card) {}

    void cutLine(std::size_t number, const std::vector<std::pair<qsizetype, qsizetype>>& taken) {
        const CardLine& line = m_card.lines[number];
        m_line = number;
        m_imprint = isImprint(line);
        m_soft = false;
        qsizetype from = line.start;
        auto next = std::lower_bound(taken.begin(), taken.end(), std::pair<qsizetype, qsizetype>(line.start, 0));
        qsizetype i = line.start;
        while (i < line.end()) {
            bool soft = false;
            qsizetype length = 0;
            if (next != taken.end() && i >= next->first) {
                length = std::max<qsizetype>(next->second - i, 0);
                ++next;
            } else {
                length = separatorAt(line.text, i - line.start, soft);
            }
            if (length > 0) {
                finish(from, i);
                m_soft = soft;
                i += length;
                from = i;
            } else {
                ++i;
            }
        }
        finish(from, line.end());
    }

private:
    static bool isImprint(const CardLine& line) {
        return std::any_of(line.words.begin(), line.words.end(), [](const CardWord& word) {
            return (word.senses & ImprintSense) != 0 || (word.colon && (word.senses & OtherPersonSense) != 0);
        });
    }

    void finish(qsizetype from, qsizetype to) {
        static const QString trim = QStringLiteral(" \t-–—:/,;*_\u00A0");
        const QStringView text = m_card.text;
        while (from < to && (text[from].isSpace() || trim.contains(text[from]))) {
            ++from;
        }
        while (to > from && (text[to - 1].isSpace() || trim.contains(text[to - 1]))) {
            --to;
        }
        if (from >= to) {
            return;
        }
        const auto& words = m_card.lines[m_line].words;
        const auto starts = [](const CardWord& word, qsizetype at) { return word.start < at; };
        const auto first = std::lower_bound(words.begin(), words.end(), from, starts);
        const auto last = std::lower_bound(first, words.end(), to, starts);
        if (first == last) {
            return;
        }
        const CardPiece piece{
            from, to, m_line, std::size_t(first - words.begin()), std::size_t(last - words.begin()), m_soft, m_imprint};
        if (!joinsLegalForm(piece)) {
            m_card.pieces.push_back(piece);
        }
    }

    /// "Nordlicht Energy, Inc.": a legal form alone belongs to what stands before it.
    bool joinsLegalForm(const CardPiece& piece) {
        const auto leads = [&](std::size_t i) {
            const QString& key = m_card.word(piece, i).key;
            return key == QLatin1String("spol") || key == QLatin1String("s") || key == QLatin1String("sp") ||
                   key == QLatin1String("z");
        };
        int form = m_card.count(piece, LegalSense | ShortLegalSense);
        for (std::size_t i = 0; form > 0 && i + 1 < piece.words(); ++i) {
            form += leads(i) ? 1 : 0;
        }
        const bool alone = form == int(piece.words());
        if (!alone || m_card.pieces.empty() || m_card.pieces.back().line != piece.line ||
            piece.start - m_card.pieces.back().end > 4) {
            return false;
        }
        CardPiece& before = m_card.pieces.back();
        before.end = piece.end;
        before.last = piece.last;
        return true;
    }

    CardPieces& m_card;
    std::size_t m_line{0};
    bool m_imprint{false};
    bool m_soft{false};
};

}  // namespace

int CardPieces::count(const CardPiece& piece, std::uint32_t sense) const {
    int found = 0;
    for (std::size_t i = 0; i < piece.words(); ++i) {
        found += (word(piece, i).senses & sense) != 0 ? 1 : 0;
    }
    return found;
}

int CardPieces::distance(const CardPiece& one, const CardPiece& other) const {
    return std::abs(lines[one.line].number - lines[other.line].number);
}

CardPieces cardPieces(QStringView text, std::vector<CardLine> lines,
                      const std::vector<std::pair<qsizetype, qsizetype>>& taken) {
    CardPieces card{text, std::move(lines), {}};
    PieceMaker maker(card);
    for (std::size_t i = 0; i < card.lines.size(); ++i) {
        maker.cutLine(i, taken);
    }
    return card;
}

}  // namespace kith::people
