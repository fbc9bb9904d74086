// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/sender.h"

#include "core/base/text.h"
#include "core/people/lexicon.h"
#include "core/people/person_rules.h"
#include "core/people/web_values.h"

#include <algorithm>

namespace kith::people {
namespace {

constexpr qsizetype longestName = 120;

bool isIdeographic(QStringView text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        const auto script = c.script();
        return script == QChar::Script_Han || script == QChar::Script_Hangul || script == QChar::Script_Katakana ||
               script == QChar::Script_Hiragana;
    });
}

/// Cuts what follows a name in display names: "(Firm)", "| Firm", "via list", "@ Firm".
QString nameOnly(QString name) {
    name = text::oneLine(QStringView(name).left(longestName));
    static const QString quotes = QStringLiteral("\"'“”„«»‘’");
    while (!name.isEmpty() && quotes.contains(name.front())) {
        name.remove(0, 1);
    }
    while (!name.isEmpty() && quotes.contains(name.back())) {
        name.chop(1);
    }
    for (const QString& mark :
         {QStringLiteral("("), QStringLiteral("["), QStringLiteral(" | "), QStringLiteral(" via "),
          QStringLiteral(" - "), QStringLiteral(" – "), QStringLiteral(" @ "), QStringLiteral(" / "),
          QStringLiteral(" at "), QStringLiteral(" from "), QStringLiteral(" von der ")}) {
        const qsizetype cut = name.indexOf(mark);
        if (cut > 0) {
            name.truncate(cut);
        }
    }
    return name.trimmed();
}

bool isHonour(const QString& word) {
    return (sensesOf(wordKey(word)) & HonourSense) != 0;
}

QString capitalised(const QString& word) {
    QString small = word.toLower();
    bool start = true;
    for (QChar& c : small) {
        if (start && c.isLetter()) {
            c = c.toUpper();
        }
        start = c == u'-' || c == u'\'' || c == u'’';
    }
    return small;
}

bool allCapitals(const QString& word) {
    return word.size() > 2 && word == word.toUpper() && word != word.toLower();
}

QStringList readingOrder(const QString& name) {
    const qsizetype comma = name.indexOf(u',');
    QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (comma > 0 && name.count(u',') == 1) {
        const QStringList last = name.left(comma).split(u' ', Qt::SkipEmptyParts);
        QStringList first = name.mid(comma + 1).split(u' ', Qt::SkipEmptyParts);
        const bool degrees = !first.isEmpty() && std::all_of(first.begin(), first.end(), isHonour);
        words = degrees ? last : first + last;
    } else if (comma > 0) {
        words = name.left(comma).split(u' ', Qt::SkipEmptyParts);
    } else if (words.size() == 2 && allCapitals(words[0]) && !allCapitals(words[1])) {
        words.swapItemsAt(0, 1);
    }
    while (!words.isEmpty() && isHonour(words.front())) {
        words.removeFirst();
    }
    while (words.size() > 1 && isHonour(words.back()) && !words.back().contains(u'.')) {
        words.removeLast();
    }
    return words;
}

bool mayBeNameWord(const QString& word) {
    return std::all_of(word.begin(), word.end(),
                       [](QChar c) {
                           return c.isLetter() || c.isMark() || c == u'-' || c == u'.' || c == u'\'' || c == u'’';
                       }) &&
           std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
}

/// Cyrillic names in Latin letters, spelt as loosely as passports spell them.
QString inLatin(const QString& word) {
    static const QStringList letters{QStringLiteral("a"),
                                     QStringLiteral("b"),
                                     QStringLiteral("v"),
                                     QStringLiteral("g"),
                                     QStringLiteral("d"),
                                     QStringLiteral("e"),
                                     QStringLiteral("zh"),
                                     QStringLiteral("z"),
                                     QStringLiteral("i"),
                                     QStringLiteral("y"),
                                     QStringLiteral("k"),
                                     QStringLiteral("l"),
                                     QStringLiteral("m"),
                                     QStringLiteral("n"),
                                     QStringLiteral("o"),
                                     QStringLiteral("p"),
                                     QStringLiteral("r"),
                                     QStringLiteral("s"),
                                     QStringLiteral("t"),
                                     QStringLiteral("u"),
                                     QStringLiteral("f"),
                                     QStringLiteral("kh"),
                                     QStringLiteral("ts"),
                                     QStringLiteral("ch"),
                                     QStringLiteral("sh"),
                                     QStringLiteral("shch"),
                                     QString(),
                                     QStringLiteral("y"),
                                     QString(),
                                     QStringLiteral("e"),
                                     QStringLiteral("yu"),
                                     QStringLiteral("ya")};
    QString latin;
    bool changed = false;
    for (const QChar c : word) {
        const int at = c.unicode() - 0x0430;
        const bool cyrillic = at >= 0 && at < letters.size();
        latin += cyrillic ? letters[at] : QString(c);
        changed = changed || cyrillic;
    }
    return changed ? latin.replace(QStringLiteral("iy"), QStringLiteral("y"))
                         .replace(QStringLiteral("ii"), QStringLiteral("y"))
                         .replace(QStringLiteral("iu"), QStringLiteral("yu"))
                   : word;
}

}  // namespace

