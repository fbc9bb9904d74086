// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/header_synonyms.h"

#include "core/base/text.h"
#include "core/intake/header_words.h"

#include <algorithm>

namespace kith::intake {

namespace {

const QHash<QString, FieldChoice>& synonyms() {
    static const QHash<QString, FieldChoice> table = [] {
        QHash<QString, FieldChoice> words;
        for (const HeaderWords& row : kHeaderWords) {
            const QStringList phrases = QString::fromUtf8(row.phrases).split(u'|', Qt::SkipEmptyParts);
            for (const QString& phrase : phrases) {
                words.insert(headerKey(phrase), choiceOf(QString::fromLatin1(row.choice)));
            }
        }
        return words;
    }();
    return table;
}

/// Words that say where or which, not what; and the kind of an address or number that they tell.
const QHash<QString, QString>& qualifiers() {
    static const QHash<QString, QString> table = [] {
        QHash<QString, QString> words;
        for (const auto& [kind, list] :
             {std::pair{"work", "work business office geschaftlich buro dienstlich arbeit beruflich professionnel pro "
                                "bureau trabajo oficina empresa lavoro ufficio trabalho comercial werk zakelijk arbete "
                                "arbejde jobb sluzbowy sluzbovy рабочии рабочий рабочая служебныи служебный firma "
                                "company corporate prace munkahelyi is 会社 勤務先 工作 公司 회사 직장"},
              std::pair{"home", "home private privat personal perso personnel prive casa particular personale privato "
                                "pessoal residencial thuis hem domowy prywatny личныи личный домашнии домашний domaci "
                                "koti 自宅 個人 家庭 个人 자택 개인 ev"},
              std::pair{"other", "other secondary alternate alternative andere weitere autre otro altro outro overig "
                                 "annan inny второи второй дополнительныи additional その他 其他 기타"},
              std::pair{"mobile",
                        "mobile cell mobil mobiel movil celular cellulare handy мобильныи portable 携帯 手机"},
              std::pair{"fax", "fax telefax факс"},
              std::pair{"", "primary main haupt principal hovedkontakt value wert default preferred contact kontakt "
                            "person lead customer client kunde cliente mailing billing shipping street the your my of "
                            "der die das de du del no nr nummer number full first1 address1 info field column text "
                            "account contacto contatto contact's person's"}}) {
            const QStringList all = QString::fromUtf8(list).split(u' ', Qt::SkipEmptyParts);
            for (const QString& word : all) {
                words.insert(word, QString::fromLatin1(kind));
            }
        }
        return words;
    }();
    return table;
}

bool isCount(const QString& word) {
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

FieldChoice withKind(FieldChoice choice, const QString& kind) {
    const bool hasKinds = choice.field == QStringLiteral("email") || choice.field == QStringLiteral("phone");
    if (hasKinds && choice.kind.isEmpty() && !kind.isEmpty()) {
        choice.kind = kind;
    }
    return choice;
}

/// Without the words that only say which of several it is.
std::optional<HeaderMatch> matchQualified(const QStringList& words) {
    QStringList rest;
    QString kind;
    for (const QString& word : words) {
        const auto known = qualifiers().find(word);
        if (known != qualifiers().end()) {
            kind = kind.isEmpty() ? *known : kind;
        } else if (!isCount(word)) {
            rest << word;
        }
    }
    const auto found = synonyms().find(rest.join(u' '));
    if (rest.isEmpty() || found == synonyms().end()) {
        return std::nullopt;
    }
    return HeaderMatch{withKind(*found, kind), 0.9};
}

/// The longest phrase that is known and stands within the header; what is left over counts against it.
std::optional<HeaderMatch> matchPart(const QStringList& words) {
    for (qsizetype length = words.size() - 1; length > 0; --length) {
        for (qsizetype from = words.size() - length; from >= 0; --from) {
            const auto found = synonyms().find(words.mid(from, length).join(u' '));
            if (found == synonyms().end() ||
                (length == 1 && words[from].size() < 3 && words[from].at(0).unicode() < 0x300)) {
                continue;
            }
            QString kind;
            for (const QString& word : words) {
                kind = kind.isEmpty() ? qualifiers().value(word) : kind;
            }
            return HeaderMatch{withKind(*found, kind),
                               0.45 + 0.35 * static_cast<double>(length) / static_cast<double>(words.size())};
        }
    }
    return std::nullopt;
}

int editDistance(const QString& a, const QString& b) {
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j) {
        row[j] = static_cast<int>(j);
    }
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int corner = row[0];
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int replaced = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
            corner = row[at];
            row[at] = std::min({replaced, row[at] + 1, row[at - 1] + 1});
        }
    }
    return row.back();
}

/// A slip of the keyboard: one letter in a word of six or more.
std::optional<HeaderMatch> matchNearly(const QString& key) {
    if (key.size() < 6) {
        return std::nullopt;
    }
    for (auto it = synonyms().begin(); it != synonyms().end(); ++it) {
        if (it.key().size() >= 6 && std::abs(it.key().size() - key.size()) <= 1 && editDistance(it.key(), key) <= 1) {
            return HeaderMatch{*it, 0.8};
        }
    }
    return std::nullopt;
}

}  // namespace

QString headerKey(const QString& header) {
    QString spaced;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QChar c = header.at(i);
        const bool hump = i > 0 && c.isUpper() && header.at(i - 1).isLower();
        const bool digit = i > 0 && c.isDigit() != header.at(i - 1).isDigit() && header.at(i - 1).isLetterOrNumber();
        if (hump || digit) {
            spaced += u' ';
        }
        spaced += c.isLetterOrNumber() || c.isMark() ? c : QChar(u' ');
    }
    QString key = text::folded(spaced);
    key.replace(QStringLiteral("ß"), QStringLiteral("ss"));
    return key;
}

std::optional<HeaderMatch> matchHeader(const QString& header) {
    const QString key = headerKey(header);
    if (const auto found = synonyms().find(key); found != synonyms().end()) {
        return HeaderMatch{*found, 1.0};
    }
    QString joined = key;
    joined.remove(u' ');
    if (const auto found = synonyms().find(joined); found != synonyms().end()) {
        return HeaderMatch{*found, 0.97};
    }
    const QStringList words = key.split(u' ', Qt::SkipEmptyParts);
    if (auto match = matchQualified(words)) {
        return match;
    }
    if (auto match = matchNearly(key)) {
        return match;
    }
    return words.size() > 1 ? matchPart(words) : std::nullopt;
}

}  // namespace kith::intake
