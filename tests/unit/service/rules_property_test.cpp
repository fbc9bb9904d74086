// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Whatever the rules and whatever the mail: a run taken back leaves the first state, and a second run does nothing.
#include "core/service/mail_actions.h"
#include "core/triage/rule_words.h"
#include "tests/unit/service/rules_house.h"

#include <QJsonArray>

#include <random>

using namespace kith;
using namespace kith::service;
using kith::testing::good;

namespace {

class RulesProperty : public kith::testing::RulesHouse {
protected:
    int roll(int sides) { return std::uniform_int_distribution<int>(0, sides - 1)(dice); }
    QByteArray pick(std::initializer_list<const char*> words) { return *(words.begin() + roll(int(words.size()))); }

    QByteArray randomMail(int letters) {
        QByteArray box;
        for (int i = 0; i < letters; ++i) {
            const QByteArray person = pick({"ana", "bo", "cy", "mara"});
            auto letter = kith::testing::aLetter();
            const QByteArray other = person + " <" + person + "@" + pick({"north", "south"}) + ".example>";
            const QByteArray from = person == "mara" ? QByteArray("Mara <mara@fjordlight.example>") : other;
            letter.from(from.constData())
                .to(person == "mara" ? "ana <ana@north.example>" : "Mara <mara@fjordlight.example>")
                .id("p" + QByteArray::number(round) + "x" + QByteArray::number(i) + "@mail.example")
                .subject(pick({"Quote", "Re: Quote", "Weekly issue", "Invoice 7", "Lunch"}) + " " + pick({"a", "b"}))
                .day(1 + roll(14), roll(24))
                .labels(pick({"Inbox,Unread", "Inbox", "Archived", "Inbox,Starred", "Inbox,Team A", "Sent", "Trash"})
                            .constData())
                .body(
                    pick({"Could you send us a quote for 40 seats?\n", "Unsubscribe here.\n", "See you on Friday.\n"}));
            if (roll(4) == 0) {
                letter.header("List-Id: <weekly.example>");
            }
            box += letter.mbox();
        }
        return box;
    }

    QByteArray randomCondition(int depth) {
        if (depth > 0 && roll(3) == 0) {
            const QByteArray parts = randomCondition(depth - 1) + "," + randomCondition(depth - 1);
            const QByteArray negated = R"({"not":)" + randomCondition(depth - 1) + "}";
            return roll(4) == 0 ? negated : QByteArray("{\"" + pick({"all", "any"}) + "\":[" + parts + "]}");
        }
        return pick({R"({"field":"sender","op":"contains","value":"ana"})",
                     R"({"field":"domain","op":"equals","value":"south.example"})",
                     R"({"field":"subject","op":"contains","values":["quote","invoice"]})",
                     R"({"field":"subject","op":"matches","value":"^re:|[0-9]+"})",
                     R"({"field":"body","op":"contains","value":"quote"})",
                     R"({"field":"label","op":"equals","value":"Team A"})",
                     R"({"field":"list","op":"is","value":true})", R"({"field":"age","op":"at_least","value":5})",
                     R"({"field":"priority","op":"at_least","value":2})",
                     R"({"field":"kind","op":"equals","value":"pricing"})",
                     R"({"field":"attachment","op":"is","value":false})"});
    }
    QByteArray randomActions() {
        QByteArray actions;
        for (int i = 0, count = 1 + roll(4); i < count; ++i) {
            QByteArray action =
                pick({R"({"action":"archive")", R"({"action":"inbox")", R"({"action":"label","label":"Team A")",
                      R"({"action":"label","label":"New")", R"({"action":"remove_label","label":"team a")",
                      R"({"action":"mark_read")", R"({"action":"star")", R"({"action":"trash")",
                      R"({"action":"snooze","for":"3d")", R"({"action":"set_priority","priority":4)",
                      R"({"action":"set_priority","priority":0)", R"({"action":"add_to_contact")",
                      R"({"action":"forward","to":"books@east.example")", R"({"action":"draft_reply")",
                      R"({"action":"create_opportunity","kind":"demo")"});
            if (roll(4) == 0) {
                action += ",\"after\":\"" + pick({"2d", "20d"}) + "\"";
            }
            actions += (i == 0 ? "" : ",") + action + "}";
        }
        return actions;
    }
    static std::string told(const RuleTally& tally) {
        std::string all;
        for (const auto& [says, fates] : tally.deeds) {
            for (const auto& [fate, times] : fates) {
                all += says.toStdString() + " " + deedFateWord(fate).toStdString() + " " + std::to_string(times) + "; ";
            }
        }
        return all;
    }
    void clearRules() {
        const auto book = readRules(*cellar);
        ASSERT_TRUE(good(book));
        for (const Rule& rule : book->rules) {
            ASSERT_TRUE(good(removeRule(*cellar, rule.id)));
        }
    }

    std::mt19937 dice{20261128};
    int round{0};
};

std::string propertyName(const ::testing::TestParamInfo<storage::Dialect>& one) {
    return one.param == storage::Dialect::Sqlite ? "Sqlite" : "Postgres";
}

}  // namespace

INSTANTIATE_TEST_SUITE_P(Both, RulesProperty, ::testing::Values(storage::Dialect::Sqlite, storage::Dialect::Postgres),
                         propertyName);

TEST_P(RulesProperty, ARunTakenBackLeavesTheFirstState) {
    int acted = 0;
    int refused = 0;
    for (round = 0; round < (GetParam() == storage::Dialect::Sqlite ? 15 : 5); ++round) {
        take(randomMail(12));
        ASSERT_NO_FATAL_FAILURE(clearRules());
        for (int i = 0; i < 4; ++i) {
            refused += tryToAdd(randomCondition(2), randomActions(), roll(4) == 0 ? R"(,"stop":true)" : "") ? 0 : 1;
        }
        const QByteArray before = state();
        const RuleRun promised = run(true);
        ASSERT_EQ(state(), before) << "a dry run writes nothing";
        const RuleRun ran = run();
        acted += ran.change ? 1 : 0;
        for (size_t i = 0; i < ran.rules.size(); ++i) {
            ASSERT_EQ(ran.rules[i].matches, promised.rules[i].matches);
            ASSERT_EQ(told(ran.rules[i]), told(promised.rules[i]));
        }
        const RuleRun again = run();
        const QByteArray ids = "'" + ran.id.toLatin1() + "', '" + again.id.toLatin1() + "'";
        ASSERT_EQ(count("SELECT count(*) FROM (SELECT 1 FROM events WHERE type = 'rule.applied' AND request_id IN (" +
                        ids + ") GROUP BY actor, entity HAVING count(*) > 1) twice"),
                  0)
            << "no rule acts twice on a message";
        if (again.change) {
            ASSERT_TRUE(good(undoChange(*cellar, again.change)));
        }
        if (!ran.change) {
            ASSERT_EQ(state(), before);
            continue;
        }
        const auto taken = undoChange(*cellar, ran.change);
        ASSERT_TRUE(good(taken));
        ASSERT_TRUE(taken->conflicts.isEmpty()) << qPrintable(taken->conflicts.join(QLatin1Char(';')));
        ASSERT_EQ(state(), before) << "round " << round;
    }
    EXPECT_GT(acted, 3);
    EXPECT_GT(refused, 0);
}
