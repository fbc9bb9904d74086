// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How well contact values are found in the hand-written signatures.
#include "core/mail/zones.h"
#include "signature_set.h"

#include <gtest/gtest.h>

using namespace kith;

namespace {

std::vector<SignatureExample> shippedSet() {
    return readSignatures(qEnvironmentVariable("KITH_SOURCE_DIR") +
                          QStringLiteral("/tests/unit/people/signatures.txt"));
}

SetScore scoreOfSet(bool foundZones) {
    SetScore score;
    for (const SignatureExample& example : shippedSet()) {
        Letter letter = letterOf(example);
        if (foundZones) {
            letter.zones = mail::zonesOf(letter.text);
        }
        score.add(example, letter, people::contactFields(letter));
    }
    return score;
}

void report(const char* name, const SetScore& score) {
    const std::string table = score.table().toStdString();
    ::testing::Test::RecordProperty(name, table);
    if (qEnvironmentVariableIsSet("KITH_REPORT")) {
        printf("%s\n%s%s\n", name, table.c_str(), qPrintable(score.mistakes.join(u'\n')));
    }
}

void expectTargets(const SetScore& score, double recall) {
    for (const char* field : {"phone", "email", "url", "linkedin_url"}) {
        EXPECT_GE(score.fields.value(QLatin1String(field)).precision(), 0.98) << field;
        EXPECT_GE(score.fields.value(QLatin1String(field)).recall(), recall) << field;
    }
    for (const char* field : {"name", "job_title", "company"}) {
        EXPECT_GE(score.fields.value(QLatin1String(field)).precision(), 0.95) << field;
        EXPECT_GE(score.fields.value(QLatin1String(field)).recall(), recall - 0.05) << field;
    }
}

TEST(Signatures, TheSetIsLargeAndInManyLanguages) {
    const auto set = shippedSet();
    QMap<QString, int> locales;
    for (const SignatureExample& example : set) {
        ++locales[example.locale];
    }
    EXPECT_GE(set.size(), 120U);
    EXPECT_GE(locales.size(), 8);
}

TEST(Signatures, ValuesAreFoundWhereTheZoneIsKnown) {
    const SetScore score = scoreOfSet(false);
    report("known zones", score);
    EXPECT_EQ(score.badSpans, 0);
    expectTargets(score, 0.85);
}

TEST(Signatures, ValuesAreFoundFromTheBareTextToo) {
    const SetScore score = scoreOfSet(true);
    report("found zones", score);
    EXPECT_EQ(score.badSpans, 0);
    expectTargets(score, 0.80);
}

}  // namespace
