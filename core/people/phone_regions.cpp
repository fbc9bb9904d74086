// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/phone_regions.h"

#include "core/people/lexicon.h"

#include <algorithm>

namespace kith::people {
namespace {

bool isDigits(QStringView text) {
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isCapitals(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

/// SW1A 1AA: outward and inward code.
bool isBritishCode(QStringView outward, QStringView inward) {
    return inward.size() == 3 && inward[0].isDigit() && isCapitals(inward.mid(1)) && outward.size() >= 2 &&
           outward.size() <= 4 && isCapitals(outward.left(1)) &&
           std::any_of(outward.begin(), outward.end(), [](QChar c) { return c.isDigit(); }) &&
           std::all_of(outward.begin(), outward.end(), [](QChar c) { return c.isDigit() || (c >= u'A' && c <= u'Z'); });
}

bool isState(QStringView word) {
    static const QString states = QStringLiteral(
        " AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK "
        "OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ");
    return word.size() == 2 && states.contains(u' ' + word.toString() + u' ');
}

bool isCanadianCode(QStringView first, QStringView second) {
    return first.size() == 3 && second.size() == 3 && isCapitals(first.left(1)) && first[1].isDigit() &&
           isCapitals(first.mid(2)) && second[0].isDigit() && isCapitals(second.mid(1, 1)) && second[2].isDigit();
}

}  // namespace

void RegionEvidence::add(const QString& region, double weight) {
    if (region.isEmpty() || weight <= 0) {
        return;
    }
    const auto found =
        std::find_if(m_votes.begin(), m_votes.end(), [&](const auto& vote) { return vote.first == region; });
    if (found == m_votes.end()) {
        m_votes.emplace_back(region, weight);
    } else {
        found->second += weight;
    }
}

void RegionEvidence::addWord(const QString& key) {
    for (const RegionHint& hint : regionsOfWord(key)) {
        add(hint.region, hint.weight);
    }
}

/// Kana are Japanese, Hangul is Korean; Han alone may be either's.
void RegionEvidence::addScript(QStringView text) {
    for (const QChar c : text) {
        if (c.unicode() < 0x2E80) {
            continue;
        }
        const auto script = c.script();
        const bool kana = script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
        add(kana                             ? QStringLiteral("JP")
            : script == QChar::Script_Hangul ? QStringLiteral("KR")
                                             : QStringLiteral("CN"),
            kana || script == QChar::Script_Hangul ? 0.5 : 0.1);
    }
}

/// What folding hides: French accents; the Swiss write ss where Germans and Austrians write ß.
void RegionEvidence::addSpelling(QStringView word) {
    if (word.startsWith(u"Tél") || word.startsWith(u"tél") || word.startsWith(u"TÉL")) {
        add(QStringLiteral("FR"), 1);
    } else if (word.contains(u'ß')) {
        add(QStringLiteral("DE"), 0.4);
    } else if (word.endsWith(u"strasse") || word.endsWith(u"Strasse") || word.startsWith(u"Grüsse") ||
               word.startsWith(u"Grüssen")) {
        add(QStringLiteral("CH"), 1.2);
    }
}

void RegionEvidence::addLine(const CardLine& line) {
    addScript(line.text);
    const auto textOf = [&](const CardWord& word) {
        return line.text.mid(word.start - line.start, word.end - word.start);
    };
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        addWord(line.words[i].key);
        addSpelling(textOf(line.words[i]));
        if ((line.words[i].senses & StreetSense) != 0 && line.words[i].key.endsWith(QLatin1String("strasse"))) {
            add(QStringLiteral("DE"), 0.7);
        }
        if (i + 1 >= line.words.size()) {
            break;
        }
        const QStringView here = textOf(line.words[i]);
        const QStringView next = textOf(line.words[i + 1]);
        if (isBritishCode(here, next)) {
            add(QStringLiteral("GB"), 2.5);
        } else if (isCanadianCode(here, next)) {
            add(QStringLiteral("CA"), 2.5);
        } else if (isState(here) && isDigits(next.left(5)) && next.size() >= 5) {
            add(QStringLiteral("US"), 2.5);
        } else if (here.size() == 4 && isDigits(here) && next.size() == 2 && isCapitals(next)) {
            add(QStringLiteral("NL"), 2);
        } else if (here.size() == 6 && here[2] == u'-' && isDigits(here.left(2)) && isDigits(here.mid(3))) {
            add(QStringLiteral("PL"), 1.5);
        } else if (i == 0 && here.size() == 4 && isDigits(here) && next.front().isUpper()) {
            add(QStringLiteral("CH"), 0.6);
            add(QStringLiteral("AT"), 0.6);
        } else if (here.size() == 9 && here[5] == u'-' && isDigits(here.left(5)) && isDigits(here.mid(6))) {
            add(QStringLiteral("BR"), 1.5);
        } else if (here.size() == 8 && here[4] == u'-' && isDigits(here.left(4)) && isDigits(here.mid(5))) {
            add(QStringLiteral("PT"), 1.5);
        }
    }
}

void RegionEvidence::addDomain(const QString& domain) {
    const QString last = domain.mid(domain.lastIndexOf(u'.') + 1).toUpper();
    static const QStringList borrowed{QStringLiteral("IO"), QStringLiteral("CO"), QStringLiteral("AI"),
                                      QStringLiteral("ME"), QStringLiteral("TV"), QStringLiteral("EU"),
                                      QStringLiteral("CC"), QStringLiteral("FM")};
    if (last.size() == 2 && !borrowed.contains(last)) {
        add(last == QLatin1String("UK") ? QStringLiteral("GB") : last, 2);
    }
}

std::vector<std::pair<QString, double>> RegionEvidence::ranked() const {
    auto ranking = m_votes;
    std::stable_sort(ranking.begin(), ranking.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return ranking;
}

}  // namespace kith::people
