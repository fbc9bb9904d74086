// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/owner_book.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::service;

namespace {

Letter letter(const char* from, const char* to) {
    Letter one;
    one.from = {{QString(), QString::fromLatin1(from)}};
    one.to = {{QString(), QString::fromLatin1(to)}};
    return one;
}

}  // namespace

TEST(OwnerFinder, KnowsTheOwnerByTheSentFolder) {
    OwnerFinder finder;
    for (int i = 0; i < 5; ++i) {
        finder.see(letter("Mara@fjordlight.example", "ana@caldervoss.example"), true);
        finder.see(letter("ana@caldervoss.example", "team@fjordlight.example"), false);
    }
    EXPECT_EQ(finder.owners(), QStringList{QStringLiteral("mara@fjordlight.example")});
}

TEST(OwnerFinder, FindsWhoIsAddressedWhereNothingWasSent) {
    OwnerFinder finder;
    for (int i = 0; i < 9; ++i) {
        finder.see(letter(i % 2 == 0 ? "a@x.example" : "b@y.example", "mara@fjordlight.example"), false);
    }
    EXPECT_EQ(finder.owners(), QStringList{QStringLiteral("mara@fjordlight.example")});
}

TEST(OwnerFinder, StaysSilentWhileTheMailDoesNotTell) {
    OwnerFinder finder;
    finder.see(letter("a@x.example", "b@y.example"), false);
    finder.see(letter("c@x.example", "d@y.example"), false);
    EXPECT_TRUE(finder.owners().isEmpty());
}

TEST(OwnerBook, ProvidersDoNotMakeColleagues) {
    const OwnerBook book({QStringLiteral("mara@gmail.com"), QStringLiteral("Mara@Fjordlight.example")});
    EXPECT_TRUE(book.owns(QStringLiteral("MARA@gmail.com")));
    EXPECT_FALSE(book.sameDomain(QStringLiteral("x@gmail.com")));
    EXPECT_TRUE(book.sameDomain(QStringLiteral("lena@fjordlight.example")));
}
