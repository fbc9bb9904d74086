// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/sentences.h"

#include <algorithm>
#include <iterator>

namespace kith::triage {

namespace {

constexpr qsizetype kShortLine = 48;
constexpr qsizetype kLongestSentence = 1000;

struct Span {
    qsizetype start{0};
    qsizetype end{0};
};

bool endsAlways(char16_t c) {
    return c == u'?' || c == u'!' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}
bool endsPerhaps(char16_t c) {
    return c == u'.' || c == 0x2026;
}
bool isWide(char16_t c) {
    return c >= 0x3000;
}
bool closesQuote(QChar c) {
    return c == u')' || c == u'"' || c == u'\'' || c == u']' || c.unicode() == 0x201D || c.unicode() == 0x2019 ||
           c.unicode() == 0xBB || c.unicode() == 0x201C;
}

bool isAbbreviation(QStringView word) {
    static constexpr QStringView known[] = {
        u"mr",   u"mrs",    u"ms",  u"dr",  u"prof", u"st",   u"no",   u"nr",   u"vs",  u"etc", u"e.g",
        u"i.e",  u"approx", u"inc", u"ltd", u"co",   u"corp", u"dept", u"fig",  u"tel", u"ext", u"jan",
        u"feb",  u"mar",    u"apr", u"jun", u"jul",  u"aug",  u"sep",  u"sept", u"oct", u"nov", u"dec",
        u"bzw",  u"ca",     u"z.b", u"d.h", u"u.a",  u"str",  u"hr",   u"fr",   u"sra", u"sr",  u"mme",
        u"mlle", u"art",    u"vol", u"p",   u"pp",   u"al",   u"a.m",  u"p.m",  u"u.s", u"u.k", u"ph.d",
        u"sig",  u"dott",   u"ing", u"dhr", u"mevr", u"bijv", u"evtl", u"inkl", u"zzgl"};
    return std::any_of(std::begin(known), std::end(known),
                       [&](QStringView k) { return word.compare(k, Qt::CaseInsensitive) == 0; });
}

/// The full stop at i closes nothing: an abbreviation, an initial, a number or the inside of an address.
bool stopIsInside(QStringView text, qsizetype i) {
    if (i + 1 < text.size() && !text[i + 1].isSpace() && !closesQuote(text[i + 1]) && text[i + 1] != u'.') {
        return true;
    }
    qsizetype start = i;
    while (start > 0 && (text[start - 1].isLetter() || (text[start - 1] == u'.' && start < i))) {
        --start;
    }
    const QStringView word = text.mid(start, i - start);
    const bool initial = word.size() == 1 && word[0].isUpper() && word[0] != u'I';
    if (initial || isAbbreviation(word)) {
        return true;
    }
    qsizetype next = i + 1;
    while (next < text.size() && text[next].isSpace() && text[next] != u'\n') {
        ++next;
    }
    return next < text.size() && text[next].isLower();
}

/// Length of a bullet or number at the start of a line ("- ", "2) "), 0 where there is none.
qsizetype bulletLength(QStringView line) {
    qsizetype i = 0;
    while (i < line.size() && i < 3 && line[i].isDigit()) {
        ++i;
    }
    const bool number = i > 0 && i < line.size() && (line[i] == u'.' || line[i] == u')');
    const bool mark =
        i == 0 && !line.isEmpty() &&
        (line[0] == u'-' || line[0] == u'*' || line[0].unicode() == 0x2022 || line[0].unicode() == 0x2013);
    const qsizetype end = number || mark ? i + 1 : 0;
    return end > 0 && end < line.size() && line[end].isSpace() ? end + 1 : 0;
}

class Splitter {
public:
    explicit Splitter(QStringView text)
        : m_text(text) {}

    std::vector<Span> spans() {
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            const char16_t c = m_text[i].unicode();
            if (c == u'\n') {
                i = lineBreak(i);
            } else if (endsAlways(c) || (endsPerhaps(c) && !stopIsInside(m_text, i))) {
                i = closeBehind(i);
            } else if (i - m_start >= kLongestSentence && m_text[i].isSpace()) {
                close(i);
            }
        }
        close(m_text.size());
        return std::move(m_spans);
    }

private:
    void close(qsizetype end) {
        qsizetype start = m_start;
        m_start = end;
        while (start < end && m_text[start].isSpace()) {
            ++start;
        }
        while (end > start && m_text[end - 1].isSpace()) {
            --end;
        }
        const auto worth = [&](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); };
        if (std::any_of(m_text.begin() + start, m_text.begin() + end, worth)) {
            m_spans.push_back({start, end});
        }
    }

