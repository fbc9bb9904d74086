// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Rules on a real workspace: what they do, what they ask, what waits, and that the user's hand outranks them.
#include "core/service/feedback_service.h"
#include "core/service/mail_actions.h"
#include "core/service/mail_labels.h"
#include "core/storage/event_log.h"
#include "core/triage/decision_json.h"
#include "tests/unit/service/rules_house.h"

using namespace kith;
using namespace kith::service;
using kith::testing::good;

namespace {

constexpr auto newsletters = R"({"field":"list","op":"is","value":true})";
constexpr auto firstIssue = R"({"field":"subject","op":"contains","value":"issue 201"})";
constexpr auto questions = R"({"field":"subject","op":"contains","value":"probe question"})";

class RulesStory : public kith::testing::RulesHouse {
protected:
    void SetUp() override {
        RulesHouse::SetUp();
        if (cellar) {
            take(kith::testing::aMailbox(4));
        }
    }
    const char* issue = "n1@metrology.example";
    const char* question = "q1@caldervoss.example";
};

const auto bothDatabases = ::testing::Values(storage::Dialect::Sqlite, storage::Dialect::Postgres);

std::string databaseName(const ::testing::TestParamInfo<storage::Dialect>& one) {
    return one.param == storage::Dialect::Sqlite ? "Sqlite" : "Postgres";
}

}  // namespace

INSTANTIATE_TEST_SUITE_P(Both, RulesStory, bothDatabases, databaseName);

TEST_P(RulesStory, ADryRunCountsShowsExamplesAndChangesNothing) {
    add(newsletters, R"({"action":"label","label":"Reading"},{"action":"archive"})");
    const QByteArray before = state();
    const RuleRun dry = run(true);
    ASSERT_EQ(dry.rules.size(), 1u);
    EXPECT_EQ(dry.lookedAt, 12);
    EXPECT_EQ(dry.rules[0].matches, 4);
    EXPECT_EQ(dry.rules[0].total(DeedFate::Done), 8);
    ASSERT_EQ(dry.rules[0].examples.size(), 4u);
    EXPECT_EQ(dry.rules[0].examples[0].subject, QStringLiteral("Issue 204")) << "newest first";
    EXPECT_FALSE(dry.change);
    EXPECT_EQ(state(), before);
}

TEST_P(RulesStory, ARunDoesWhatWasPromisedOnceAndTheLogNamesRuleAndMessage) {
    const Rule rule =
        add(newsletters, R"({"action":"label","label":"Reading"},{"action":"archive"},{"action":"mark_read"},
        {"action":"star"})");
    const RuleRun first = run();
    EXPECT_EQ(first.rules[0].matches, 4);
    EXPECT_TRUE(carries(issue, "Reading"));
    EXPECT_FALSE(carries(issue, "INBOX"));
    EXPECT_FALSE(message(issue).unread);
    EXPECT_TRUE(message(issue).starred);
    EXPECT_FALSE(carries(question, "Reading"));
    const auto events = storage::EventLog(*cellar->database).list({QStringLiteral("rule.applied"), {}, {}, 100});
    ASSERT_TRUE(good(events));
    ASSERT_EQ(events->size(), 4u);
    EXPECT_EQ(events->front().actor, QStringLiteral("rule:%1").arg(rule.id.value));
    EXPECT_TRUE(events->front().entity.startsWith(QStringLiteral("message:")));
    EXPECT_EQ(events->front().context.value(QStringLiteral("rule")).toString(), rule.name);
    const RuleRun again = run();
    EXPECT_EQ(again.rules[0].before, 4);
    EXPECT_EQ(again.rules[0].total(DeedFate::Done), 0);
    EXPECT_FALSE(again.change);
}

TEST_P(RulesStory, UndoTakesTheWholeRunBackAndItMayBeRunAgain) {
    add(newsletters,
        R"({"action":"label","label":"Reading"},{"action":"archive"},{"action":"set_priority","priority":3},
        {"action":"add_to_contact"},{"action":"trash"},{"action":"star","after":"300d"})");
    const QByteArray before = state();
    const RuleRun ran = run();
    ASSERT_TRUE(ran.change);
    EXPECT_NE(state(), before);
    const auto receipt = undoChange(*cellar, {});
    ASSERT_TRUE(good(receipt));
    EXPECT_TRUE(receipt->conflicts.isEmpty()) << qPrintable(receipt->conflicts.join(QLatin1Char(';')));
    EXPECT_EQ(state(), before);
    EXPECT_EQ(run().rules[0].total(DeedFate::Done), ran.rules[0].total(DeedFate::Done));
}

