// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/explanation.h"
#include "core/triage/ranker.h"
#include "core/triage/rules.h"
#include "tests/unit/triage/triage_letters.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;

namespace {

Decision decided(const TriageInput& input, const Preferences& preferences = {}) {
    return decide(input, preferences, RankerState{});
}

double summed(const Decision& decision) {
    double sum = 0;
    for (const Contribution& one : decision.contributions) {
        EXPECT_EQ(one.value * one.weight, one.effect) << qPrintable(one.name);
        sum += one.effect;
    }
    return sum;
}

}  // namespace

TEST(Deciding, PutsANewsletterAtTheBottom) {
    const Decision decision = decided(letters::newsletter());
    EXPECT_LE(decision.priority, Priority::Low);
    EXPECT_FALSE(decision.needsReview);
}

TEST(Deciding, PutsADirectQuestionFromSomeoneTheOwnerAnswersOnTop) {
    const Decision decision = decided(letters::directQuestion());
    EXPECT_GE(decision.priority, Priority::High) << decision.importance;
    EXPECT_LT(decision.uncertainty, decided(letters::pricingFromAStranger()).uncertainty);
}

TEST(Deciding, RaisesAStrangersPricingRequestButIsUnsure) {
    const Decision decision = decided(letters::pricingFromAStranger());
    EXPECT_EQ(decision.priority, Priority::High) << decision.importance;
    EXPECT_GT(decision.uncertainty, 0.5);
}

TEST(Deciding, TellsACustomersOrderFromAShopsAdvertisement) {
    TriageInput order =
        letters::letter(QStringLiteral("einkauf@waerk.example"), QStringLiteral("Purchase order 8841"),
                        QStringLiteral("Please confirm the order for twelve sensors. We need delivery by 3 June."));
    order.sender = letters::friendOfTheHouse();
    TriageInput advertisement = letters::newsletter();
    advertisement.subject = QStringLiteral("Order now: twelve sensors for the price of ten");
    EXPECT_GE(decided(order).priority, Priority::High);
    EXPECT_LE(decided(advertisement).priority, Priority::Low);
}

TEST(Deciding, NeverTakesBulkMailsWordsForARequest) {
    TriageInput loud = letters::newsletter();
    loud.content = SentenceModel::shipped().scoreText(QStringLiteral("Could you please send us a quote by Friday?"));
    EXPECT_LE(decided(loud).priority, Priority::Low);
}

TEST(Deciding, ExplainsItselfByEffectsThatAddUpToTheScoreExactly) {
    for (const TriageInput& input :
         {letters::newsletter(), letters::directQuestion(), letters::pricingFromAStranger()}) {
        const Decision decision = decided(input);
        EXPECT_EQ(summed(decision), decision.score);
        EXPECT_GT(decision.contributions.size(), 5U);
    }
}

TEST(Deciding, AddsUpExactlyWithRulesAndLessonsToo) {
    RankerState state;
    learn(state, features(letters::directQuestion()), lessonOfMark(Priority::Low), true);
    Preferences preferences;
    preferences.rules.push_back(
        {RuleGroup::HighPriority, {}, {QStringLiteral("calibration")}, {}, Priority::Critical, {}, {}});
    const Decision decision = decide(letters::directQuestion(), preferences, state);
    EXPECT_EQ(summed(decision), decision.score);
    EXPECT_EQ(decision.priority, Priority::Critical);
}

TEST(Deciding, FloorsAndCapsAreBandsAndNameTheirRule) {
    Preferences preferences;
    preferences.rules.push_back({RuleGroup::LowPriority,
                                 {},
                                 {QStringLiteral("brightwater.example")},
                                 {QStringLiteral("domain")},
                                 {},
                                 Priority::Low,
                                 {}});
    const Decision decision = decided(letters::directQuestion(), preferences);
    EXPECT_EQ(decision.priority, Priority::Low);
    EXPECT_EQ(decision.decidedBy, DecidedBy::Rule);
    EXPECT_EQ(decision.rules, QStringList{QStringLiteral("low:brightwater.example")});
    EXPECT_TRUE(decision.reason.startsWith(QStringLiteral("rule.cap"))) << qPrintable(decision.reason);
    EXPECT_DOUBLE_EQ(decision.bandProbability[4], 0);
    EXPECT_FALSE(decision.needsReview);
}

