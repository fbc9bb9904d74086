// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/whole_words.h"

#include "core/base/text.h"

#include <algorithm>

namespace kith::triage {

QStringList wholeWords(QStringView text) {
    QStringList words;
    QString word;
    for (const QChar c : text::folded(text)) {
        if (c.isLetterOrNumber() || c.isSurrogate()) {
            word += c;
        } else if (!word.isEmpty()) {
            words << std::exchange(word, {});
        }
    }
    if (!word.isEmpty()) {
        words << word;
    }
    return words;
}

bool holdsInOrder(const QStringList& words, const QStringList& wanted) {
    if (wanted.isEmpty()) {
        return false;
    }
    return std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
}

}  // namespace kith::triage