TEST_P(RulesStory, WhatTheUserTookBackOnOneMessageIsNotDoneAgain) {
    add(newsletters, R"({"action":"archive"})");
    run();
    const auto changes = cellar->undo.list({}, 100);
    ASSERT_TRUE(good(changes));
    const auto one = std::find_if(changes->begin(), changes->end(), [&](const storage::Change& change) {
        return change.entity == QStringLiteral("message:%1").arg(byId(issue).value);
    });
    ASSERT_NE(one, changes->end());
    ASSERT_TRUE(good(undoChange(*cellar, one->id)));
    EXPECT_TRUE(carries(issue, "INBOX"));
    run();
    EXPECT_TRUE(carries(issue, "INBOX"));
}

TEST_P(RulesStory, WhatTheUserSetByHandStays) {
    const std::vector<ThreadId> thread{message(issue).thread};
    ASSERT_TRUE(good(act(*cellar, MailAction::Archive, thread, {})));
    ASSERT_TRUE(good(act(*cellar, MailAction::ToInbox, thread, {})));
    ASSERT_TRUE(good(act(*cellar, MailAction::Star, thread, {})));
    ASSERT_TRUE(good(act(*cellar, MailAction::Unstar, thread, {})));
    ASSERT_TRUE(good(setLabels(*cellar, thread, {{QStringLiteral("Reading")}, {}})));
    ASSERT_TRUE(good(setLabels(*cellar, thread, {{}, {QStringLiteral("Reading")}})));
    Feedback mark;
    mark.message = byId(issue);
    mark.assigned = Priority::Critical;
    ASSERT_TRUE(good(giveFeedback(*cellar, *triage, clock, mark)));
    add(newsletters, R"({"action":"archive"},{"action":"star"},{"action":"label","label":"reading"},
        {"action":"set_priority","priority":0})");
    const RuleRun ran = run();
    EXPECT_EQ(ran.rules[0].total(DeedFate::Kept), 4);
    EXPECT_EQ(ran.rules[0].total(DeedFate::Done), 12);
    EXPECT_TRUE(carries(issue, "INBOX"));
    EXPECT_FALSE(message(issue).starred);
    EXPECT_FALSE(carries(issue, "Reading"));
    EXPECT_EQ((*cellar->triage.latest(byId(issue)))->priority, Priority::Critical);
}

TEST_P(RulesStory, APrioritySetByARuleIsExplainedStaysAndCanBeMadeAgain) {
    const Rule rule = add(newsletters, R"({"action":"set_priority","priority":4})");
    run();
    const auto stands = [&] { return **cellar->triage.latest(byId(issue)); };
    EXPECT_EQ(stands().priority, Priority::Critical);
    EXPECT_EQ(stands().decidedBy, DecidedBy::Rule);
    EXPECT_TRUE(stands().rules.contains(QStringLiteral("rule:") + rule.name));
    EXPECT_EQ(stands().contributions.back().name, QStringLiteral("rule.action"));
    EXPECT_EQ(stands().contributions.back().note, rule.name);
    EXPECT_TRUE(triage::sameDecision(stands(), triage::replayed(stands())));
    reopen();
    ASSERT_TRUE(good(triage->learn({})));
    ASSERT_TRUE(good(triage->score(TriageService::Which::Changed, {})));
    EXPECT_EQ(stands().priority, Priority::Critical) << "scoring everything again keeps it";
}

TEST_P(RulesStory, TrashAsksOnceForTheRule) {
    const Rule rule = add(firstIssue, R"({"action":"trash"})");
    run();
    EXPECT_FALSE(carries(issue, "TRASH"));
    ASSERT_EQ(waiting("asks").size(), 1u);
    const auto yes = later().confirm(waiting("asks")[0].id);
    ASSERT_TRUE(good(yes));
    EXPECT_EQ(yes->count, 1);
    EXPECT_TRUE(carries(issue, "TRASH"));
    EXPECT_TRUE(readRules(*cellar)->find(rule.id)->mayTrash);
    ASSERT_TRUE(good(undoChange(*cellar, {})));
    EXPECT_FALSE(carries(issue, "TRASH"));
    EXPECT_TRUE(carries(issue, "INBOX"));
    EXPECT_EQ(waiting("asks").size(), 1u) << "the question is back";
    EXPECT_FALSE(readRules(*cellar)->find(rule.id)->mayTrash);
    ASSERT_TRUE(good(later().cancel(waiting("asks")[0].id)));
    EXPECT_EQ(waiting("refused").size(), 1u);
    EXPECT_TRUE(waiting().empty());
}

