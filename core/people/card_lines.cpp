// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/card_lines.h"

#include "core/people/lexicon.h"
#include "core/people/sender.h"

#include <algorithm>

namespace kith::people {
namespace {

constexpr int mostCardLines = 60;
constexpr qsizetype longestCardLine = 400;

struct Stretch {
    qsizetype start{0};
    qsizetype end{0};
    bool closing{false};
    bool doubtful{false};  ///< below a quotation: must name the sender
};

bool lastLineIsMarked(QStringView zone) {
    const QStringView trimmed = zone.trimmed();
    const qsizetype from = trimmed.lastIndexOf(u'\n') + 1;
    return trimmed.mid(from).trimmed().startsWith(u'>');
}

std::vector<Stretch> ownStretches(const Letter& letter, const ContactHints& hints) {
    std::vector<Stretch> stretches;
    CodePointCursor cursor(letter.text);
    bool underQuote = false;
    bool markedQuote = true;
    bool plainHeader = false;
    for (const Zone& zone : letter.zones) {
        const qsizetype start = cursor.unitAt(zone.start);
        const qsizetype end = cursor.unitAt(zone.end);
        switch (zone.kind) {
        case ZoneKind::Quote:
            underQuote = true;
            markedQuote = lastLineIsMarked(QStringView(letter.text).mid(start, end - start));
            plainHeader = plainHeader || !markedQuote;
            break;
        case ZoneKind::QuoteHeader:
            underQuote = true;
            markedQuote = false;
            break;
        case ZoneKind::Author:
        case ZoneKind::Greeting:
            underQuote = false;
            break;
        case ZoneKind::Closing:
        case ZoneKind::Signature:
            if (!underQuote || markedQuote) {
                stretches.push_back({start, end, zone.kind == ZoneKind::Closing, underQuote || plainHeader});
            }
            break;
        case ZoneKind::Disclaimer:
            break;
        }
    }
    if (hints.signatureStart >= 0 && hints.signatureEnd > hints.signatureStart) {
        const Stretch voted{cursor.unitAt(hints.signatureStart), cursor.unitAt(hints.signatureEnd), false, false};
        std::erase_if(stretches, [&](const Stretch& s) { return s.start >= voted.start && s.end <= voted.end; });
        const bool apart = std::none_of(stretches.begin(), stretches.end(),
                                        [&](const Stretch& s) { return s.start < voted.end && voted.start < s.end; });
        if (apart) {
            stretches.push_back(voted);
        }
    }
    return stretches;
}

bool namesTheSender(QStringView part, const Letter& letter) {
    for (const Address& from : letter.from) {
        const bool byAddress = !from.address.isEmpty() && part.contains(from.address, Qt::CaseInsensitive);
        const bool byName = from.name.contains(u' ') && part.contains(from.name, Qt::CaseInsensitive);
        if (byAddress || byName) {
            return true;
        }
    }
    return false;
}

/// A signature may begin one line above its zone: with the sender's name, written out.
void takeNameAbove(const Letter& letter, std::vector<Stretch>& stretches) {
    const QString name = letter.from.empty() ? QString() : personName(letter.from.front().name);
    if (stretches.empty() || stretches.front().doubtful || !name.contains(u' ')) {
        return;
    }
    Stretch& first = stretches.front();
    const QStringView before = QStringView(letter.text).left(first.start).right(200).trimmed();
    const QStringView line = before.mid(before.lastIndexOf(u'\n') + 1).trimmed();
    if (line.size() <= name.size() + 20 && line.contains(name, Qt::CaseInsensitive)) {
        first.start = line.data() - QStringView(letter.text).data();
    }
}

bool isOrnament(QChar c) {
    static const QString marks = QStringLiteral("*_|=~#>•·●▪■◆│¦");
    return c.isSpace() || marks.contains(c);
}

/// Without white space and ornament at both ends.
QStringView undecorated(QStringView text) {
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to &&
           (isOrnament(text[from]) || ((text[from] == u'-' || text[from] == u'–' || text[from] == u'—')))) {
        ++from;
    }
    while (to > from && (isOrnament(text[to - 1]) || text[to - 1] == u'-' || text[to - 1] == u'–')) {
        --to;
    }
    return text.mid(from, to - from);
}

bool separatesWords(QStringView text, qsizetype at) {
    const QChar c = text[at];
    switch (c.unicode()) {
    case u',':
    case u';':
    case u':':
    case u'|':
    case u'(':
    case u')':
    case u'<':
    case u'>':
    case u'[':
    case u']':
    case u'•':
    case u'·':
    case u'"':
    case u'*':
    case u'=':
    case u'\uFF1A':
    case u'\uFF08':
    case u'\uFF09':
        return true;
    case u'/': {  // A/S and c/o are one word
        const bool aloneBefore = at >= 1 && text[at - 1].isLetter() && (at == 1 || !text[at - 2].isLetterOrNumber());
        const bool aloneAfter = at + 1 < text.size() && text[at + 1].isLetter() &&
                                (at + 2 == text.size() || !text[at + 2].isLetterOrNumber());
        return !(aloneBefore && aloneAfter);
    }
    default:
        return c.isSpace();
    }
}

}  // namespace

