// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What rules hand on: drafts and opportunities really come about, once, and are taken back with the run.
#include "core/service/rule_hands.h"
#include "core/service/rules_desk.h"
#include "core/storage/event_log.h"
#include "tests/unit/service/rules_house.h"

using namespace kith;
using namespace kith::service;
using kith::testing::good;

namespace {

constexpr auto askedProbes = R"({"field":"subject","op":"contains","value":"probe question"})";
constexpr auto byList = R"({"field":"list","op":"is","value":true})";

class RuleHandsStory : public kith::testing::RulesHouse {
protected:
    void SetUp() override {
        RulesHouse::SetUp();
        if (cellar) {
            take(kith::testing::aMailbox(4));
        }
    }
    RuleRun runWithHands(bool dry = false) {
        RuleRunWish wish;
        wish.dry = dry;
        const auto ran = RuleRunner(*cellar, clock, learned(), ruleHands(*cellar, clock)).run(wish);
        EXPECT_TRUE(good(ran));
        return ran ? *ran : RuleRun{};
    }
    std::vector<Opportunity> opportunities() {
        const auto all = cellar->opportunities.list({});
        EXPECT_TRUE(good(all));
        return all ? *all : std::vector<Opportunity>{};
    }
    std::vector<Draft> drafts() {
        const auto all = cellar->drafts.list({});
        EXPECT_TRUE(good(all));
        return all ? *all : std::vector<Draft>{};
    }
};

std::string handsDatabase(const ::testing::TestParamInfo<storage::Dialect>& one) {
    return one.param == storage::Dialect::Sqlite ? "Sqlite" : "Postgres";
}

}  // namespace

INSTANTIATE_TEST_SUITE_P(Both, RuleHandsStory, ::testing::Values(storage::Dialect::Sqlite, storage::Dialect::Postgres),
                         handsDatabase);

TEST_P(RuleHandsStory, AnOpportunityIsKeptOnceAConversationAndUndoneWithTheRun) {
    const size_t before = opportunities().size();
    const Rule rule = add(askedProbes, R"({"action":"create_opportunity","kind":"submission"})");
    EXPECT_GT(runWithHands(true).rules[0].total(DeedFate::Done), 0);
    EXPECT_EQ(opportunities().size(), before) << "a dry run keeps nothing";
    const RuleRun ran = runWithHands();
    const auto kept = opportunities();
    ASSERT_GT(kept.size(), before);
    const auto made = std::find_if(kept.begin(), kept.end(),
                                   [](const Opportunity& one) { return one.settledBy == QLatin1String("rule"); });
    ASSERT_NE(made, kept.end());
    EXPECT_EQ(made->kind, QStringLiteral("submission"));
    EXPECT_EQ(made->status, OpportunityStatus::New);
    ASSERT_EQ(made->evidence.size(), 1u) << "the card quotes what was said";
    const auto parts = cellar->messages.letterParts(made->message);
    ASSERT_TRUE(good(parts));
    EXPECT_EQ((*parts)->text.mid(made->evidence[0].start, made->evidence[0].text.size()), made->evidence[0].text);
    const auto events = storage::EventLog(*cellar->database).list({QStringLiteral("rule.applied"), {}, {}, 100});
    ASSERT_TRUE(good(events));
    EXPECT_EQ(events->front().actor, QStringLiteral("rule:%1").arg(rule.id.value));
    EXPECT_EQ(runWithHands().rules[0].total(DeedFate::Done), 0);
    EXPECT_EQ(opportunities().size(), kept.size());
    ASSERT_TRUE(good(cellar->undo.undo(ran.change, QStringLiteral("user"))));
    EXPECT_EQ(opportunities().size(), before);
}

TEST_P(RuleHandsStory, ADraftWaitsForApprovalAndIsUndoneWithTheRun) {
    add(askedProbes, R"({"action":"draft_reply","note":"offer a call"})");
    take(kith::testing::aLetter().id("q9@caldervoss.example").subject("Probe question 9").day(20).mbox());
    const RuleRun ran = runWithHands();
    const auto made = drafts();
    ASSERT_EQ(made.size(), 1u) << "what was answered gets no draft";
    EXPECT_EQ(made[0].message, byId("q9@caldervoss.example"));
    EXPECT_EQ(ran.rules[0].total(DeedFate::Done), 1);
    EXPECT_EQ(ran.rules[0].total(DeedFate::Needless), 4);
    for (const Draft& draft : made) {
        EXPECT_EQ(draft.state, DraftState::Proposed) << "nothing is approved, let alone sent, by a rule";
        EXPECT_EQ(draft.note, QStringLiteral("offer a call"));
        EXPECT_FALSE(draft.body.isEmpty());
        EXPECT_FALSE(draft.to.empty());
    }
    EXPECT_TRUE(waiting().empty()) << "nothing waits for a hand any more";
    EXPECT_EQ(runWithHands().rules[0].total(DeedFate::Done), 0);
    EXPECT_EQ(drafts().size(), 1u);
    ASSERT_TRUE(good(cellar->undo.undo(ran.change, QStringLiteral("user"))));
    EXPECT_TRUE(drafts().empty());
}

TEST_P(RuleHandsStory, NoDraftAnswersAList) {
    add(byList, R"({"action":"draft_reply"})");
    const RuleRun ran = runWithHands();
    EXPECT_GT(ran.rules[0].matches, 0);
    EXPECT_EQ(ran.rules[0].total(DeedFate::Done), 0);
    EXPECT_EQ(ran.rules[0].total(DeedFate::Needless), ran.rules[0].matches);
    EXPECT_TRUE(drafts().empty());
}

TEST_P(RuleHandsStory, TheActionToBlameIsTheOneThatMakesTheCircle) {
    add(askedProbes, R"({"action":"label","label":"Probes"})");
    Rule against;
    against.name = QStringLiteral("against");
    against.when = {
        RuleCondition::Kind::Test, {}, RuleField::Subject, RuleOperator::Contains, {QStringLiteral("probe question")}};
    RuleAction star;
    star.kind = RuleActionKind::Star;
    RuleAction off;
    off.kind = RuleActionKind::RemoveLabel;
    off.text = QStringLiteral("Probes");
    against.then = {star, off, star};
    EXPECT_FALSE(checkRuleAmong(*cellar, against));
    EXPECT_EQ(actionToBlame(*cellar, against), 1);
    against.then = {star};
    EXPECT_TRUE(good(checkRuleAmong(*cellar, against)));
}

TEST(RulePlaces, AreReadFromTheSentence) {
    const auto place = [](const char* detail) {
        return rulePlaceOf(Error{ErrorKind::Malformed, QString::fromUtf8(detail), {}});
    };
    EXPECT_EQ(place("when.all[2].value: is empty").condition, 2);
    EXPECT_EQ(place("when.value: is empty").condition, 0);
    EXPECT_EQ(place("then[1].label: is empty").action, 1);
    EXPECT_TRUE(place("name: is empty").name);
    EXPECT_EQ(place("name: is empty").sentence, QStringLiteral("Is empty."));
    const RulePlace circle = place("“A” and “B” run in a circle: what each does makes the next one hold");
    EXPECT_EQ(circle.condition, -1);
    EXPECT_TRUE(circle.sentence.startsWith(QStringLiteral("“A” and “B” run")));
}
