// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories of histories that do not reach back, of labels that change their names, and of counts that differ.
#include "tests/unit/sync/sync_house.h"

using namespace kith;
using namespace kith::testing;
using service::MailAction;

namespace {

class Reconcile : public SyncHouse {};

TEST_F(Reconcile, AnExpiredHistoryIsMadeGoodWithoutFetchingWhatIsHere) {
    mailbox.pageSize = 20;
    QStringList ids;
    for (int i = 0; i < 60; ++i) {
        ids << plant(i);
    }
    cycle();
    server.remove(ids[0]);
    server.setLabel(ids[1], QStringLiteral("INBOX"), false);
    server.setLabel(ids[2], QStringLiteral("STARRED"), true);
    const QString fresh = plant(100);
    server.expireHistory();
    mailbox.log.clear();
    const SyncReport report = cycle();
    EXPECT_EQ(report.mode, SyncMode::Reconcile);
    EXPECT_EQ(report.added, 1);
    EXPECT_EQ(report.deleted, 1);
    EXPECT_EQ(report.updated, 2);
    EXPECT_EQ(labelsOf(ids[1]), words({"UNREAD"}));
    EXPECT_EQ(labelsOf(ids[2]), words({"INBOX", "STARRED", "UNREAD"}));
    EXPECT_EQ(labelsOf(fresh), words({"INBOX", "UNREAD"}));
    EXPECT_EQ(mailbox.log.count(QStringLiteral("fetch")), 1) << "only what is new";
}

TEST_F(Reconcile, WhatTheUserDidMeanwhileStays) {
    const QString archived = plant(1);
    const QString snoozed = plant(2);
    cycle();
    act(MailAction::Snooze, snoozed, clock.now() + Millis{36'000'000});
    cycle();
    act(MailAction::Archive, archived);
    mailbox.before = [](const QString& name) -> std::optional<Error> {
        return name == QLatin1String("modify") ? std::optional(Error{ErrorKind::Malformed, QStringLiteral("cut"), {}})
                                               : std::nullopt;
    };
    server.expireHistory();
    EXPECT_EQ(cycle().mode, SyncMode::Reconcile);
    EXPECT_EQ(labelsOf(archived), words({"UNREAD"}));
    EXPECT_EQ(outbox().size(), 1u);
    EXPECT_EQ(count("SELECT count(*) FROM messages WHERE snoozed_until > 0"), 1);
    mailbox.before = nullptr;
    clock.advance(Millis{120'000});
    cycle();
    EXPECT_EQ(server.namesOf(archived), words({"UNREAD"}));
}

TEST_F(Reconcile, ALabelThatGoesAwayWhileItIsComparedHoldsUpNothing) {
    const QString alpha = server.makeLabel(QStringLiteral("Alpha"));
    const QString carrier = plant(1, {QStringLiteral("INBOX"), alpha});
    cycle();
    EXPECT_EQ(labelsOf(carrier), words({"Alpha", "INBOX"}));
    server.expireHistory();
    mailbox.before = [&](const QString& name) -> std::optional<Error> {
        if (name == QLatin1String("listLabelled")) {
            server.removeLabel(alpha);
        }
        return std::nullopt;
    };
    EXPECT_EQ(cycle().mode, SyncMode::Reconcile);
    EXPECT_EQ(labelsOf(carrier), words({"INBOX"}));
    mailbox.log.clear();
    cycle();
    EXPECT_EQ(mailbox.log, words({"history"}));
}

TEST_F(Reconcile, TheSameOldIdAgainIsAPauseNotAnError) {
    plant(1);
    cycle();
    server.oldest = server.now + 1;  // the server will not answer from any id it gives
    std::vector<SyncPhase> phases;
    hooks.status = [&](const SyncStatus& status) { phases.push_back(status.phase); };
    cycle();
    mailbox.log.clear();
    const SyncReport report = cycle();
    EXPECT_EQ(phases.back(), SyncPhase::Waiting);
    EXPECT_LE(report.requests, 2);
    EXPECT_EQ(cycle().requests, 0) << "it is not asked again before its time";
    EXPECT_FALSE(mailbox.log.contains(QStringLiteral("list")));
    server.oldest = 0;
    clock.advance(Millis{3'000'000});
    const QString fresh = plant(2);
    cycle();
    EXPECT_EQ(labelsOf(fresh), words({"INBOX", "UNREAD"}));
}

TEST_F(Reconcile, AServerThatKeepsForgettingIsNotStormed) {
    plant(1);
    cycle();
    mailbox.before = [&](const QString& name) -> std::optional<Error> {
        server.now += 1;  // something always moves
        return name == QLatin1String("history") ? std::optional(Error{ErrorKind::NotFound, QStringLiteral("old"), {}})
                                                : std::nullopt;
    };
    qint64 lists = 0;
    for (int minute = 0; minute < 60; ++minute) {
        clock.advance(Millis{60'000});
        mailbox.log.clear();
        (void)engine()->cycle({}, {});
        lists += mailbox.log.count(QStringLiteral("list"));
    }
    EXPECT_LE(lists, 40);
    mailbox.before = nullptr;
    clock.advance(Millis{3'600'000});
    cycle();
    EXPECT_TRUE(cycle().completeness.complete);
}

TEST_F(Reconcile, ALabelThatWasRenamedThereHasTheNewNameHere) {
    const QString work = server.makeLabel(QStringLiteral("Work"));
    const QString id = plant(1, {QStringLiteral("INBOX"), work});
    cycle();
    server.renameLabel(work, QStringLiteral("Customers"));
    clock.advance(Millis{3'700'000});
    cycle();
    EXPECT_EQ(labelsOf(id), words({"Customers", "INBOX"}));
    EXPECT_TRUE(outbox().empty());
    EXPECT_EQ(count("SELECT count(*) FROM labels WHERE name = 'Work'"), 0);
}

TEST_F(Reconcile, ARenamedLabelThatFilesShareLeavesTheirs) {
    take(file("old.mbox", aLetter().id("file@caldervoss.example").labels("Work").mbox()));
    const QString work = server.makeLabel(QStringLiteral("Work"));
    const QString id = plant(1, {work});
    cycle();
    label(id, "Work", false);  // still on its way out when the name changes
    server.renameLabel(work, QStringLiteral("Customers"));
    mailbox.before = [](const QString& name) -> std::optional<Error> {
        return name == QLatin1String("modify") ? std::optional(Error{ErrorKind::Malformed, QStringLiteral("cut"), {}})
                                               : std::nullopt;
    };
    clock.advance(Millis{3'700'000});
    cycle();
    EXPECT_EQ(labelsOf(id), QStringList());
    EXPECT_TRUE(labelsOf(byId("file@caldervoss.example")).contains(QStringLiteral("Work")));
    ASSERT_EQ(outbox().size(), 1u);
    EXPECT_EQ(outbox().front().remove, words({"Customers"}));
    mailbox.before = nullptr;
    clock.advance(Millis{120'000});
    cycle();
    EXPECT_EQ(server.namesOf(id), QStringList());
}

TEST_F(Reconcile, ALabelThatWasDeletedThereLeavesItsMessages) {
    const QString work = server.makeLabel(QStringLiteral("Work"));
    const QString id = plant(1, {QStringLiteral("INBOX"), work});
    cycle();
    server.removeLabel(work);
    clock.advance(Millis{3'700'000});
    cycle();
    EXPECT_EQ(labelsOf(id), words({"INBOX"}));
    EXPECT_EQ(count("SELECT count(*) FROM labels WHERE name = 'Work'"), 0);
    EXPECT_TRUE(outbox().empty());
}

TEST_F(Reconcile, ALabelMadeThereIsLearntFromTheFirstMessageThatCarriesIt) {
    plant(1);
    cycle();
    const QString work = server.makeLabel(QStringLiteral("Work"));
    const QString id = plant(2, {work});
    cycle();
    EXPECT_EQ(labelsOf(id), words({"Work"}));
}

TEST_F(Reconcile, RepairFindsWhatHistoryNeverTold) {
    const QString id = plant(1);
    cycle();
    server.messages.at(id).labels = words({"STARRED"});  // behind the history's back
    EXPECT_EQ(cycle().updated, 0);
    service::SyncOptions repair;
    repair.repair = true;
    EXPECT_GE(cycle(repair).updated, 1);
    EXPECT_EQ(labelsOf(id), words({"STARRED"}));
}

TEST_F(Reconcile, AMessageThatTheListingMissedIsFoundByCounting) {
    plant(1);
    const QString hidden = plant(2);
    bool first = true;
    mailbox.before = [&](const QString& name) -> std::optional<Error> {
        if (name == QLatin1String("list") && first) {
            std::erase(server.order, hidden);
        } else if (first && name == QLatin1String("fetch")) {
            first = false;
            server.order.insert(server.order.begin(), hidden);
        }
        return std::nullopt;
    };
    cycle();
    EXPECT_EQ(labelsOf(hidden), words({"INBOX", "UNREAD"}));
}

TEST_F(Reconcile, PagesThatAreEmptyTwiceOrBackToFrontChangeNothing) {
    for (const bool tells : {true, false}) {
        mailbox.tellsAfter = tells;
        mailbox.shortHistory = true;
        mailbox.pageSize = 3;
        const QString id = plant(tells ? 1 : 2);
        cycle();
        for (int i = 0; i < 7; ++i) {
            server.setLabel(id, QStringLiteral("STARRED"), i % 2 == 0);
            server.setLabel(id, QStringLiteral("INBOX"), i % 2 == 1);
        }
        cycle();
        EXPECT_EQ(labelsOf(id), words({"STARRED", "UNREAD"}));
    }
}

}  // namespace
