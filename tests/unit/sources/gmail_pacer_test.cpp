// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Keeping to Gmail's quota: even, without refusals, and learning where the server's limit really lies.
#include "core/sources/gmail_pacer.h"
#include "core/sources/gmail_width.h"
#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>

#include <cmath>
#include <deque>
#include <numeric>

namespace {

using namespace kith;
using namespace kith::testing;
using sources::GmailLimits;
using sources::GmailPacer;
using sources::Hurry;
using std::chrono::minutes;
using std::chrono::seconds;

/// Counts as Gmail says: units in every moving minute.
class MovingMinute {
public:
    MovingMinute(double limit)
        : m_limit(limit) {}

    /// Nothing: charged. Else how long there is no room.
    std::optional<Millis> charge(Millis now, double units) {
        while (!m_spent.empty() && m_spent.front().first + minutes{1} <= now) {
            m_spent.pop_front();
        }
        const double sum = std::accumulate(m_spent.begin(), m_spent.end(), units,
                                           [](double all, const auto& spent) { return all + spent.second; });
        if (sum > m_limit) {
            return m_spent.empty() ? minutes{1} : m_spent.front().first + minutes{1} - now;
        }
        m_spent.emplace_back(now, units);
        return {};
    }

private:
    double m_limit;
    std::deque<std::pair<Millis, double>> m_spent;
};

struct Line {
    explicit Line(const GmailLimits& limits, double serverLimit)
        : server(serverLimit)
        , pacer(clock, limits, {[] { return 0.5; }, [this](double units) { saved = units; }}) {}

    /// Sends bulk work, at most so many units at once, for a while; how much the server served.
    double work(Millis time, double most, Millis latency = Millis{120}) {
        const Millis end = clock.now() + time;
        double served = 0;
        while (clock.now() < end) {
            const double units = std::max(20.0, std::floor(pacer.fitting(most) / 20) * 20);
            const auto place = pacer.acquire(units, Hurry::Bulk, minutes{5}, {});
            EXPECT_TRUE(place);
            const auto refusal = server.charge(clock.now(), units);
            clock.advance(latency);
            pacer.settle(*place, refusal ? units : 0);
            if (refusal) {
                ++refusals;
                pacer.refused(told ? refusal : std::nullopt, 0);
            } else {
                served += units;
            }
        }
        return served;
    }

