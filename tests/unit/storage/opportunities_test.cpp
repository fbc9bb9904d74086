// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Opportunities as rows, in both dialects.
#include "tests/unit/storage/storage_test_support.h"

#include "core/storage/opportunity_store.h"
#include "core/storage/undo.h"

using namespace kith;
using namespace kith::storage;

namespace {

class OpportunityRows : public kith::testing::StorageTest {
protected:
    Opportunity on(MessageId message, const char* kind) {
        Opportunity one;
        one.kind = QString::fromLatin1(kind);
        one.address = QStringLiteral("ada@north.example");
        one.name = QStringLiteral("Ada");
        one.confidence = 0.8125;
        one.message = message;
        one.evidence = {{QStringLiteral("Shall we meet?"), 2, 16}};
        one.amount = 38400.5;
        one.currency = QStringLiteral("EUR");
        one.due = QDate(2023, 12, 1);
        one.saidAt = Millis{1'700'000'000'000};
        one.changedAt = m_clock.now();
        return one;
    }
    OpportunityId keep(const Opportunity& one) {
        ChangeWriter change(db(),
                            {QStringLiteral("opportunities.found"), QStringLiteral("local"), {}, {}, {}, {}, true});
        const OpportunityId id = OpportunityStore(db()).add(change, one);
        EXPECT_TRUE(change.commit());
        return id;
    }
};

TEST_P(OpportunityRows, ComeBackAsTheyWereWrittenAndAreFoundByStatusAndKind) {
    OpportunityStore store(db());
    const MessageId message = add({}).message;
    Opportunity written = on(message, "pricing");
    written.id = keep(written);
    keep(on(message, "demo"));
    const auto read = store.opportunity(written.id);
    ASSERT_TRUE(read && *read);
    written.thread = (*read)->thread;
    written.rfc822MessageId = (*read)->rfc822MessageId;
    EXPECT_EQ(**read, written);
    OpportunityQuery query;
    query.statuses = {QStringLiteral("new"), QStringLiteral("active")};
    query.kinds = {QStringLiteral("demo")};
    ASSERT_EQ(store.list(query)->size(), 1U);
    query.statuses = {QStringLiteral("dismissed")};
    EXPECT_TRUE(store.list(query)->empty());
    EXPECT_EQ(store.count({QStringLiteral("new")}).value(), 2);
    EXPECT_TRUE(store.inThread(written.thread, QStringLiteral("pricing")).value().has_value());
    EXPECT_FALSE(store.inThread(written.thread, QStringLiteral("speaking")).value().has_value());
}

TEST_P(OpportunityRows, WhatTheUserSettledIsCountedForTheSenderAndForAll) {
    OpportunityStore store(db());
    Opportunity one = on(add({}).message, "pricing");
    one.id = keep(one);
    one.status = OpportunityStatus::Dismissed;
    one.settledBy = QStringLiteral("user");
    ChangeWriter change(db(), {QStringLiteral("opportunity.dismissed"), QStringLiteral("user"), {}, {}, {}, {}, true});
    store.save(change, one);
    const auto done = change.commit();
    ASSERT_TRUE(done);
    EXPECT_EQ(store.settled(one.address, one.kind)->dismissed, (std::array<int, 2>{1, 1}));
    EXPECT_EQ(store.settled(QStringLiteral("bo@x.example"), one.kind)->dismissed, (std::array<int, 2>{0, 1}));
    ASSERT_TRUE(UndoStore(db()).undo(*done));
    EXPECT_EQ(store.settled(one.address, one.kind)->dismissed, (std::array<int, 2>{0, 0}));
}

TEST_P(OpportunityRows, TheStaleAreNewOldAndPastTheirDay) {
    OpportunityStore store(db());
    keep(on(add({}).message, "pricing"));
    const Millis after{1'700'000'000'001};
    EXPECT_EQ(store.stale(after, QDate(2024, 1, 1))->size(), 1U);
    EXPECT_TRUE(store.stale(after, QDate(2023, 12, 1))->empty()) << "its day is not over";
    EXPECT_TRUE(store.stale(Millis{1'600'000'000'000}, QDate(2024, 1, 1))->empty());
    EXPECT_EQ(store.newestMail().value() / Millis{1000}, 1'700'000'000);
}

TEST_P(OpportunityRows, AMessageIsReadOnceByTheSameWeights) {
    OpportunityStore store(db());
    const MessageId message = add({}).message;
    EXPECT_FALSE(store.wasRead(message, QStringLiteral("a")).value());
    ASSERT_TRUE(store.noteRead(message, QStringLiteral("a")));
    EXPECT_TRUE(store.wasRead(message, QStringLiteral("a")).value());
    EXPECT_FALSE(store.wasRead(message, QStringLiteral("b")).value());
    ASSERT_TRUE(store.noteRead(message, QStringLiteral("b")));
    EXPECT_TRUE(store.wasRead(message, QStringLiteral("b")).value());
}

KITH_BOTH_DIALECTS(OpportunityRows);

}  // namespace
