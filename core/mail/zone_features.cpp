// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/zone_features.h"

#include "core/mail/zone_words.h"

#include <algorithm>

namespace kith::mail {
namespace {

constexpr qsizetype shapeLimit = 400;  // characters of a line that its shape depends on

/// Counts made in one pass over the characters.
struct Counts {
    int words{0};
    int titleWords{0};
    int letters{0};
    int capitals{0};
    int digits{0};
    int longestDigits{0};
    int phoneRun{0};  ///< most digits in a run of digits, spaces and phone punctuation
    int code{0};      ///< braces, semicolons, equals signs, angle brackets
    int bars{0};
    int gaps{0};   ///< runs of three spaces or a tab
    int rule{0};   ///< dashes, underscores, stars, equals signs
    int stops{0};  ///< sentence ends inside the line
    qsizetype at{-1};
    bool angle{false};
    bool postcode{false};
};

bool isUpper(QChar c) {
    return c.unicode() < 128 ? (c >= u'A' && c <= u'Z') : c.isUpper();
}
bool isLower(QChar c) {
    return c.unicode() < 128 ? (c >= u'a' && c <= u'z') : c.isLower();
}
bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

void countSymbol(Counts& counts, QChar c, qsizetype at) {
    switch (c.unicode()) {
    case u'@':
        counts.at = counts.at < 0 ? at : counts.at;
        break;
    case u'{':
    case u'}':
    case u';':
    case u'=':
    case u'\\':
    case u'$':
    case u'[':
    case u']':
        ++counts.code;
        counts.rule += c == u'=' ? 1 : 0;
        break;
    case u'<':
        counts.angle = true;
        ++counts.code;
        break;
    case u'|':
    case 0x00B7:
    case 0x2022:
        ++counts.bars;
        break;
    case u'-':
    case u'_':
    case u'*':
    case u'#':
    case u'~':
    case 0x2013:
    case 0x2014:
    case 0x2500:
        ++counts.rule;
        break;
    default:
        break;
    }
}

void countDigits(Counts& counts, int run, int& phone) {
    counts.digits += run;
    phone += run;
    counts.longestDigits = std::max(counts.longestDigits, run);
    counts.postcode = counts.postcode || run == 5 || run == 4;
    counts.phoneRun = std::max(counts.phoneRun, phone);
}

bool staysInPhone(QChar c) {
    return c == u' ' || c == u'-' || c == u'.' || c == u'(' || c == u')' || c == u'/' || c == u'+' ||
           c == QChar(0x00A0);
}

Counts countsOf(QStringView text) {
    Counts counts;
    bool inWord = false;
    int digits = 0;
    int phone = 0;
    int spaces = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (isDigit(c)) {
            ++digits;
        } else {
            if (digits > 0) {
                countDigits(counts, digits, phone);
                digits = 0;
            }
            phone = staysInPhone(c) ? phone : 0;
        }
        const bool upper = isUpper(c);
        const bool letter = upper || isLower(c) || (c.unicode() >= 128 && c.isLetter());
        if (letter || isDigit(c)) {
            if (!inWord) {
                ++counts.words;
                counts.titleWords += upper || (letter && !isLower(c)) ? 1 : 0;
            }
            counts.letters += letter ? 1 : 0;
            counts.capitals += upper ? 1 : 0;
        } else {
            countSymbol(counts, c, at);
        }
        inWord = letter || isDigit(c) ||
                 (inWord && (c == u'\'' || c == QChar(0x2019) || c == u'.' || c == u'-' || c == u'@'));
        const bool space = c == u' ' || c == u'\t';
        spaces = space ? spaces + (c == u'\t' ? 3 : 1) : 0;
        counts.gaps += spaces == 3 ? 1 : 0;
        counts.stops += space && at > 1 && (text[at - 1] == u'.' || text[at - 1] == u'!' || text[at - 1] == u'?') &&
                                isLower(text[at - 2]) && at + 1 < text.size() &&
                                (isUpper(text[at + 1]) || text[at + 1] == u' ')
                            ? 1
                            : 0;
    }
    countDigits(counts, digits, phone);
    return counts;
}

void setSizes(Signals& signals, const Counts& counts, qsizetype length) {
    const int w = counts.words;
    signals.set(w <= 1    ? Signal::Words1
                : w == 2  ? Signal::Words2
                : w == 3  ? Signal::Words3
                : w <= 5  ? Signal::Words5
                : w <= 9  ? Signal::Words9
                : w <= 14 ? Signal::Words14
                          : Signal::WordsMany);
    signals.set(length <= 10   ? Signal::Length10
                : length <= 20 ? Signal::Length20
                : length <= 35 ? Signal::Length35
                : length <= 50 ? Signal::Length50
                : length <= 66 ? Signal::Length66
                               : Signal::LengthMore);
}

void setEnds(Signals& signals, QStringView text) {
    const QChar first = text.front();
    signals.set(isUpper(first)   ? Signal::StartsUpper
                : isLower(first) ? Signal::StartsLower
                : isDigit(first) ? Signal::StartsDigit
                : first == u'-' || first == u'*' || first == QChar(0x2022) || first == QChar(0x00B7)
                    ? Signal::StartsBullet
                    : Signal::StartsOther);
    switch (text.back().unicode()) {
    case u',':
    case 0xFF0C:
    case 0x3001:
        signals.set(Signal::EndsComma);
        break;
    case u':':
    case 0xFF1A:
        signals.set(Signal::EndsColon);
        break;
    case u'.':
    case 0x3002:
        signals.set(Signal::EndsPeriod);
        break;
    case u'!':
    case 0xFF01:
        signals.set(Signal::EndsExclamation);
        break;
    case u'?':
    case 0xFF1F:
        signals.set(Signal::EndsQuestion);
        break;
    case u'-':
    case 0x2013:
    case 0x2014:
        signals.set(Signal::EndsDash);
        break;
    default:
        signals.set(Signal::EndsOther, !isWordCharacter(text.back()));
        break;
    }
}

/// One to three words that look like a person's name: "Ada", "Ada B. Lind", "A. Lind".
void setNames(Signals& signals, const Counts& counts, QStringView text, std::uint32_t classes) {
    const bool plain = counts.digits == 0 && counts.at < 0 && counts.code == 0 && counts.bars == 0 &&
                       counts.gaps == 0 && text.size() <= 40 && !text.chopped(1).contains(u':') && !text.contains(u'_');
    const bool named = plain && counts.words >= 1 && counts.words <= 4 && counts.titleWords == counts.words &&
                       (classes & (ClosingWord | ThanksWord | GreetingWord | CompanyWord | StreetWord)) == 0;
    const QChar last = text.back();
    const bool bullet =
        text.front() == u'-' || text.front() == QChar(0x2013) || text.front() == u'~' || text.front() == QChar(0x2014);
    signals.set(Signal::NameLike, named && !bullet && (isWordCharacter(last) || last == u'.' || last == u')'));
    signals.set(Signal::NameWithComma,
                named && !bullet && (last == u',' || last == u':' || last == u'-' || last == u'!'));
    signals.set(Signal::DashName, plain && bullet && counts.words >= 1 && counts.words <= 3 && text.size() <= 25);
    signals.set(Signal::SingleLowerWord, plain && counts.words == 1 && counts.titleWords == 0);
    signals.set(Signal::Initials, plain && counts.words == 1 && counts.letters <= 3 && counts.letters > 0 &&
                                      (counts.capitals == counts.letters || counts.capitals == 0));
}

void setShapes(Signals& signals, const Counts& counts, QStringView text) {
    signals.set(Signal::AllTitleCase, counts.words > 1 && counts.titleWords == counts.words);
    signals.set(Signal::MostlyTitleCase, counts.words > 1 && counts.titleWords * 2 > counts.words);
    signals.set(Signal::AllCapitals, counts.letters > 2 && counts.capitals == counts.letters);
    signals.set(Signal::SomeDigits, counts.digits > 0);
    signals.set(Signal::ManyDigits, counts.digits >= 7);
    signals.set(Signal::PhoneShape, counts.phoneRun >= 7 && counts.phoneRun <= 16 && counts.longestDigits <= 12);
    signals.set(Signal::PostcodeShape, counts.postcode && counts.phoneRun < 7);
    const bool mail = counts.at > 0 && counts.at + 2 < text.size() && isWordCharacter(text[counts.at + 1]) &&
                      text.indexOf(u'.', counts.at) > 0;
    signals.set(Signal::MailAddress, mail);
    signals.set(Signal::AtSign, counts.at >= 0 && !mail);
    signals.set(Signal::AngleAddress, counts.angle && mail);
    signals.set(Signal::LotusName, counts.at > 0 && !mail && counts.words >= 2 && isUpper(text.front()));
    const bool dotted = text.contains(u'.') && text.size() > 4;
    signals.set(Signal::WebAddress,
                dotted && (text.contains(QLatin1String("http")) || text.contains(QLatin1String("www."))));
    signals.set(Signal::Bars, counts.bars > 0);
    signals.set(Signal::CodeLike, counts.code >= 2);
    signals.set(Signal::WideGaps, counts.gaps > 0);
    signals.set(Signal::SentenceInside, counts.stops > 0);
    signals.set(Signal::Parenthesised, text.front() == u'(' && text.back() == u')');
    signals.set(Signal::Rule, counts.rule >= 3 && counts.letters == 0 && counts.digits == 0 && text.size() > 3);
    signals.set(Signal::SignatureMark, text == u"--" || text == u"-- " || text == u"---" || text == u"—");
    signals.set(Signal::FileMention,
                text.startsWith(u"<<") || text.startsWith(u"[cid:") ||
                    (dotted && (text.contains(u".doc") || text.contains(u".xls") || text.contains(u".pdf"))) ||
                    text.startsWith(u"(See attached"));
}

/// The rest of a short line after a phrase: nothing, punctuation, or a name.
void setPhraseStarts(Signals& signals, QStringView folded, const Counts& counts) {
    const PhraseIndex& index = phrases();
    const qsizetype greeting = index.lengthAtStart(folded, GreetingWord);
    signals.set(Signal::GreetingStart, greeting > 0);
    signals.set(Signal::GreetingShort, greeting > 0 && counts.words <= 6 && counts.stops == 0);
    const qsizetype closing = index.lengthAtStart(folded, ClosingWord);
    signals.set(Signal::ClosingStart, closing > 0);
    signals.set(Signal::ClosingShort, closing > 0 && folded.size() - closing <= 2);
    signals.set(Signal::ClosingWithName, closing > 0 && folded.size() - closing > 2 && folded.size() - closing <= 26);
    const qsizetype thanks = index.lengthAtStart(folded, ThanksWord);
    signals.set(Signal::ThanksStart, thanks > 0);
    signals.set(Signal::ThanksShort, thanks > 0 && folded.size() - thanks <= 2);
    signals.set(Signal::AttributionStart, index.lengthAtStart(folded, AttributionWord) > 0);
}

void setPhrases(Signals& signals, QStringView folded, std::uint32_t classes) {
    signals.set(Signal::ThanksInside, (classes & ThanksWord) != 0);
    signals.set(Signal::Wrote, (classes & WroteWord) != 0);
    signals.set(Signal::Original, (classes & OriginalWord) != 0);
    signals.set(Signal::ForwardStart, phrases().lengthAtStart(folded, ForwardWord) > 0);
    signals.set(Signal::Disclaimer, (classes & DisclaimerWord) != 0);
    signals.set(Signal::Footer, (classes & FooterWord) != 0);
    signals.set(Signal::Device, phrases().lengthAtStart(folded, DeviceWord) > 0);
    signals.set(Signal::PhoneLabel, (classes & PhoneWord) != 0);
    signals.set(Signal::Title, (classes & TitleWord) != 0);
    signals.set(Signal::Company, (classes & CompanyWord) != 0);
    signals.set(Signal::Street, (classes & StreetWord) != 0);
}

int commonWords(QStringView folded) {
    int count = 0;
    bool inWord = false;
    for (qsizetype at = 0; at < folded.size() && count < 3; ++at) {
        const bool word = isWordCharacter(folded[at]);
        if (word && !inWord && (phrases().classesAt(folded, at) & CommonWord) != 0) {
            ++count;
        }
        inWord = word;
    }
    return count;
}

/// "  To: …", "  cc: …" after other words in the same line: the columns of Lotus Notes.
bool hasColumnField(QStringView content) {
    for (qsizetype at = content.indexOf(u"  "); at >= 0; at = content.indexOf(u"  ", at + 1)) {
        QStringView rest = content.sliced(at);
        while (!rest.isEmpty() && (rest.front() == u' ' || rest.front() == u'\t')) {
            rest = rest.sliced(1);
            ++at;
        }
        if (rest.startsWith(u"To:") || rest.startsWith(u"cc:") || rest.startsWith(u"Subject:") ||
            rest.startsWith(u"An:") || rest.startsWith(u"Kopie:") || rest.startsWith(u"Thema:") ||
            rest.startsWith(u"Pour :") || rest.startsWith(u"Objet :")) {
            return true;
        }
    }
    return false;
}

/// "03/21/2001 08:12 AM" somewhere in a line that has little else.
bool hasLotusDate(QStringView folded, const Counts& counts) {
    if (counts.digits < 6 || counts.digits > 16) {
        return false;
    }
    const qsizetype colon = folded.indexOf(u':');
    const bool clock =
        colon > 0 && colon + 2 < folded.size() && folded[colon - 1].isDigit() && folded[colon + 1].isDigit();
    qsizetype marks = 0;
    for (qsizetype at = 1; at + 1 < folded.size(); ++at) {
        marks += (folded[at] == u'/' || folded[at] == u'.' || folded[at] == u'-') && folded[at - 1].isDigit() &&
                 folded[at + 1].isDigit();
    }
    return marks >= 2 && (clock || folded.size() <= 12);
}

}  // namespace

