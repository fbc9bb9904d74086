// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The review queue as a state machine: no window, no workspace.
#include "tests/unit/gui/review_support.h"
#include "ui/review_queue.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

std::vector<ThreadId> queueOf(std::initializer_list<qint64> numbers) {
    std::vector<ThreadId> threads;
    for (const qint64 number : numbers) {
        threads.push_back({number});
    }
    return threads;
}

InboxRow queueRow(qint64 thread, const char* address, Priority priority) {
    return aQuestion(thread, QStringLiteral("Somebody"), QString::fromLatin1(address), priority).row;
}

}  // namespace

TEST(ReviewQueue, AsksInTheOrderGivenAndCountsWhatIsDone) {
    ReviewQueue queue;
    queue.setOrder(queueOf({7, 8, 9}));
    EXPECT_EQ(queue.current(), ThreadId{7});
    queue.stored(queue.answer({ThreadId{7}}), ChangeId{1});
    EXPECT_EQ(queue.current(), ThreadId{8});
    EXPECT_EQ(queue.left(), 2);
    EXPECT_EQ(queue.done(), 1);
}

TEST(ReviewQueue, WhatIsAskedStaysWhileTheOrderChangesAroundIt) {
    ReviewQueue queue;
    queue.setOrder(queueOf({7, 8}));
    queue.setOrder(queueOf({5, 8, 7}));
    EXPECT_EQ(queue.waiting(), queueOf({7, 5, 8}));
    queue.setOrder(queueOf({5, 8}));
    EXPECT_EQ(queue.current(), ThreadId{7}) << "it never expires under the reader's eyes";
}

TEST(ReviewQueue, ASkippedOneIsAskedLastAndComesBackWithUndo) {
    ReviewQueue queue;
    queue.setOrder(queueOf({7, 8, 9}));
    queue.skip();
    EXPECT_EQ(queue.waiting(), queueOf({8, 9, 7}));
    queue.setOrder(queueOf({7, 8, 9}));
    EXPECT_EQ(queue.waiting(), queueOf({8, 9, 7}));
    EXPECT_TRUE(queue.undo().empty());
    EXPECT_EQ(queue.current(), ThreadId{7});
    EXPECT_EQ(queue.done(), 0);
}

TEST(ReviewQueue, AnAnswerOnItsWayIsNotAskedAgainByAnOlderOrder) {
    ReviewQueue queue;
    queue.setOrder(queueOf({7, 8}));
    queue.answer({ThreadId{7}});
    queue.setOrder(queueOf({7, 8}));
    EXPECT_EQ(queue.waiting(), queueOf({8}));
}

TEST(ReviewQueue, UndoGivesTheChangesOfAStepNewestFirst) {
    ReviewQueue queue;
    queue.setOrder(queueOf({7, 8, 9}));
    const int step = queue.answer(queueOf({7, 9}));
    queue.stored(step, ChangeId{21});
    queue.stored(step, ChangeId{22});
    EXPECT_EQ(queue.done(), 2);
    EXPECT_EQ(queue.undo(), (std::vector<ChangeId>{{22}, {21}}));
    EXPECT_EQ(queue.waiting(), queueOf({7, 9, 8}));
    EXPECT_EQ(queue.done(), 0);
    EXPECT_FALSE(queue.canUndo());
}

TEST(ReviewQueue, UndoBeforeTheAnswerIsStoredTakesItBackAfterwards) {
    ReviewQueue queue;
    queue.setOrder(queueOf({7, 8}));
    const int step = queue.answer({ThreadId{7}});
    EXPECT_TRUE(queue.undo().empty());
    EXPECT_TRUE(queue.settling());
    EXPECT_EQ(queue.current(), ThreadId{7});
    EXPECT_EQ(queue.stored(step, ChangeId{5}), std::vector<ChangeId>{{5}});
    EXPECT_FALSE(queue.settling());
}