    FakeClock clock;
    MovingMinute server;
    double saved{0};
    GmailPacer pacer;
    int refusals{0};
    bool told{true};
};

TEST(GmailPacer, ReachesNearlyAllOfALimitThatIsItsOwnWithoutOneRefusal) {
    Line line({6000, 0, 6000, 0}, 6000);
    line.work(minutes{3}, 300);
    const double served = line.work(minutes{30}, 300);
    EXPECT_GE(served, 0.98 * 6000 * 30);
    EXPECT_EQ(line.refusals, 0);
}

TEST(GmailPacer, KeepsAReserveForThePersonAtTheScreen) {
    Line line({6000, 4500, 6000, 0}, 6000);
    line.work(minutes{2}, 225);
    const double served = line.work(minutes{10}, 225);
    EXPECT_NEAR(served, 45000, 450);
    const Millis before = line.clock.now();
    for (int i = 0; i < 100; ++i) {
        const auto place = line.pacer.acquire(5, Hurry::Urgent, seconds{20}, {});
        ASSERT_TRUE(place);
        EXPECT_FALSE(line.server.charge(line.clock.now(), 5));
        line.pacer.settle(*place, 0);
    }
    EXPECT_EQ(line.clock.now(), before) << "a click does not wait behind bulk work";
    EXPECT_EQ(line.refusals, 0);
}

TEST(GmailPacer, LearnsALimitThatIsLowerThanItThoughtAndIsRefusedNoMore) {
    Line line({6000, 4500, 6000, 0}, 3000);
    line.work(minutes{5}, 200);
    EXPECT_GT(line.refusals, 0);
    EXPECT_LE(line.refusals, 2);
    const int before = line.refusals;
    const double served = line.work(minutes{8}, 100);
    EXPECT_EQ(line.refusals, before);
    EXPECT_GE(served, 0.95 * 3000 * 8);
    EXPECT_GT(line.saved, 2500);
    EXPECT_LE(line.saved, 3000);
}

TEST(GmailPacer, LearnsWithoutBeingToldHowLongToWait) {
    Line line({0, 0, 6000, 0}, 3000);
    line.told = false;
    EXPECT_FALSE(line.pacer.isLimited());
    line.work(minutes{6}, 100);
    const int before = line.refusals;
    line.work(minutes{3}, 100);
    EXPECT_EQ(line.refusals, before);
    EXPECT_TRUE(line.pacer.isLimited());
}

TEST(GmailPacer, TriesItsWayUpAgainSlowlyAndNotBeyondWhatIsConfigured) {
    Line line({6000, 0, 6000, 3000}, 6000);
    EXPECT_EQ(line.pacer.bulkLimit(), 3000);
    line.work(minutes{9}, 100);
    EXPECT_EQ(line.pacer.bulkLimit(), 3000);
    line.work(minutes{30}, 100);
    EXPECT_GT(line.pacer.bulkLimit(), 3200);
    EXPECT_LT(line.pacer.bulkLimit(), 5000);
    line.work(minutes{120}, 100);
    EXPECT_EQ(line.pacer.bulkLimit(), 6000);
    EXPECT_EQ(line.refusals, 0);
}

TEST(GmailPacer, TakesTheLimitThatTheServerNames) {
    Line line({6000, 4500, 6000, 0}, 6000);
    line.pacer.refused({}, 1200);
    EXPECT_NEAR(line.pacer.bulkLimit(), 1200 * 0.985, 1);
}

TEST(GmailPacer, AnswersAtOnceWhenTheWaitWouldOutlastPatience) {
    Line line({6000, 4500, 6000, 0}, 6000);
    line.pacer.refused(Millis{std::chrono::hours{1}}, 0);
    const Millis before = line.clock.now();
    const auto place = line.pacer.acquire(20, Hurry::Bulk, seconds{90}, {});
    ASSERT_FALSE(place);
    EXPECT_EQ(place.error().kind, ErrorKind::RateLimited);
    ASSERT_TRUE(place.error().retryAfter);
    EXPECT_GE(*place.error().retryAfter, minutes{59});
    EXPECT_EQ(line.clock.now(), before);
}

TEST(GmailPacer, SurvivesAClockThatIsSetBack) {
    Line line({6000, 0, 6000, 0}, 6000);
    line.work(minutes{2}, 300);
    line.clock.advance(-std::chrono::hours{3});
    const Millis before = line.clock.now();
    ASSERT_TRUE(line.pacer.acquire(300, Hurry::Bulk, minutes{2}, {}));
    EXPECT_LT(line.clock.now() - before, minutes{1} + seconds{1});
}

TEST(GmailPacer, StopsWaitingWhenAsked) {
    Line line({60, 0, 6000, 0}, 60);
    std::stop_source stop;
    stop.request_stop();
    const auto place = line.pacer.acquire(20, Hurry::Bulk, minutes{2}, stop.get_token());
    ASSERT_FALSE(place);
    EXPECT_EQ(place.error().kind, ErrorKind::Cancelled);
}

TEST(GmailWidth, HalvesWhenCrowdedAndThenStaysBelowWhatWasTooMuch) {
    FakeClock clock;
    sources::GmailWidth width(clock, {25, 50});
    EXPECT_EQ(width.width(), 25);
    width.refused(25, 5);
    EXPECT_EQ(width.width(), 12);
    for (int i = 0; i < 200; ++i) {
        width.served(width.width(), 1000);
    }
    EXPECT_EQ(width.width(), 20) << "twenty of twenty-five were borne";
}

TEST(GmailWidth, GrowsSlowlyToItsBound) {
    FakeClock clock;
    sources::GmailWidth width(clock, {25, 50});
    width.served(25, 1000);
    EXPECT_EQ(width.width(), 25);
    for (int i = 0; i < 100; ++i) {
        width.served(width.width(), 1000);
    }
    EXPECT_EQ(width.width(), 50);
}

TEST(GmailWidth, AsksForFewerAtOnceWhereMessagesAreHuge) {
    FakeClock clock;
    sources::GmailWidth width(clock, {25, 50});
    for (int i = 0; i < 100; ++i) {
        width.served(10, 10LL * 12 * 1024 * 1024);
    }
    EXPECT_LE(width.mostForMemory(), 3);
}

}  // namespace
