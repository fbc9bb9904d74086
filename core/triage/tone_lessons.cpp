// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/tone_lessons.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace kith::triage {

namespace {

constexpr double kShorter = 0.7;
constexpr double kLonger = 1.5;
constexpr qsizetype kFewWords = 15;
constexpr qsizetype kGreetingWords = 5;

/// What a letter is rarely better for; in the languages of the templates.
constexpr std::array kStockPhrases{"hope this",     "finds you well",     "do not hesitate",     "don't hesitate",
                                   "feel free to",  "thank you for your", "thanks for reaching", "looking forward",
                                   "happy to help", "at your earliest",   "zögern sie nicht",    "vielen dank für ihre",
                                   "n'hésitez pas", "merci pour votre",   "no dude en",          "non esiti",
                                   "aarzel niet"};

QStringList linesOf(const QString& text) {
    QStringList lines;
    for (const QString& line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty()) {
            lines << line.trimmed();
        }
    }
    return lines;
}

qsizetype wordCount(const QString& text) {
    return text.simplified().split(u' ', Qt::SkipEmptyParts).size();
}

/// "Hi" of "Hi Ana,"; empty where the first line is no greeting. The name of the person stays out.
QString greetingOf(const QString& text) {
    const QStringList lines = linesOf(text);
    const QString line = lines.value(0);
    const bool ends = line.endsWith(u',') || line.endsWith(u':') || line.endsWith(u'!');
    const QStringList words = line.chopped(ends ? 1 : 0).split(u' ', Qt::SkipEmptyParts);
    if (!ends || words.isEmpty() || words.size() > kGreetingWords) {
        return {};
    }
    QStringList kept{words.front()};
    for (const QString& word : words.mid(1)) {
        if (!word.front().isLower()) {
            break;  // the name begins
        }
        kept << word;
    }
    return kept.join(u' ');
}

/// "Best regards" of the lines at the end.
QString closingOf(const QString& text) {
    const QStringList lines = linesOf(text);
    for (qsizetype i = lines.size() - 1; i >= std::max<qsizetype>(1, lines.size() - 3); --i) {
        const QString line = lines[i];
        if (line.endsWith(u',') && wordCount(line) <= 4) {
            return line.chopped(1);
        }
    }
    const QString before = lines.size() > 2 ? lines[lines.size() - 2] : QString();
    return wordCount(before) <= 3 && !before.endsWith(u'.') ? before : QString();
}

QStringList sentencesOf(const QString& text) {
    static const QRegularExpression ends(QStringLiteral("(?<=[.!?])\\s+"));
    return text.simplified().split(ends, Qt::SkipEmptyParts);
}

void addOmissions(std::vector<ToneNote>& notes, const QString& proposed, const QString& approved) {
    for (const QString& line : linesOf(proposed)) {
        for (const QString& sentence : sentencesOf(line)) {
            const bool gone = !approved.contains(sentence);
            for (const char* phrase : kStockPhrases) {
                const QString words = QString::fromUtf8(phrase);
                if (gone && sentence.contains(words, Qt::CaseInsensitive) &&
                    !approved.contains(words, Qt::CaseInsensitive)) {
                    notes.push_back({.kind = QStringLiteral("omit"), .words = words, .before = sentence});
                    break;
                }
            }
        }
    }
}

}  // namespace

std::vector<ToneNote> toneLessons(const QString& proposed, const QString& approved) {
    std::vector<ToneNote> notes;
    if (proposed.trimmed().isEmpty() || proposed.trimmed() == approved.trimmed()) {
        return notes;
    }
    const auto changed = [&](const char* kind, const QString& before, const QString& after) {
        if (!after.isEmpty() && before.compare(after, Qt::CaseInsensitive) != 0) {
            notes.push_back({.kind = QLatin1String(kind), .words = after, .before = before, .after = after});
        }
    };
    changed("greeting", greetingOf(proposed), greetingOf(approved));
    changed("closing", closingOf(proposed), closingOf(approved));
    const qsizetype before = wordCount(proposed);
    const qsizetype after = wordCount(approved);
    const double share = static_cast<double>(after) / static_cast<double>(std::max<qsizetype>(1, before));
    if (after >= kFewWords && (share <= kShorter || share >= kLonger)) {
        const QString about = QString::number(std::lround(static_cast<double>(after) / 10.0) * 10);
        notes.push_back({.kind = QStringLiteral("length"),
                         .words = about,
                         .before = QString::number(before),
                         .after = QString::number(after)});
    }
    if (proposed.contains(u'!') && !approved.contains(u'!')) {
        notes.push_back({.kind = QStringLiteral("exclamation"), .before = QStringLiteral("!")});
    }
    addOmissions(notes, proposed, approved);
    return notes;
}

QString toneLine(const ToneNote& note) {
    const auto is = [&](const char* kind) { return note.kind == QLatin1String(kind); };
    if (is("greeting")) {
        return QStringLiteral("Greet with \"%1\".").arg(note.words);
    }
    if (is("closing")) {
        return QStringLiteral("Close with \"%1\".").arg(note.words);
    }
    if (is("length")) {
        return QStringLiteral("About %1 words are enough.").arg(note.words);
    }
    return is("exclamation") ? QStringLiteral("No exclamation marks.")
                             : QStringLiteral("Leave out phrases like \"%1\".").arg(note.words);
}

}  // namespace kith::triage
