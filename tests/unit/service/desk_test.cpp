// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/desk.h"

#include <gtest/gtest.h>

using namespace kith;
using kith::service::Desk;

namespace {

struct Counter {
    int value{0};
};

}  // namespace

TEST(Desk, AnswersInTheOrderOfTheQuestions) {
    Desk<Counter> desk([]() -> Result<std::unique_ptr<Counter>> { return std::make_unique<Counter>(); });
    QFuture<Result<int>> last;
    for (int i = 0; i < 100; ++i) {
        last = desk.ask([](Counter& counter) -> Result<int> { return ++counter.value; });
    }
    EXPECT_EQ(last.result().value(), 100);
}

TEST(Desk, TriesAgainWhereOpeningFailedBefore) {
    int tries = 0;
    Desk<Counter> desk([&tries]() -> Result<std::unique_ptr<Counter>> {
        if (++tries == 1) {
            return Error{ErrorKind::Busy, QStringLiteral("not yet"), {}};
        }
        return std::make_unique<Counter>();
    });
    const auto count = [](Counter& counter) -> Result<int> { return ++counter.value; };
    EXPECT_FALSE(desk.ask(count).result());
    EXPECT_EQ(desk.ask(count).result().value(), 1);
    EXPECT_EQ(desk.ask(count).result().value(), 2);
    EXPECT_EQ(tries, 2);
}

TEST(Desk, ClosingAnswersWhatWasAsked) {
    QFuture<Result<int>> answer;
    {
        Desk<Counter> desk([]() -> Result<std::unique_ptr<Counter>> { return std::make_unique<Counter>(); });
        answer = desk.ask([](Counter& counter) -> Result<int> { return ++counter.value; });
    }
    EXPECT_TRUE(answer.isFinished());
    EXPECT_EQ(answer.result().value(), 1);
}
