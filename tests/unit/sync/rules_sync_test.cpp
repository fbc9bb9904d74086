// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The user's rules look at mail as a mailbox brings it, once, and what they do reaches the server.
#include "core/service/rule_book.h"
#include "core/service/sync_triage.h"
#include "core/triage/rule_json.h"
#include "tests/unit/sync/sync_house.h"

#include <QJsonDocument>

using namespace kith;
using kith::testing::good;
using kith::testing::words;

namespace {

class RulesSync : public kith::testing::SyncHouse {
protected:
    RulesSync() { light = false; }
    Rule add(const char* then) {
        const QByteArray text =
            QByteArray(R"({"name":"orders","when":{"field":"subject","op":"contains","value":"order"},)") +
            R"("then":[)" + then + "]}";
        const auto rule = triage::ruleFromJson(QJsonDocument::fromJson(text).object());
        EXPECT_TRUE(good(rule));
        const auto saved = service::saveRule(*cellar, *rule);
        EXPECT_TRUE(good(saved));
        return saved ? saved->rule : Rule{};
    }
    QString arrive(int number) {
        const QString id = plant(number);
        server.messages[id].date = clock.now();
        return id;
    }
};

}  // namespace

TEST_F(RulesSync, ARuleActsOnWhatComesAfterItWasMadeAndTheServerHearsOfIt) {
    const QString old = plant(1);
    cycle();
    add(R"({"action":"label","label":"Orders"},{"action":"archive"},{"action":"set_priority","priority":4})");
    const QString fresh = arrive(2);
    cycle();
    EXPECT_TRUE(labelsOf(fresh).contains(QStringLiteral("Orders")));
    EXPECT_FALSE(labelsOf(fresh).contains(QStringLiteral("INBOX")));
    EXPECT_TRUE(labelsOf(old).contains(QStringLiteral("INBOX"))) << "past mail is run over only when asked for";
    EXPECT_EQ(decision(here(fresh)).priority, Priority::Critical);
    cycle();
    const QStringList there = server.namesOf(fresh);
    EXPECT_TRUE(there.contains(QStringLiteral("Orders"))) << qPrintable(there.join(QLatin1Char(' ')));
    EXPECT_TRUE(there.contains(QStringLiteral("Priority/Critical"))) << qPrintable(there.join(QLatin1Char(' ')));
    EXPECT_FALSE(there.contains(QStringLiteral("INBOX")));
}

TEST_F(RulesSync, KilledBetweenArrivalAndRulesTheNextCycleGoesOn) {
    cycle();
    add(R"({"action":"star"})");
    const QString fresh = arrive(1);
    light = true;  // stores the mail, and is gone before the rules look at it
    cycle();
    EXPECT_FALSE(labelsOf(fresh).contains(QStringLiteral("STARRED")));
    light = false;
    reopen();
    cycle();
    EXPECT_TRUE(labelsOf(fresh).contains(QStringLiteral("STARRED")));
}
