// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/review.h"

#include <gtest/gtest.h>

using kith::FeedbackOrigin;
using namespace kith::triage;

TEST(Review, KnowsTheExactBoundFromTheTables) {
    EXPECT_NEAR(clopperPearsonUpper(0, 59, 0.95), 0.0495, 5e-4);
    EXPECT_NEAR(clopperPearsonUpper(2, 50, 0.95), 0.1206, 5e-4);
    EXPECT_EQ(clopperPearsonUpper(0, 0, 0.95), 1);
    EXPECT_EQ(clopperPearsonUpper(5, 5, 0.95), 1);
}

namespace {

/// Mail in equal parts over the whole scale; an unsure one is stated to be wrong as often as its uncertainty says,
/// halved.
UncertaintyProfile evenMail() {
    UncertaintyProfile mail;
    for (int i = 0; i < 1000; ++i) {
        mail.add(i / 1000.0, i / 2000.0);
    }
    return mail;
}

/// Answers to what Kith chose, spread evenly, wrong above `trusted` half of the time.
std::vector<JudgedDecision> answersWrongAbove(double trusted, int count) {
    std::vector<JudgedDecision> judged;
    for (int i = 0; i < count; ++i) {
        const double uncertainty = static_cast<double>(i) / count;
        judged.push_back({uncertainty, uncertainty > trusted && i % 2 == 0, FeedbackOrigin::SpotCheck});
    }
    return judged;
}

}  // namespace

TEST(Review, KnowsTheQuantilesOfTheBetaDistribution) {
    EXPECT_NEAR(betaProbability(2, 3, 0.4), 0.5248, 1e-4);
    EXPECT_NEAR(betaQuantile(2, 3, 0.5248), 0.4, 1e-4);
    EXPECT_NEAR(betaProbability(0.5, 0.5, 0.25), 1.0 / 3, 1e-9);
}

TEST(Review, KeepsTheDefaultWhileNoMailIsKnown) {
    const ReviewThreshold threshold = reviewThreshold({}, {{0.1, false}, {0.9, true}}, 0.05);
    EXPECT_FALSE(threshold.measured);
    EXPECT_EQ(threshold.uncertainty, kDefaultReviewThreshold);
}

TEST(Review, WithoutMarksItRestsOnWhatTheDecisionsState) {
    const ReviewThreshold five = reviewThreshold(evenMail(), {}, 0.05);
    EXPECT_FALSE(five.measured);
    EXPECT_NEAR(five.uncertainty, 0.2, 0.05);  // mean stated error under t is t/4
    EXPECT_GT(reviewThreshold(evenMail(), {}, 0.10).coverage, five.coverage);
    EXPECT_LT(reviewThreshold(evenMail(), {}, 0.02).coverage, five.coverage);
}

TEST(Review, FilesSilentlyOnlyWhatStaysWithinTheErrorBudget) {
    const ReviewThreshold five = reviewThreshold(evenMail(), answersWrongAbove(0.6, 400), 0.05);
    EXPECT_TRUE(five.measured);
    EXPECT_LE(five.error.bound, 0.05);
    EXPECT_NEAR(five.uncertainty, 0.62, 0.08);
    EXPECT_GT(reviewThreshold(evenMail(), answersWrongAbove(0.6, 400), 0.20).coverage, five.coverage);
}

TEST(Review, FortyFaultlessAnswersDoNotMakeItAskAboutEverything) {
    const ReviewThreshold five = reviewThreshold(evenMail(), answersWrongAbove(1, 40), 0.05);
    EXPECT_GT(five.coverage, reviewThreshold(evenMail(), {}, 0.05).coverage);
}

TEST(Review, AsksAboutEverythingWhenNothingCanBeTrusted) {
    std::vector<JudgedDecision> wrong;
    for (int i = 0; i < 120; ++i) {
        wrong.push_back({i / 120.0, true, FeedbackOrigin::Review});
    }
    const ReviewThreshold none = reviewThreshold(evenMail(), wrong, 0.05);
    EXPECT_LT(none.coverage, 0.05);
}

