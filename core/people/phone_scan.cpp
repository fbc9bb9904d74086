// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/lexicon.h"
#include "core/people/phone_values.h"

#include <QStringList>

#include <algorithm>

namespace kith::people {
namespace {

using Taken = std::vector<std::pair<qsizetype, qsizetype>>;

bool isPhoneDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

bool isPhoneGap(QChar c) {
    switch (c.unicode()) {
    case u' ':
    case u'.':
    case u'-':
    case u'/':
    case u'(':
    case u')':
    case u'\u00A0':
    case u'\u2009':
    case u'\u202F':
    case u'\u2010':
    case u'\u2011':
    case u'\u2012':
    case u'\u2013':
        return true;
    default:
        return false;
    }
}

bool mayStart(QStringView text, qsizetype at) {
    const QChar c = text[at];
    const QChar next = at + 1 < text.size() ? text[at + 1] : QChar(u' ');
    if (c == u'+') {
        return isPhoneDigit(next) || next == u'(' ||
               (next == u' ' && at + 2 < text.size() && isPhoneDigit(text[at + 2]));
    }
    if (at > 0) {
        const QChar before = text[at - 1];
        const bool afterWord = before == u'.' && at >= 2 && text[at - 2].isLetter();
        static const QString open = QStringLiteral(" \t(:|/,;<[>]=*•·\u00A0\uFF1A");
        if (!afterWord && !open.contains(before)) {
            return false;
        }
    }
    return isPhoneDigit(c) || (c == u'(' && (isPhoneDigit(next) || next == u'+'));
}

/// After a slash with enough digits before it a new number may begin.
bool nextNumberBegins(QStringView text, qsizetype slash, int digits) {
    qsizetype at = slash + 1;
    while (at < text.size() && text[at].isSpace()) {
        ++at;
    }
    const bool apart = slash > 0 && text[slash - 1].isSpace();
    return digits >= 7 && at < text.size() && (text[at] == u'+' || text[at] == u'(' || (text[at] == u'0' && apart));
}

DigitRun runAt(QStringView text, qsizetype from) {
    DigitRun run{from, from, from, from, from, 0, false, 0, {}};
    int gaps = 0;
    for (qsizetype i = from; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isPhoneDigit(c)) {
            ++run.digits;
            run.end = i + 1;
            gaps = 0;
        } else if (c == u'+') {
            if (run.digits > 0 || run.plus) {
                break;
            }
            run.plus = true;
        } else if (!isPhoneGap(c) || ++gaps > 3 ||
                   (c.isSpace() && i + 1 < text.size() && text[i + 1].isSpace() && run.digits > 0) ||
                   (c == u'/' && nextNumberBegins(text, i, run.digits))) {
            break;
        }
    }
    const QStringView body = text.mid(run.start, run.end - run.start);
    if (body.startsWith(u'(') && !body.contains(u')')) {
        ++run.start;
    }
    run.rawEnd = run.end;
    run.labelStart = run.start;
    run.labelEnd = run.end;
    return run;
}

/// Lengths of the digit groups of a number as written.
std::vector<int> digitGroups(QStringView number) {
    std::vector<int> groups;
    bool inside = false;
    for (const QChar c : number) {
        if (isPhoneDigit(c)) {
            if (!inside) {
                groups.push_back(0);
            }
            ++groups.back();
        }
        inside = isPhoneDigit(c);
    }
    return groups;
}

bool looksLikeDate(QStringView number, const std::vector<int>& groups) {
    if (groups.size() == 3 && !number.contains(u'(') && !number.contains(u' ')) {
        const bool dayFirst = groups[0] <= 2 && groups[1] <= 2 && (groups[2] == 4 || groups[2] == 2);
        const bool yearFirst = groups[0] == 4 && groups[1] <= 2 && groups[2] <= 2;
        return dayFirst || yearFirst;
    }
    const auto century = [&](qsizetype at) { return number.mid(at, 2) == u"19" || number.mid(at, 2) == u"20"; };
    return groups.size() == 2 && groups[0] == 4 && groups[1] == 4 && century(0) && century(number.size() - 4);
}

/// Postcodes of two groups, Internet addresses.
bool looksLikeOther(QStringView number, const std::vector<int>& groups) {
    if (groups.size() == 2 && number.contains(u'-') && number.size() == groups[0] + groups[1] + 1) {
        const bool postcode = (groups[0] == 5 && (groups[1] == 3 || groups[1] == 4)) ||
                              (groups[0] == 4 && groups[1] == 3) || (groups[0] == 2 && groups[1] == 3) ||
                              (groups[0] == 3 && groups[1] == 2);
        if (postcode && number[0] != u'0') {
            return true;
        }
    }
    if (groups.size() == 4 && number.count(u'.') == 3 && !number.contains(u' ')) {
        const auto parts = number.split(u'.');
        return std::all_of(parts.begin(), parts.end(), [](QStringView part) {
            return part.size() <= 3 && part.toInt() <= 255 && (part.size() == 1 || part[0] != u'0');
        });
    }
    return false;
}

bool refusedByNeighbours(QStringView text, const DigitRun& run) {
    static const QString money = QStringLiteral("€$£¥%#№§_@²");
    qsizetype before = run.start;
    while (before > 0 && text[before - 1].isSpace()) {
        --before;
    }
    if (before > 0 && money.contains(text[before - 1])) {
        return true;
    }
    if (run.end >= text.size()) {
        return false;
    }
    const QChar after = text[run.end];
    const QChar second = run.end + 1 < text.size() ? text[run.end + 1] : QChar(u' ');
    const QChar close = after.isSpace() ? second : after;
    const bool joined = (after == u',' || after == u':') && isPhoneDigit(second);
    const bool letters = after.isLetter() && !((after == u'x' || after == u'X' || after == u'e') && run.digits >= 7);
    return money.contains(close) || joined || letters;
}

/// An extension after the number: "x 12", "ext. 12", "Durchwahl 12".
void takeExtension(QStringView text, DigitRun& run) {
    static const QStringList words{QStringLiteral("extension"),  QStringLiteral("extn"),  QStringLiteral("ext"),
                                   QStringLiteral("durchwahl"),  QStringLiteral("dw"),    QStringLiteral("poste"),
                                   QStringLiteral("interno"),    QStringLiteral("int"),   QStringLiteral("anexo"),
                                   QStringLiteral("ramal"),      QStringLiteral("доб"),   QStringLiteral("вн"),
                                   QStringLiteral("wew"),        QStringLiteral("linka"), QStringLiteral("toestel"),
                                   QStringLiteral("anknytning"), QStringLiteral("x"),     QStringLiteral("#")};
    qsizetype at = run.end;
    while (at < text.size() && (text[at].isSpace() || text[at] == u',' || text[at] == u';' || text[at] == u'(')) {
        ++at;
    }
    const QString ahead = text.mid(at, 12).toString().toLower();
    const auto word = std::find_if(words.begin(), words.end(), [&](const QString& w) { return ahead.startsWith(w); });
    if (word == words.end()) {
        return;
    }
    at += word->size();
    while (at < text.size() && (text[at].isSpace() || text[at] == u'.' || text[at] == u':' || text[at] == u'-')) {
        ++at;
    }
    qsizetype to = at;
    while (to < text.size() && isPhoneDigit(text[to])) {
        ++to;
    }
    if (to > at && to - at <= 6 && (to == text.size() || !text[to].isLetter())) {
        run.extension = text.mid(at, to - at).toString();
        run.rawEnd = to;
        run.labelEnd = to;
    }
}

enum class Verdict { Free, Labelled, Refused };

/// Reads the words before the number, nearest first. floor: where the number before it ended.
Verdict readLabel(const CardLine& line, DigitRun& run, qsizetype floor) {
    int unknown = 0;
    for (std::size_t i = line.words.size(); i-- > 0;) {
        const CardWord& word = line.words[i];
        if (word.end > run.start) {
            continue;
        }
        if (word.start < floor || unknown > 1) {
            break;
        }
        const QChar first = line.text[word.start - line.start];
        const bool letter = word.end - word.start == 1;
        const bool marks = !letter || word.colon || (first.isUpper() && run.start - word.end <= 2);
        if (marks && (word.senses & anyPhoneLabel) != 0) {
            run.label |= word.senses & anyPhoneLabel;
            run.labelStart = word.start;
        } else if ((word.senses & (NoPhoneSense | UnitSense)) != 0 && !letter && run.label == 0) {
            return Verdict::Refused;
        } else if (run.label != 0) {
            break;
        } else {
            ++unknown;
        }
    }
    return run.label != 0 ? Verdict::Labelled : Verdict::Free;
}

/// "030 123456 (mobile)": a label behind its number, unless it is the next number's.
void readLabelBehind(const CardLine& line, DigitRun& run) {
    const auto next = std::find_if(line.words.begin(), line.words.end(),
                                   [&](const CardWord& word) { return word.start >= run.rawEnd; });
    if (next == line.words.end() || next->colon || next->start - run.rawEnd > 3 ||
        (next->senses & anyPhoneLabel) == 0) {
        return;
    }
    const QStringView gap = line.text.mid(run.rawEnd - line.start, next->start - run.rawEnd);
    const auto behind = next + 1;
    const bool numberFollows =
        behind != line.words.end() && (behind->key.startsWith(u'+') || behind->key.front().isDigit());
    const bool bracketed = gap.contains(u'(') || gap.contains(u'[');
    const bool ends = next->end - next->start > 1 && !numberFollows && !gap.contains(u'|');
    if (bracketed || ends) {
        run.label = next->senses & anyPhoneLabel;
        run.labelEnd = next->end;
    }
}

std::uint32_t labelAbove(const CardLine& line, const CardLine* above) {
    if (above == nullptr || above->number + 1 != line.number || above->words.empty() || above->words.size() > 2) {
        return 0;
    }
    std::uint32_t label = 0;
    for (const CardWord& word : above->words) {
        if ((word.senses & anyPhoneLabel) == 0 || word.key.size() < 2) {
            return 0;
        }
        label |= word.senses & anyPhoneLabel;
    }
    return label;
}

int countSense(const CardLine& line, std::uint32_t sense) {
    return int(std::count_if(line.words.begin(), line.words.end(),
                             [&](const CardWord& word) { return (word.senses & sense) != 0 && word.key.size() > 1; }));
}

bool namesAnother(const CardLine& line) {
    return std::any_of(line.words.begin(), line.words.end(),
                       [](const CardWord& word) { return word.colon && (word.senses & OtherPersonSense) != 0; });
}

/// "(secretary)" behind a number: it rings on somebody else's desk.
bool ringsElsewhere(const CardLine& line, const DigitRun& run) {
    const auto next = std::find_if(line.words.begin(), line.words.end(),
                                   [&](const CardWord& word) { return word.start >= run.rawEnd; });
    return next != line.words.end() && (next->senses & OtherPersonSense) != 0 && next->start - run.rawEnd <= 3 &&
           line.text.mid(run.rawEnd - line.start, next->start - run.rawEnd).contains(u'(');
}

/// Is a run without a label a number all the same: by its plus, or by groups that only numbers have?
bool speaksForItself(const CardLine& line, const DigitRun& run, const std::vector<int>& groups) {
    if (countSense(line, ImprintSense | NoPhoneSense) > 0) {
        return false;
    }
    if (run.plus) {
        return run.digits >= 8;
    }
    const QChar first = line.text[run.start - line.start];
    const bool american = groups.size() >= 3 && groups[groups.size() - 1] == 4 && groups[groups.size() - 2] == 3 &&
                          groups[groups.size() - 3] == 3;
    const bool alone = run.start == line.start && run.end == line.end() && run.digits >= 9 && run.digits <= 11;
    return run.digits >= 8 && (alone || american || ((first == u'0' || first == u'(') && groups.size() >= 2) ||
                               (groups.size() >= 3 && run.digits >= 9));
}

bool accepted(const CardLine& line, const CardLine* above, DigitRun& run, qsizetype floor) {
    const QStringView number = line.text.mid(run.start - line.start, run.end - run.start);
    const auto groups = digitGroups(number);
    if (run.digits < 6 || run.digits > (run.plus ? 17 : 15) || looksLikeDate(number, groups)) {
        return false;
    }
    const Verdict verdict = readLabel(line, run, floor);
    if (verdict == Verdict::Refused || ringsElsewhere(line, run)) {
        return false;
    }
    if (verdict == Verdict::Free) {
        readLabelBehind(line, run);
        if (run.label == 0 && line.words.front().end > run.start) {
            run.label = labelAbove(line, above);
        }
    }
    return run.label != 0 || (!looksLikeOther(number, groups) && speaksForItself(line, run, groups));
}

void shift(DigitRun& run, qsizetype by) {
    run.start += by;
    run.end += by;
    run.rawEnd += by;
    run.labelStart += by;
    run.labelEnd += by;
}

}  // namespace

