// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/assistant_fold.h"

#include "core/base/unseen_text.h"

#include <QByteArray>
#include <QList>

#include <algorithm>

namespace kith::triage {

namespace {

constexpr qsizetype kShortestRun = 16;
constexpr qsizetype kLongestRun = 16 * 1024;

/// Cyrillic and Greek letters that look like Latin ones, pairwise.
constexpr QStringView kLookalikes{u"аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdɡgһhӏlαaβbεeιiκkνvοoρpτtυuχxγyηn"};

QChar lookalike(QChar c) {
    for (qsizetype i = 0; i + 1 < kLookalikes.size(); i += 2) {
        if (kLookalikes[i] == c) {
            return kLookalikes[i + 1];
        }
    }
    return {};
}

bool plainLatin(QChar c) {
    return c >= u'a' && c <= u'z';
}

QChar withoutMarks(QChar c) {
    switch (c.unicode()) {
    case 0x0131:
        return u'i';
    case 0x00F8:
        return u'o';
    case 0x0142:
        return u'l';
    case 0x0111:
        return u'd';
    case 0x00E6:
        return u'a';
    case 0x00DF:
        return u's';
    case 0x2019:
        return u'\'';
    default:
        break;
    }
    const char16_t u = c.unicode();
    const bool folds = (u >= 0x00C0 && u < 0x0250) || (u >= 0x0370 && u < 0x0400) || (u >= 0x1E00 && u < 0x2000) ||
                       (u >= 0x2100 && u < 0x2150) || (u >= 0x2460 && u < 0x2500) || (u >= 0xFF01 && u < 0xFF5F);
    return folds ? QString(c).normalized(QString::NormalizationForm_KD).front().toLower() : c;
}

class LetterFolder {
public:
    explicit LetterFolder(const QString& text)
        : m_text(text) {}
    FoldedText fold();

private:
    void put(QChar c, qsizetype from);
    void endWord();