TEST(Review, CorrectionsOfTheUsersOwnChoiceDoNotCountAsASample) {
    std::vector<JudgedDecision> corrections(60, {0.1, true, FeedbackOrigin::Correction});
    UncertaintyProfile mail;
    for (int i = 0; i < 4000; ++i) {
        mail.add(0.1, 0.01);
    }
    const ReviewThreshold threshold = reviewThreshold(mail, corrections, 0.05);
    EXPECT_GT(threshold.coverage, 0.99);  // 60 of 4,000 are known to be wrong, not 60 of 60
    EXPECT_NEAR(threshold.error.estimate, 60.0 / 4000, 1e-9);
    EXPECT_EQ(threshold.answers, 0);
    EXPECT_EQ(threshold.corrections, 60);
    EXPECT_EQ(reviewThreshold(mail, corrections, 0.01).coverage, 0);
}

TEST(Review, AnswersFromTheQueueSayNothingAboutWhatItNeverAsked) {
    UncertaintyProfile mail;
    std::vector<JudgedDecision> judged;
    for (int i = 0; i < 1000; ++i) {
        mail.add(i < 900 ? 0.1 : 0.9, i < 900 ? 0.01 : 0.5);
    }
    for (int i = 0; i < 100; ++i) {
        judged.push_back({0.9, true, FeedbackOrigin::Review});
    }
    const ReviewThreshold threshold = reviewThreshold(mail, judged, 0.05);
    EXPECT_NEAR(threshold.coverage, 0.9, 1e-9);
    EXPECT_LT(threshold.error.estimate, 0.02);
}

TEST(Review, OnlyWhatCostsTheUserSomethingIsFiledWrong) {
    EXPECT_FALSE(filedWrong(kith::Priority::Low, kith::Priority::VeryLow));
    EXPECT_FALSE(filedWrong(kith::Priority::Critical, kith::Priority::High));
    EXPECT_TRUE(filedWrong(kith::Priority::Medium, kith::Priority::High));
    EXPECT_FALSE(filedWrong(kith::Priority::Medium, kith::Priority::Low));
    EXPECT_TRUE(filedWrong(kith::Priority::Medium, kith::Priority::VeryLow));
    EXPECT_NEAR(statedError({0.1, 0.2, 0.3, 0.25, 0.15}, kith::Priority::Low), 0.4, 1e-9);
}

TEST(Review, DrawsTheSameTwoPercentEachTime) {
    int drawn = 0;
    for (qint64 message = 1; message <= 20'000; ++message) {
        drawn += isSpotCheck(message) ? 1 : 0;
        EXPECT_EQ(isSpotCheck(message), isSpotCheck(message));
        EXPECT_TRUE(!isSpotCheck(message, 0.01) || isSpotCheck(message, 0.02));
    }
    EXPECT_NEAR(drawn, 400, 80);
}

TEST(Review, AFewMarksMoveTheBandsLittle) {
    const double few = fitSpread(std::vector<MarkedScore>(2, {1.1, 0.5, 0}));
    EXPECT_GT(few, 1);
    EXPECT_LT(few, fitSpread(std::vector<MarkedScore>(60, {1.1, 0.5, 0})));
}

TEST(Review, WidensTheBandsOfAUserWhoOftenDisagrees) {
    std::vector<MarkedScore> agree, disagree;
    for (int i = 0; i < 60; ++i) {
        agree.push_back({1.1, 0.5, 3});
        disagree.push_back({1.1, 0.5, i % 5});
    }
    EXPECT_LT(fitSpread(agree), 1);
    EXPECT_GT(fitSpread(disagree), 1.5);
    EXPECT_EQ(fitSpread({}), 1);
}

TEST(Review, AsksFirstWhereBeingWrongCostsMost) {
    EXPECT_GT(askingValue(0.8, 0.9), askingValue(0.8, 0.1));
    EXPECT_GT(askingValue(0.9, 0.5), askingValue(0.3, 0.5));
    EXPECT_GT(askingValue(0.1, 0.1, true), askingValue(0.1, 0.1));
}
