// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories of the smaller stores: tasks, imports, the ledger, observations, what the ranker learned.
#include "tests/unit/storage/storage_test_support.h"

#include "core/storage/contact_store.h"
#include "core/storage/egress_store.h"
#include "core/storage/observation_store.h"
#include "core/storage/table_shape.h"
#include "core/storage/task_store.h"
#include "core/storage/triage_store.h"
#include "core/storage/undo.h"

using namespace kith;
using namespace kith::storage;

namespace {

class Stores : public kith::testing::StorageTest {
protected:
    Task task(const char* entity) {
        Task task;
        task.kind = QStringLiteral("enrich");
        task.entity = QString::fromLatin1(entity);
        task.maxAttempts = 2;
        task.nextAttempt = m_clock.now();
        return task;
    }
};

TEST_P(Stores, ATaskIsTakenOnceTriedAgainAndGivenUp) {
    TaskStore tasks(db());
    const TaskId id = tasks.add(task("contact:1")).value();
    EXPECT_EQ(tasks.add(task("contact:1")).value(), id);
    ASSERT_EQ(tasks.take(QStringLiteral("enrich"), 5)->size(), 1U);
    EXPECT_TRUE(tasks.take(QStringLiteral("enrich"), 5)->empty());
    EXPECT_EQ(tasks.fail(id, QStringLiteral("no answer"), Millis{1000}).value(), TaskState::Pending);
    EXPECT_TRUE(tasks.take(QStringLiteral("enrich"), 5)->empty());
    m_clock.advance(Millis{1000});
    ASSERT_EQ(tasks.take(QStringLiteral("enrich"), 5)->size(), 1U);
    EXPECT_EQ(tasks.reclaim(QStringLiteral("enrich")).value(), 1);
    ASSERT_EQ(tasks.take(QStringLiteral("enrich"), 5)->size(), 1U);
    EXPECT_EQ(tasks.fail(id, QStringLiteral("no answer"), Millis{0}).value(), TaskState::Failed);
    EXPECT_EQ(tasks.counts(QStringLiteral("enrich"))->failed, 1);
    EXPECT_EQ(tasks.retryFailed(QStringLiteral("enrich")).value(), 1);
    KITH_ASSERT_GOOD(tasks.finish(id, TaskState::Skipped, QStringLiteral("not needed")));
    EXPECT_EQ(tasks.task(id).value()->reason, QStringLiteral("not needed"));
    EXPECT_NE(tasks.add(task("contact:1")).value(), id);
}

TEST_P(Stores, AnImportGoesOnWhereItWasKilled) {
    ImportStore imports(db());
    const ImportId id = *imports.start(QStringLiteral("mail"), QStringLiteral("a.mbox"));
    KITH_ASSERT_GOOD(imports.advance(id, {{{QStringLiteral("offset"), 4096}}, 10, 8, 1, 1}));
    KITH_ASSERT_GOOD(imports.reject(id, {QStringLiteral("a.mbox"), 77, QStringLiteral("no header")}));
    KITH_ASSERT_GOOD(imports.reject(id, {QStringLiteral("a.mbox"), 99, QStringLiteral("no header")}));
    reopen();
    ImportStore again(db());
    const auto found = again.unfinished(QStringLiteral("mail"), QStringLiteral("a.mbox")).value();
    ASSERT_TRUE(found);
    EXPECT_EQ(found->position.value(QStringLiteral("offset")).toInt(), 4096);
    EXPECT_EQ(found->seen, found->added + found->duplicate + found->rejected);
    EXPECT_EQ(again.rejects(id, 10)->size(), 2U);
    const auto paused = again.finish(id, ImportState::Paused, QStringLiteral("user"));
    KITH_ASSERT_GOOD(paused);
    const auto finished = again.finish(id, ImportState::Finished, QStringLiteral("user"));
    KITH_ASSERT_GOOD(finished);
    EXPECT_EQ(*paused, *finished);
    EXPECT_FALSE(again.unfinished(QStringLiteral("mail"), QStringLiteral("a.mbox")).value());
}

TEST_P(Stores, TheLedgerKeepsTheExactText) {
    EgressStore ledger(db());
    EgressEntry entry;
    entry.service = QStringLiteral("model.example");
    entry.body = QByteArray("{\"a\":\"\xc3\xa9\"}\0x", 13);
    entry.at = m_clock.now();
    const qint64 id = ledger.add(entry).value();
    EXPECT_EQ(ledger.entry(id).value()->body, entry.body);
    ASSERT_EQ(ledger.list(0, 10)->size(), 1U);
    EXPECT_TRUE(ledger.list(id, 10)->empty());
}

TEST_P(Stores, AnObservationIsFoundOnceAndAPersonCanBeTakenBack) {
    ObservationStore people(db());
    Observation seen;
    seen.entity = QStringLiteral("address:ada@north.example");
    seen.field = QStringLiteral("phone");
    seen.value = QStringLiteral("+1 555 0100");
    seen.normalized = QStringLiteral("+15550100");
    seen.source = QStringLiteral("signature");
    EXPECT_EQ(people.addFound(std::vector{seen, seen}).value(), 1);
    EXPECT_EQ(people.of(seen.entity)->at(0).value, seen.value);
    ChangeWriter change(db(), {QStringLiteral("contact.added"), QStringLiteral("user"), {}, {}, {}, {}, true});
    ContactStore contacts(db());
    const Identity known{QStringLiteral("email"), QStringLiteral("ada@north.example")};
    const auto ada = contacts.add(change, QStringLiteral("Ada"));
    KITH_ASSERT_GOOD(ada);
    KITH_ASSERT_GOOD(contacts.addIdentity(change, *ada, known));
    KITH_ASSERT_GOOD(change.commit());
    EXPECT_EQ(contacts.find(known).value(), *ada);
    KITH_ASSERT_GOOD(UndoStore(db()).undoLast());
    EXPECT_EQ(contacts.count().value(), 0);
}

TEST_P(Stores, WhatTheRankerLearnedComesBackByteForByte) {
    TriageStore triage(db());
    const RankerState state{QStringLiteral("v1"), QByteArray("\0\xff\x01weights", 10), {}, 12};
    KITH_ASSERT_GOOD(triage.saveRankerState(QStringLiteral("user"), state));
    KITH_ASSERT_GOOD(triage.saveRankerState(QStringLiteral("user"), state));
    EXPECT_EQ(triage.rankerState(QStringLiteral("user")).value()->weights, state.weights);
    EXPECT_FALSE(triage.rankerState(QStringLiteral("other")).value());
}

TEST_P(Stores, ADecisionIsKeptWhole) {
    const auto letter = add({.id = QStringLiteral("a")});
    Decision decision;
    decision.message = letter.message;
    decision.priority = Priority::High;
    decision.importance = 0.7123456789;
    decision.bandProbability = {0.1, 0.1, 0.2, 0.5, 0.1};
    decision.contributions = {{QStringLiteral("sender.sent_to"), QStringLiteral("you wrote"), 2.5, 0.3, 0.75, 4, 9}};
    decision.rules = {QStringLiteral("vip")};
    decision.inputsHash = "abc";
    decision.modelRecord = "{\"name\":\"m\"}";
    ChangeWriter change(db(), {QStringLiteral("triage"), QStringLiteral("local"), {}, {}, {}, {}, true});
    const auto id = TriageStore(db()).save(change, {decision, {}, {{QStringLiteral("hour"), 9}}});
    KITH_ASSERT_GOOD(id);
    KITH_ASSERT_GOOD(change.commit());
    const auto stored = TriageStore(db()).latest(letter.message).value();
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->importance, decision.importance);
    EXPECT_EQ(stored->bandProbability, decision.bandProbability);
    EXPECT_EQ(stored->contributions[0].effect, 0.75);
    EXPECT_EQ(stored->contributions[0].evidenceEnd, 9);
    EXPECT_EQ(stored->rules, decision.rules);
    EXPECT_EQ(stored->modelRecord, decision.modelRecord);
    EXPECT_EQ(TriageStore(db()).inputs(*id)->value(QStringLiteral("hour")).toInt(), 9);
    EXPECT_TRUE(TriageStore(db()).undecided({}, 5)->empty());
}

