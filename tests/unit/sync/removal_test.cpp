// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories of an account that leaves, and of what it leaves behind: nothing.
#include "core/service/account_removal.h"
#include "tests/unit/sync/sync_house.h"

using namespace kith;
using namespace kith::testing;
using service::MailAction;

namespace {

class Removal : public SyncHouse {
protected:
    service::AccountRemovalReport remove(bool keepMail) {
        service::AccountRemoval removal;
        removal.account = account;
        removal.keepMail = keepMail;
        removal.mailbox = &mailbox;
        const auto report = service::removeAccount(*cellar, clock, removal, {});
        EXPECT_TRUE(good(report));
        return report ? *report : service::AccountRemovalReport{};
    }
    void expectNoTrace() {
        for (const char* table :
             {"accounts", "remote_messages", "remote_labels", "remote_aliases", "sync_state", "outbox"}) {
            EXPECT_EQ(*cellar->database->number(QByteArray("SELECT count(*) FROM ") + table), 0) << table;
        }
    }
};

TEST_F(Removal, NothingStaysOnEitherSide) {
    const QString snoozed = plant(1);
    const QString marked = plant(2);
    const QString mine = server.makeLabel(QStringLiteral("Mine"));
    server.setLabel(marked, mine, true);
    for (int i = 10; i < 260; ++i) {
        plant(i);
    }
    cycle();
    act(MailAction::Snooze, snoozed, clock.now() + Millis{36'000'000});
    label(marked, "Priority/High", true);
    cycle();
    act(MailAction::Star, marked);  // never sent
    const auto report = remove(false);
    EXPECT_EQ(report.messages, 252);
    EXPECT_EQ(report.labelsDeleted, 2);
    EXPECT_EQ(report.backToInbox, 1);
    EXPECT_EQ(server.namesOf(snoozed), words({"INBOX", "UNREAD"}));
    EXPECT_EQ(server.namesOf(marked), words({"INBOX", "Mine", "UNREAD"}));
    EXPECT_EQ(server.labels.size(), 1) << "the person's own label is left alone";
    expectNoTrace();
    for (const char* table : {"messages", "threads", "thread_keys", "message_search_docsize", "message_labels",
                              "owner_addresses", "observations", "correspondents"}) {
        EXPECT_EQ(*cellar->database->number(QByteArray("SELECT count(*) FROM ") + table), 0) << table;
    }
}

TEST_F(Removal, MailStaysWhereThePersonWantsIt) {
    const QString id = plant(1);
    cycle();
    const MessageId message = here(id);
    EXPECT_EQ(remove(true).kept, 1);
    expectNoTrace();
    EXPECT_EQ(labelsOf(message), words({"INBOX", "UNREAD"}));
    EXPECT_FALSE((*cellar->messages.message(message))->account);
}

TEST_F(Removal, WhatAFileBroughtTooStays) {
    const QString id = plant(1);
    plant(2);
    cycle();
    const MessageId message = here(id);
    take(file("old.mbox", aLetter().id("m1@caldervoss.example").subject("Order 1").day(2).mbox()));
    const auto report = remove(false);
    EXPECT_EQ(report.messages, 1);
    EXPECT_EQ(report.kept, 1);
    EXPECT_TRUE(*cellar->messages.message(message));
}

TEST_F(Removal, AServerThatIsAwayIsToldOfAndTheRestIsDone) {
    const QString id = plant(1);
    cycle();
    label(id, "Priority/High", true);
    cycle();
    mailbox.before = [](const QString&) {
        return std::optional(Error{ErrorKind::Unreachable, QStringLiteral("no network"), {}});
    };
    EXPECT_EQ(remove(false).serverProblem, QStringLiteral("no network"));
    expectNoTrace();
}

TEST_F(Removal, ItGoesOnAfterAStop) {
    for (int i = 0; i < 250; ++i) {
        plant(i);
    }
    cycle();
    std::stop_source stop;
    service::AccountRemoval removal;
    removal.account = account;
    removal.progress = [&](qint64) { stop.request_stop(); };
    EXPECT_EQ(service::removeAccount(*cellar, clock, removal, stop.get_token()).error().kind, ErrorKind::Cancelled);
    EXPECT_EQ((*storage::AccountStore(*cellar->database).account(account))->state, AccountState::Removing);
    EXPECT_EQ(count("SELECT count(*) FROM messages"), 150);
    reopen();
    EXPECT_EQ(remove(false).messages, 150);
    expectNoTrace();
}

}  // namespace