TEST_P(RulesStory, TheYesToTrashHoldsForAllThatTheRuleAsksAndFromThenOn) {
    add(newsletters, R"({"action":"trash"})");
    run();
    ASSERT_EQ(waiting("asks").size(), 4u);
    EXPECT_EQ(later().confirm(waiting("asks")[0].id)->count, 4);
    EXPECT_TRUE(waiting().empty());
    take(kith::testing::aMailbox(5));
    run();
    EXPECT_TRUE(carries("n5@metrology.example", "TRASH"));
    EXPECT_TRUE(waiting().empty());
}

TEST_P(RulesStory, ForwardingWaitsForAYesAndThenSaysHonestlyThatItIsDoneByHand) {
    add(firstIssue, R"({"action":"forward","to":"books@north.example"})");
    run();
    ASSERT_EQ(waiting("asks").size(), 1u);
    const qint64 id = waiting("asks")[0].id;
    ASSERT_TRUE(good(later().confirm(id)));
    ASSERT_EQ(waiting("waits").size(), 1u);
    EXPECT_TRUE(waiting("waits")[0].reason.contains(QStringLiteral("sends no mail")));
    ASSERT_TRUE(good(later().confirm(id)));
    EXPECT_EQ(waiting("done").size(), 1u);
    const auto again = later().confirm(id);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
    EXPECT_EQ(later().confirm(4711).error().kind, ErrorKind::NotFound);
}

TEST_P(RulesStory, WhereAHandIsThereTheWishIsHandedOver) {
    const auto letter =
        R"({"action":"draft_reply","note":"Thank them."},{"action":"create_opportunity","kind":"demo"})";
    add(firstIssue, letter);
    EXPECT_EQ(run(true).rules[0].total(DeedFate::Waits), 2);
    QStringList handed;
    RuleHands hands;
    hands.draftReply = [&](storage::ChangeWriter&, const Message&, const RuleAction& action) {
        handed << action.text;
        return Result<void>();
    };
    hands.opportunity = hands.draftReply;
    const auto ran = RuleRunner(*cellar, clock, learned(), hands).run({});
    ASSERT_TRUE(good(ran));
    EXPECT_EQ(handed, (QStringList{QStringLiteral("Thank them."), QStringLiteral("demo")}));
    EXPECT_TRUE(waiting().empty());
}

TEST_P(RulesStory, ADelayedActionIsDoneWhenItsTimeComesOrCancelledWhenItIsAnswered) {
    take(kith::testing::aLetter().id("late@south.example").subject("Probe question late").day(14).mbox());
    add(questions, R"({"action":"archive","after":"30d","unless":"answered"})");
    run();
    ASSERT_EQ(waiting("delayed").size(), 5u);
    EXPECT_EQ(later().runDue({})->done, 0);
    clock.advance(std::chrono::hours(24 * 29));
    const auto due = later().runDue({});
    ASSERT_TRUE(good(due));
    EXPECT_EQ(due->cancelled, 4) << "Mara answered these";
    EXPECT_EQ(due->done, 1);
    EXPECT_TRUE(carries(question, "INBOX"));
    EXPECT_FALSE(carries("late@south.example", "INBOX"));
    EXPECT_TRUE(waiting().empty());
    EXPECT_EQ(later().runDue({})->done, 0);
}

TEST_P(RulesStory, ADelayedActionOfOldMailIsDoneAtOnceAndOneOfADisabledRuleWaits) {
    const Rule rule = add(firstIssue, R"({"action":"archive","after":"1d"},{"action":"star","after":"300d"})");
    run();
    EXPECT_FALSE(carries(issue, "INBOX"));
    ASSERT_EQ(waiting("delayed").size(), 1u);
    ASSERT_TRUE(good(enableRule(*cellar, rule.id, false)));
    clock.advance(std::chrono::hours(24 * 400));
    EXPECT_EQ(later().runDue({})->done, 0);
    ASSERT_TRUE(good(enableRule(*cellar, rule.id, true)));
    EXPECT_EQ(later().runDue({})->done, 1);
    EXPECT_TRUE(message(issue).starred);
    const auto last = cellar->undo.list({}, 1);
    ASSERT_TRUE(good(last));
    ASSERT_TRUE(good(undoChange(*cellar, last->front().id)));
    EXPECT_FALSE(message(issue).starred);
    EXPECT_EQ(later().runDue({})->done, 0) << "what was taken back is not done again";
}

