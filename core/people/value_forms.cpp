// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/value_forms.h"

#include "core/base/text.h"
#include "core/domain/address.h"
#include "core/people/lexicon.h"
#include "core/people/phone_values.h"

#include <QUrl>

#include <algorithm>

namespace kith::people {

namespace {

/// Letters and digits of a folded text as words; everything else parts them.
QStringList wordsOf(const QString& text) {
    QStringList words;
    QString word;
    const QString folded = text::folded(text);
    for (const QChar c : folded) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate()) {
            word += c;
        } else if (c != QLatin1Char('\'') && c != QChar(0x2019) && c != QLatin1Char('.') && !word.isEmpty()) {
            words << word;
            word.clear();
        } else if (c == QLatin1Char('.') && word.size() == 1) {
            words << word;  // an initial
            word.clear();
        }
    }
    if (!word.isEmpty()) {
        words << word;
    }
    return words;
}

QString urlForm(const QString& value) {
    QString text = value.trimmed();
    if (!text.contains(QStringLiteral("://"))) {
        text.prepend(QStringLiteral("https://"));
    }
    const QUrl url(text);
    if (!url.isValid() || url.host().isEmpty()) {
        return text::folded(value);
    }
    QString host = url.host().toLower();
    host = host.startsWith(QStringLiteral("www.")) ? host.mid(4) : host;
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/'))) {
        path.chop(1);
    }
    return host + path.toLower();
}

bool isE164(const QString& value) {
    return value.size() > 6 && value.startsWith(QLatin1Char('+')) &&
           std::all_of(value.begin() + 1, value.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool allIn(const QStringList& some, const QStringList& all) {
    return std::all_of(some.begin(), some.end(), [&](const QString& word) {
        return all.contains(word) || (word.size() == 1 && std::any_of(all.begin(), all.end(), [&](const QString& one) {
                                          return one.startsWith(word);
                                      }));
    });
}

}  // namespace

QStringList companyWords(const QString& company) {
    QStringList words = wordsOf(company);
    const auto legal = [](const QString& word) {
        const std::uint32_t senses = sensesOf(word);
        return (senses & (LegalSense | ShortLegalSense)) != 0 || word == QStringLiteral("co");
    };
    while (words.size() > 1 && legal(words.back())) {
        words.removeLast();
    }
    if (words.size() > 2 && words.back() == QStringLiteral("and")) {
        words.removeLast();
    }
    return words;
}

QStringList nameWords(const QString& name) {
    const qsizetype comma = name.indexOf(QLatin1Char(','));
    QStringList words;
    if (comma > 0 && !name.mid(comma + 1).contains(QLatin1Char(','))) {
        const QStringList last = wordsOf(name.left(comma));
        const QStringList first = wordsOf(name.mid(comma + 1));
        words = first + last;
    } else {
        words = wordsOf(name);
    }
    QStringList kept;
    for (const QString& word : words) {
        // "M. Jean Dupont" has a title before him, "M. Weber" an initial.
        const bool initial = word.size() == 1 && words.size() < 3;
        if (initial || (sensesOf(word) & HonourSense) == 0) {
            kept << word;
        }
    }
    return kept.isEmpty() ? words : kept;
}

QString comparedForm(const QString& field, const QString& value, const QString& region) {
    if (field == QStringLiteral("email")) {
        return addressKey(value);
    }
    if (field == QStringLiteral("phone")) {
        return isE164(value) ? value : phoneForm(value, region);
    }
    if (field.endsWith(QStringLiteral("url"))) {
        return urlForm(value);
    }
    if (field == QStringLiteral("name")) {
        return nameWords(value).join(QLatin1Char(' '));
    }
    if (field == QStringLiteral("company")) {
        return companyWords(value).join(QLatin1Char(' '));
    }
    return wordsOf(value).join(QLatin1Char(' '));
}

bool agrees(const QString& field, const QString& said, const QString& value) {
    if (said == value) {
        return true;
    }
    if (field == QStringLiteral("phone")) {
        const QString shorter = said.startsWith(QLatin1Char('0')) ? said.mid(1) : said;
        return !said.startsWith(QLatin1Char('+')) && shorter.size() >= 7 && value.startsWith(QLatin1Char('+')) &&
               value.endsWith(shorter);
    }
    if (field == QStringLiteral("name") || field == QStringLiteral("company")) {
        const QStringList few = said.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const QStringList many = value.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        return !few.isEmpty() && few.size() <= many.size() && allIn(few, many);
    }
    return false;
}

bool isMultiValued(const QString& field) {
    return field == QStringLiteral("email") || field == QStringLiteral("phone") || field == QStringLiteral("url");
}

}  // namespace kith::people
