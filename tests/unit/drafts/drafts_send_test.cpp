// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Sending: only when asked, not before its time, taken back until then, never twice; and what others did comes back.
#include "core/service/draft_return.h"
#include "core/service/draft_sending.h"
#include "core/service/reminder_book.h"
#include "tests/unit/drafts/draft_fakes.h"
#include "tests/unit/service/service_house.h"

#include <random>

using namespace kith;
using namespace kith::service;
using kith::testing::aLetter;
using kith::testing::DraftServer;
using kith::testing::good;
using kith::testing::Killed;
using kith::testing::ToldWriter;

namespace {

constexpr AccountId kMara{1};

class DraftsSend : public kith::testing::ServiceHouse {
protected:
    DraftsSend() {
        take(file("a.mbox", kith::testing::aMailbox(3) +
                                aLetter().id("ask@caldervoss.example").subject("Data sheet").day(14).mbox()));
    }
    DraftService drafts() { return {*cellar, clock}; }
    DraftSending sending() { return {*cellar, clock}; }
    Draft now(qint64 id) { return *drafts().find(QString::number(id)); }
    /// Approved, of an account: mail of a file has none.
    Draft approved() {
        const auto draft = drafts().generate({byId("ask@caldervoss.example"), {}, true, false}, writer, {}, {});
        EXPECT_TRUE(good(draft));
        Draft mine = **draft;
        mine.account = kMara;
        EXPECT_TRUE(good(cellar->database->run("UPDATE drafts SET account_id = 1 WHERE id = ?", mine.id)));
        const auto done = drafts().approve(mine.id);
        EXPECT_TRUE(good(done));
        return done ? *done : mine;
    }
    int send() {
        const auto went = sending().sendDue(kMara, server, {});
        return went ? *went : -1;
    }
    ToldWriter writer;
    DraftServer server;
};

TEST_F(DraftsSend, NothingGoesThatNobodyAskedToSend) {
    const Draft draft = approved();
    ASSERT_TRUE(good(DraftSaving(*cellar, clock, server).save(draft, {})));
    clock.advance(std::chrono::hours{24 * 30});
    EXPECT_EQ(send(), 0);
    EXPECT_TRUE(server.sent.empty());
    const auto early = drafts().generate({byId("ask@caldervoss.example"), {}, false, false}, writer, {}, {});
    ASSERT_TRUE(good(drafts().reopen(draft.id)));
    EXPECT_EQ(sending().ask(draft.id, {}).error().kind, ErrorKind::Conflict) << "it is not approved";
}

TEST_F(DraftsSend, ItGoesOnceAfterTheTimeToTakeItBack) {
    const Draft draft = approved();
    const Millis undo{10'000};
    ASSERT_TRUE(good(sending().ask(draft.id, {clock.now() + undo, 0})));
    EXPECT_EQ(send(), 0) << "it may still be taken back";
    clock.advance(undo);
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(send(), 0);
    ASSERT_EQ(server.sent.size(), 1u);
    EXPECT_EQ(now(draft.id).state, DraftState::Sent);
    EXPECT_EQ(sending().ask(draft.id, {})->state, DraftState::Sent) << "a second click";
    EXPECT_EQ(send(), 0);
    EXPECT_EQ(drafts().discard(draft.id).error().kind, ErrorKind::Conflict);
}

TEST_F(DraftsSend, TakenBackItStaysAndARestartForgetsNothing) {
    const Draft draft = approved();
    ASSERT_TRUE(good(sending().ask(draft.id, {clock.now() + Millis{10'000}, 3})));
    ASSERT_TRUE(good(sending().holdBack(draft.id)));
    clock.advance(std::chrono::hours{1});
    EXPECT_EQ(send(), 0);
    EXPECT_TRUE(ReminderBook(*cellar, clock).waiting()->empty()) << "what was not sent is not waited for";
    ASSERT_TRUE(good(sending().ask(draft.id, {clock.now() + std::chrono::hours{20}, 0})));
    reopen();
    clock.advance(std::chrono::hours{72});  // asleep over its time
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(sending().holdBack(draft.id).error().kind, ErrorKind::Conflict);
}

TEST_F(DraftsSend, ALostAnswerNeverSendsTwice) {
    const Draft draft = approved();
    ASSERT_TRUE(good(sending().ask(draft.id, {})));
    ASSERT_TRUE(good(DraftSaving(*cellar, clock, server).save(now(draft.id), {})));
    server.lose = 1;
    EXPECT_EQ(send(), -1) << "the line broke";
    EXPECT_EQ(server.sent.size(), 1u);
    EXPECT_EQ(send(), 1) << "found among what was sent";
    EXPECT_EQ(server.sent.size(), 1u);
    EXPECT_EQ(now(draft.id).state, DraftState::Sent);
}

TEST_F(DraftsSend, InAThousandRunsWithDeathsNothingGoesTwice) {
    std::mt19937 random{7};
    const auto dice = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    const Draft draft = approved();
    const Draft template_ = now(draft.id);
    int deaths = 0;
    int went = 0;
    for (int run = 0; run < 1'000; ++run) {
        server.sent.clear();
        server.drafts.clear();
        storage::ChangeWriter back(*cellar->database,
                                   {QStringLiteral("test"), QStringLiteral("user"), {}, {}, {}, {}, false});
        cellar->drafts.save(back, template_);
        ASSERT_TRUE(good(back.commit()));
        ASSERT_TRUE(good(sending().ask(draft.id, {})));
        for (int tries = 2 + dice(4); tries > 0; --tries) {
            int steps = 1 + dice(16);
            server.lose = dice(3) == 0 ? 1 : 0;
            server.onStep = [&steps](const char*) {
                if (--steps == 0) {
                    throw Killed{};
                }
            };
            try {
                (void)sending().sendDue(kMara, server, {});
            } catch (const Killed&) {
                ++deaths;
            }
            if (dice(4) == 0) {
                (void)sending().ask(draft.id, {});  // an impatient second click
            }
        }
        server.onStep = nullptr;
        server.lose = 0;
        (void)send();
        ASSERT_LE(server.sent.size(), 1u) << "run " << run;
        went += static_cast<int>(server.sent.size());
        EXPECT_EQ(now(draft.id).state, DraftState::Sent) << "run " << run;
    }
    EXPECT_EQ(went, 1'000);
    EXPECT_GT(deaths, 500);
}

TEST_F(DraftsSend, WhatWasChangedAtTheServerIsReadAgainBeforeItGoes) {
    const Draft draft = approved();
    const auto saved = DraftSaving(*cellar, clock, server).save(draft, {});
    ASSERT_TRUE(good(saved));
    ++server.versions[saved->remoteId];
    ASSERT_TRUE(good(sending().ask(draft.id, {})));
    EXPECT_EQ(send(), 0);
    EXPECT_TRUE(server.sent.empty());
    EXPECT_FALSE(now(draft.id).reason.isEmpty());
}

TEST_F(DraftsSend, EditsAndDeedsAtTheServerComeBack) {
    const Draft draft = approved();
    const auto saved = DraftSaving(*cellar, clock, server).save(draft, {});
    ASSERT_TRUE(good(saved));
    DraftReturn back(*cellar, clock, server);
    EXPECT_EQ(*back.look(kMara, {}), 0);
    QByteArray& raw = server.drafts.at(saved->remoteId);
    raw.replace("you will have the data sheet soon.", "the data sheet comes on Monday.");
    ++server.versions[saved->remoteId];
    EXPECT_EQ(*back.look(kMara, {}), 1);
    EXPECT_TRUE(now(draft.id).body.contains(QStringLiteral("comes on Monday"))) << qPrintable(now(draft.id).body);
    EXPECT_FALSE(now(draft.id).body.contains(u'>')) << "the quoted original is no text of the draft";
    EXPECT_EQ(now(draft.id).state, DraftState::Saved);
    EXPECT_EQ(*back.look(kMara, {}), 0);
    server.sent.push_back(raw);
    server.drafts.clear();
    EXPECT_EQ(*back.look(kMara, {}), 1);
    EXPECT_EQ(now(draft.id).state, DraftState::Sent);
}

TEST_F(DraftsSend, NobodyAnswersBringsTheThreadBackAndAnAnswerDoesNot) {
    const Draft draft = approved();
    ASSERT_TRUE(good(sending().ask(draft.id, {{}, 3})));
    ASSERT_EQ(send(), 1);
    ReminderBook reminders(*cellar, clock);
    EXPECT_EQ(reminders.waiting()->size(), 1u);
    clock.advance(std::chrono::hours{71});
    EXPECT_EQ(*reminders.look(), 0);
    reopen();
    clock.advance(std::chrono::hours{24 * 9});  // asleep when it was due
    EXPECT_EQ(*ReminderBook(*cellar, clock).look(), 1);
    EXPECT_EQ(*ReminderBook(*cellar, clock).look(), 0) << "once";
    const auto thread = *cellar->messages.thread(draft.thread);
    EXPECT_TRUE(thread.back().unread);
    EXPECT_TRUE(ReminderBook(*cellar, clock).waiting()->empty());
}

TEST_F(DraftsSend, AnAnswerInTimeMakesTheReminderNeedless) {
    const Draft draft = approved();
    ASSERT_TRUE(good(ReminderBook(*cellar, clock)
                         .add({.thread = draft.thread.value,
                               .draft = draft.id,
                               .since = clock.now(),
                               .dueAt = clock.now() + std::chrono::hours{72}})));
    take(file("b.mbox", aLetter()
                            .id("yes@caldervoss.example")
                            .answers("ask@caldervoss.example")
                            .subject("Re: Data sheet")
                            .day(16)
                            .mbox()));
    clock.advance(std::chrono::hours{80});
    EXPECT_EQ(*ReminderBook(*cellar, clock).look(), 0);
    EXPECT_TRUE(ReminderBook(*cellar, clock).waiting()->empty());
}

}  // namespace