std::vector<DigitRun> digitRuns(const CardLine& line, const CardLine* above, const Taken& taken) {
    std::vector<DigitRun> runs;
    const auto digits = std::count_if(line.text.begin(), line.text.end(), isPhoneDigit);
    if (digits < 6 || countSense(line, CommonSense) >= 4 || namesAnother(line) || line.words.empty()) {
        return runs;
    }
    qsizetype floor = line.start;
    for (qsizetype i = 0; i < line.text.size(); ++i) {
        const auto inside = std::find_if(taken.begin(), taken.end(), [&](const auto& span) {
            return line.start + i >= span.first && line.start + i < span.second;
        });
        if (inside != taken.end()) {
            floor = inside->second;
            i = inside->second - line.start - 1;
            continue;
        }
        if (!mayStart(line.text, i)) {
            continue;
        }
        DigitRun run = runAt(line.text, i);
        const bool refused = run.digits < 6 || refusedByNeighbours(line.text, run);
        const qsizetype after = run.end;
        if (!refused) {
            takeExtension(line.text, run);
            shift(run, line.start);
            if (accepted(line, above, run, floor)) {
                floor = run.labelEnd;
                runs.push_back(run);
            }
        }
        i = std::max(after, i + 1) - 1;
    }
    return runs;
}

}  // namespace kith::people
