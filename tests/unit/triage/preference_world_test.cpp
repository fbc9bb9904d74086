// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/bench/triage/preference_world.h"

#include <gtest/gtest.h>

using namespace kith::bench;

namespace {

constexpr int kUsers = 6;
constexpr int kMeasuredOn = 120;

}  // namespace

TEST(Preferences, FromTwentyMarksOnBothTogetherOrderBetterThanEither) {
    for (const Standing& one : simulateMany(kUsers, {20, 80}, kMeasuredOn)) {
        EXPECT_GT(one.fused, one.ranker) << one.marks << " marks";
        EXPECT_GT(one.fused, one.model) << one.marks << " marks";
    }
}

// Found on users whom nobody had tuned for: the model's weight wandered once the ranker knew them.
TEST(Preferences, AModelDoesNotDisturbARankerThatKnowsTheUser) {
    for (const Standing& one : simulateMany(kUsers, {160, 320}, kMeasuredOn, 501)) {
        EXPECT_GT(one.fused, one.ranker - 0.001) << one.marks << " marks";
    }
}

TEST(Preferences, NoNumberOfMarksMakesItWorseThanThePrior) {
    for (const Standing& one : simulateMany(kUsers, {0, 1, 3, 10, 30}, kMeasuredOn)) {
        EXPECT_GE(one.ranker, one.prior - 1e-9) << one.marks << " marks";
        EXPECT_GE(one.fused, one.prior - 1e-9) << one.marks << " marks";
    }
}

TEST(Preferences, TheSameSeedGivesTheSameFigures) {
    const auto once = simulate(3, {5}, 40), again = simulate(3, {5}, 40);
    EXPECT_EQ(once[0].fused, again[0].fused);
    EXPECT_NE(once[0].fused, simulate(4, {5}, 40)[0].fused);
}