TEST(Deciding, BandsHoldTheWholeProbability) {
    const Decision decision = decided(letters::pricingFromAStranger());
    double sum = 0;
    for (const double p : decision.bandProbability) {
        sum += p;
    }
    EXPECT_NEAR(sum, 1.0, 1e-12);
    EXPECT_DOUBLE_EQ(decision.confidence, decision.bandProbability[static_cast<size_t>(decision.priority)]);
}

TEST(Deciding, IsSurerOfASenderItKnows) {
    TriageInput known = letters::pricingFromAStranger();
    const double spreadOfStranger = decided(known).uncertainty;
    EXPECT_GT(bandEntropy(bandProbabilities(1.0, 0.6)), bandEntropy(bandProbabilities(1.0, 0.3)));
    EXPECT_GT(spreadOfStranger, 0);
}

TEST(Deciding, GivesTheSameHashForTheSameInputsOnly) {
    TriageInput other = letters::directQuestion();
    const QByteArray first = decided(letters::directQuestion()).inputsHash;
    EXPECT_EQ(decided(other).inputsHash, first);
    other.recipients = 3;
    EXPECT_NE(decided(other).inputsHash, first);
    EXPECT_EQ(first.size(), 64);
}

TEST(Deciding, SpeaksPlainEnglishWithNumbersAndTheSentence) {
    const Decision decision = decided(letters::directQuestion());
    QStringList said;
    for (const Reason& reason : reasons(decision, 50)) {
        said << english(reason);
        if (reason.key == QLatin1String("content.direct_ask")) {
            EXPECT_GT(reason.evidenceEnd, reason.evidenceStart);
        }
    }
    EXPECT_TRUE(said.contains(QStringLiteral("You wrote to them 14 times"))) << qPrintable(said.join(u'\n'));
    EXPECT_TRUE(said.contains(QStringLiteral("You answered 9 of 11")));
    EXPECT_TRUE(said.contains(QStringLiteral("Asks you directly: Can you send them as PDF by Friday, please?")));
    for (const QString& sentence : said) {
        EXPECT_FALSE(sentence.contains(QLatin1Char('%'))) << qPrintable(sentence);
    }
}

TEST(Deciding, KeepsItsStrongestReasonForLists) {
    const Decision decision = decided(letters::directQuestion());
    const Reason reason = reasonOfKey(decision.reason);
    EXPECT_EQ(english(reason), english(reasons(decision, 1).front()));
    EXPECT_TRUE(reasonOfKey({}).key.isEmpty());
    EXPECT_TRUE(reasonOfKey(decided(letters::newsletter()).reason).key.startsWith(QStringLiteral("bulk.")));
}

TEST(Deciding, HasAPlainSentenceForEveryFeature) {
    for (quint32 index = 0; index < denseCount(); ++index) {
        const QString key = QString(featureName(index));
        EXPECT_NE(english({key, {}, 1}), key);
        EXPECT_EQ(featureIndex(featureName(index)), index);
    }
}

TEST(Features, SeeMachinesAndListsInHeadersAndAddresses) {
    EXPECT_TRUE(looksNoReply(QStringLiteral("No-Reply@shop.example")));
    EXPECT_TRUE(looksNoReply(QStringLiteral("do_not_reply@shop.example")));
    EXPECT_FALSE(looksNoReply(QStringLiteral("nora.reply@shop.example")));
    EXPECT_TRUE(looksBulk(letters::newsletter()));
    EXPECT_FALSE(looksBulk(letters::directQuestion()));
    TriageInput human = letters::directQuestion();
    human.bulk.autoSubmitted = QStringLiteral("no");
    EXPECT_FALSE(looksBulk(human));
}
