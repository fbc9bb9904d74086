// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/hashing.h"

namespace kith::triage {

namespace {

bool isTellingMark(char16_t unit) {
    return unit == u'?' || unit == u'!' || unit == u'$' || unit == u'%' || unit == 0x20AC || unit == 0xA3;
}

bool isWordUnit(QChar c) {
    return c.isLetterOrNumber() || c.isSurrogate();
}

bool isApostrophe(QChar c) {
    return c == u'\'' || c.unicode() == 0x2019;
}

/// The hash of the word that starts at i; i moves behind it. Apostrophes are skipped: don't is dont.
quint32 wordHash(QStringView text, qsizetype& i) {
    quint32 hash = kHashSeed;
    bool number = false;
    for (; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isApostrophe(c) && i + 1 < text.size() && text[i + 1].isLetter()) {
            continue;
        }
        if (!isWordUnit(c)) {
            break;
        }
        const bool digit = c.isDigit();
        if (!digit || !number) {
            hash = hashUnit(hash, digit ? u'0' : c.toCaseFolded().unicode());
        }
        number = digit;
    }
    return hash;
}

}  // namespace

void appendWordHashes(QStringView text, std::vector<quint32>& hashes) {
    for (qsizetype i = 0; i < text.size();) {
        if (isWordUnit(text[i])) {
            hashes.push_back(wordHash(text, i));
            continue;
        }
        if (isTellingMark(text[i].unicode())) {
            hashes.push_back(hashUnit(kHashSeed, text[i].unicode()));
        }
        ++i;
    }
}

}  // namespace kith::triage
