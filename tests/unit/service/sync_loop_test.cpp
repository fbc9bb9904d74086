// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The background sync of an account: it rests between cycles, rests longer in trouble, never storms and never gives up.
#include "core/service/sync_loop.h"
#include "core/service/sync_runner.h"

#include "fake_work.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::testing;
using service::SyncCycle;
using service::SyncLoop;
using service::SyncPace;
using service::SyncWaker;

namespace {

Error loopTrouble(ErrorKind kind, std::optional<Millis> after = {}) {
    return {kind, QStringLiteral("trouble"), QStringLiteral("hint"), after};
}

/// Runs a loop on the test's thread until so many cycles were made or so much time went by.
class LoopStory : public ::testing::Test {
protected:
    LoopStory() {
        book.row.id = AccountId{7};
        book.row.address = QStringLiteral("mara@fjordlight.example");
    }
    void run(int cycles, Millis atMost = std::chrono::hours{24}) {
        const Millis end = clock.now() + atMost;
        loop = std::make_unique<SyncLoop>(
            std::make_unique<FakeWork>(book, clock), clock,
            service::SyncLoopHooks{[this](const SyncStatus& status) { statuses.push_back(status); },
                                   [this, cycles](const SyncCycle& cycle) {
                                       told.push_back(cycle);
                                       if (book.cycles >= cycles) {
                                           stop.request_stop();
                                       }
                                   }},
            SyncPace(1));
        clock.onWait = [this, end] {
            if (clock.now() >= end) {
                stop.request_stop();
            }
            if (onRest) {
                onRest();
            }
        };
        loop->run(stop.get_token());
    }
    std::vector<double> pauses() const {
        std::vector<double> seconds;
        for (size_t i = 1; i < book.at.size(); ++i) {
            seconds.push_back(static_cast<double>((book.at[i] - book.at[i - 1]).count()) / 1000.0);
        }
        return seconds;
    }

    /// Waiting takes no time, and the test is told of it.
    class LoopClock final : public Clock {
    public:
        Millis now() const override { return m_now; }
        bool wait(Millis duration, std::stop_token waited) override {
            if (waited.stop_requested()) {
                return false;
            }
            m_now += duration;
            waits.push_back(duration);
            onWait();
            return !waited.stop_requested();
        }
        void jump(Millis by) { m_now += by; }
        std::function<void()> onWait;
        std::vector<Millis> waits;

    private:
        Millis m_now{1'778'846'400'000};
    };

    LoopClock clock;
    WorkBook book;
    std::function<void()> onRest;
    std::stop_source stop;
    std::unique_ptr<SyncLoop> loop;
    std::vector<SyncCycle> told;
    std::vector<SyncStatus> statuses;
};

}  // namespace

TEST_F(LoopStory, TheFirstCycleComesAtOnceAndTheOthersOnceAnIntervalNeverInStep) {
    const Millis begun = clock.now();
    run(40);
    EXPECT_EQ(book.at.front(), begun);
    std::set<double> different;
    for (const double pause : pauses()) {
        EXPECT_GE(pause, 54);
        EXPECT_LE(pause, 66);
        different.insert(pause);
    }
    EXPECT_GT(different.size(), 20u);
}

