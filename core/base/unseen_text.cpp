// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/unseen_text.h"

#include <algorithm>

namespace kith::text {

namespace {

constexpr qsizetype kFewestSelectorBytes = 4;
constexpr char32_t kBlackFlag = 0x1F3F4;

/// 0..255 where a code point is a variation selector, by which bytes are smuggled after one letter; else -1.
int selectorByte(char32_t c) {
    if (c >= 0xFE00 && c <= 0xFE0F) {
        return static_cast<int>(c - 0xFE00);
    }
    return c >= 0xE0100 && c <= 0xE01EF ? static_cast<int>(c - 0xE0100) + 16 : -1;
}

bool tagCharacter(char32_t c) {
    return c >= 0xE0000 && c <= 0xE007F;
}

/// A joiner between two of these joins nothing.
bool takesNoJoiner(QChar c) {
    return c.isNull() || c.isSpace() || c.unicode() < 0x0250 || (c.unicode() >= 0x0370 && c.unicode() < 0x0530);
}

class UnseenReader {
public:
    explicit UnseenReader(const QString& text)
        : m_text(text) {}
    SeenText read();

private:
    char32_t codePointAt(qsizetype i) const;
    void endSelectors();

    const QString& m_text;
    SeenText m_out;
    QByteArray m_selectors;  ///< a run of variation selectors, as bytes
    QString m_selectorsRaw;
    QString m_tags;
    bool m_inFlag{false};  ///< tags after a black flag make it that of Wales
};

char32_t UnseenReader::codePointAt(qsizetype i) const {
    const QChar c = m_text[i];
    return c.isHighSurrogate() && i + 1 < m_text.size() && m_text[i + 1].isLowSurrogate()
               ? QChar::surrogateToUcs4(c, m_text[i + 1])
               : char32_t(c.unicode());
}

/// One selector after a letter chooses its form; a row of them is a message.
void UnseenReader::endSelectors() {
    if (m_selectors.size() >= kFewestSelectorBytes) {
        m_out.charactersOut += static_cast<int>(m_selectorsRaw.size());
        m_out.unseen += QString::fromUtf8(m_selectors) + QLatin1Char(' ');
    } else {
        m_out.seen += m_selectorsRaw;
    }
    m_selectors.clear();
    m_selectorsRaw.clear();
}

SeenText UnseenReader::read() {
    m_out.seen.reserve(m_text.size());
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        const char32_t c = codePointAt(i);
        const int units = c > 0xFFFF ? 2 : 1;
        const int selector = selectorByte(c);
        if (selector >= 0) {
            m_selectors += static_cast<char>(selector);
            m_selectorsRaw += QStringView(m_text).mid(i, units);
            i += units - 1;
            continue;
        }
        if (!m_selectors.isEmpty()) {
            endSelectors();
        }
        const QChar next = i + 1 < m_text.size() ? m_text[i + 1] : QChar();
        const bool joiner = c == 0x200C || c == 0x200D;
        m_inFlag = c == kBlackFlag || (m_inFlag && tagCharacter(c));
        if (tagCharacter(c) && !m_inFlag) {
            m_tags += c >= 0xE0020 ? QChar(static_cast<char16_t>(c - 0xE0000)) : QChar(QLatin1Char(' '));
            m_out.charactersOut += units;
        } else if (units == 1 && (neverSeen(m_text[i]) ||
                                  (joiner && takesNoJoiner(m_out.seen.isEmpty() ? QChar() : m_out.seen.back()) &&
                                   (takesNoJoiner(next) || next == m_text[i])))) {
            ++m_out.charactersOut;
        } else {
            m_out.seen += QStringView(m_text).mid(i, units);
        }
        i += units - 1;
    }
    endSelectors();
    m_out.unseen = QString(m_out.unseen + m_tags).simplified();
    return std::move(m_out);
}

}  // namespace

bool neverSeen(QChar c) {
    const char16_t u = c.unicode();
    return u == 0x200B || u == 0x2060 || u == 0xFEFF || u == 0x00AD || u == 0x034F || u == 0x180E ||
           (u >= 0x2061 && u <= 0x2064) || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x206F) ||
           u == 0x115F || u == 0x1160 || u == 0x3164 || u == 0xFFA0 || (u >= 0xFFF9 && u <= 0xFFFB);
}

SeenText withoutUnseen(const QString& text) {
    const bool plain =
        std::none_of(text.begin(), text.end(), [](QChar c) { return c.unicode() == 0x00AD || c.unicode() >= 0x034F; });
    return plain ? SeenText{text, {}, 0} : UnseenReader(text).read();
}

}  // namespace kith::text
