// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories of doing, undoing and doing again, and of the chain that remembers it.
#include "tests/unit/storage/storage_test_support.h"

#include "core/storage/message_marks.h"
#include "core/storage/settings_store.h"
#include "core/storage/triage_store.h"
#include "core/storage/undo.h"

#include <QBuffer>

#include <random>

using namespace kith;
using namespace kith::storage;

namespace {

ChangeInfo deed(const QString& kind) {
    return {kind, QStringLiteral("user"), QStringLiteral("message:1"), QStringLiteral("click"), kind, {}, true};
}

class Journal : public kith::testing::StorageTest {
protected:
    std::vector<MessageId> mailbox(int count) {
        std::vector<MessageId> ids;
        for (int i = 0; i < count; ++i) {
            ids.push_back(add({.id = QStringLiteral("m%1@north.example").arg(i),
                               .subject = QStringLiteral("Plan %1").arg(i),
                               .second = 1'700'000'000 + i * 60})
                              .message);
        }
        return ids;
    }
    void correct(ChangeWriter& change, MessageId message, int priority) {
        TriageStore triage(db());
        Decision decision;
        decision.message = message;
        decision.priority = static_cast<Priority>(priority);
        decision.importance = priority / 4.0;
        decision.decidedBy = DecidedBy::User;
        KITH_EXPECT_GOOD(triage.save(change, {decision, {QStringLiteral("asks")}, {}}));
        KITH_EXPECT_GOOD(triage.addFeedback(change, {{},
                                                     message,
                                                     static_cast<Priority>(priority),
                                                     Priority::Low,
                                                     FeedbackScope::Message,
                                                     {},
                                                     {},
                                                     {},
                                                     m_clock.now()}));
    }
    void randomDeed(const std::vector<MessageId>& ids, std::mt19937& random) {
        m_clock.advance(Millis{10});
        ChangeWriter change(db(), deed(QStringLiteral("message.marked")));
        MessageMarks marks(change);
        const std::vector<MessageId> some{ids[random() % ids.size()], ids[random() % ids.size()]};
        switch (random() % 7) {
        case 0:
            marks.archive(some);
            break;
        case 1:
            marks.moveToInbox(some);
            break;
        case 2:
            marks.setStarred(some, random() % 2 == 0);
            break;
        case 3:
            marks.snooze(some, Millis{qint64(random() % 5) * 1000});
            break;
        case 4:
            marks.setLabel(some, QStringLiteral("Priority/%1").arg(random() % 3), random() % 2 == 0);
            break;
        case 5:
            marks.setUnread(some, random() % 2 == 0);
            break;
        default:
            correct(change, some[0], int(random() % 5));
            break;
        }
        KITH_ASSERT_GOOD(change.commit());
    }
};

TEST_P(Journal, TwoHundredRandomDeedsUndoToTheStartAndRedoToTheEnd) {
    const auto ids = mailbox(12);
    std::mt19937 random(42);
    const QByteArray start = dump();
    for (int i = 0; i < 200; ++i) {
        randomDeed(ids, random);
    }
    const QByteArray end = dump();
    ASSERT_NE(start, end);
    UndoStore undo(db());
    while (undo.lastUndoable().value()) {
        const auto report = undo.undoLast();
        KITH_ASSERT_GOOD(report);
        ASSERT_TRUE(report->conflicts.empty());
    }
    EXPECT_EQ(dump(), start);
    reopen();
    UndoStore again(db());
    while (again.lastRedoable().value()) {
        KITH_ASSERT_GOOD(again.redoLast());
    }
    EXPECT_EQ(dump(), end);
    const auto chain = EventLog(db()).verify();
    KITH_ASSERT_GOOD(chain);
    EXPECT_TRUE(chain->intact);
    EXPECT_GT(chain->events, 400);
}

TEST_P(Journal, ADeedThatIsNotCommittedNeverHappened) {
    const auto ids = mailbox(1);
    const QByteArray before = dump();
    {
        ChangeWriter change(db(), deed(QStringLiteral("message.starred")));
        MessageMarks(change).setStarred(ids, true);
    }
    EXPECT_EQ(dump(), before);
    EXPECT_FALSE(UndoStore(db()).lastUndoable().value());
    EXPECT_EQ(EventLog(db()).verify()->events, 0);
}

TEST_P(Journal, WhatChangedMeanwhileIsReportedAndLeftAlone) {
    const auto ids = mailbox(1);
    ChangeId star;
    for (const Millis until : {Millis{5000}, Millis{9000}}) {
        m_clock.advance(Millis{5});
        ChangeWriter change(db(), deed(QStringLiteral("message.snoozed")));
        MessageMarks(change).snooze(ids, until);
        star = star ? star : *change.commit();
        if (change.id() != star) {
            KITH_ASSERT_GOOD(change.commit());
        }
    }
    const auto report = UndoStore(db()).undo(star);
    KITH_ASSERT_GOOD(report);
    EXPECT_EQ(report->restored, 0);
    ASSERT_EQ(report->conflicts.size(), 1U);
    EXPECT_EQ(report->conflicts[0].reason, QStringLiteral("changed-since"));
    EXPECT_EQ(MessageStore(db()).message(ids[0]).value()->snoozedUntil, Millis{9000});
    EXPECT_EQ(UndoStore(db()).undo(star).error().kind, ErrorKind::Conflict);
}

TEST_P(Journal, ANewDeedEndsWhatCouldBeRedone) {
    const auto ids = mailbox(1);
    const auto star = [&](bool on) {
        m_clock.advance(Millis{5});
        ChangeWriter change(db(), deed(QStringLiteral("message.starred")));
        MessageMarks(change).setStarred(ids, on);
        KITH_EXPECT_GOOD(change.commit());
    };
    star(true);
    m_clock.advance(Millis{5});
    KITH_ASSERT_GOOD(UndoStore(db()).undoLast());
    EXPECT_TRUE(UndoStore(db()).lastRedoable().value());
    star(true);
    EXPECT_FALSE(UndoStore(db()).lastRedoable().value());
}

TEST_P(Journal, AnImportIsTakenBackAsAWhole) {
    const auto ids = mailbox(3);
    const QByteArray before = dump();
    ImportStore imports(db());
    const ImportId id = *imports.start(QStringLiteral("mail"), QStringLiteral("box.mbox"));
    for (int i = 0; i < 5; ++i) {
        addFor(id, {.id = QStringLiteral("new%1@south.example").arg(i),
                    .subject = QStringLiteral("Other"),
                    .second = 1'700'100'000 + i,
                    .references = {QStringLiteral("m0@north.example")}});
    }
    KITH_ASSERT_GOOD(imports.advance(id, {{}, 5, 5, 0, 0}));
    const auto change = imports.finish(id, ImportState::Finished, QStringLiteral("user"));
    KITH_ASSERT_GOOD(change);
    EXPECT_EQ(MessageStore(db()).counts()->messages, 8);
    const auto report = UndoStore(db()).undo(*change);
    KITH_ASSERT_GOOD(report);
    EXPECT_EQ(report->restored, 5);
    EXPECT_EQ(dump(), before);
    EXPECT_EQ(imports.import(id).value()->state, ImportState::Undone);
    EXPECT_EQ(UndoStore(db()).undo(report->change).error().kind, ErrorKind::Unsupported);
    EXPECT_EQ(UndoStore(db()).redoLast().error().kind, ErrorKind::Unsupported) << "and says what to do instead";
}

TEST_P(Journal, ThreadsThatAnImportJoinedFallApartWhenItIsTakenBack) {
    add({.id = QStringLiteral("plan@north.example"), .subject = QStringLiteral("Plan"), .second = 1'700'000'000});
    add({.id = QStringLiteral("re-plan@north.example"),
         .subject = QStringLiteral("Re: Plan"),
         .second = 1'700'000'100});
    add({.id = QStringLiteral("harvest@north.example"), .subject = QStringLiteral("Harvest"), .second = 1'700'000'200});
    add({.id = QStringLiteral("late@north.example"),
         .subject = QStringLiteral("Late"),
         .second = 1'700'000'300,
         .references = {QStringLiteral("harvest@north.example"), QStringLiteral("nobody@north.example")}});
    const QByteArray before = dump();
    ImportStore imports(db());
    const ImportId id = *imports.start(QStringLiteral("mail"), QStringLiteral("box.mbox"));
    addFor(id, {.id = QStringLiteral("joins@south.example"),
                .subject = QStringLiteral("Both"),
                .second = 1'700'100'000,
                .references = {QStringLiteral("plan@north.example"), QStringLiteral("nobody@north.example")}});
    KITH_ASSERT_GOOD(imports.advance(id, {{}, 1, 1, 0, 0}));
    const auto change = imports.finish(id, ImportState::Finished, QStringLiteral("user"));
    KITH_ASSERT_GOOD(change);
    EXPECT_EQ(*db().number("SELECT count(*) FROM threads"), 1);
    KITH_ASSERT_GOOD(UndoStore(db()).undo(*change));
    EXPECT_EQ(*db().number("SELECT count(*) FROM threads"), 2);
    EXPECT_EQ(dump(), before);
}

TEST_P(Journal, ARunOfDecisionsIsTakenBackAndTheEarlierOnesHoldAgain) {
    const auto ids = mailbox(2);
    const auto run = [&](Priority priority) {
        m_clock.advance(Millis{5});
        ChangeWriter change(db(), {QStringLiteral("triage.finished"), QStringLiteral("local"), {}, {}, {}, {}, true});
        std::vector<DecisionToSave> some(2);
        for (size_t i = 0; i < 2; ++i) {
            some[i].decision.message = ids[i];
            some[i].decision.priority = priority;
        }
        KITH_EXPECT_GOOD(TriageStore(db()).saveRun(change, some));
        return *change.commit();
    };
    run(Priority::Low);
    const QByteArray low = dump();
    const ChangeId second = run(Priority::Critical);
    EXPECT_EQ(TriageStore(db()).latest(ids[0]).value()->priority, Priority::Critical);
    KITH_ASSERT_GOOD(UndoStore(db()).undo(second));
    EXPECT_EQ(TriageStore(db()).latest(ids[0]).value()->priority, Priority::Low);
    EXPECT_EQ(dump(), low);
}

TEST_P(Journal, ATamperedEventIsFound) {
    const auto ids = mailbox(1);
    for (int i = 0; i < 5; ++i) {
        m_clock.advance(Millis{5});
        ChangeWriter change(db(), deed(QStringLiteral("message.starred")));
        MessageMarks(change).setStarred(ids, i % 2 == 0);
        KITH_ASSERT_GOOD(change.commit());
    }
    QBuffer lines;
    lines.open(QIODevice::WriteOnly);
    EXPECT_EQ(EventLog(db()).exportTo(lines).value(), 5);
    EXPECT_EQ(lines.data().count('\n'), 5);
    KITH_ASSERT_GOOD(db().run("UPDATE events SET actor = 'nobody' WHERE id = 3"));
    const auto chain = EventLog(db()).verify();
    EXPECT_FALSE(chain->intact);
    EXPECT_EQ(chain->firstBad->value, 3);
}

TEST_P(Journal, SettingsOfTheUserCanBeTakenBack) {
    SettingsStore settings(db());
    for (const int value : {1, 2}) {
        m_clock.advance(Millis{5});
        ChangeWriter change(db(), deed(QStringLiteral("settings.changed")));
        settings.set(change, QStringLiteral("review.threshold"), value);
        KITH_ASSERT_GOOD(change.commit());
    }
    EXPECT_EQ(settings.integer(QStringLiteral("review.threshold"), 0).value(), 2);
    KITH_ASSERT_GOOD(UndoStore(db()).undoLast());
    EXPECT_EQ(settings.integer(QStringLiteral("review.threshold"), 0).value(), 1);
    m_clock.advance(Millis{5});
    KITH_ASSERT_GOOD(UndoStore(db()).undoLast());
    EXPECT_TRUE(settings.value(QStringLiteral("review.threshold"))->isNull());
}

KITH_BOTH_DIALECTS(Journal);

}  // namespace
