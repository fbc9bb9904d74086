// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories of what the user does and how it reaches the server.
#include "core/service/feedback_service.h"
#include "tests/unit/sync/sync_house.h"

using namespace kith;
using namespace kith::testing;
using service::MailAction;

namespace {

class Outbox : public SyncHouse {
protected:
    void expectAgreement() {
        EXPECT_TRUE(outbox().empty());
        for (const auto& [id, message] : server.messages) {
            EXPECT_EQ(labelsOf(id), server.namesOf(id)) << qPrintable(id);
        }
    }
    void failOnce(const char* request, ErrorKind kind, bool afterwards = false) {
        auto done = std::make_shared<bool>(false);
        auto fault = [=](const QString& name) -> std::optional<Error> {
            if (*done || name != QLatin1String(request)) {
                return std::nullopt;
            }
            *done = true;
            return Error{kind, QStringLiteral("planned"), {}};
        };
        (afterwards ? mailbox.after : mailbox.before) = fault;
    }
};

TEST_F(Outbox, AnActionShowsAtOnceAndGoesOut) {
    const QString id = plant(1);
    cycle();
    act(MailAction::Archive, id);
    EXPECT_EQ(labelsOf(id), words({"UNREAD"}));
    ASSERT_EQ(outbox().size(), 1u);
    EXPECT_EQ(outbox().front().remove, words({"INBOX"}));
    const SyncReport report = cycle();
    EXPECT_EQ(report.sent, 1);
    EXPECT_EQ(server.namesOf(id), words({"UNREAD"}));
    EXPECT_EQ(cycle().updated, 0) << "the echo of our own edit changes nothing";
    expectAgreement();
}

TEST_F(Outbox, DeedsCollapseAndEqualOnesGoTogether) {
    const QString one = plant(1);
    const QString two = plant(2);
    const QString three = plant(3);
    cycle();
    act(MailAction::Star, one);
    act(MailAction::MarkRead, one);
    act(MailAction::Unstar, one);
    act(MailAction::MarkRead, two);
    act(MailAction::Archive, three);
    EXPECT_EQ(outbox().size(), 3u);
    mailbox.log.clear();
    EXPECT_EQ(cycle().sent, 3);
    EXPECT_EQ(mailbox.log.count(QStringLiteral("modify")), 2);
    expectAgreement();
}

TEST_F(Outbox, UndoBeforeSendingWithdrawsAndAfterwardsSendsTheInverse) {
    const QString id = plant(1);
    cycle();
    act(MailAction::Trash, id);
    undo();
    EXPECT_TRUE(outbox().empty());
    mailbox.log.clear();
    cycle();
    EXPECT_EQ(mailbox.log.count(QStringLiteral("modify")), 0);
    act(MailAction::Trash, id);
    cycle();
    EXPECT_EQ(server.namesOf(id), words({"TRASH", "UNREAD"}));
    undo();
    cycle();
    EXPECT_EQ(server.namesOf(id), words({"INBOX", "UNREAD"}));
    expectAgreement();
}

TEST_F(Outbox, SnoozingIsALabelThereAndATimeHere) {
    const QString id = plant(1);
    cycle();
    act(MailAction::Snooze, id, clock.now() + Millis{3'600'000});
    cycle();
    EXPECT_EQ(server.namesOf(id), words({"Kith/Snoozed", "UNREAD"}));
    EXPECT_GT(count("SELECT snoozed_until FROM messages"), 0);
    clock.advance(Millis{7'200'000});
    EXPECT_EQ(*service::wakeSnoozed(*cellar, clock.now()), 1);
    cycle();
    EXPECT_EQ(server.namesOf(id), words({"INBOX", "UNREAD"}));
    expectAgreement();
}

TEST_F(Outbox, MovingASnoozedMessageToTheInboxThereWakesItHere) {
    const QString id = plant(1);
    cycle();
    act(MailAction::Snooze, id, clock.now() + Millis{3'600'000});
    cycle();
    server.setLabel(id, QStringLiteral("INBOX"), true);
    cycle();
    EXPECT_EQ(count("SELECT snoozed_until FROM messages"), 0);
    EXPECT_EQ(server.namesOf(id), words({"INBOX", "UNREAD"})) << "the word snoozed is taken away too";
    expectAgreement();
}

TEST_F(Outbox, PriorityLabelsAreMadeWithColoursAndStandAlone) {
    const QString id = plant(1);
    cycle();
    label(id, "Priority/High", true);
    cycle();
    label(id, "Priority/Critical", true);
    cycle();
    EXPECT_EQ(server.namesOf(id), words({"INBOX", "Priority/Critical", "UNREAD"}));
    EXPECT_FALSE(server.labels.first().background.isEmpty());
    expectAgreement();
}

TEST_F(Outbox, ACorrectionIsTheMessagesOnlyPriorityLabelAtTheServerAndItsUndoTakesItAway) {
    const QString id = plant(1);
    cycle();
    label(id, "Priority/Low", true);
    cycle();
    service::TriageService triage(*cellar, clock);
    ASSERT_TRUE(good(triage.learn({})));
    Feedback feedback;
    feedback.message = here(id);
    feedback.assigned = Priority::Critical;
    const auto given = service::giveFeedback(*cellar, triage, clock, feedback);
    ASSERT_TRUE(good(given));
    cycle();
    EXPECT_EQ(server.namesOf(id), words({"INBOX", "Priority/Critical", "UNREAD"}));
    ASSERT_TRUE(good(service::undoChange(*cellar, given->change)));
    cycle();
    EXPECT_EQ(server.namesOf(id), words({"INBOX", "Priority/Low", "UNREAD"}));
    expectAgreement();
}

TEST_F(Outbox, PriorityLabelsStayHereWhereTheAccountSaysSo) {
    const QString id = plant(1);
    cycle();
    Account mine = **storage::AccountStore(*cellar->database).account(account);
    mine.writeLabels = false;
    EXPECT_TRUE(good(storage::AccountStore(*cellar->database).save(mine)));
    label(id, "Priority/High", true);
    act(MailAction::Mute, id);
    cycle();
    EXPECT_EQ(server.namesOf(id), words({"UNREAD"}));
    EXPECT_EQ(labelsOf(id), words({"MUTED", "Priority/High", "UNREAD"}));
}

TEST_F(Outbox, ALabelThatExistsThereInOtherLettersIsTaken) {
    const QString id = plant(1);
    cycle();
    server.makeLabel(QStringLiteral("WORK"));
    label(id, "Work", true);
    cycle();
    EXPECT_EQ(server.labels.size(), 1);
    EXPECT_EQ(server.namesOf(id), words({"INBOX", "UNREAD", "WORK"}));
    cycle();
    EXPECT_TRUE(outbox().empty());
}

TEST_F(Outbox, WithoutANetworkChangesWaitAndGoOutLater) {
    const QString id = plant(1);
    cycle();
    act(MailAction::Archive, id);
    failOnce("modify", ErrorKind::Unreachable);
    EXPECT_FALSE(engine()->cycle({}, {}));
    EXPECT_EQ(labelsOf(id), words({"UNREAD"}));
    ASSERT_EQ(outbox().size(), 1u);
    EXPECT_EQ(outbox().front().attempts, 1);
    EXPECT_EQ(cycle().sent, 0) << "it waits a little";
    clock.advance(Millis{120'000});
    EXPECT_EQ(cycle().sent, 1);
    expectAgreement();
}

TEST_F(Outbox, AnAnswerThatWasLostIsSaidAgainEvenWhenTheUserTookItBack) {
    const QString id = plant(1);
    cycle();
    act(MailAction::Star, id);
    failOnce("modify", ErrorKind::Unreachable, true);  // it arrived, nobody told us
    EXPECT_FALSE(engine()->cycle({}, {}));
    EXPECT_EQ(server.namesOf(id), words({"INBOX", "STARRED", "UNREAD"}));
    undo();
    ASSERT_EQ(outbox().size(), 1u);
    clock.advance(Millis{120'000});
    cycle();
    EXPECT_EQ(server.namesOf(id), words({"INBOX", "UNREAD"}));
    expectAgreement();
}

TEST_F(Outbox, WhatIsRefusedIsTakenBackAloneAndToldAndCanBeTriedAgain) {
    const QString id = plant(1);
    cycle();
    act(MailAction::Archive, id);
    failOnce("modify", ErrorKind::Denied);
    const SyncReport report = cycle();
    EXPECT_EQ(report.refused, 1);
    EXPECT_EQ(labelsOf(id), words({"INBOX", "UNREAD"}));
    storage::OutboxFilter refused;
    refused.refusedOnly = true;
    const auto entries = storage::OutboxStore(*cellar->database).list(refused);
    ASSERT_EQ(entries->size(), 1u);
    EXPECT_EQ(entries->front().reason, QStringLiteral("planned"));
    EXPECT_EQ(entries->front().subject, QStringLiteral("Order 1"));
    EXPECT_TRUE(good(storage::OutboxStore(*cellar->database).retry(entries->front().id)));
    EXPECT_EQ(labelsOf(id), words({"UNREAD"}));
    EXPECT_EQ(cycle().sent, 1);
    expectAgreement();
}

TEST_F(Outbox, ALabelThatCannotBeMadeDoesNotHoldUpTheRest) {
    const QString id = plant(1);
    cycle();
    label(id, "Bad^Name", true);
    act(MailAction::Archive, id);
    failOnce("createLabel", ErrorKind::Failed);
    const SyncReport report = cycle();
    EXPECT_EQ(report.refused, 1);
    EXPECT_EQ(report.sent, 1);
    EXPECT_EQ(server.namesOf(id), words({"UNREAD"}));
    expectAgreement();
}

TEST_F(Outbox, AMessageThatIsGoneAtTheServerGoesHereToo) {
    const QString id = plant(1);
    cycle();
    act(MailAction::Star, id);
    server.remove(id);
    const auto report = engine()->send({});  // the server says so before history does
    ASSERT_TRUE(good(report));
    EXPECT_EQ(report->deleted, 1);
    EXPECT_EQ(cycle().deleted, 0);
    EXPECT_EQ(count("SELECT count(*) FROM messages"), 0);
    EXPECT_TRUE(outbox().empty());
    EXPECT_EQ(count("SELECT count(*) FROM events WHERE type = 'sync.conflict'"), 1);
}

TEST_F(Outbox, WhatBothSidesDidIsMergedAndTheUsersWordStands) {
    const QString id = plant(1, words({"INBOX", "UNREAD"}));
    const QString spam = plant(2, words({"TRASH"}));
    cycle();
    server.setLabel(id, QStringLiteral("STARRED"), true);
    server.setLabel(id, QStringLiteral("UNREAD"), false);
    act(MailAction::Archive, id);
    act(MailAction::ToInbox, spam);
    server.setLabel(spam, QStringLiteral("TRASH"), false);
    server.setLabel(spam, QStringLiteral("SPAM"), true);
    failOnce("modify", ErrorKind::Unreachable);
    EXPECT_FALSE(engine()->cycle({}, {}));
    cycle();  // hears of the server's changes while the user's wait
    EXPECT_EQ(labelsOf(id), words({"STARRED"}));
    EXPECT_EQ(labelsOf(spam), words({"INBOX"}));
    clock.advance(Millis{120'000});
    cycle();
    EXPECT_EQ(server.namesOf(id), words({"STARRED"}));
    EXPECT_EQ(server.namesOf(spam), words({"INBOX"}));
    EXPECT_EQ(count("SELECT count(*) FROM events WHERE type = 'sync.conflict'"), 1);
    expectAgreement();
}

TEST_F(Outbox, OneLetterInTwoMailboxesIsOneHereAndADeedGoesToBoth) {
    const QString mine = plant(1);
    cycle();
    FakeServer otherServer;
    const QString theirs = otherServer.add(letter(1), words({"INBOX", "STARRED"}));
    FakeMailbox otherMailbox(otherServer);
    Account fresh;
    fresh.kind = QStringLiteral("gmail");
    fresh.address = QStringLiteral("office@fjordlight.example");
    const AccountId other = storage::AccountStore(*cellar->database).add(fresh)->id;
    service::SyncTuning tuning;
    tuning.workers = 0;
    tuning.triage = [](service::Cellar&, Clock&) { return service::SyncTriage{}; };
    service::MailSync second(*cellar, clock, otherMailbox, other, {}, tuning);
    EXPECT_TRUE(good(second.cycle({}, {})));
    EXPECT_EQ(count("SELECT count(*) FROM messages"), 1);
    EXPECT_EQ(labelsOf(mine), words({"INBOX", "STARRED", "UNREAD"})) << "together";
    EXPECT_TRUE(outbox().empty()) << "being one is no deed";
    act(MailAction::Archive, mine);
    EXPECT_EQ(outbox().size(), 2u);
    cycle();
    EXPECT_TRUE(good(second.cycle({}, {})));
    EXPECT_EQ(server.namesOf(mine), words({"UNREAD"}));
    EXPECT_EQ(otherServer.namesOf(theirs), words({"STARRED"}));
    otherServer.remove(theirs);
    EXPECT_TRUE(good(second.cycle({}, {})));
    EXPECT_EQ(labelsOf(mine), words({"UNREAD"}));
}

}  // namespace