TEST_P(Stores, TheJournalKnowsEveryColumnOfItsTables) {
    for (const char* table : {"message_labels", "labels", "settings", "accounts", "feedback", "decisions", "contacts",
                              "identities", "observations", "contact_merges", "contact_pairs"}) {
        const TableShape* shape = tableShape(table);
        ASSERT_TRUE(shape) << table;
        Statement row = db().query(QByteArray("SELECT * FROM ") + table);
        row.next();
        // Whether a correction was looked at is bookkeeping: it must not stand in the way of taking it back.
        const size_t bookkeeping = QByteArray(table) == "feedback" ? 1 : 0;
        EXPECT_EQ(size_t(row.columns()), shape->keys.size() + shape->values.size() + bookkeeping) << table;
    }
}

TEST(TimeIds, GrowAndStaySmall) {
    kith::testing::StandingClock clock;
    TimeIdSource ids(clock, 1);
    qint64 last = 0;
    for (int i = 0; i < 10'000; ++i) {
        const qint64 id = ids.next();
        EXPECT_GT(id, last);
        EXPECT_LT(id, qint64(1) << 53);
        last = id;
    }
}

TEST(DatabaseUrls, HidePasswords) {
    EXPECT_EQ(DatabaseUrl::parse(QStringLiteral("postgresql://ada:secret@host/kith")).shown(),
              QStringLiteral("postgresql://ada@host/kith"));
    EXPECT_EQ(DatabaseUrl::parse(QStringLiteral("some/file.sqlite")).dialect, Dialect::Sqlite);
}

KITH_BOTH_DIALECTS(Stores);

}  // namespace