std::vector<CardWord> cardWords(QStringView text, qsizetype start) {
    std::vector<CardWord> words;
    qsizetype i = 0;
    while (i < text.size()) {
        while (i < text.size() && separatesWords(text, i)) {
            if ((text[i] == u':' || text[i] == u'\uFF1A') && !words.empty()) {
                words.back().colon = true;
            }
            ++i;
        }
        const qsizetype from = i;
        while (i < text.size() && !separatesWords(text, i)) {
            ++i;
        }
        if (i > from) {
            CardWord word{start + from, start + i, wordKey(text.mid(from, i - from)), 0, false};
            word.senses = sensesOf(word.key);
            words.push_back(std::move(word));
        }
    }
    return words;
}

std::vector<CardLine> cardLines(const Letter& letter, const ContactHints& hints) {
    std::vector<CardLine> lines;
    const QStringView text(letter.text);
    int number = 0;
    std::vector<Stretch> stretches = ownStretches(letter, hints);
    takeNameAbove(letter, stretches);
    for (const Stretch& stretch : stretches) {
        const QStringView part = text.mid(stretch.start, stretch.end - stretch.start);
        if (stretch.doubtful && !namesTheSender(part.left(mostCardLines * longestCardLine), letter)) {
            continue;
        }
        qsizetype at = 0;
        while (at < part.size() && int(lines.size()) < mostCardLines) {
            qsizetype stop = part.indexOf(u'\n', at);
            stop = stop < 0 ? part.size() : stop;
            const QStringView line = undecorated(part.mid(at, std::min(stop - at, longestCardLine)));
            ++number;
            if (!line.isEmpty()) {
                const qsizetype start = stretch.start + (line.data() - part.data());
                lines.push_back({line, start, number, stretch.closing, cardWords(line, start)});
            }
            at = stop + 1;
        }
        ++number;
    }
    return lines;
}

void CodePointCursor::forward() {
    const bool pair =
        m_text[m_unit].isHighSurrogate() && m_unit + 1 < m_text.size() && m_text[m_unit + 1].isLowSurrogate();
    m_unit += pair ? 2 : 1;
    ++m_point;
}

void CodePointCursor::back() {
    const bool pair = m_unit >= 2 && m_text[m_unit - 1].isLowSurrogate() && m_text[m_unit - 2].isHighSurrogate();
    m_unit -= pair ? 2 : 1;
    --m_point;
}

qsizetype CodePointCursor::unitAt(qsizetype point) {
    while (m_point < point && m_unit < m_text.size()) {
        forward();
    }
    while (m_point > point && m_unit > 0) {
        back();
    }
    return m_unit;
}

qsizetype CodePointCursor::pointAt(qsizetype unit) {
    while (m_unit < unit && m_unit < m_text.size()) {
        forward();
    }
    while (m_unit > unit && m_unit > 0) {
        back();
    }
    return m_point;
}

}  // namespace kith::people
