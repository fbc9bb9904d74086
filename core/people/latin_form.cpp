// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/latin_form.h"

#include <algorithm>
#include <memory>

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace kith::people {

namespace {

bool isPlain(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
}

/// One a thread: ICU's transliterators must not be shared.
const icu::Transliterator* toLatin() {
    thread_local const std::unique_ptr<icu::Transliterator> converter = [] {
        UErrorCode status = U_ZERO_ERROR;
        auto* made = icu::Transliterator::createInstance(
            icu::UnicodeString::fromUTF8("Russian-Latin/BGN; Any-Latin; Latin-ASCII; Lower"), UTRANS_FORWARD, status);
        return std::unique_ptr<icu::Transliterator>(U_SUCCESS(status) ? made : nullptr);
    }();
    return converter.get();
}

/// German and Nordic writers spell them out where the letter is missing.
QString spelledOut(QString text) {
    const std::pair<char16_t, const char16_t*> letters[] = {{u'ä', u"ae"}, {u'ö', u"oe"}, {u'ü', u"ue"},
                                                            {u'ø', u"oe"}, {u'å', u"aa"}, {u'æ', u"ae"}};
    for (const auto& [letter, words] : letters) {
        text.replace(QChar(letter), QString::fromUtf16(words));
    }
    return text;
}

char16_t soundClass(QChar c) {
    switch (c.unicode()) {
    case u'b':
    case u'p':
    case u'f':
    case u'v':
    case u'w':
        return u'b';
    case u'c':
    case u'g':
    case u'j':
    case u'k':
    case u'q':
    case u's':
    case u'x':
    case u'z':
        return u'k';
    case u'd':
    case u't':
        return u't';
    case u'l':
        return u'l';
    case u'm':
    case u'n':
        return u'n';
    case u'r':
        return u'r';
    default:
        return 0;
    }
}

}  // namespace

QString latinForm(const QString& text) {
    QString latin = text.toLower();
    if (!isPlain(latin)) {
        latin = spelledOut(latin);
        if (!isPlain(latin) && toLatin() != nullptr) {
            icu::UnicodeString words(latin.utf16(), int32_t(latin.size()));
            toLatin()->transliterate(words);
            latin = QString::fromUtf16(words.getBuffer(), words.length());
        }
    }
    QString out;
    out.reserve(latin.size());
    for (const QChar c : latin) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')) {
            out += c;
        } else if ((c.isSpace() || c == u'-' || c == u'.' || c == u',' || c == u'&' || c == u'/') &&
                   !out.endsWith(u' ')) {
            out += u' ';
        }
    }
    return out.trimmed();
}

QString soundOf(const QString& word) {
    QString sound;
    char16_t last = 0;
    for (const QChar c : word) {
        const char16_t now = soundClass(c);
        if (sound.isEmpty()) {
            sound += c == u'y' || c == u'j' ? QChar(u'i') : now != 0 ? QChar(now) : c;
        } else if (now != 0 && now != last) {
            sound += QChar(now);
        }
        last = now != 0 || (c != u'h') ? now : last;
        if (sound.size() >= 6) {
            break;
        }
    }
    return sound;
}

}  // namespace kith::people