TEST_F(LoopStory, NoKindOfErrorMakesAStormOrEndsTheSync) {
    for (const ErrorKind kind :
         {ErrorKind::NotFound, ErrorKind::Malformed, ErrorKind::Denied, ErrorKind::Conflict, ErrorKind::Busy,
          ErrorKind::Full, ErrorKind::Damaged, ErrorKind::TooNew, ErrorKind::Unreachable, ErrorKind::RateLimited,
          ErrorKind::Unsupported, ErrorKind::Failed}) {
        SyncPace pace(5);
        double before = 0;
        double sum = 0;
        for (int i = 0; i < 200; ++i) {
            const auto pause = pace.afterTrouble(loopTrouble(kind), std::chrono::seconds{60});
            EXPECT_GE(pause.length.count(), 3'000) << int(kind) << " try " << i;
            EXPECT_LE(pause.length, std::chrono::minutes{20});
            sum += static_cast<double>(pause.length.count());
            if (i == 4) {
                before = sum;
            }
        }
        EXPECT_GT(sum / 200, before / 5) << "the pause grows while the trouble lasts: " << int(kind);
    }
}

TEST_F(LoopStory, AfterTroubleTheUsualPaceComesBackWithTheFirstGoodCycle) {
    for (int i = 0; i < 8; ++i) {
        book.troubles.push_back(loopTrouble(ErrorKind::Unreachable));
    }
    run(11);
    const auto rests = pauses();
    EXPECT_LT(rests[0], 10);
    EXPECT_GT(rests[7], 60);
    EXPECT_LE(rests[7], 150);
    EXPECT_NEAR(rests[9], 60, 6.1);
    EXPECT_EQ(told.front().error->kind, ErrorKind::Unreachable);
    EXPECT_FALSE(told.back().error);
}

TEST_F(LoopStory, WhatTheServerAskedForIsWaitedForEvenWhenThePersonPresses) {
    book.troubles.push_back(loopTrouble(ErrorKind::RateLimited, Millis{300'000}));
    onRest = [this] { loop->wakeForPerson({}); };
    run(2);
    EXPECT_GE(pauses().front(), 300);
    ASSERT_FALSE(statuses.empty());
    EXPECT_EQ(statuses.front().phase, SyncPhase::Waiting);
    EXPECT_GE(statuses.front().retryAt, book.at.front() + Millis{300'000});
}

TEST_F(LoopStory, ASignInThatEndedStopsAllAskingUntilThePersonSignedInAgain) {
    book.troubles.push_back(loopTrouble(ErrorKind::SignInNeeded));
    run(100, std::chrono::hours{5});
    EXPECT_EQ(book.cycles, 1) << "five hours without one request";
    EXPECT_EQ(statuses.back().phase, SyncPhase::SignInNeeded);
    EXPECT_EQ(told.size(), 1u) << "said once, not every minute";

    book.row.state = AccountState::Ready;  // signed in again
    stop = {};
    run(2);
    EXPECT_EQ(book.cycles, 2);
    EXPECT_FALSE(told.back().error);
}

TEST_F(LoopStory, APausedAccountAsksNothingAndGoesOnWhenItIsResumed) {
    book.row.state = AccountState::Paused;
    run(100, std::chrono::hours{2});
    EXPECT_EQ(book.cycles, 0);
    EXPECT_EQ(statuses.back().phase, SyncPhase::Idle);
}

TEST_F(LoopStory, AWishThatMetTroubleIsNotForgotten) {
    book.troubles.push_back(loopTrouble(ErrorKind::Unreachable));
    book.during = [this](std::stop_token) {
        if (book.cycles == 1) {
            loop->wakeForPerson({.full = false, .repair = true});
        }
    };
    book.troubles.push_back(loopTrouble(ErrorKind::Unreachable));
    run(4);
    EXPECT_TRUE(book.asked[1].repair);
    EXPECT_TRUE(book.asked[2].repair) << "it failed, so it is still wanted";
    EXPECT_FALSE(book.asked[3].repair) << "it was done";
}

TEST_F(LoopStory, AnActionDuringACycleIsSentRightAfterIt) {
    book.during = [this](std::stop_token) {
        if (book.cycles == 1) {
            loop->wakeForAction();
        }
    };
    run(2);
    EXPECT_EQ(pauses().front(), 0);
}

TEST_F(LoopStory, ActionsOnMailThatNoServerHoldsAskNothingAndDoNotPutOffTheNextCycle) {
    book.outgoing = false;
    book.during = [this](std::stop_token) { loop->wakeForAction(); };
    run(3);
    for (const double pause : pauses()) {
        EXPECT_NEAR(pause, 60, 6.1);
    }
}

TEST_F(LoopStory, AnActionDoesNotBreakThePauseOfTrouble) {
    book.troubles.push_back(loopTrouble(ErrorKind::Unreachable));
    book.during = [this](std::stop_token) { loop->wakeForAction(); };
    run(2);
    EXPECT_GT(pauses().front(), 3);
}

TEST_F(LoopStory, AnAccountThatIsGoneEndsItsLoop) {
    book.during = [this](std::stop_token) { book.gone = true; };
    run(100);
    EXPECT_EQ(book.cycles, 1);
    EXPECT_FALSE(stop.stop_requested()) << "it ended by itself";
}

TEST_F(LoopStory, AClockThatJumpsNeitherHurriesNorStallsTheSync) {
    book.outgoing = false;
    book.during = [this](std::stop_token) {
        clock.jump(book.cycles % 2 == 0 ? std::chrono::hours{24 * 30} : -std::chrono::hours{24});
        loop->wakeForAction();
    };
    run(4, std::chrono::hours{24 * 365});
    for (const Millis rest : clock.waits) {
        EXPECT_GE(rest.count(), 54'000);
        EXPECT_LE(rest.count(), 66'000);
    }
}

namespace {

/// A runner on real threads, on a clock that stands still.
struct RunnerHouse {
    WorkBook first;
    WorkBook second;
    StillClock clock;
    std::mutex mutex;
    std::condition_variable_any changed;
    int ended{0};

    RunnerHouse() {
        first.row.id = AccountId{1};
        second.row.id = AccountId{2};
    }
    service::SyncRunner::MakeWork makeWork() {
        return [this](AccountId account) -> std::unique_ptr<service::SyncWork> {
            return std::make_unique<FakeWork>(account.value == 1 ? first : second, clock);
        };
    }
    service::SyncLoopHooks hooks() {
        return {{}, [this](const SyncCycle&) {
                    const std::lock_guard lock(mutex);
                    ++ended;
                    changed.notify_all();
                }};
    }
    void awaitCycles(int count) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this, count] { return ended >= count; });
    }
};

}  // namespace

TEST(SyncRunner, WakesTheAccountsForAnActionAndForAPerson) {
    RunnerHouse house;
    service::SyncRunner runner(house.makeWork(), house.clock, house.hooks());
    runner.follow({AccountId{1}, AccountId{2}});
    house.awaitCycles(2);
    runner.wakeForAction();
    house.awaitCycles(4);
    runner.wakeForPerson(AccountId{2}, {.full = false, .repair = true});
    house.awaitCycles(5);
    runner.end(AccountId{2});
    EXPECT_TRUE(house.second.asked.back().repair);
    runner.end(AccountId{1});
    EXPECT_EQ(house.first.cycles, 2);
}

TEST(SyncRunner, ClosesInTheMiddleOfARequest) {
    RunnerHouse house;
    std::atomic<bool> inside{false};
    house.first.during = [&inside](std::stop_token stop) {
        inside = true;
        inside.notify_all();
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any never;
        never.wait(lock, stop, [] { return false; });  // a server that never answers
    };
    {
        service::SyncRunner runner(house.makeWork(), house.clock, house.hooks());
        runner.start(AccountId{1});
        inside.wait(false);
    }
    EXPECT_EQ(house.first.cycles, 1);
    EXPECT_EQ(house.ended, 0) << "a cycle that was stopped is no result";
}

TEST(SyncRunner, PausingInterruptsTheCycleUnderWay) {
    RunnerHouse house;
    std::atomic<bool> inside{false};
    house.first.during = [&house, &inside](std::stop_token stop) {
        inside = true;
        inside.notify_all();
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any never;
        never.wait(lock, stop, [] { return false; });
        house.first.row.state = AccountState::Paused;  // what the desk wrote before it interrupted
    };
    service::SyncRunner runner(house.makeWork(), house.clock, house.hooks());
    runner.start(AccountId{1});
    inside.wait(false);
    runner.interrupt(AccountId{1});
    while (house.clock.sleepers() == 0) {
        std::this_thread::yield();
    }
    runner.end(AccountId{1});
    EXPECT_EQ(house.first.cycles, 1);
}
