// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Two computers on one mailbox, double clicks, lost answers, deaths between any two steps: one message has one draft.
#include "tests/unit/drafts/draft_fakes.h"
#include "tests/unit/service/service_house.h"

#include <sqlite3.h>

#include <random>

using namespace kith;
using namespace kith::service;
using kith::testing::DraftServer;
using kith::testing::good;
using kith::testing::Killed;
using kith::testing::ToldWriter;

namespace {

constexpr int kRuns = 1'000;

class Computer : public kith::testing::ServiceHouse {
public:
    void TestBody() override {}
    explicit Computer(const QByteArray& mailbox) { take(file("all.mbox", mailbox)); }
    Cellar& store() { return *cellar; }
    Clock& time() { return clock; }
    MessageId message(int number) { return byId(qPrintable(QStringLiteral("ask-%1@caldervoss.example").arg(number))); }
    void restart() {
        mortal(false);
        reopen();
    }
    /// From now on commits may be what the process did not live to see.
    void mortal(bool on) {
        sqlite3_commit_hook(static_cast<sqlite3*>(cellar->database->backend().handle()),
                            on ? &Computer::atCommit : nullptr, this);
    }
    static int atCommit(void* self) {
        auto* computer = static_cast<Computer*>(self);
        computer->dead = computer->dead || (computer->commitsLeft > 0 && --computer->commitsLeft == 0);
        return computer->dead ? 1 : 0;
    }
    bool dead{false};
    int commitsLeft{0};
};

QByteArray manyAsks() {
    QByteArray box = kith::testing::aMailbox(3);
    for (int i = 0; i < kRuns; ++i) {
        box += kith::testing::aLetter()
                   .id("ask-" + QByteArray::number(i) + "@caldervoss.example")
                   .from(QByteArray("Ana <ana@firm" + QByteArray::number(i) + ".example>").constData())
                   .subject("Ask " + QByteArray::number(i))
                   .day(28, i % 24)
                   .mbox();
    }
    return box;
}

class KilledDrafts : public ::testing::Test {
protected:
    KilledDrafts() {
        server.onStep = [this](const char* where) { step(where); };
    }
    int dice(int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); }
    void step(const char* where) {
        if (active != nullptr && active->dead) {
            throw Killed{};
        }
        if (stepsLeft > 0 && --stepsLeft == 0) {
            throw Killed{};
        }
        const bool between = qstrcmp(where, "create") == 0 && !inside && dice(6) == 0;
        if (between) {  // the other computer is as far as this one
            inside = true;
            const int left = std::exchange(stepsLeft, 0);
            Computer* mine = std::exchange(active, active == &one ? &other : &one);
            (void)deed(*active, 3);
            active = mine;
            stepsLeft = left;
            inside = false;
        }
    }
    Draft draftOf(Computer& computer) {
        const auto known = computer.store().drafts.ofMessage(computer.message(run));
        return known && *known ? **known : Draft{};
    }
    Result<void> deed(Computer& computer, int which) {
        DraftService drafts(computer.store(), computer.time());
        const Draft draft = draftOf(computer);
        const auto told = [](const auto& result) { return result ? Result<void>() : Result<void>(result.error()); };
        switch (draft.id == 0 ? 0 : which) {
        case 0:
            return told(drafts.generate({computer.message(run), {}, dice(3) == 0, dice(2) == 0}, writer, {}, {}));
        case 1:
            return told(drafts.edit(draft.id, {.body = QStringLiteral("Hi Ana,\n\nversion %1.\n").arg(dice(3))}));
        case 2:
            return told(drafts.approve(draft.id));
        case 3:
            if (draft.state == DraftState::Proposed || draft.state == DraftState::Edited) {
                (void)drafts.approve(draft.id);
            }
            return told(DraftSaving(computer.store(), computer.time(), server).saveAll(draft.account, {}));
        case 4:
            return told(drafts.discard(draft.id));
        default:
            return told(drafts.reopen(draft.id));
        }
    }
    /// One deed, which the process may not survive.
    void mortalDeed(Computer& computer) {
        const bool atCommit = dice(3) == 0;
        stepsLeft = !atCommit && dice(2) == 0 ? 1 + dice(14) : 0;
        computer.commitsLeft = atCommit ? 1 + dice(3) : 0;
        computer.mortal(atCommit);
        server.lose = dice(5) == 0 ? 1 : 0;
        active = &computer;
        bool died = false;
        try {
            (void)deed(computer, dice(6));
        } catch (const Killed&) {
            died = true;
        }
        deaths += died || computer.dead ? 1 : 0;
        if (died || computer.dead) {
            computer.dead = false;
            computer.restart();
        }
        computer.mortal(false);
        stepsLeft = 0;
        active = nullptr;
        server.lose = 0;
        EXPECT_LE(server.drafts.size(), 2u) << "run " << run;  // one death may leave one, until anybody looks again
    }
    /// Nobody dies any more; both computers come to their end.
    void settle() {
        for (Computer* computer : {&one, &other, &one}) {
            EXPECT_TRUE(good(DraftSaving(computer->store(), computer->time(), server).saveAll(AccountId{0}, {})));
        }
    }

    const QByteArray mailbox = manyAsks();
    Computer one{mailbox};
    Computer other{mailbox};
    ToldWriter writer;
    DraftServer server;
    std::mt19937 random{20260528};
    Computer* active{nullptr};
    int run{0};
    int stepsLeft{0};
    int deaths{0};
    bool inside{false};
};

TEST_F(KilledDrafts, NeverMakeTwoOfOneMessage) {
    int atServer = 0;
    for (run = 0; run < kRuns; ++run) {
        ASSERT_TRUE(one.message(run) && other.message(run));
        for (int deeds = 4 + dice(8); deeds > 0; --deeds) {
            mortalDeed(dice(3) == 0 ? other : one);
        }
        settle();
        ASSERT_LE(server.drafts.size(), 1u) << "run " << run;
        for (const auto& [id, raw] : server.drafts) {
            ++atServer;
            EXPECT_EQ(mail::parseMime(raw).inReplyTo,
                      QStringList{QStringLiteral("ask-%1@caldervoss.example").arg(run)});
        }
        server.drafts.clear();
        for (Computer* computer : {&one, &other}) {  // what this run left is not the next one's
            if (const Draft draft = draftOf(*computer); draft.id != 0 && draft.state != DraftState::Discarded) {
                ASSERT_TRUE(good(DraftService(computer->store(), computer->time()).discard(draft.id)));
            }
            ASSERT_TRUE(good(DraftSaving(computer->store(), computer->time(), server).saveAll(AccountId{0}, {})));
        }
    }
    EXPECT_GT(atServer, kRuns / 3) << "most runs come to a draft";
    EXPECT_GT(deaths, kRuns) << "and have deaths in them";
    std::cout << kRuns << " runs, " << deaths << " deaths, " << atServer << " drafts at the server, all single\n";
}

}  // namespace