    /// Takes repeated marks and closing quotes along; wide marks need no space behind them.
    qsizetype closeBehind(qsizetype i) {
        qsizetype end = i + 1;
        while (end < m_text.size() &&
               (endsAlways(m_text[end].unicode()) || endsPerhaps(m_text[end].unicode()) || closesQuote(m_text[end]))) {
            ++end;
        }
        if (end >= m_text.size() || m_text[end].isSpace() || isWide(m_text[i].unicode())) {
            close(end);
        }
        return end - 1;
    }

    qsizetype lineBreak(qsizetype i) {
        qsizetype next = i + 1;
        qsizetype breaks = 1;
        while (next < m_text.size() && m_text[next].isSpace()) {
            breaks += m_text[next] == u'\n' ? 1 : 0;
            ++next;
        }
        qsizetype lineStart = i;
        while (lineStart > m_lineFloor && m_text[lineStart - 1] != u'\n') {
            --lineStart;
        }
        const QStringView line = m_text.mid(lineStart, i - lineStart).trimmed();
        const QStringView rest = m_text.mid(next);
        const qsizetype bullet = bulletLength(rest.left(8));
        const bool opens = !rest.isEmpty() && (rest[0].isUpper() || rest[0].isDigit());
        const bool shortLine = line.size() < kShortLine && opens;
        const bool greeting = line.size() < kShortLine && (line.endsWith(u',') || line.endsWith(u':'));
        if (breaks > 1 || bullet > 0 || shortLine || greeting) {
            close(i);
            m_start = next + bullet;
        }
        m_lineFloor = next;
        return std::max(next + bullet - 1, i);
    }

    QStringView m_text;
    std::vector<Span> m_spans;
    qsizetype m_start{0};
    qsizetype m_lineFloor{0};
};

/// Hands the spans out with code point offsets, counting along the text once.
void appendSentences(QStringView text, qsizetype base, int baseCodePoint, const std::vector<Span>& spans,
                     std::vector<Sentence>& out) {
    qsizetype at = base;
    int codePoint = baseCodePoint;
    const auto forwardTo = [&](qsizetype index) {
        for (; at < index; ++at) {
            codePoint += text[at].isLowSurrogate() && at > 0 && text[at - 1].isHighSurrogate() ? 0 : 1;
        }
        return codePoint;
    };
    for (const Span& span : spans) {
        const int start = forwardTo(base + span.start);
        const int end = forwardTo(base + span.end);
        out.push_back({text.mid(base + span.start, span.end - span.start), start, end});
    }
}

}  // namespace

std::vector<Sentence> splitSentences(QStringView text) {
    std::vector<Sentence> sentences;
    appendSentences(text, 0, 0, Splitter(text).spans(), sentences);
    const auto quoted = [](const Sentence& one) { return one.text.startsWith(u'>'); };
    sentences.erase(std::remove_if(sentences.begin(), sentences.end(), quoted), sentences.end());
    return sentences;
}

std::vector<Sentence> splitSentences(QStringView text, const std::vector<Zone>& zones) {
    if (zones.empty()) {
        return splitSentences(text);
    }
    std::vector<Sentence> sentences;
    qsizetype at = 0;
    int codePoint = 0;
    const auto indexOf = [&](int wanted) {
        for (; codePoint < wanted && at < text.size(); ++codePoint) {
            at += text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate() ? 2 : 1;
        }
        return at;
    };
    for (const Zone& zone : zones) {
        if (zone.kind != ZoneKind::Author || zone.start < codePoint) {
            continue;
        }
        const qsizetype start = indexOf(zone.start);
        const qsizetype end = indexOf(zone.end);
        appendSentences(text, start, zone.start, Splitter(text.mid(start, end - start)).spans(), sentences);
    }
    return sentences;
}

}  // namespace kith::triage
