// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Opportunities of one letter, and the amounts and days in it.
#include "core/base/text.h"
#include "core/triage/opportunity.h"
#include "core/triage/sentence_model.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;

namespace {

const QDate kThursday(2026, 5, 14);

TriageInput fromOutside(const QString& text) {
    TriageInput input;
    input.from = {QStringLiteral("Ana Ruiz"), QStringLiteral("ana@calder.example")};
    input.ownerInTo = true;
    input.date = std::chrono::milliseconds(kThursday.startOfDay(Qt::UTC).toMSecsSinceEpoch());
    input.content = SentenceModel::shipped().scoreText(text);
    return input;
}

std::vector<FoundOpportunity> foundIn(const char* text) {
    const QString words = QString::fromUtf8(text);
    return findOpportunities(words, {}, fromOutside(words));
}

std::optional<Amount> amount(const char* text) {
    return namedAmount(QString::fromUtf8(text));
}

QString day(const char* text) {
    const auto named = namedDay(QString::fromUtf8(text), kThursday);
    return named ? named->toString(Qt::ISODate) : QString();
}

}  // namespace

TEST(Opportunities, AreFoundWithTheSentenceTheAmountAndTheDay) {
    const char* letter = "Dear Mara,\n\nthe visit was a pleasure. Could you send us a quote for 40 seats by 20 May? "
                         "We have € 38,400 for it this year.\n\nBest regards";
    const auto found = foundIn(letter);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, Head::Pricing);
    EXPECT_GT(found[0].confidence, 0.8);
    ASSERT_FALSE(found[0].evidence.empty());
    const Quote& quote = found[0].evidence[0];
    const QString text = QString::fromUtf8(letter);
    const qsizetype from = text::utf16Index(text, quote.start);
    EXPECT_EQ(text.mid(from, text::utf16Index(text, quote.end) - from), quote.text);
    EXPECT_EQ(found[0].amount, (Amount{38400, QStringLiteral("EUR")}));
    EXPECT_EQ(found[0].due, QDate(2026, 5, 20));
}

TEST(Opportunities, AreNotFoundWhereNobodyFromOutsideWroteInPerson) {
    const QString text = QStringLiteral("Could you send us a quote for 40 seats by Friday?");
    TriageInput input = fromOutside(text);
    ASSERT_FALSE(findOpportunities(text, {}, input).empty());
    TriageInput colleague = input;
    colleague.sameDomain = true;
    EXPECT_TRUE(findOpportunities(text, {}, colleague).empty());
    TriageInput list = input;
    list.bulk.listId = QStringLiteral("offers.example");
    EXPECT_TRUE(findOpportunities(text, {}, list).empty());
    TriageInput machine = input;
    machine.automaticReply = true;
    EXPECT_TRUE(findOpportunities(text, {}, machine).empty());
    const std::vector<Zone> quoted{{ZoneKind::Quote, 0, static_cast<int>(text::codePoints(text))}};
    EXPECT_TRUE(findOpportunities(text, quoted, input).empty());
}

TEST(Opportunities, AreNotFoundInWhatOnlySoundsAlike) {
    for (const char* text : {"You can cancel your subscription at any time.", "Please see the attached presentation.",
                             "Follow us on social media.", "Our meeting on the 12th is cancelled, the room is flooded.",
                             "The price at the hub fell by a dime after the storage report.",
                             "Can you get me two tickets for Saturday?"}) {
        EXPECT_TRUE(foundIn(text).empty()) << text;
    }
}

TEST(Opportunities, ALetterToManySaysLess) {
    const QString text = QStringLiteral("We would like to invite you to speak at our conference in May.");
    TriageInput input = fromOutside(text);
    const auto alone = findOpportunities(text, {}, input);
    ASSERT_FALSE(alone.empty());
    input.recipients = 40;
    const auto many = findOpportunities(text, {}, input);
    EXPECT_TRUE(many.empty() || many[0].confidence < alone[0].confidence);
}

TEST(Opportunities, DismissalsTeach) {
    PastVerdicts once;
    once.dismissed = {1, 1};
    EXPECT_LT(taughtConfidence(0.7, once), kOpportunityShown);
    EXPECT_GT(taughtConfidence(0.95, once), kOpportunityShown) << "one word does not silence what is sure";
    PastVerdicts elsewhere;
    elsewhere.dismissed = {0, 1};
    EXPECT_GT(taughtConfidence(0.7, elsewhere), kOpportunityShown);
    PastVerdicts accepted;
    accepted.accepted = {1, 1};
    EXPECT_GT(taughtConfidence(0.7, accepted), 0.7);
    EXPECT_DOUBLE_EQ(taughtConfidence(0.7, {}), 0.7);
}

TEST(NamedValues, AmountsAreReadInTheFormsOfSeveralCountries) {
    const auto eur = [](double value) { return Amount{value, QStringLiteral("EUR")}; };
    EXPECT_EQ(amount("about € 38,400 a year"), eur(38400));
    EXPECT_EQ(amount("38.400,50 EUR netto"), eur(38400.5));
    EXPECT_EQ(amount("12 500 euros"), eur(12500));
    EXPECT_EQ(amount("25k euros"), eur(25000));
    EXPECT_EQ(amount("$1.2 million"), (Amount{1.2e6, QStringLiteral("USD")}));
    EXPECT_EQ(amount("CHF 12'500"), (Amount{12500, QStringLiteral("CHF")}));
    EXPECT_EQ(amount("£5k"), (Amount{5000, QStringLiteral("GBP")}));
    EXPECT_EQ(amount("99.95 USD"), (Amount{99.95, QStringLiteral("USD")}));
    EXPECT_EQ(amount("40 seats instead of 25"), std::nullopt);
    EXPECT_EQ(amount("in 2026 we grew"), std::nullopt);
    EXPECT_EQ(amount("seurat 500"), std::nullopt);
}

TEST(NamedValues, DaysAreReadFromTheDayOfTheLetter) {
    EXPECT_EQ(day("by 20 May"), QStringLiteral("2026-05-20"));
    EXPECT_EQ(day("until May 20th, 2027"), QStringLiteral("2027-05-20"));
    EXPECT_EQ(day("due 2026-06-01"), QStringLiteral("2026-06-01"));
    EXPECT_EQ(day("bis zum 3.6.2026"), QStringLiteral("2026-06-03"));
    EXPECT_EQ(day("bis zum 20. Mai"), QStringLiteral("2026-05-20"));
    EXPECT_EQ(day("by Friday noon"), QStringLiteral("2026-05-15"));
    EXPECT_EQ(day("on Thursday"), QStringLiteral("2026-05-21"));
    EXPECT_EQ(day("by tomorrow"), QStringLiteral("2026-05-15"));
    EXPECT_EQ(day("open until the end of May"), QStringLiteral("2026-05-31"));
    EXPECT_EQ(day("within 2 weeks"), QStringLiteral("2026-05-28"));
    EXPECT_EQ(day("by 3 January"), QStringLiteral("2027-01-03"));
    EXPECT_EQ(day("by 25/12/2026"), QStringLiteral("2026-12-25"));
    EXPECT_EQ(day("by 5/6/2026"), QString()) << "read one way in Boston and another in London";
    EXPECT_EQ(day("you may send 40 seats"), QString());
    EXPECT_EQ(day("31.2.2026"), QString());
}
