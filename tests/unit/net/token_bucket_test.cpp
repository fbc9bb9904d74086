// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/token_bucket.h"
#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

using namespace kith;
using kith::testing::FakeClock;
using net::TokenBucket;

namespace {

Millis timeFor(FakeClock& clock, TokenBucket& bucket, double units, bool urgent = false) {
    const Millis before = clock.now();
    EXPECT_TRUE(bucket.acquire(units, urgent, {}));
    return clock.now() - before;
}

TEST(TokenBucket, LetsEverythingThroughWithoutALimit) {
    FakeClock clock;
    TokenBucket bucket(clock, {});
    for (int i = 0; i < 100; ++i) {
        EXPECT_EQ(timeFor(clock, bucket, 1'000), Millis{0});
    }
    EXPECT_EQ(bucket.spent(), 100'000);
    EXPECT_EQ(bucket.limit(), 0);
}

TEST(TokenBucket, KeepsToItsRateExactly) {
    FakeClock clock;
    TokenBucket bucket(clock, {6'000, 100, 0});
    EXPECT_EQ(timeFor(clock, bucket, 100), Millis{0}) << "full at the beginning";
    const Millis begin = clock.now();
    for (int i = 0; i < 300; ++i) {
        ASSERT_TRUE(bucket.acquire(20, false, {}));
    }
    EXPECT_EQ(clock.now() - begin, Millis{60'000}) << "300 reads of 20 units take the minute that Gmail wants";
}

TEST(TokenBucket, LetsBatchesThroughThatAreLargerThanItself) {
    FakeClock clock;
    TokenBucket bucket(clock, {6'000, 100, 0});
    EXPECT_EQ(timeFor(clock, bucket, 500), Millis{0});
    EXPECT_EQ(timeFor(clock, bucket, 500), Millis{5'000}) << "the second pays for the first";
    EXPECT_EQ(timeFor(clock, bucket, 20), Millis{4'200});
}

TEST(TokenBucket, KeepsAReserveForTheUsersClicks) {
    FakeClock clock;
    TokenBucket bucket(clock, {6'000, 100, 40});
    EXPECT_EQ(timeFor(clock, bucket, 60), Millis{0});
    EXPECT_EQ(timeFor(clock, bucket, 20), Millis{200}) << "patient callers wait before the reserve";
    EXPECT_EQ(timeFor(clock, bucket, 40, true), Millis{0}) << "a click does not";
    EXPECT_EQ(timeFor(clock, bucket, 5, true), Millis{50}) << "but even clicks keep to the quota";
}

TEST(TokenBucket, ForgetsPausesBeyondItsCapacity) {
    FakeClock clock;
    TokenBucket bucket(clock, {6'000, 100, 0});
    ASSERT_TRUE(bucket.acquire(100, false, {}));
    clock.advance(std::chrono::hours{1});
    EXPECT_EQ(timeFor(clock, bucket, 100), Millis{0});
    EXPECT_EQ(timeFor(clock, bucket, 100), Millis{1'000});
}

TEST(TokenBucket, WaitsWhenTheServerAsksForIt) {
    FakeClock clock;
    TokenBucket bucket(clock, {6'000, 100, 40});
    bucket.pauseUntil(clock.now() + Millis{7'000});
    EXPECT_EQ(timeFor(clock, bucket, 1, true), Millis{7'000});
    TokenBucket free(clock, {});
    free.pauseUntil(clock.now() + Millis{2'500});
    EXPECT_EQ(timeFor(clock, free, 1), Millis{2'500}) << "without a limit as well";
    bucket.pauseUntil(clock.now() + Millis{2'000});
    clock.advance(-std::chrono::hours{3});
    EXPECT_LE(timeFor(clock, bucket, 1), Millis{2'000}) << "a clock that is set back does not prolong it";
}

TEST(TokenBucket, LearnsDownwardsButNotToNothing) {
    FakeClock clock;
    TokenBucket bucket(clock, {6'000, 100, 40});
    bucket.learnDownwards(0.5, 1'000);
    EXPECT_EQ(bucket.limit(), 3'000);
    EXPECT_EQ(timeFor(clock, bucket, 10), Millis{600}) << "empty after a refusal; the reserve shrank to 20";
    for (int i = 0; i < 10; ++i) {
        bucket.learnDownwards(0.5, 1'000);
    }
    EXPECT_EQ(bucket.limit(), 1'000);
    bucket.learnDownwards(0.5, 2'000);
    EXPECT_EQ(bucket.limit(), 1'000) << "the floor does not lift it";
    bucket.setLimit(0);
    EXPECT_EQ(timeFor(clock, bucket, 1'000'000), Millis{0});
    bucket.learnDownwards(0.5, 1'000);
    EXPECT_EQ(bucket.limit(), 0);
    bucket.setLimit(6'000);
    EXPECT_EQ(bucket.limit(), 6'000);
}

TEST(TokenBucket, ChargesForWhatWasSpentElsewhere) {
    FakeClock clock;
    TokenBucket bucket(clock, {6'000, 100, 0});
    bucket.charge(300);
    EXPECT_EQ(timeFor(clock, bucket, 100), Millis{3'000});
    EXPECT_EQ(bucket.spent(), 400);
}

TEST(TokenBucket, SpendsNothingForThoseWhoGiveUp) {
    FakeClock clock;
    TokenBucket bucket(clock, {6'000, 100, 0});
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(bucket.acquire(50, false, stop.get_token()));
    EXPECT_EQ(bucket.spent(), 0);
    EXPECT_EQ(timeFor(clock, bucket, 100), Millis{0}) << "nobody stands in the queue any more";
}

TEST(TokenBucket, ServesManyWorkersWithoutSpendingTwice) {
    SystemClock clock;
    TokenBucket bucket(clock, {60'000'000, 1'000, 100});
    std::vector<std::jthread> workers;
    for (int worker = 0; worker < 8; ++worker) {
        workers.emplace_back([&bucket, urgent = worker == 0] {
            for (int i = 0; i < 50; ++i) {
                ASSERT_TRUE(bucket.acquire(10, urgent, {}));
            }
        });
    }
    workers.clear();
    EXPECT_EQ(bucket.spent(), 8 * 50 * 10);
}

}  // namespace
