// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/ordered_pipeline.h"

#include <gtest/gtest.h>

using namespace kith;

TEST(OrderedPipeline, KeepsTheOrderWhateverThreadsAnswerFirst) {
    int given = 0;
    OrderedPipeline<int, int> pipeline({
        .read = [&]() -> std::optional<int> { return given < 5000 ? std::optional(given++) : std::nullopt; },
        .work =
            [](int&& n) {
                volatile int busy = n % 7 == 0 ? 2000 : 1;
                while (busy > 0) {
                    busy = busy - 1;
                }
                return n * 2;
            },
        .weight = [](int) { return size_t{1}; },
        .maxWeight = 16,
        .workers = 3,
    });
    int expected = 0;
    while (const auto answer = pipeline.next()) {
        ASSERT_EQ(*answer, expected * 2);
        ++expected;
    }
    EXPECT_EQ(expected, 5000);
}

TEST(OrderedPipeline, HoldsNoMoreThanItsWeight) {
    std::atomic<int> given{0};
    int taken = 0;
    OrderedPipeline<int, int> pipeline({
        .read = [&]() -> std::optional<int> { return given < 1000 ? std::optional(given++) : std::nullopt; },
        .work = [](int&& n) { return n; },
        .weight = [](int) { return size_t{1}; },
        .maxWeight = 10,
        .workers = 2,
    });
    while (pipeline.next()) {
        ++taken;
        EXPECT_LE(given.load() - taken, 11);
    }
    EXPECT_EQ(taken, 1000);
}

TEST(OrderedPipeline, CanBeLeftInTheMiddle) {
    int given = 0;
    OrderedPipeline<int, int> pipeline({
        .read = [&]() -> std::optional<int> { return given++; },
        .work = [](int&& n) { return n; },
        .weight = [](int) { return size_t{1}; },
        .maxWeight = 4,
        .workers = 2,
    });
    EXPECT_EQ(pipeline.next(), 0);
    EXPECT_EQ(pipeline.next(), 1);
}