    const QString& m_text;
    FoldedText m_out;
    qsizetype m_wordStart{0};
    bool m_latin{false};
    bool m_latinBefore{false};
    bool m_alike{true};  ///< every letter that is not Latin has a Latin look-alike
};

/// Only where the word can be read as Latin as a whole, among Latin ones: Russian stays Russian.
void LetterFolder::endWord() {
    const bool among = m_latin || m_latinBefore;
    m_latinBefore = m_wordStart == m_out.text.size() ? m_latinBefore : m_latin || (m_alike && m_latinBefore);
    for (qsizetype i = m_wordStart; m_alike && among && i < m_out.text.size(); ++i) {
        if (const QChar latin = lookalike(m_out.text[i]); !latin.isNull()) {
            m_out.text[i] = latin;
        }
    }
    m_wordStart = m_out.text.size();
    m_latin = false;
    m_alike = true;
}

void LetterFolder::put(QChar c, qsizetype from) {
    if (!c.isLetterOrNumber()) {
        endWord();
    } else if (plainLatin(c)) {
        m_latin = true;
    } else if (c.isLetter() && lookalike(c).isNull()) {
        m_alike = false;
    }
    m_out.text += c;
    m_out.origin.push_back(static_cast<int>(from));
    if (!c.isLetterOrNumber()) {
        m_wordStart = m_out.text.size();
    }
}

FoldedText LetterFolder::fold() {
    m_out.text.reserve(m_text.size());
    m_out.origin.reserve(static_cast<size_t>(m_text.size()));
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        const QChar c = m_text[i];
        if (c.unicode() < 0x80) {
            put(c == u'\r' ? QChar(u' ') : c.toLower(), i);
        } else if (c.isHighSurrogate() && i + 1 < m_text.size()) {
            const QString plain = m_text.mid(i, 2).normalized(QString::NormalizationForm_KC).toLower();
            put(plain.size() == 1 ? plain.front() : QChar(u' '), i);  // a mathematical letter, or a picture
            ++i;
        } else if (!text::neverSeen(c) && c.category() != QChar::Mark_NonSpacing && c.unicode() != 0x200C &&
                   c.unicode() != 0x200D) {
            put(withoutMarks(c.toLower()), i);
        } else if (c.unicode() > 0x0900 && c.unicode() < 0x0E80) {
            put(c, i);  // a vowel sign
        }
    }
    endWord();
    return std::move(m_out);
}

QString wordsIn(const QByteArray& bytes) {
    const QString text = QString::fromUtf8(bytes);
    qsizetype letters = 0;
    for (const QChar c : text) {
        if (c.unicode() == 0xFFFD || (c.unicode() < 0x20 && !c.isSpace())) {
            return {};
        }
        letters += c.isLetter() || c == u' ' ? 1 : 0;
    }
    return text.size() >= 8 && letters * 10 >= text.size() * 7 ? text : QString();
}

bool base64Letter(QChar c) {
    return c.unicode() < 0x80 &&
           (c.isLetterOrNumber() || c == u'+' || c == u'/' || c == u'=' || c == u'-' || c == u'_');
}

bool hexLetter(QChar c) {
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

QString decodedWord(QStringView run) {
    const QByteArray bytes = run.left(kLongestRun).toLatin1();
    if (std::all_of(run.begin(), run.end(), hexLetter)) {
        return wordsIn(QByteArray::fromHex(bytes));
    }
    const auto form =
        bytes.contains('-') || bytes.contains('_') ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding;
    const QString once = wordsIn(QByteArray::fromBase64(bytes, form));
    const QString twice = once.size() >= kShortestRun && !once.contains(u' ')
                              ? wordsIn(QByteArray::fromBase64(once.toLatin1()))
                              : QString();
    return twice.isEmpty() ? once : twice;
}

/// "69 67 6e 6f": bytes with spaces between them.
QString spacedHex(QStringView text) {
    QByteArray digits;
    QString found;
    for (const QStringView word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QStringView byte = word.startsWith(u"0x") || word.startsWith(u"\\x") ? word.sliced(2) : word;
        if (byte.size() == 2 && std::all_of(byte.begin(), byte.end(), hexLetter)) {
            digits += byte.toLatin1();
        } else {
            found += digits.size() >= kShortestRun ? wordsIn(QByteArray::fromHex(digits)) + u' ' : QString();
            digits.clear();
        }
    }
    return digits.size() >= kShortestRun ? found + wordsIn(QByteArray::fromHex(digits)) : found;
}

}  // namespace

FoldedText foldedLetters(const QString& text) {
    return LetterFolder(text).fold();
}

QString withoutDigitLetters(QStringView word) {
    static constexpr QStringView from{u"013457@$!|"};
    static constexpr QStringView to{u"oieastasil"};
    QString plain;
    bool letters = false;
    bool changed = false;
    for (const QChar c : word) {
        const qsizetype at = from.indexOf(c);
        letters = letters || c.isLetter();
        changed = changed || at >= 0;
        plain += at >= 0 ? to[at] : c;
    }
    return letters && changed ? plain : word.toString();
}

QString rotatedBy13(QStringView text) {
    QString out = text.toString();
    for (QChar& c : out) {
        const char16_t u = c.unicode();
        const char16_t base = u >= 'a' && u <= 'z' ? u'a' : u >= 'A' && u <= 'Z' ? u'A' : u'\0';
        c = base != 0 ? QChar(static_cast<char16_t>(base + (u - base + 13) % 26)) : c;
    }
    return out;
}

QString decodedRuns(QStringView text) {
    QString found;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && base64Letter(text[i])) {
            continue;
        }
        if (i - start >= kShortestRun) {
            const QString words = decodedWord(text.mid(start, i - start));
            found += words.isEmpty() ? QString() : QString(words + u'\n');
        }
        start = i + 1;
    }
    if (text.contains(u'%')) {
        const QString percent = QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()));
        found += percent.size() + kShortestRun < text.size() ? percent + u'\n' : QString();
    }
    const QString spaced = text.size() >= 3 * kShortestRun / 2 ? spacedHex(text) : QString();
    return spaced.trimmed().isEmpty() ? found : found + spaced;
}

}  // namespace kith::triage