TEST(ReviewQueue, ARefusedAnswerIsAskedAgain) {
    ReviewQueue queue;
    queue.setOrder(queueOf({7, 8}));
    queue.refused(queue.answer({ThreadId{7}}), ThreadId{7});
    EXPECT_EQ(queue.current(), ThreadId{7});
    EXPECT_EQ(queue.done(), 0);
    EXPECT_FALSE(queue.canUndo());
}

TEST(ReviewQueue, AnAnswerTakenBackElsewhereIsAskedAgain) {
    ReviewQueue queue;
    queue.setOrder(queueOf({7, 8}));
    queue.stored(queue.answer({ThreadId{7}}), ChangeId{1});
    queue.setOrder(queueOf({7, 8}));
    EXPECT_EQ(queue.waiting(), queueOf({8, 7}));
    EXPECT_EQ(queue.done(), 0);
    EXPECT_FALSE(queue.canUndo());
}

TEST(ReviewQueue, ProgressAndTheWayBackSurviveARestart) {
    ReviewQueue before;
    before.setOrder(queueOf({7, 8, 9}));
    before.stored(before.answer({ThreadId{7}}), ChangeId{31});
    ReviewQueue after;
    after.recall(before.remembered());
    after.setOrder(queueOf({8, 9}));
    EXPECT_EQ(after.done(), 1);
    EXPECT_EQ(after.left(), 2);
    EXPECT_EQ(after.undo(), std::vector<ChangeId>{{31}});
    EXPECT_EQ(after.current(), ThreadId{7});
}

TEST(ReviewQueue, WhatWasRememberedMayBeAnything) {
    for (const char* junk :
         {"", "null", "[1,2]", "{\"done\":-4,\"steps\":[{},{\"threads\":\"x\"},7]}", "{\"done\":1e99"}) {
        ReviewQueue queue;
        queue.recall(junk);
        EXPECT_GE(queue.done(), 0) << junk;
        EXPECT_FALSE(queue.canUndo()) << junk;
    }
}

TEST(ReviewQueue, ANewRoundBeginsAtNothingDone) {
    ReviewQueue queue;
    queue.setOrder(queueOf({7}));
    queue.stored(queue.answer({ThreadId{7}}), ChangeId{1});
    EXPECT_EQ(queue.done(), 1);
    queue.setOrder({});
    queue.setOrder(queueOf({8, 9}));
    EXPECT_EQ(queue.done(), 0);
    EXPECT_EQ(queue.left(), 2);
}

TEST(ReviewQueue, AlikeAreThoseOfOneOrganisationWithTheSameSuggestion) {
    ReviewQueue queue;
    queue.setOrder(queueOf({1, 2, 3, 4}));
    queue.setRows({queueRow(1, "jonas@orrin-marine.example", Priority::High),
                   queueRow(2, "Ida@Orrin-Marine.example", Priority::High),
                   queueRow(3, "per@orrin-marine.example", Priority::Low),
                   queueRow(4, "ana@caldervoss.example", Priority::High)});
    const auto alike = queue.alike();
    ASSERT_EQ(alike.size(), 2u);
    EXPECT_EQ(alike[0].thread, ThreadId{1});
    EXPECT_EQ(alike[1].thread, ThreadId{2});
}

TEST(ReviewQueue, TwoStrangersAtOneMailProviderAreNotAlike) {
    EXPECT_NE(alikeKey({{}, QStringLiteral("a@gmail.com")}), alikeKey({{}, QStringLiteral("b@gmail.com")}));
    EXPECT_EQ(alikeKey({{}, QStringLiteral("a@fjordlight.example")}),
              alikeKey({{}, QStringLiteral("b@FJORDLIGHT.example")}));
}

TEST(ReviewQueue, EighteenTakeAboutTwoMinutes) {
    EXPECT_EQ(reviewMinutes(18), 2);
    EXPECT_EQ(reviewMinutes(1), 1);
}
