// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/calibration.h"
#include "core/triage/prior.h"
#include "core/triage/ranker.h"
#include "tests/unit/triage/triage_letters.h"

#include <gtest/gtest.h>

#include <random>

using namespace kith;
using namespace kith::triage;

namespace {

/// Marks of a user who likes what speaks of calibration and does not care about lunch.
struct MarkedLetter {
    FeatureVector vector;
    bool important{false};
};

MarkedLetter simulated(std::mt19937& random) {
    const bool calibration = random() % 2 == 0;
    TriageInput input;
    input.subject = (calibration ? QStringLiteral("Calibration of unit ") : QStringLiteral("Lunch on floor ")) +
                    QChar(u'a' + static_cast<char16_t>(random() % 26));
    input.from.address = QStringLiteral("p%1@firm.example").arg(random() % 9);
    input.ownerInTo = random() % 3 != 0;
    input.recipients = 1 + static_cast<int>(random() % 5);
    input.sender.received = static_cast<int>(random() % 20);
    input.sender.repliedTo = input.sender.received / 3;
    const bool noise = random() % 20 == 0;
    return {features(input), calibration != noise};
}

std::vector<LearnStep> randomLessons(RankerState& state, unsigned seed, int count) {
    std::mt19937 random(seed);
    std::vector<LearnStep> journal;
    for (int i = 0; i < count; ++i) {
        const bool mark = random() % 3 != 0;
        const Lesson lesson = mark ? lessonOfMark(static_cast<Priority>(random() % 5))
                                   : lessonOf(random() % 2 == 0 ? Signal::Replied : Signal::Ignored);
        journal.push_back(learn(state, simulated(random).vector, lesson, mark));
    }
    return journal;
}

}  // namespace

TEST(Learning, MovesTowardsTheMarkAndNotPastIt) {
    RankerState state;
    const FeatureVector vector = features(letters::pricingFromAStranger());
    const double before = scoreOf(vector, state);
    learn(state, vector, lessonOfMark(Priority::VeryLow), true);
    const double after = scoreOf(vector, state);
    EXPECT_LT(after, before);
    EXPECT_GT(sigmoid(after), 0.02);
    EXPECT_EQ(state.explicitSteps, 1);
}

TEST(Learning, BehaviourPushesOneWayOnly) {
    RankerState state;
    const FeatureVector bulk = features(letters::newsletter());
    const double before = scoreOf(bulk, state);
    learn(state, bulk, lessonOf(Signal::Ignored), false);
    EXPECT_EQ(scoreOf(bulk, state), before) << "silence does not lift a newsletter";
}

TEST(Learning, TakesTheLastCorrectionBackBitForBit) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        RankerState state;
        randomLessons(state, seed, 10);
        const RankerState before = state;
        std::mt19937 random(seed);
        const LearnStep step = learn(state, simulated(random).vector, lessonOfMark(Priority::Critical), true);
        EXPECT_FALSE(state == before);
        ASSERT_TRUE(revert(state, step));
        EXPECT_TRUE(state == before);
    }
}

TEST(Learning, RefusesToTakeBackWhatOthersStandOn) {
    RankerState state;
    std::vector<LearnStep> journal = randomLessons(state, 7, 5);
    const RankerState before = state;
    EXPECT_FALSE(revert(state, journal[2]));
    EXPECT_TRUE(state == before);
}

TEST(Learning, ForgettingAnyCorrectionIsAsIfItHadNeverBeenGiven) {
    for (unsigned seed = 1; seed <= 10; ++seed) {
        RankerState all;
        const std::vector<LearnStep> journal = randomLessons(all, seed, 12);
        EXPECT_TRUE(rebuild(journal) == all);
        for (size_t left = 0; left < journal.size(); ++left) {
            RankerState never;
            for (size_t i = 0; i < journal.size(); ++i) {
                if (i != left) {
                    learn(never, journal[i].features, lessonOf(journal[i]), journal[i].explicitMark);
                }
            }
            std::vector<LearnStep> shorter = journal;
            EXPECT_TRUE(forget(shorter, left) == never);
            EXPECT_TRUE(rebuild(shorter) == never);
            ASSERT_TRUE(revert(never, shorter.back())) << "the renumbered journal goes on being revertible";
        }
    }
}

TEST(Learning, IsNeverWorseThanThePriorForAUserWhoMeansIt) {
    for (const size_t marks : {25U, 50U, 100U, 200U}) {
        double learned = 0, prior = 0;
        for (unsigned seed = 1; seed <= 5; ++seed) {
            std::mt19937 random(seed);
            RankerState state;
            for (size_t i = 0; i < marks; ++i) {
                const MarkedLetter one = simulated(random);
                learn(state, one.vector, lessonOfMark(one.important ? Priority::High : Priority::Low), true);
            }
            std::vector<Scored> after, before;
            for (int i = 0; i < 300; ++i) {
                const MarkedLetter one = simulated(random);
                after.push_back({sigmoid(scoreOf(one.vector, state)), one.important});
                before.push_back({sigmoid(scoreOf(one.vector, RankerState{})), one.important});
            }
            EXPECT_LE(logLoss(after), logLoss(before));
            learned += rocAuc(after);
            prior += rocAuc(before);
        }
        EXPECT_GE(learned, prior) << marks << " marks";
    }
}

TEST(Learning, SurvivesTheDatabase) {
    RankerState state;
    const std::vector<LearnStep> journal = randomLessons(state, 3, 9);
    const auto read = rankerStateFromBytes(toBytes(state));
    ASSERT_TRUE(read);
    EXPECT_TRUE(*read == state);
    EXPECT_EQ(toBytes(*read), toBytes(state));
    RankerState again = *read;
    const auto step = learnStepFromBytes(toBytes(journal.back()));
    ASSERT_TRUE(step);
    ASSERT_TRUE(revert(again, *step));
    EXPECT_TRUE(again == rebuild({journal.begin(), journal.end() - 1}));
}

TEST(Learning, RefusesForeignBytes) {
    EXPECT_EQ(rankerStateFromBytes("nonsense").error().kind, ErrorKind::Malformed);
    EXPECT_EQ(rankerStateFromBytes({}).error().kind, ErrorKind::Malformed);
    EXPECT_EQ(learnStepFromBytes(QByteArray(100, '\xff')).error().kind, ErrorKind::Malformed);
}

TEST(Prior, NamesEveryFeatureOnce) {
    EXPECT_EQ(shippedPrior().dense.size(), denseCount());
    EXPECT_FALSE(shippedPrior().version.isEmpty());
    EXPECT_EQ(readPrior(R"({"version":"x","bias":0,"weights":{"no.such":1}})").error().kind, ErrorKind::Malformed);
}