QString squeezed(QStringView text) {
    const QString folded = text::folded(text);
    QString out;
    for (const QChar c : folded) {
        if (c.isLetterOrNumber()) {
            out.append(c);
        }
    }
    return out;
}

QString personName(QStringView displayed) {
    const QString name = nameOnly(displayed.toString());
    if (name.isEmpty() || name.contains(u'@') || (isIdeographic(name) && name.size() > 8)) {
        return {};
    }
    if (isIdeographic(name)) {
        return (sensesOf(wordKey(name)) & (OrganSense | LegalSense | TitleSense)) != 0 ? QString() : name;
    }
    QStringList words = readingOrder(name);
    constexpr std::uint32_t notNames =
        LegalSense | OrganSense | DivisionSense | NoPhoneSense | TitleSense | OtherPersonSense;
    if (words.isEmpty() || words.size() > 6) {
        return {};
    }
    const bool shouting = std::all_of(words.begin(), words.end(), [](const QString& w) { return w == w.toUpper(); });
    const bool whispering = std::all_of(words.begin(), words.end(), [](const QString& w) { return w == w.toLower(); });
    for (QString& word : words) {
        if (!mayBeNameWord(word) || (sensesOf(wordKey(word)) & notNames) != 0) {
            return {};
        }
        const bool particle = (sensesOf(wordKey(word)) & ParticleSense) != 0;
        if ((shouting && word.size() > 2) || (whispering && !particle) || allCapitals(word)) {
            word = capitalised(word);
        }
    }
    return words.join(u' ');
}

bool Sender::owns(const QString& wordKey) const {
    QString word = inLatin(wordKey);
    word.remove(u'\'').remove(u'’');
    if (word.isEmpty()) {
        return false;
    }
    const bool initial = word.size() == 1;
    for (const QString& mine : nameKeys) {
        if (mine == word || (initial && mine.startsWith(word)) || (mine.size() == 1 && word.startsWith(mine)) ||
            sameFirstName(mine, word)) {
            return true;
        }
    }
    return nameKeys.isEmpty() && !role && word.size() >= 3 && local.contains(squeezed(word));
}

bool Sender::resembles(const QString& localPart, const QStringList& keys) const {
    const QString other = squeezed(localPart);
    for (const QString& word : keys) {
        if (word.size() >= 3 && other.contains(squeezed(word))) {
            return true;
        }
    }
    if (keys.size() >= 2 && other.size() >= 2 && other.size() <= 4) {
        QString initials;
        for (const QString& word : keys) {
            initials += word.left(1);
        }
        return other == initials;
    }
    return false;
}

Sender senderOf(const Letter& letter) {
    Sender sender;
    if (letter.from.empty()) {
        return sender;
    }
    const Address& from = letter.from.front();
    sender.address = from.address.trimmed();
    sender.key = addressKey(from.address);
    sender.local = text::folded(sender.key.left(sender.key.lastIndexOf(u'@')));
    sender.domain = addressDomain(sender.key);
    sender.label = isFreeMail(sender.domain) ? QString() : squeezed(domainLabel(sender.domain));
    sender.role = isRoleAddress(sender.key) || isNoReply(sender.key);
    sender.name = personName(from.name);
    sender.rawName = from.name;
    const QStringList words = sender.name.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        sender.nameKeys << inLatin(wordKey(word).remove(u'\'').remove(u'’'));
    }
    return sender;
}

}  // namespace kith::people
