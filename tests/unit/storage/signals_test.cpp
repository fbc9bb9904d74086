// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What was read from a message's text, and the walk over all messages in the order of their dates.
#include "core/storage/signal_store.h"
#include "tests/unit/storage/storage_test_support.h"

using namespace kith;
using namespace kith::storage;

namespace {

class SignalStories : public kith::testing::StorageTest {};

TEST_P(SignalStories, TheWalkSeesEveryMessageOnceOldestFirstOverManyPages) {
    constexpr int count = 1205;  // more than a page
    for (int i = 0; i < count; ++i) {
        kith::testing::LetterWords words;
        words.id = QStringLiteral("m%1@north.example").arg(i);
        words.text = QStringLiteral("Note %1").arg(i);
        words.second = 1'700'000'000 + (i * 7919) % count;  // arrives in no order
        add(words);
    }
    SignalStore signs(db());
    std::vector<qint64> dates;
    const auto walked = signs.walk([&](const SignedMessage& letter) {
        dates.push_back(letter.message.date.count());
        EXPECT_EQ(letter.message.to.size(), 1U);
        EXPECT_TRUE(letter.inInbox);
        EXPECT_FALSE(letter.priority) << "nothing was decided yet";
        return true;
    });
    KITH_ASSERT_GOOD(walked);
    EXPECT_EQ(dates.size(), static_cast<size_t>(count));
    EXPECT_TRUE(std::is_sorted(dates.begin(), dates.end()));
}

TEST_P(SignalStories, SignsComeBackAndTheVisitorCanStop) {
    const MessageId first = add({.id = QStringLiteral("a@north.example")}).message;
    add({.id = QStringLiteral("b@north.example"), .text = QStringLiteral("Later"), .second = 1'700'000'500});
    SignalStore signs(db());
    KITH_ASSERT_GOOD(signs.save(first, QByteArray("\x01\x00\xff", 3),
                                {QStringLiteral("x@y.example"), QStringLiteral("z@y.example")}));
    EXPECT_EQ(signs.of(first).value().value(), QByteArray("\x01\x00\xff", 3));
    int seen = 0;
    KITH_ASSERT_GOOD(signs.walk([&](const SignedMessage& letter) {
        ++seen;
        EXPECT_EQ(letter.signs, QByteArray("\x01\x00\xff", 3));
        EXPECT_EQ(letter.message.inReplyTo.size(), 2);
        return false;
    }));
    EXPECT_EQ(seen, 1);
}

KITH_BOTH_DIALECTS(SignalStories);

}  // namespace
