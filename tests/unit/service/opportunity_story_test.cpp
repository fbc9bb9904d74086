// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Opportunities on a real workspace: found when mail comes in, taken up, moved, dismissed, learned from, taken back.
#include "core/base/text.h"
#include "core/service/opportunity_book.h"
#include "core/service/opportunity_finder.h"
#include "tests/unit/service/service_house.h"

using namespace kith;
using namespace kith::service;

namespace {

constexpr auto kAsk = "Dear Mara,\n\nthe pilot was a success. Could you send us a quote for 40 seats by 20 May?\n"
                      "We have set aside EUR 38.400,00 for it.\n\nBest regards\nAna Ruiz\n";

class OpportunityStory : public kith::testing::ServiceHouse {
protected:
    OpportunityStory()
        : book(*cellar, clock) {
        EXPECT_TRUE(cellar->owners.addAddresses({QStringLiteral("mara@fjordlight.example")}, QStringLiteral("given")));
    }
    static kith::testing::LetterForge ask(const char* id, int day = 4) {
        return kith::testing::aLetter().id(id).day(day).subject(QByteArray("Seats ") + id).body(kAsk);
    }
    std::vector<Opportunity> all(const QStringList& statuses = {}) {
        storage::OpportunityQuery query;
        query.statuses = statuses;
        const auto found = cellar->opportunities.list(query);
        EXPECT_TRUE(kith::testing::good(found));
        return found ? *found : std::vector<Opportunity>{};
    }
    Opportunity only() {
        const auto found = all();
        EXPECT_EQ(found.size(), 1U);
        return found.empty() ? Opportunity{} : found.front();
    }

    OpportunityBook book;
};

}  // namespace

TEST_F(OpportunityStory, ALetterThatAsksForAQuoteIsOneWithItsWordsAmountAndDay) {
    take(file("box.mbox", ask("q1@caldervoss.example").mbox()));
    const Opportunity one = only();
    EXPECT_EQ(one.kind, QStringLiteral("pricing"));
    EXPECT_EQ(one.status, OpportunityStatus::New);
    EXPECT_EQ(one.address, QStringLiteral("ana@caldervoss.example"));
    EXPECT_EQ(one.amount, 38400);
    EXPECT_EQ(one.currency, QStringLiteral("EUR"));
    EXPECT_EQ(one.due.day(), 20);
    ASSERT_FALSE(one.evidence.empty());
    const auto parts = cellar->messages.letterParts(one.message);
    ASSERT_TRUE(parts && *parts);
    const OpportunityQuote& quote = one.evidence.front();
    const qsizetype from = text::utf16Index((*parts)->text, quote.start);
    const qsizetype upTo = text::utf16Index((*parts)->text, quote.end);
    EXPECT_EQ(text::oneLine(QStringView((*parts)->text).mid(from, upTo - from)), quote.text);
}

TEST_F(OpportunityStory, NewslettersAndTheOwnersOwnLettersHoldNone) {
    take(file("box.mbox", ask("n1@shop.example").header("List-Id: <offers.shop.example>").mbox() +
                              ask("n2@fjordlight.example").from("Mara <mara@fjordlight.example>").mbox()));
    EXPECT_TRUE(all().empty());
}

TEST_F(OpportunityStory, AConversationAboutOneThingIsOneOpportunity) {
    take(file("box.mbox", ask("t1@caldervoss.example").mbox() + ask("t2@caldervoss.example", 6)
                                                                    .answers("t1@caldervoss.example")
                                                                    .subject("Re: Seats t1@caldervoss.example")
                                                                    .mbox()));
    only();
    const auto again = OpportunityFinder(*cellar, clock).findAll({});
    ASSERT_TRUE(kith::testing::good(again));
    EXPECT_EQ(again->found, 0);
    EXPECT_EQ(again->read, 0) << "what was read once is not read again";
}

TEST_F(OpportunityStory, EveryDeedCanBeTakenBack) {
    take(file("box.mbox", ask("u1@caldervoss.example").mbox()));
    const Opportunity before = only();
    ASSERT_TRUE(kith::testing::good(book.accept(before.id)));
    EXPECT_EQ(only().status, OpportunityStatus::Active);
    ASSERT_TRUE(kith::testing::good(book.move(before.id, OpportunityStage::Won)));
    EXPECT_EQ(only().status, OpportunityStatus::Completed);
    OpportunityEdit edit;
    edit.nextStep = QStringLiteral("Call Ana");
    edit.amount = 40000.5;
    ASSERT_TRUE(kith::testing::good(book.edit(before.id, edit)));
    EXPECT_EQ(only().nextStep, QStringLiteral("Call Ana"));
    EXPECT_EQ(only().amount, 40000.5);
    ASSERT_TRUE(kith::testing::good(book.dismiss(before.id)));
    for (int deed = 0; deed < 4; ++deed) {
        ASSERT_TRUE(kith::testing::good(cellar->undo.undoLast()));
    }
    EXPECT_EQ(only(), before);
    EXPECT_EQ(book.accept(OpportunityId{5}).error().kind, ErrorKind::NotFound);
}

TEST_F(OpportunityStory, WhatIsDismissedAgainAndAgainIsNotSuggestedAnyMore) {
    QByteArray mbox;
    for (int i = 1; i <= 3; ++i) {
        mbox += ask(QByteArray("d" + QByteArray::number(i) + "@caldervoss.example").constData(), i).mbox();
    }
    take(file("box.mbox", mbox));
    ASSERT_EQ(all().size(), 3U);
    for (const Opportunity& one : all()) {
        ASSERT_TRUE(kith::testing::good(book.dismiss(one.id)));
    }
    take(file("more.mbox", ask("d9@caldervoss.example", 9).mbox() +
                               ask("e9@other.example", 9).from("Ben Roth <ben@other.example>").mbox()));
    const auto fresh = all({QStringLiteral("new")});
    ASSERT_EQ(fresh.size(), 1U) << "another sender is believed";
    EXPECT_EQ(fresh.front().address, QStringLiteral("ben@other.example"));
}

TEST_F(OpportunityStory, ANewOneThatNobodyTookUpExpiresByTheMailboxesOwnTime) {
    take(file("box.mbox", ask("x1@caldervoss.example", 1).mbox()));
    EXPECT_EQ(only().status, OpportunityStatus::New);
    clock.advance(Millis{std::chrono::hours{24 * 400}});
    ASSERT_TRUE(OpportunityFinder(*cellar, clock).findAll({}));
    EXPECT_EQ(only().status, OpportunityStatus::New) << "nothing newer came: an archive stands still";
    QByteArray later = kith::testing::aLetter().id("late@x.example").body("See you soon.\n").mbox();
    later.replace("May 2026", "Oct 2026");
    take(file("late.mbox", later));
    EXPECT_EQ(only().status, OpportunityStatus::Expired);
}

TEST_F(OpportunityStory, TakingTheMailOutTakesItsOpportunitiesAlong) {
    const ImportProgress taken = take(file("box.mbox", ask("g1@caldervoss.example").mbox()));
    ASSERT_EQ(all().size(), 1U);
    ASSERT_TRUE(kith::testing::good(cellar->undo.undo(taken.change)));
    EXPECT_TRUE(all().empty());
}
