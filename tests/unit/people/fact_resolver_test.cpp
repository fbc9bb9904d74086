// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What is believed where sources disagree: order, age, copies, the user's word, and whether the confidence is true.
#include "core/people/fact_resolver.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

using namespace kith::people;

namespace {

constexpr std::chrono::milliseconds kToday{1'780'000'000'000};
constexpr std::chrono::milliseconds kYear{std::chrono::hours{24 * 365}};

Claim says(const char* field, const char* value, const char* source, std::chrono::milliseconds age = {}) {
    static qint64 next = 0;
    Claim claim;
    claim.id = ++next;
    claim.field = QString::fromLatin1(field);
    claim.value = QString::fromUtf8(value);
    claim.source = QString::fromLatin1(source);
    claim.reference = QString::number(claim.id);
    claim.confidence = 0.95;
    claim.observedAt = kToday - age;
    return claim;
}

FieldFacts only(std::vector<Claim> claims, const SourceTrust& trust = {}) {
    const auto facts = resolveFacts(claims, trust, kToday);
    EXPECT_EQ(facts.size(), 1u);
    return facts.empty() ? FieldFacts{} : facts.front();
}

QString words(const std::vector<FieldFacts>& facts) {
    QString all;
    for (const FieldFacts& field : facts) {
        all += field.field + (field.disputed ? u'!' : u':');
        for (const Choice& choice : field.choices) {
            all += QStringLiteral(" [%1 %2 %3 %4]")
                       .arg(choice.value)
                       .arg(choice.confidence, 0, 'g', 12)
                       .arg(choice.shown)
                       .arg(choice.claims.size());
        }
    }
    return all;
}

}  // namespace

TEST(FactResolver, ARecentTitleOutweighsAnOldOneOfABetterSource) {
    const FieldFacts facts =
        only({says("job_title", "Engineer", "signature", 9 * kYear), says("job_title", "Director", "import")});
    EXPECT_EQ(facts.choices[0].value, QStringLiteral("Director"));
    EXPECT_EQ(facts.choices.size(), 2u) << "what lost is kept";
}

TEST(FactResolver, TwoNumbersOfOneKindAreADisputeUnlessOneLetterNamesBoth) {
    Claim one = says("phone", "+34 910 555 041", "signature");
    Claim other = says("phone", "+34 910 555 014", "attio");
    one.kind = other.kind = QStringLiteral("work");
    EXPECT_TRUE(only({one, other}).disputed);
    other.kind = QStringLiteral("mobile");
    EXPECT_FALSE(only({one, other}).disputed);
    other.kind = one.kind;
    other.source = one.source;
    other.reference = one.reference;
    EXPECT_FALSE(only({one, other}).disputed);
}

TEST(FactResolver, AShorterFormOfANameIsNoContradiction) {
    const FieldFacts facts = only({says("name", "Jonas", "header"), says("name", "Jonas Feld", "signature"),
                                   says("name", "FELD, Jonas", "attio")});
    EXPECT_EQ(facts.choices[0].form, QStringLiteral("jonas feld"));
    EXPECT_FALSE(facts.disputed);
}

TEST(FactResolver, TheNewestWordOfTheUserWinsAndALockAboveIt) {
    Claim chosen = says("company", "North Labs", "attio");
    chosen.chosen = true;
    chosen.decidedAt = kToday - kYear;
    Claim typed = says("company", "South Works", "user");
    typed.decidedAt = kToday;
    EXPECT_EQ(only({chosen, typed, says("company", "Other", "signature")}).choices[0].value,
              QStringLiteral("South Works"));
    chosen.locked = true;
    const FieldFacts facts = only({chosen, typed});
    EXPECT_EQ(facts.choices[0].value, QStringLiteral("North Labs"));
    EXPECT_EQ(facts.choices[0].confidence, 1.0);
}

TEST(FactResolver, WhatTheUserCalledWrongIsNeverShown) {
    Claim wrong = says("phone", "+34 910 555 014", "attio");
    wrong.rejected = true;
    const FieldFacts facts = only({wrong});
    EXPECT_FALSE(facts.choices[0].shown);
    EXPECT_EQ(facts.choices[0].confidence, 0.0);
}

TEST(FactResolver, ASourceIsBelievedAsTheUserFoundItToBe) {
    SourceTrust trust;
    const double before = reliability(trust, QStringLiteral("onyx"), QStringLiteral("phone"));
    trust.answers.insert({QStringLiteral("onyx"), QStringLiteral("phone")}, {1, 20});
    EXPECT_LT(reliability(trust, QStringLiteral("onyx"), QStringLiteral("phone")), before / 2);
    trust.answers.insert({QStringLiteral("onyx"), QStringLiteral("phone")}, {60, 1});
    EXPECT_GT(reliability(trust, QStringLiteral("onyx"), QStringLiteral("phone")), before);
}

