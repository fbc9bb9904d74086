// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/domain/priority.h"
#include "core/triage/calibration.h"
#include "core/triage/classifier.h"
#include "core/triage/fusion.h"

#include <gtest/gtest.h>

#include <random>

using namespace kith;
using namespace kith::triage;

namespace {

/// Scores whose true logit is 2·score − 1.
std::vector<Scored> overconfident(unsigned seed, int count) {
    std::mt19937 random(seed);
    std::vector<Scored> scored;
    for (int i = 0; i < count; ++i) {
        const double score = static_cast<double>(random() % 6000) / 1000 - 3;
        const double chance = static_cast<double>(random() % 100000) / 100000;
        scored.push_back({score, chance < sigmoid(2 * score - 1)});
    }
    return scored;
}

ModelAnswer answer(double automation, double content, double human, double time, double business) {
    ModelAnswer made;
    made.automation.value = automation;
    made.contentValue.value = content;
    made.humanInteraction.value = human;
    made.timeValue.value = time;
    made.businessImpact.value = business;
    return made;
}

}  // namespace

TEST(Calibration, PlattFindsSlopeAndOffset) {
    const Platt platt = fitPlatt(overconfident(1, 20000));
    EXPECT_NEAR(platt.slope, 2, 0.15);
    EXPECT_NEAR(platt.offset, -1, 0.15);
    std::vector<Scored> fresh = overconfident(2, 20000);
    for (Scored& one : fresh) {
        one.score = platt(one.score);
    }
    EXPECT_LT(expectedCalibrationError(fresh), 0.02);
}

TEST(Calibration, LeavesOneClassAlone) {
    const Platt platt = fitPlatt({{1, true}, {2, true}});
    EXPECT_DOUBLE_EQ(platt.slope, 1);
    EXPECT_DOUBLE_EQ(platt.offset, 0);
}

TEST(Calibration, FindsTheShiftedPriorWithoutLabels) {
    std::mt19937 random(5);
    std::vector<double> probabilities;
    for (int i = 0; i < 20000; ++i) {  // trained at 1/2, met at 1/5: positives score N(1,1), negatives N(-1,1)
        std::normal_distribution<double> normal(random() % 5 == 0 ? 1 : -1, 1);
        probabilities.push_back(sigmoid(2 * normal(random)));
    }
    EXPECT_NEAR(estimatePrior(probabilities, 0.5), 0.2, 0.02);
    EXPECT_NEAR(shiftPrior(0.5, 0.5, 0.2), 0.2, 1e-9);
}

TEST(Calibration, CountsTiesInTheRocCurveHalf) {
    EXPECT_DOUBLE_EQ(rocAuc({{1, true}, {1, false}}), 0.5);
    EXPECT_DOUBLE_EQ(rocAuc({{2, true}, {1, false}, {0, false}}), 1.0);
    EXPECT_DOUBLE_EQ(rocAuc({{0, true}, {1, false}}), 0.0);
    EXPECT_DOUBLE_EQ(rocAuc({{0, true}}), 0.5);
    EXPECT_DOUBLE_EQ(averagePrecision({{3, true}, {2, false}, {1, true}}), (1.0 + 2.0 / 3.0) / 2);
}

TEST(ModelScores, PutThePerfectClientMailOnTopAndBulkAtTheBottom) {
    EXPECT_EQ(priorityOf(importanceOf(answer(0, 1, 1, 1, 1))), Priority::Critical);
    EXPECT_EQ(priorityOf(importanceOf(answer(1, 0, 0, 0, 0))), Priority::VeryLow);
    for (int band = 0; band < 5; ++band) {
        const double middle = band / 4.0;
        EXPECT_EQ(static_cast<int>(priorityOf(importanceOf(answer(1 - middle, middle, middle, middle, middle)))), band);
    }
}

TEST(Fusion, LeavesTheLocalScoreAloneWithoutAModel) {
    FusionState state;
    state.offset = 3;
    const Fused fused = fuse(state, std::nullopt, {}, -0.7);
    EXPECT_EQ(fused.score, -0.7);
    EXPECT_EQ(fused.disagreement, 0);
}

