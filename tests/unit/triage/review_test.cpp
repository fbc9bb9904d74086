// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/review.h"

#include <gtest/gtest.h>

using namespace kith::triage;

TEST(Review, KnowsTheExactBoundFromTheTables) {
    EXPECT_NEAR(clopperPearsonUpper(0, 59, 0.95), 0.0495, 5e-4);
    EXPECT_NEAR(clopperPearsonUpper(2, 50, 0.95), 0.1206, 5e-4);
    EXPECT_EQ(clopperPearsonUpper(0, 0, 0.95), 1);
    EXPECT_EQ(clopperPearsonUpper(5, 5, 0.95), 1);
}

TEST(Review, KeepsTheDefaultWhileThereAreFewMarks) {
    const ReviewThreshold threshold = reviewThreshold({{0.1, false}, {0.9, true}}, 0.05);
    EXPECT_FALSE(threshold.measured);
    EXPECT_EQ(threshold.uncertainty, kDefaultReviewThreshold);
}

TEST(Review, FilesSilentlyOnlyWhatStaysWithinTheErrorBudget) {
    std::vector<JudgedDecision> judged;
    for (int i = 0; i < 200; ++i) {
        judged.push_back({i / 200.0, i >= 120 && i % 2 == 0});
    }
    const ReviewThreshold five = reviewThreshold(judged, 0.05);
    EXPECT_TRUE(five.measured);
    EXPECT_LE(five.errorBound, 0.05);
    EXPECT_NEAR(five.uncertainty, 0.6, 0.05);
    EXPECT_GT(reviewThreshold(judged, 0.20).coverage, five.coverage);
}

TEST(Review, AsksAboutEverythingWhenNothingCanBeTrusted) {
    const ReviewThreshold none = reviewThreshold(std::vector<JudgedDecision>(60, {0.2, true}), 0.05);
    EXPECT_TRUE(none.measured);
    EXPECT_EQ(none.uncertainty, 0);
    EXPECT_EQ(none.coverage, 0);
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
}
