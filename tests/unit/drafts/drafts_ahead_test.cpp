// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Drafts that nobody asked for: only with consent, only for people, once, and as rows that survive.
#include "core/service/draft_ahead.h"
#include "tests/unit/drafts/draft_fakes.h"
#include "tests/unit/service/service_house.h"

using namespace kith;
using namespace kith::service;
using kith::testing::aLetter;
using kith::testing::good;
using kith::testing::ToldWriter;

namespace {

class DraftsAhead : public kith::testing::ServiceHouse {
protected:
    DraftsAhead() {
        take(file(
            "a.mbox",
            kith::testing::aMailbox(3) + aLetter().id("one@caldervoss.example").subject("One").day(14).mbox() +
                aLetter().id("two@caldervoss.example").subject("Two").day(14).mbox() +
                aLetter()
                    .id("list@x.example")
                    .from("List <list@x.example>")
                    .subject("List")
                    .day(14)
                    .header("List-Id: <a.x.example>")
                    .mbox() +
                aLetter().id("robot@x.example").from("Robot <no-reply@x.example>").subject("Robot").day(14).mbox() +
                aLetter()
                    .id("guise@x.example")
                    .from("Ana Ruiz <ana@x.example>")
                    .subject("Guise")
                    .day(14)
                    .header("Reply-To: ana@elsewhere.example")
                    .mbox()));
        EXPECT_TRUE(good(cellar->database->run("UPDATE messages SET priority = 0")));
        EXPECT_TRUE(good(cellar->database->run("UPDATE messages SET priority = 4 WHERE subject IN "
                                               "('One', 'Two', 'List', 'Robot', 'Guise')")));
    }
    void allow(bool ahead = true) {
        EXPECT_TRUE(good(saveDraftSettings(*cellar, {.ahead = ahead})));
        EXPECT_TRUE(good(cellar->settings.remember(QStringLiteral("model.allowed"), true)));
    }
    AheadReport run(int most = 10) {
        const auto report = DraftAhead(*cellar, clock).run(writer, most, {});
        EXPECT_TRUE(good(report));
        return report ? *report : AheadReport{};
    }
    ToldWriter writer;
};

TEST_F(DraftsAhead, NothingIsWrittenBeforeTheUserAgreed) {
    EXPECT_FALSE(*DraftAhead(*cellar, clock).wanted());
    EXPECT_EQ(run().made, 0);
    EXPECT_TRUE(good(saveDraftSettings(*cellar, {.ahead = true})));
    EXPECT_EQ(run().made, 0) << "no model was agreed to";
    EXPECT_EQ(writer.asked, 0);
}

TEST_F(DraftsAhead, CriticalMailOfPeopleGetsOneDraftEachAndNobodyElse) {
    allow();
    EXPECT_TRUE(*DraftAhead(*cellar, clock).wanted());
    const AheadReport report = run();
    EXPECT_EQ(report.made, 2);
    EXPECT_GE(report.skipped, 1) << "a disguise";
    EXPECT_EQ(writer.asked, 2);
    for (const char* nobody : {"list@x.example", "robot@x.example", "guise@x.example"}) {
        EXPECT_FALSE(*cellar->drafts.ofMessage(byId(nobody))) << nobody;
    }
    EXPECT_EQ(run().made, 0);
    EXPECT_EQ(writer.asked, 2) << "what was skipped is not looked at again";
    EXPECT_FALSE(*DraftAhead(*cellar, clock).wanted());
}

TEST_F(DraftsAhead, TheRuleIsTheUsers) {
    EXPECT_TRUE(good(cellar->database->run("UPDATE messages SET priority = 3 WHERE subject = 'Two'")));
    allow();
    EXPECT_EQ(run().made, 1);
    EXPECT_TRUE(good(saveDraftSettings(*cellar, {.ahead = true, .least = Priority::High})));
    EXPECT_EQ(run().made, 1);
}

TEST_F(DraftsAhead, StoppedAndKilledItGoesOnWhereItWas) {
    allow();
    writer.trouble = Error{ErrorKind::Unreachable, QStringLiteral("nobody"), {}};
    EXPECT_TRUE(run().stopped);
    EXPECT_EQ(writer.asked, 1) << "a service that is away is not asked for each message";
    writer.trouble.reset();
    std::stop_source stopped;
    stopped.request_stop();
    EXPECT_EQ(DraftAhead(*cellar, clock).run(writer, 10, stopped.get_token())->made, 0);
    reopen();
    clock.advance(std::chrono::hours{1});
    EXPECT_EQ(run().made, 2);
}

TEST_F(DraftsAhead, NotMoreThanTheDayAllows) {
    allow();
    EXPECT_TRUE(good(saveDraftSettings(*cellar, {.ahead = true, .aheadPerDay = 1})));
    EXPECT_EQ(run().made, 1);
    EXPECT_EQ(run().made, 0);
    clock.advance(std::chrono::hours{25});
    EXPECT_EQ(run().made, 1);
}

}  // namespace