TEST(Fusion, MeetsInTheMiddleAndSaysHowFarApartTheyWere) {
    FusionState state;
    const QString key = FusionState::key(QStringLiteral("m"), QStringLiteral("7"));
    EXPECT_NEAR(fuse(state, 0.9, key, 0.0).score, logit(0.9) / 2, 1e-9);
    EXPECT_NEAR(fuse(state, 0.9, key, 0.0).disagreement, logit(0.9), 1e-9);
    state.calibrations[key].platt = {0.5, 0};
    EXPECT_NEAR(fuse(state, 0.9, key, 0.0).score, logit(0.9) / 4, 1e-9);
}

TEST(Fusion, WhereTheUserIsKnownTheRankersScoreKeepsItsLevel) {
    FusionState state;
    state.marks = 3000;
    EXPECT_NEAR(fuse(state, 0.5, {}, 1.2).score, 1.2, 1e-3);
    EXPECT_NEAR(fuse(state, 0.9, {}, 1.2).score, 1.2, 0.1);
}

TEST(Fusion, LearnsWhomToTrust) {
    FusionState state;
    for (int i = 0; i < 300; ++i) {  // the ranker is right, the model always says the opposite
        const bool important = i % 2 == 0;
        learnFusion(state, important ? 0.2 : 0.8, {}, important ? 1.5 : -1.5, important ? 0.98 : 0.02, 1);
    }
    EXPECT_GT(state.local, state.model);
    EXPECT_GT(fuse(state, 0.2, {}, 1.5).score, 0);
}

namespace {

/// Marks of a user who sees half of what an eager model sees.
std::vector<MarkedAnswer> marksOfASoberUser(int count) {
    std::vector<MarkedAnswer> marks;
    for (int i = 0; i < count; ++i) {
        const double importance = 0.5 + 0.48 * (i % 10) / 9.0;
        marks.push_back({importance, i % 10 < 7 ? 0.25 : 0.75});
    }
    return marks;
}

double lossUnder(const Platt& platt, const std::vector<MarkedAnswer>& marks) {
    double loss = 0;
    for (const MarkedAnswer& mark : marks) {
        const double p = platt(boundedLogit(mark.importance));
        loss -= mark.target * std::log(p) + (1 - mark.target) * std::log(1 - p);
    }
    return loss;
}

}  // namespace

TEST(ModelCalibration, WithFewMarksTheModelsWordStandsAndThatIsTold) {
    const ModelCalibration few = calibrateModel(marksOfASoberUser(kMarksBeforeCalibrating - 1));
    EXPECT_FALSE(few.fitted);
    EXPECT_EQ(few.marks, kMarksBeforeCalibrating - 1);
    EXPECT_EQ(few.platt.slope, 1);
    EXPECT_EQ(few.platt.offset, 0);
}

TEST(ModelCalibration, AnEagerModelIsBroughtDownToWhatTheUserSays) {
    const auto marks = marksOfASoberUser(60);
    const ModelCalibration fitted = calibrateModel(marks);
    EXPECT_TRUE(fitted.fitted);
    EXPECT_LT(fitted.platt(boundedLogit(0.8)), 0.6);
    EXPECT_LT(lossUnder(fitted.platt, marks), lossUnder(Platt{}, marks));
}

TEST(ModelCalibration, AModelThatAlwaysSaysTheSameIsMovedAsAWhole) {
    std::vector<MarkedAnswer> marks;
    for (int i = 0; i < 30; ++i) {
        marks.push_back({0.9, i % 3 == 0 ? 0.5 : 0.25});
    }
    const ModelCalibration moved = calibrateModel(marks);
    EXPECT_TRUE(moved.fitted);
    EXPECT_NEAR(moved.platt(boundedLogit(0.9)), 0.33, 0.05);
}

TEST(ModelCalibration, AModelThatIsRightOrTurnedRoundIsLeftAlone) {
    std::vector<MarkedAnswer> right, turned;
    for (int i = 0; i < 100; ++i) {
        const double band = 0.02 + 0.24 * (i % 5);
        right.push_back({band, band});
        turned.push_back({band, 1 - band});
    }
    const ModelCalibration same = calibrateModel(right);
    EXPECT_NEAR(same.platt(boundedLogit(0.74)), 0.74, 0.05);
    EXPECT_GT(calibrateModel(turned).platt.slope, 0)
        << "a model that says the opposite is not to be believed backwards";
}
