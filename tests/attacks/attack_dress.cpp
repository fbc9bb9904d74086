// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/attacks/attack_dress.h"

#include <QHash>

#include <algorithm>
#include <functional>

namespace kith::attacks {

namespace {

using Dress = std::function<QString(const QString&)>;

QString eachLetter(const QString& words, const std::function<QString(QChar)>& change) {
    QString out;
    for (const QChar c : words) {
        out += change(c);
    }
    return out;
}

QString between(const QString& words, const QString& filler) {
    return eachLetter(words, [&](QChar c) { return c.isLetter() ? QString(c) + filler : QString(c); });
}

QString swapped(const QString& words, const QString& from, const QString& to) {
    return eachLetter(words, [&](QChar c) {
        const qsizetype at = from.indexOf(c);
        return QString(at >= 0 ? to[at] : c);
    });
}

QString shifted(const QString& words, char32_t small, char32_t large) {
    return eachLetter(words, [&](QChar c) {
        const char16_t u = c.unicode();
        const char32_t plain = u;
        const char32_t moved = u >= 'a' && u <= 'z'   ? small + (u - 'a')
                               : u >= 'A' && u <= 'Z' ? large + (u - 'A')
                                                      : plain;
        return QString::fromUcs4(&moved, 1);
    });
}

QString tagged(const QString& words) {
    QString out = QStringLiteral("See below.");
    for (const char byte : words.toLatin1()) {
        const char32_t tag = 0xE0000 + static_cast<unsigned char>(byte);
        out += QString::fromUcs4(&tag, 1);
    }
    return out;
}

QString selected(const QString& words) {
    QString out = QStringLiteral("See below");
    for (const char byte : words.toUtf8()) {
        const auto value = static_cast<unsigned char>(byte);
        const char32_t selector = value < 16 ? 0xFE00 + value : 0xE0100 + value - 16;
        out += QString::fromUcs4(&selector, 1);
    }
    return out + u'.';
}

QString rotated(const QString& words) {
    return eachLetter(words, [](QChar c) {
        const char16_t u = c.unicode();
        const char16_t base = u >= 'a' && u <= 'z' ? u'a' : u >= 'A' && u <= 'Z' ? u'A' : u'\0';
        return QString(base != 0 ? QChar(static_cast<char16_t>(base + (u - base + 13) % 26)) : c);
    });
}

QString apart(const QString& words, const QString& within, const QString& betweenWords) {
    QStringList list;
    for (const QString& word : words.split(u' ')) {
        QStringList letters;
        for (const QChar c : word) {
            letters << QString(c);
        }
        list << letters.join(within);
    }
    return list.join(betweenWords);
}

QString entities(const QString& words) {
    return eachLetter(words, [](QChar c) { return QStringLiteral("&#%1;").arg(c.unicode()); });
}

QString base64(const QString& words, bool url = false) {
    const auto form = url ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding;
    return QString::fromLatin1(words.toUtf8().toBase64(form));
}

const QHash<QString, Dress>& dresses() {
    static const QHash<QString, Dress> table{
        {QStringLiteral("zero-width"), [](const QString& w) { return between(w, QString(QChar(0x200B))); }},
        {QStringLiteral("zero-width-subject"), [](const QString& w) { return between(w, QString(QChar(0x2060))); }},
        {QStringLiteral("soft-hyphen"), [](const QString& w) { return between(w, QString(QChar(0x00AD))); }},
        {QStringLiteral("joiners"), [](const QString& w) { return between(w, QString(QChar(0x200D))); }},
        {QStringLiteral("bidi"), [](const QString& w) { return between(w, QStringLiteral("\u202D\u202C")); }},
        {QStringLiteral("combining"), [](const QString& w) { return between(w, QString(QChar(0x0335))); }},
        {QStringLiteral("tags"), tagged},
        {QStringLiteral("tags-html"), tagged},
        {QStringLiteral("selectors"), selected},
        {QStringLiteral("base64"), [](const QString& w) { return base64(w); }},
        {QStringLiteral("base64-url"), [](const QString& w) { return base64(w, true); }},
        {QStringLiteral("base64-twice"), [](const QString& w) { return base64(base64(w)); }},
        {QStringLiteral("hex"), [](const QString& w) { return QString::fromLatin1(w.toUtf8().toHex()); }},
        {QStringLiteral("hex-spaced"), [](const QString& w) { return QString::fromLatin1(w.toUtf8().toHex(' ')); }},
        {QStringLiteral("percent"),
         [](const QString& w) { return QString::fromLatin1(w.toUtf8().toPercentEncoding()); }},
        {QStringLiteral("entities"), entities},
        {QStringLiteral("rot13"), rotated},
        {QStringLiteral("reversed"),
         [](QString w) {
             std::reverse(w.begin(), w.end());
             return w;
         }},
        {QStringLiteral("leet"),
         [](const QString& w) { return swapped(w, QStringLiteral("oieast"), QStringLiteral("013457")); }},
        {QStringLiteral("spaced"),
         [](const QString& w) { return apart(w, QStringLiteral(" "), QStringLiteral("   ")); }},
        {QStringLiteral("dotted"), [](const QString& w) { return apart(w, QStringLiteral("."), QStringLiteral(" ")); }},
        {QStringLiteral("homoglyph"),
         [](const QString& w) { return swapped(w, QStringLiteral("aeopcyxis"), QStringLiteral("аеорсухіѕ")); }},
        {QStringLiteral("greek-homoglyph"),
         [](const QString& w) { return swapped(w, QStringLiteral("oiuvtp"), QStringLiteral("οιυντρ")); }},
        {QStringLiteral("full-width"), [](const QString& w) { return shifted(w, 0xFF41, 0xFF21); }},
        {QStringLiteral("mathematical"), [](const QString& w) { return shifted(w, 0x1D41A, 0x1D400); }},
        {QStringLiteral("split-lines"), [](QString w) { return w.replace(u' ', u'\n'); }},
        {QStringLiteral("long-tail"),
         [](const QString& w) {
             return QString(QStringLiteral("We deliver on weekdays.\n").repeated(120) + u'\n' + w);
         }},
    };
    return table;
}

}  // namespace

QString dressed(const QString& carrier, const QString& words) {
    const auto dress = dresses().find(carrier);
    return words.isEmpty() || dress == dresses().end() ? words : (*dress)(words);
}

QByteArray encodedWord(const QString& words, bool base64) {
    if (base64) {
        return "=?UTF-8?B?" + words.toUtf8().toBase64() + "?=";
    }
    QByteArray out = "=?UTF-8?Q?";
    for (const char c : words.toUtf8()) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        out += plain ? QByteArray(1, c) : '=' + QByteArray(1, c).toHex().toUpper();
    }
    return out + "?=";
}

}  // namespace kith::attacks
