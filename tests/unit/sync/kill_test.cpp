// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Killed at every commit and before and after every request, then begun again: the end is the same.
#include "core/storage/local_labels.h"
#include "tests/unit/sync/sync_house.h"

#include <sqlite3.h>

using namespace kith;
using namespace kith::testing;
using service::MailAction;

namespace {

enum class Where { AtCommit, BeforeRequest, AfterRequest };

class KilledHouse : public SyncHouse {
public:
    explicit KilledHouse(Where place)
        : where(place) {}
    void TestBody() override {}

    /// The scenario: a first sync, deeds on both sides, an expired history, deeds again.
    void act1() {
        work = server.makeLabel(QStringLiteral("Work"));
        for (int i = 0; i < 9; ++i) {
            ids << plant(i, i % 3 == 0 ? QStringList{QStringLiteral("INBOX"), work} : words({"INBOX", "UNREAD"}));
        }
        mailbox.pageSize = 4;
        mailbox.batch = 3;
    }
    void act2() {
        act(MailAction::Archive, ids[1]);
        act(MailAction::Snooze, ids[2], clock.now() + Millis{360'000'000});
        label(ids[3], "Priority/High", true);
        label(ids[4], "Priority/High", true);
        server.setLabel(ids[1], QStringLiteral("STARRED"), true);
        server.remove(ids[5]);
        ids << plant(20);
        server.renameLabel(work, QStringLiteral("Customers"));
        clock.advance(Millis{4'000'000});
    }
    void act3() {
        act(MailAction::Trash, ids[6]);
        server.setLabel(ids[7], QStringLiteral("INBOX"), false);
        server.remove(ids[8]);
        ids << plant(21);
        server.expireHistory();
    }
    /// Cycles until one ends well; each that does not is a death, and the house is opened anew.
    void untilDone() {
        for (int tries = 0; tries < 8; ++tries) {
            const auto done = engine()->cycle({}, {});
            if (dying) {
                dying = false;
                disarm();
                reopen();
                clock.advance(Millis{4'000'000});
                continue;
            }
            if (done && outbox().empty()) {
                return;
            }
            clock.advance(Millis{4'000'000});
        }
        ADD_FAILURE() << "it never came to an end";
    }
    void arm(int at) {
        left = at;
        if (where == Where::AtCommit) {
            sqlite3_commit_hook(static_cast<sqlite3*>(cellar->database->backend().handle()), &KilledHouse::atCommit,
                                this);
            return;
        }
        const auto fault = [this](const QString&) -> std::optional<Error> {
            if (dying || --left == 0) {
                dying = true;
                return Error{ErrorKind::Cancelled, QStringLiteral("killed"), {}};
            }
            return std::nullopt;
        };
        (where == Where::BeforeRequest ? mailbox.before : mailbox.after) = fault;
    }
    void disarm() {
        mailbox.before = nullptr;
        mailbox.after = nullptr;
        sqlite3_commit_hook(static_cast<sqlite3*>(cellar->database->backend().handle()), nullptr, nullptr);
    }
    static int atCommit(void* self) {
        auto* house = static_cast<KilledHouse*>(self);
        if (house->dying || --house->left == 0) {
            house->dying = true;  // nothing after this is written either
            return 1;
        }
        return 0;
    }
    void expectSame() {
        EXPECT_EQ(count("SELECT count(*) FROM messages"), qint64(server.messages.size()));
        EXPECT_EQ(count("SELECT count(*) FROM remote_messages"), qint64(server.messages.size()));
        for (const auto& [id, message] : server.messages) {
            const auto local = storage::localLabels(*cellar->database, here(id));
            QStringList labels = local->labels.values();
            labels.sort();
            EXPECT_EQ(labels, server.namesOf(id)) << qPrintable(id);
        }
        EXPECT_EQ(server.namesOf(ids[1]), words({"STARRED", "UNREAD"}));
        EXPECT_EQ(server.namesOf(ids[2]), words({"Kith/Snoozed", "UNREAD"}));
        EXPECT_TRUE(server.namesOf(ids[3]).contains(QStringLiteral("Priority/High")));
        EXPECT_TRUE(server.namesOf(ids[6]).contains(QStringLiteral("TRASH")));
        EXPECT_EQ(server.labels.size(), 3);
        const auto chain = storage::EventLog(*cellar->database).verify();
        EXPECT_TRUE(chain && chain->intact);
    }

    /// The scenario with one death at the n-th place; whether there was one.
    bool runOnce(int at) {
        bool died = false;
        act1();
        const auto part = [&](int from) {
            arm(from);
            untilDone();
            died = died || left <= 0;
            const int rest = left;
            disarm();
            return rest;
        };
        int rest = part(at);
        act2();
        rest = rest > 0 ? part(rest) : (untilDone(), 0);
        act3();
        rest > 0 ? void(part(rest)) : untilDone();
        clock.advance(Millis{4'000'000});
        untilDone();
        expectSame();
        return died;
    }

private:
    Where where;
    QString work;
    QStringList ids;
    int left{0};
    bool dying{false};
};

class Killed : public ::testing::TestWithParam<Where> {};

TEST_P(Killed, EverywhereAndBegunAgainComesToTheSame) {
    int places = 0;
    for (int at = 1;; ++at) {
        KilledHouse house(GetParam());
        if (!house.runOnce(at) || HasFailure()) {
            break;
        }
        places = at;
    }
    EXPECT_GT(places, 15) << "there were places to die at";
    RecordProperty("places", places);
}

INSTANTIATE_TEST_SUITE_P(Places, Killed, ::testing::Values(Where::AtCommit, Where::BeforeRequest, Where::AfterRequest),
                         [](const auto& one) {
                             return std::string(one.param == Where::AtCommit        ? "AtCommit"
                                                : one.param == Where::BeforeRequest ? "BeforeRequest"
                                                                                    : "AfterRequest");
                         });

}  // namespace