TEST_P(RulesStory, ChangingOrRemovingARuleEndsWhatItStillWanted) {
    Rule rule = add(newsletters, R"({"action":"trash"})");
    run();
    ASSERT_EQ(waiting().size(), 4u);
    rule.then[0].kind = RuleActionKind::Archive;
    const auto changed = saveRule(*cellar, rule);
    ASSERT_TRUE(good(changed));
    EXPECT_EQ(changed->rule.revision, 2);
    EXPECT_TRUE(waiting().empty());
    ASSERT_TRUE(good(undoChange(*cellar, {})));
    EXPECT_EQ(waiting().size(), 4u);
    ASSERT_TRUE(good(removeRule(*cellar, rule.id)));
    EXPECT_TRUE(waiting().empty());
    EXPECT_TRUE(readRules(*cellar)->rules.empty());
    ASSERT_TRUE(good(undoChange(*cellar, {})));
    EXPECT_EQ(readRules(*cellar)->rules.size(), 1u);
}

TEST_P(RulesStory, AChangedRuleActsAnewAndARenamedOneDoesNot) {
    Rule rule = add(firstIssue, R"({"action":"star"})");
    run();
    rule.name = QStringLiteral("another name");
    rule = saveRule(*cellar, rule)->rule;
    EXPECT_EQ(run().rules[0].before, 1);
    rule.then.push_back({RuleActionKind::Label, QStringLiteral("Reading"), {}, {}, {}, {}, {}});
    ASSERT_TRUE(good(saveRule(*cellar, rule)));
    EXPECT_EQ(run().rules[0].total(DeedFate::Done), 1) << "the star is there already";
    EXPECT_TRUE(carries(issue, "Reading"));
}

TEST_P(RulesStory, WhereRulesOnlyOverlapTheOneThatStandsFirstHasItsWay) {
    add(newsletters, R"({"action":"set_priority","priority":4})");
    const Rule second = add(firstIssue, R"({"action":"set_priority","priority":0},{"action":"star"})");
    const RuleRun ran = run();
    EXPECT_EQ((*cellar->triage.latest(byId(issue)))->priority, Priority::Critical);
    EXPECT_EQ(ran.rules[1].total(DeedFate::Outvoted), 1);
    EXPECT_TRUE(ran.rules[1].examples[0].deeds[0].reason.contains(QStringLiteral("rule 1")));
    ASSERT_TRUE(good(moveRule(*cellar, second.id, 0)));
    EXPECT_EQ(readRules(*cellar)->rules[0].id, second.id);
    ASSERT_TRUE(good(undoChange(*cellar, {})));
    EXPECT_EQ(readRules(*cellar)->rules[1].id, second.id);
}

TEST_P(RulesStory, RulesThatUndoEachOtherOrForwardToTheOwnerAreNotLetIn) {
    add(newsletters, R"({"action":"archive"})");
    const QByteArray before = state();
    EXPECT_FALSE(tryToAdd(newsletters, R"({"action":"inbox"})"));
    EXPECT_FALSE(tryToAdd(firstIssue, R"({"action":"forward","to":"Mara@fjordlight.example"})"));
    EXPECT_EQ(readRules(*cellar)->rules.size(), 1u);
    EXPECT_EQ(state(), before);
}

TEST_P(RulesStory, AStoppedRunKeepsWhatItDidAndTheNextOneGoesOn) {
    add(newsletters, R"({"action":"star"})");
    std::stop_source stop;
    RuleRunWish wish;
    wish.stop = stop.get_token();
    wish.limit = 6;
    const auto part = RuleRunner(*cellar, clock, learned()).run(wish);
    ASSERT_TRUE(good(part));
    EXPECT_EQ(part->lookedAt, 6);
    EXPECT_EQ(part->rules[0].total(DeedFate::Done), 2);
    stop.request_stop();
    EXPECT_TRUE(RuleRunner(*cellar, clock, learned()).run(wish)->stopped);
    reopen();
    const RuleRun rest = run();
    EXPECT_EQ(rest.rules[0].before, 2);
    EXPECT_EQ(rest.rules[0].total(DeedFate::Done), 2);
}

TEST_P(RulesStory, ANewMessageIsLookedAtOnceHoweverOftenTheHouseIsAsked) {
    add(newsletters, R"({"action":"star"})");
    ASSERT_TRUE(good(cellar->rules.addBacklog(byId(issue), clock.now())));
    ASSERT_TRUE(good(cellar->rules.addBacklog(byId("n2@metrology.example"), Millis{0})))
        << "came before the rule was made";
    EXPECT_EQ(*runRules(*cellar, clock, learned(), {}), 1);
    EXPECT_EQ(*runRules(*cellar, clock, learned(), {}), 0);
    EXPECT_TRUE(message(issue).starred);
    EXPECT_FALSE(message("n2@metrology.example").starred);
    EXPECT_EQ(count("SELECT count(*) FROM rule_backlog"), 0);
}
