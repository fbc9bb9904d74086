// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The desks behind the pages of rules and of what was learned, in a whole workspace with its threads.
#include "core/service/learned_desk.h"
#include "core/service/rules_desk.h"
#include "core/service/workspace.h"
#include "tests/support/wait_for.h"
#include "tests/unit/service/service_house.h"

using namespace kith;
using namespace kith::service;
using kith::testing::good;
using kith::testing::waitFor;

namespace {

/// Mail is taken in first; then the window's house is opened on it.
class DesksStory : public kith::testing::ServiceHouse {
protected:
    DesksStory() {
        take(file("box.mbox", kith::testing::aMailbox(12)));
        {
            TriageService triage(*cellar, clock);
            EXPECT_TRUE(triage.learn({}));
        }
        for (int i = 1; i <= 5; ++i) {
            issues.push_back(byId(QByteArray("n" + QByteArray::number(i) + "@metrology.example").constData()));
        }
        const QString where = cellar->folder;
        cellar.reset();
        clock.advance(Millis{60'000});  // ids grow with time
        auto opened = Workspace::open({where, {}, true}, clock);
        EXPECT_TRUE(good(opened));
        workspace = std::move(*opened);
    }
    RulesDesk& rules() { return *workspace->rooms().rules; }
    LearnedDesk& learned() { return *workspace->rooms().learned; }
    static Rule about(const char* subject, std::vector<RuleAction> then) {
        Rule rule;
        rule.name = QStringLiteral("about %1").arg(QLatin1String(subject));
        rule.when = {
            RuleCondition::Kind::Test, {}, RuleField::Subject, RuleOperator::Contains, {QString::fromLatin1(subject)}};
        rule.then = std::move(then);
        return rule;
    }
    static RuleAction label(RuleActionKind kind, const char* name) {
        RuleAction action;
        action.kind = kind;
        action.text = QString::fromLatin1(name);
        return action;
    }

    std::vector<MessageId> issues;
    std::unique_ptr<Workspace> workspace;
};

}  // namespace

TEST_F(DesksStory, ARuleIsTriedWhileItIsWrittenSavedRunAndTakenBack) {
    Rule rule = about("issue", {label(RuleActionKind::Label, "Reading")});
    const auto trial = waitFor(rules().tryOut(rule, 1000, {}));
    ASSERT_TRUE(good(trial));
    EXPECT_FALSE(trial->refused);
    EXPECT_EQ(trial->run.lookedAt, 36);
    ASSERT_EQ(trial->run.rules.size(), 1u);
    EXPECT_EQ(trial->run.rules[0].matches, 12);
    EXPECT_EQ(fatesOf(trial->run.rules[0], rule.then[0]).at(DeedFate::Done), 12);
    EXPECT_TRUE(waitFor(rules().view())->rules.empty()) << "trying keeps nothing";

    const auto saved = waitFor(rules().save(rule));
    ASSERT_TRUE(good(saved));
    const auto ran = waitFor(rules().run(saved->rule.id, {}));
    ASSERT_TRUE(good(ran));
    const auto view = waitFor(rules().view());
    ASSERT_EQ(view->rules.size(), 1u);
    EXPECT_EQ(view->rules[0].acted, 12);
    EXPECT_EQ(view->labels, QStringList{QStringLiteral("Reading")});
    ASSERT_TRUE(good(waitFor(workspace->inbox().undo(ran->change))));
    EXPECT_EQ(waitFor(rules().view())->rules[0].acted, 0);

    const auto removed = waitFor(rules().remove(saved->rule.id));
    ASSERT_TRUE(good(removed));
    ASSERT_TRUE(good(waitFor(workspace->inbox().undo(removed->change))));
    EXPECT_EQ(waitFor(rules().view())->rules.size(), 1u) << "deleting can be undone";
}

TEST_F(DesksStory, ACircleIsToldWhileItIsWrittenAtItsAction) {
    ASSERT_TRUE(good(waitFor(rules().save(about("issue", {label(RuleActionKind::Label, "Reading")})))));
    RuleAction star;
    star.kind = RuleActionKind::Star;
    const Rule against = about("issue", {star, label(RuleActionKind::RemoveLabel, "Reading")});
    const auto trial = waitFor(rules().tryOut(against, 1000, {}));
    ASSERT_TRUE(good(trial));
    ASSERT_TRUE(trial->refused);
    EXPECT_EQ(trial->refused->action, 1);
    EXPECT_TRUE(trial->refused->sentence.contains(QStringLiteral("undo each other")));
    EXPECT_EQ(trial->run.rules[0].matches, 12) << "what it would do is shown all the same";
    EXPECT_FALSE(waitFor(rules().save(against)));
    const auto empty = waitFor(rules().tryOut(about("", {star}), 1000, {}));
    ASSERT_TRUE(empty->refused);
    EXPECT_EQ(empty->refused->condition, 0);
    EXPECT_TRUE(empty->run.rules.empty());
}

TEST_F(DesksStory, ATrialThatNobodyWaitsForEndsAtOnce) {
    std::stop_source stop;
    stop.request_stop();
    const auto trial =
        waitFor(rules().tryOut(about("issue", {label(RuleActionKind::Label, "x")}), 0, stop.get_token()));
    ASSERT_FALSE(trial);
    EXPECT_EQ(trial.error().kind, ErrorKind::Cancelled);
}

TEST_F(DesksStory, CorrectionsBecomeASuggestionThatIsAppliedRevertedAndForgotten) {
    for (const MessageId issue : issues) {
        Feedback feedback;
        feedback.message = issue;
        feedback.assigned = Priority::Critical;
        ASSERT_TRUE(good(waitFor(workspace->inbox().giveFeedback(feedback))));
    }
    const auto about = waitFor(learned().about(issues[0]));
    ASSERT_TRUE(good(about));
    ASSERT_EQ(about->size(), 1u) << "the page need not be opened for it";
    const qint64 id = about->front().id;
    ASSERT_TRUE(good(waitFor(learned().apply(id))));
    auto view = waitFor(learned().view());
    ASSERT_TRUE(good(view));
    EXPECT_EQ(view->rules.size(), 1u);
    EXPECT_EQ(view->marksTotal, 5);
    EXPECT_TRUE(waitFor(learned().about(issues[0]))->empty());
    ASSERT_TRUE(good(waitFor(learned().revert(id))));
    EXPECT_TRUE(waitFor(learned().view())->rules.empty());
    for (const LearnedMark& mark : view->marks) {
        ASSERT_TRUE(good(waitFor(learned().changeMark(mark.mark.id, {}))));
    }
    view = waitFor(learned().view());
    EXPECT_EQ(view->marksTotal, 0);
    EXPECT_TRUE(view->suggestions.empty()) << "with the corrections goes what they suggested";
}
