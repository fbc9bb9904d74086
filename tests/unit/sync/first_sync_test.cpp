// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories of a mailbox that comes into the workspace for the first time, and of what comes after.
#include "tests/unit/sync/sync_house.h"

using namespace kith;
using namespace kith::testing;
using service::MailAction;

namespace {

class FirstSync : public SyncHouse {};

TEST_F(FirstSync, EverythingComesInWithItsLabelsAndFlags) {
    const QString fresh = plant(1);
    const QString work = server.makeLabel(QStringLiteral("Work"));
    const QString filed = plant(2, {work, QStringLiteral("STARRED")});
    const QString sent = plant(3, words({"SENT"}));
    const SyncReport report = cycle();
    EXPECT_EQ(report.mode, SyncMode::Full);
    EXPECT_EQ(report.added, 3);
    EXPECT_TRUE(report.completeness.complete);
    EXPECT_EQ(report.completeness.serverTotal, 3);
    EXPECT_EQ(report.completeness.localTotal, 3);
    EXPECT_EQ(labelsOf(fresh), words({"INBOX", "UNREAD"}));
    EXPECT_EQ(labelsOf(filed), words({"STARRED", "Work"}));
    const auto message = cellar->messages.message(here(sent));
    EXPECT_TRUE((*message)->fromOwner);
    EXPECT_EQ((*message)->account, account);
    EXPECT_EQ(count("SELECT count(*) FROM messages WHERE in_inbox = 1"), 1);
}

TEST_F(FirstSync, TheFirstFiftyAreReadBeforeTheRestIsListed) {
    mailbox.pageSize = 100;
    for (int i = 0; i < 450; ++i) {
        plant(i);
    }
    const SyncReport report = cycle();
    EXPECT_EQ(report.added, 450);
    const qsizetype firstFetch = mailbox.log.indexOf(QStringLiteral("fetch"));
    EXPECT_EQ(mailbox.log.mid(0, firstFetch).count(QStringLiteral("list")), 1);
    EXPECT_EQ(mailbox.log.at(firstFetch + 1), QStringLiteral("aliases"));
    EXPECT_EQ(mailbox.log.count(QStringLiteral("fetch")), 9);
}

TEST_F(FirstSync, NothingNewCostsOneRequestAndANewMessageTwo) {
    plant(1);
    cycle();
    const SyncReport quiet = cycle();
    EXPECT_EQ(quiet.requests, 1);
    EXPECT_EQ(quiet.quotaUnits, 2);
    EXPECT_EQ(quiet.mode, SyncMode::History);
    const QString fresh = plant(2);
    const SyncReport news = cycle();
    EXPECT_EQ(news.requests, 2);
    EXPECT_EQ(news.added, 1);
    EXPECT_EQ(labelsOf(fresh), words({"INBOX", "UNREAD"}));
}

TEST_F(FirstSync, ItGoesOnWhereItWasStopped) {
    mailbox.batch = 10;
    for (int i = 0; i < 60; ++i) {
        plant(i);
    }
    int fetches = 0;
    mailbox.before = [&](const QString& name) -> std::optional<Error> {
        return name == QLatin1String("fetch") && ++fetches == 4
                   ? std::optional(Error{ErrorKind::Unreachable, QStringLiteral("gone"), {}})
                   : std::nullopt;
    };
    EXPECT_FALSE(engine()->cycle({}, {}));
    EXPECT_EQ(count("SELECT count(*) FROM messages"), 30);
    mailbox.before = nullptr;
    reopen();
    mailbox.log.clear();
    EXPECT_EQ(cycle().added, 30);
    EXPECT_EQ(mailbox.log.count(QStringLiteral("list")), 0) << "the ids were rows already";
}

TEST_F(FirstSync, WhatHappensAtTheServerMeanwhileIsNotLost) {
    QStringList ids;
    for (int i = 0; i < 5; ++i) {
        ids << plant(i);
    }
    bool done = false;
    QString late;
    mailbox.after = [&](const QString& name) -> std::optional<Error> {
        if (name == QLatin1String("list") && !done) {
            done = true;
            server.remove(ids[0]);
            server.setLabel(ids[1], QStringLiteral("INBOX"), false);
            late = plant(9);
        }
        return std::nullopt;
    };
    cycle();
    EXPECT_EQ(count("SELECT count(*) FROM messages"), 5);
    EXPECT_EQ(labelsOf(ids[1]), words({"UNREAD"}));
    EXPECT_EQ(labelsOf(late), words({"INBOX", "UNREAD"}));
}

TEST_F(FirstSync, TwoEqualLettersOfOneMailboxStayTwo) {
    const QString one = plant(1);
    const QString other = plant(1, words({"TRASH"}));
    cycle();
    EXPECT_NE(here(one), here(other));
    EXPECT_EQ(labelsOf(one), words({"INBOX", "UNREAD"}));
    EXPECT_EQ(labelsOf(other), words({"TRASH"}));
    server.remove(one);
    cycle();
    EXPECT_EQ(count("SELECT count(*) FROM messages"), 1);
    EXPECT_EQ(labelsOf(other), words({"TRASH"}));
}

TEST_F(FirstSync, MessagesOfOneConversationThereStandInOneHere) {
    const QString first = plant(1);
    const QString other = plant(2, words({"INBOX"}), first);
    const QString alone = plant(3);
    cycle();
    EXPECT_EQ(threadOf(first), threadOf(other));
    EXPECT_NE(threadOf(first), threadOf(alone));
}

TEST_F(FirstSync, MailThatAFileBroughtIsLinkedNotDoubled) {
    take(file("old.mbox", aLetter().id("m1@caldervoss.example").subject("Order 1").day(2).labels("Projects").mbox()));
    const MessageId before = byId("m1@caldervoss.example");
    const QString remote = plant(1, words({"INBOX", "UNREAD"}));
    cycle();
    EXPECT_EQ(here(remote), before);
    EXPECT_EQ(count("SELECT count(*) FROM messages"), 1);
    EXPECT_EQ(labelsOf(remote), words({"INBOX", "Projects", "UNREAD"}));
    EXPECT_TRUE(outbox().empty()) << "what a file said is not pushed to the server";
    server.remove(remote);
    cycle();
    EXPECT_EQ(byId("m1@caldervoss.example"), before) << "the file's letter stays";
}

TEST_F(FirstSync, WhatIsGoneAtTheServerGoesHereWithEverythingOfIt) {
    const QString first = plant(1);
    plant(2);
    cycle();
    const MessageId id = here(first);
    server.remove(first);
    const SyncReport report = cycle();
    EXPECT_EQ(report.deleted, 1);
    EXPECT_FALSE(*cellar->messages.message(id));
    EXPECT_EQ(count("SELECT count(*) FROM threads"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM events WHERE type = 'message.deleted'"), 1);
}

TEST_F(FirstSync, AMessageThatCannotBeFetchedIsAGapAndComesLater) {
    const QString sick = plant(1);
    plant(2);
    mailbox.failsToFetch = [&](const QString& id) { return id == sick; };
    const SyncReport report = cycle();
    EXPECT_EQ(report.completeness.gaps, 1);
    EXPECT_FALSE(report.completeness.complete);
    EXPECT_EQ(cycle().requests, 1) << "it waits before it is asked for again";
    mailbox.failsToFetch = nullptr;
    clock.advance(Millis{60'000});
    EXPECT_EQ(cycle().added, 1);
    EXPECT_EQ(labelsOf(sick), words({"INBOX", "UNREAD"}));
}

TEST_F(FirstSync, FetchingAndPreparingOnOtherThreadsComesToTheSame) {
    workers = 2;
    light = false;
    mailbox.batch = 7;
    for (int i = 0; i < 120; ++i) {
        plant(i);
    }
    EXPECT_EQ(cycle().added, 120);
    EXPECT_EQ(count("SELECT count(*) FROM messages WHERE priority >= 0"), 120);
    const QString fresh = plant(500);
    EXPECT_EQ(cycle().requests, 2);
    EXPECT_EQ(decision(here(fresh)).message, here(fresh));
}

TEST_F(FirstSync, OwnAddressesAndSignaturesCome) {
    mailbox.ownAliases = {
        {QStringLiteral("sales@fjordlight.example"), QStringLiteral("Mara"), QStringLiteral("<b>Mara</b>"), true}};
    cycle();
    const auto owners = cellar->owners.addresses();
    EXPECT_TRUE(owners->contains(QStringLiteral("sales@fjordlight.example")));
    const auto aliases = storage::RemoteLabelStore(*cellar->database, account).aliases();
    ASSERT_EQ(aliases->size(), 1u);
    EXPECT_EQ(aliases->front().signature, QStringLiteral("<b>Mara</b>"));
}

}  // namespace
