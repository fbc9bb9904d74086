// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/fuzzy_match.h"

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int kWordStart = 12;
constexpr int kRun = 8;
constexpr int kLetter = 1;
constexpr int kGap = 1;

/// Letter by letter, so that places are places in the text.
QString plainLetters(const QString& text) {
    QString plain = text;
    for (QChar& c : plain) {
        const QString parts = c.decomposition();
        c = (parts.isEmpty() ? c : parts[0]).toLower();
    }
    return plain;
}

bool startsWord(const QString& text, int at) {
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

/// The best way to find the word from one of its possible beginnings on.
std::optional<FuzzyMatch> fromHere(const QString& word, const QString& text, int from) {
    FuzzyMatch match;
    int at = from;
    for (const QChar letter : word) {
        int found = static_cast<int>(text.indexOf(letter, at));
        if (found < 0) {
            return {};
        }
        const bool run = !match.places.empty() && found == match.places.back() + 1;
        if (!run) {  // a beginning of a word is worth a jump
            for (int next = found; next >= 0; next = static_cast<int>(text.indexOf(letter, next + 1))) {
                if (startsWord(text, next)) {
                    found = next;
                    break;
                }
            }
        }
        match.score += kLetter + (startsWord(text, found) ? kWordStart : 0) + (run ? kRun : 0);
        match.score -= match.places.empty() || run ? 0 : kGap * std::min(found - match.places.back(), 10);
        match.places.push_back(found);
        at = found + 1;
    }
    return match;
}

std::optional<FuzzyMatch> matchWord(const QString& word, const QString& text) {
    std::optional<FuzzyMatch> best;
    for (auto from = text.indexOf(word[0]); from >= 0; from = text.indexOf(word[0], from + 1)) {
        // whole and in a row first; the jumping way where that is not possible
        FuzzyMatch whole;
        if (text.mid(from, word.size()) == word) {
            whole.score = static_cast<int>(word.size()) * (kLetter + kRun) +
                          (startsWord(text, static_cast<int>(from)) ? kWordStart : 0);
            for (int i = 0; i < word.size(); ++i) {
                whole.places.push_back(static_cast<int>(from) + i);
            }
        }
        auto jumping = fromHere(word, text, static_cast<int>(from));
        if (!whole.places.empty() && (!best || whole.score > best->score)) {
            best = whole;
        }
        if (jumping && (!best || jumping->score > best->score)) {
            best = std::move(jumping);
        }
    }
    return best;
}

}  // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& typed, const QString& text) {
    const QString plain = plainLetters(text);
    FuzzyMatch all;
    for (const QString& word : plainLetters(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto one = matchWord(word, plain);
        if (!one) {
            return {};
        }
        all.score += one->score;
        all.places.insert(all.places.end(), one->places.begin(), one->places.end());
    }
    std::sort(all.places.begin(), all.places.end());
    all.places.erase(std::unique(all.places.begin(), all.places.end()), all.places.end());
    return all;
}

}  // namespace kith::ui