TEST(FactResolver, TheOrderInWhichItWasHeardDoesNotMatter) {
    const char* const sources[] = {"signature", "header", "attio", "onyx", "import", "user"};
    const char* const values[] = {"North Labs", "North Labs Ltd", "South Works", "Ada", "Ada Holm", "ada holm"};
    const char* const fields[] = {"company", "name", "job_title"};
    for (unsigned seed = 1; seed <= 300; ++seed) {
        std::mt19937 dice(seed);
        const auto roll = [&](unsigned n) { return std::uniform_int_distribution<unsigned>(0, n - 1)(dice); };
        std::vector<Claim> claims;
        for (unsigned i = 0; i < 2 + roll(12); ++i) {
            Claim claim = says(fields[roll(3)], values[roll(6)], sources[roll(6)], kYear * int(roll(5)));
            claim.reference = QString::number(roll(4));
            claim.chosen = roll(12) == 0;
            claim.rejected = !claim.chosen && roll(9) == 0;
            claim.closed = roll(7) == 0;
            claim.decidedAt = claim.chosen ? kToday - kYear * int(roll(3)) : std::chrono::milliseconds{0};
            claims.push_back(claim);
        }
        const QString first = words(resolveFacts(claims, {}, kToday));
        for (int again = 0; again < 6; ++again) {
            std::shuffle(claims.begin(), claims.end(), dice);
            for (Claim& claim : claims) {
                claim.id = qint64(roll(1'000'000));  // ids follow arrival
            }
            EXPECT_EQ(words(resolveFacts(claims, {}, kToday)), first) << "seed " << seed;
        }
    }
}

namespace {

/// A world of people whose company is known: an independent source, one that is often wrong, and one that copies it.
struct Simulated {
    double right{0};
    double votes{0};
    double calibrationError{0};
};

Simulated simulate(bool taught) {
    std::mt19937 dice(11);
    const auto chance = [&](double p) { return std::bernoulli_distribution(p)(dice); };
    SourceTrust trust;
    if (taught) {
        trust.answers.insert({QStringLiteral("attio"), QStringLiteral("company")}, {30, 25});
        trust.answers.insert({QStringLiteral("onyx"), QStringLiteral("company")}, {30, 25});
    }
    std::vector<std::pair<double, bool>> outcomes;
    int right = 0;
    int votes = 0;
    constexpr int people = 4000;
    for (int i = 0; i < people; ++i) {
        const auto company = [&](int which) { return QStringLiteral("Firm %1 of %2").arg(which).arg(i).toUtf8(); };
        const auto answer = [&](double accuracy) {
            return company(chance(accuracy) ? 0 : 1 + int(std::uniform_int_distribution<int>(0, 3)(dice)));
        };
        const QByteArray mail = answer(0.9);
        const QByteArray attio = answer(0.55);
        const QByteArray onyx = chance(0.9) ? attio : answer(0.55);  // copied
        std::map<QByteArray, int> counted;
        for (const QByteArray& said : {mail, attio, onyx}) {
            ++counted[said];
        }
        const auto most = std::ranges::max_element(counted, {}, [](const auto& one) { return one.second; });
        votes += most->first == company(0) ? 1 : 0;
        const FieldFacts facts =
            only({says("company", mail.constData(), "signature"), says("company", attio.constData(), "attio"),
                  says("company", onyx.constData(), "onyx")},
                 trust);
        const bool good = facts.choices[0].value.toUtf8() == company(0);
        right += good ? 1 : 0;
        outcomes.emplace_back(facts.choices[0].confidence, good);
    }
    // What the user answered about the first half calibrates what is stated of the second.
    const std::span<const std::pair<double, bool>> all(outcomes);
    std::tie(trust.slope, trust.shift) = calibrationOf(all.first(people / 2));
    std::vector<std::array<double, 3>> bins(10);
    for (const auto& [stated, good] : all.subspan(people / 2)) {
        const double logit = std::log(stated / (1 - stated));
        const double told = 1 / (1 + std::exp(-(trust.slope * logit + trust.shift)));
        auto& bin = bins[std::min<size_t>(9, size_t(told * 10))];
        bin[0] += told;
        bin[1] += good ? 1 : 0;
        bin[2] += 1;
    }
    double error = 0;
    for (const auto& bin : bins) {
        error += bin[2] > 0 ? std::abs(bin[0] - bin[1]) / (people / 2) : 0;
    }
    return {double(right) / people, double(votes) / people, error};
}

}  // namespace

TEST(FactResolver, BeatsTheVoteWhereOneSourceCopiesAnotherAndSaysHowSureItIs) {
    const Simulated fresh = simulate(false);
    const Simulated taught = simulate(true);
    std::printf("fusion: right %.3f untaught, %.3f taught, vote %.3f; calibration error %.3f and %.3f\n", fresh.right,
                taught.right, taught.votes, fresh.calibrationError, taught.calibrationError);
    EXPECT_GT(taught.right, taught.votes + 0.15);
    EXPECT_GE(taught.right, 0.88);
    EXPECT_LE(taught.calibrationError, 0.05);
    EXPECT_LE(fresh.calibrationError, 0.05);
}