Signals shapeOf(const ZoneLine& line) {
    Signals signals;
    const QStringView text = line.content.first(std::min(line.content.size(), shapeLimit));
    const FoldedStart start(text);
    const QStringView folded = start.view();
    if (folded.isEmpty()) {
        signals.set(Signal::Always);
        return signals;
    }
    const Counts counts = countsOf(text);
    std::uint32_t classes = phrases().classesWithin(folded);
    if (line.content.size() > FoldedStart::capacity) {
        classes |= phrases().classesWithin(FoldedStart(line.content.last(60)).view());
    }
    signals.set(Signal::Always);
    setSizes(signals, counts, line.content.size());
    setEnds(signals, line.content);
    setNames(signals, counts, text, classes);
    setShapes(signals, counts, text);
    setPhraseStarts(signals, folded, counts);
    setPhrases(signals, folded, classes);
    const int common = (classes & CommonWord) != 0 ? commonWords(folded) : 0;
    signals.set(Signal::Common1, common > 0);
    signals.set(Signal::Common3, common >= 3);
    switch (headerField(folded)) {
    case HeaderField::None:
        break;
    case HeaderField::From:
        signals.set(Signal::FieldFrom);
        break;
    case HeaderField::To:
        signals.set(Signal::FieldTo);
        break;
    case HeaderField::Copy:
        signals.set(Signal::FieldCopy);
        break;
    case HeaderField::Date:
        signals.set(Signal::FieldDate);
        break;
    case HeaderField::Subject:
        signals.set(Signal::FieldSubject);
        break;
    case HeaderField::Other:
        signals.set(Signal::FieldOther);
        break;
    }
    signals.set(Signal::ColumnField, counts.gaps > 0 && text.contains(u':') && hasColumnField(text));
    signals.set(Signal::LotusDate, hasLotusDate(folded, counts));
    signals.set(Signal::Indented, line.indent > 0);
    signals.set(Signal::DeepIndent, line.indent >= 12);
    signals.set(Signal::Quoted, line.depth > 0);
    signals.set(Signal::QuotedDeep, line.depth > 1);
    return signals;
}

}  // namespace kith::mail
