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

TEST(OwnerFinder, TakesTheAssistantWhoWritesInTheOwnersNameForNoOwner) {
    OwnerFinder finder;
    for (int i = 0; i < 100; ++i) {
        finder.see(letter(i % 20 == 0 ? "mara.lindqvist@fjordlight.example" : "tom.reed@fjordlight.example",
                          "ana@caldervoss.example"),
                   true);
        finder.see(letter("ana@caldervoss.example", i % 2 == 0    ? "mara.lindqvist@fjordlight.example"
                                                    : i % 20 == 1 ? "tom.reed@fjordlight.example"
                                                                  : "mlindqvist@fjordlight.example"),
                   false);
    }
    EXPECT_EQ(finder.owners(), (QStringList{QStringLiteral("mara.lindqvist@fjordlight.example"),
                                            QStringLiteral("mlindqvist@fjordlight.example")}));
}

TEST(OwnerFinder, KeepsTheSecondAddressOfTheOwnerThoughLittleMailComesToIt) {
    OwnerFinder finder;
    for (int i = 0; i < 40; ++i) {
        finder.see(letter(i % 2 == 0 ? "m.lindqvist@old.example" : "mara.lindqvist@fjordlight.example",
                          "ana@caldervoss.example"),
                   true);
        finder.see(letter("ana@caldervoss.example", "mara.lindqvist@fjordlight.example"), false);
    }
    EXPECT_EQ(finder.owners().size(), 2);
}

TEST(OwnerFinder, AListThatMostMailComesByIsNobody) {
    OwnerFinder finder;
    for (int i = 0; i < 60; ++i) {
        Letter post = letter("ana@caldervoss.example", "talk@lists.example");
        post.bulk.listId = QStringLiteral("talk.lists.example");
        finder.see(post, false);
        finder.see(letter("mara@fjordlight.example", "talk@lists.example"), true);
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
