// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The written attacks one by one: whether each is noticed, and whether hidden words are out of the text.
#include "core/mail/html_sanitizer.h"
#include "core/mail/mime_parser.h"
#include "core/mail/zones.h"
#include "core/people/contact_fields.h"
#include "core/service/aimed_letter.h"
#include "core/triage/model_prompt.h"
#include "tests/attacks/attack_letters.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

using namespace kith;
using namespace kith::attacks;

namespace {

bool noticed(const QByteArray& bytes) {
    const Letter letter = mail::parseMime(bytes);
    return !service::aimedAt(letter, service::suspectHiddenText(letter), bytes).places.isEmpty();
}

/// The longest run of letters in the words that nothing else in the letter says.
QString tellTale(const Attack& attack) {
    QString longest;
    for (const QString& word : attack.words.split(u' ')) {
        longest = word.size() > longest.size() && word != QLatin1String("instructions") ? word : longest;
    }
    return longest;
}

}  // namespace

TEST(Attacks, AreAtLeastTwoHundredInTwentyLanguages) {
    std::set<QString> languages;
    std::set<QString> carriers;
    for (const Attack& attack : writtenAttacks()) {
        languages.insert(attack.language);
        carriers.insert(attack.carrier);
    }
    EXPECT_GE(writtenAttacks().size(), 200u);
    EXPECT_GE(languages.size(), 20u);
    EXPECT_GE(carriers.size(), 60u);
}

TEST(Attacks, AreNoticedExceptThoseThatSpeakToAPerson) {
    int flagged = 0;
    int polite = 0;
    for (const Attack& attack : writtenAttacks()) {
        const bool seen = noticed(letterWith(attack));
        flagged += seen ? 1 : 0;
        if (attack.carrier == QLatin1String("polite")) {
            ++polite;
            continue;
        }
        EXPECT_TRUE(seen) << attack.number << " " << qPrintable(attack.carrier) << " " << qPrintable(attack.language)
                          << ": " << qPrintable(attack.words);
    }
    RecordProperty("flagged", flagged);
    EXPECT_GE(flagged + polite, static_cast<int>(writtenAttacks().size()) - 2);
}

TEST(Attacks, TheirTwinsAreNotNoticed) {
    for (const Attack& attack : writtenAttacks()) {
        EXPECT_FALSE(noticed(letterWithout(attack))) << qPrintable(attack.carrier);
    }
}

TEST(Attacks, HiddenWordsAreOutOfTheTextAndTold) {
    int hidden = 0;
    for (const Attack& attack : writtenAttacks()) {
        if (!isHidden(attack.carrier)) {
            continue;
        }
        ++hidden;
        const Letter letter = mail::parseMime(letterWith(attack));
        const QString word = tellTale(attack);
        EXPECT_FALSE(letter.text.contains(word)) << qPrintable(attack.carrier) << ": " << qPrintable(letter.text);
        const QString told = service::suspectHiddenText(letter);
        EXPECT_TRUE(told.contains(word)) << qPrintable(attack.carrier) << " told: " << qPrintable(told);
        const QString shown = mail::sanitizeHtml(letter.html).html;
        EXPECT_FALSE(shown.contains(word)) << qPrintable(attack.carrier) << ": " << qPrintable(shown);
    }
    EXPECT_GE(hidden, 60);
}

TEST(Attacks, NothingUnseenIsInWhatAModelIsAsked) {
    for (const Attack& attack : writtenAttacks()) {
        const Letter letter = mail::parseMime(letterWith(attack));
        Message message;
        message.subject = letter.subject;
        message.from = letter.from.front();
        const auto question = triage::classifyQuestion(message, letter.text, QStringLiteral("mark-0123456789abcdef"));
        EXPECT_EQ(question.user.count(QStringLiteral("mark-0123456789abcdef")), 2);
        for (const QChar c : question.user) {
            EXPECT_TRUE(c == u'\n' || c == u'\t' || c.isSurrogate() || c.isPrint())
                << qPrintable(attack.carrier) << " " << int(c.unicode());
        }
        if (isHidden(attack.carrier)) {
            EXPECT_FALSE(question.user.contains(tellTale(attack))) << qPrintable(attack.carrier);
        }
    }
}

TEST(Attacks, HiddenWordsGiveNoContactValue) {
    for (const Attack& attack : writtenAttacks()) {
        Letter letter = mail::parseMime(letterWith(attack));
        letter.zones = mail::zonesOf(letter.text);
        for (const people::ContactField& field : people::contactFields(letter)) {
            const bool planted = field.value.contains(QLatin1String("1900555")) ||
                                 field.value.contains(QLatin1String("collect.example"));
            EXPECT_FALSE(planted && isHidden(attack.carrier)) << qPrintable(attack.carrier) << qPrintable(field.value);
        }
    }
}
