// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What was learned, listed, changed and forgotten: afterwards everything stands as if it had not been said.
#include "core/service/learned_book.h"
#include "core/service/preferences_book.h"
#include "core/storage/undo.h"
#include "tests/unit/service/service_house.h"

using namespace kith;
using namespace kith::service;
using kith::testing::good;

namespace {

class LearnedStory : public kith::testing::ServiceHouse {
protected:
    LearnedStory()
        : triage(*cellar, clock) {
        take(file("box.mbox", kith::testing::aMailbox(12)));
        EXPECT_TRUE(triage.learn({}));
    }
    FeedbackId mark(const char* id, Priority assigned, FeedbackScope scope = FeedbackScope::Message) {
        clock.advance(Millis{1000});
        Feedback feedback;
        feedback.message = byId(id);
        feedback.assigned = assigned;
        feedback.scope = scope;
        const auto given = giveFeedback(*cellar, triage, clock, feedback);
        EXPECT_TRUE(good(given));
        return given ? given->stored.id : FeedbackId{};
    }
    LearnedView learned() {
        const auto view = readLearned(*cellar, triage);
        EXPECT_TRUE(good(view));
        return view ? *view : LearnedView{};
    }
    /// How a message that nobody marked would be scored now.
    double score(const char* id) {
        const Message message = **cellar->messages.message(byId(id));
        const auto signs = triage::signalsFromBytes(cellar->signs.of(message.id).value().value_or(QByteArray()));
        return triage.judge().decide(message, *signs, triage.dealingsOf(message)).score;
    }
    void prefer(std::vector<PreferenceRule> rules) {
        storage::ChangeWriter change(*cellar->database, {QStringLiteral("preferences.imported"),
                                                         QStringLiteral("user"),
                                                         {},
                                                         {},
                                                         QStringLiteral("rules"),
                                                         {},
                                                         true});
        savePreferences(change, *cellar, Preferences{1, std::move(rules)});
        ASSERT_TRUE(good(change.commit()));
        ASSERT_TRUE(triage.loadMarks());
    }
    static PreferenceRule bound(const char* field, const char* word, std::optional<Priority> low,
                                std::optional<Priority> high) {
        PreferenceRule rule;
        rule.fields = {QString::fromLatin1(field)};
        rule.keywords = {QString::fromLatin1(word)};
        rule.minPriority = low;
        rule.maxPriority = high;
        return rule;
    }

    TriageService triage;
};

}  // namespace

TEST_F(LearnedStory, AForgottenMarkTakesBackExactlyWhatItTaught) {
    const double before = score("n9@metrology.example");
    const Priority stood = decision(byId("n1@metrology.example")).priority;
    mark("q2@caldervoss.example", Priority::Critical);
    const double withOne = score("n9@metrology.example");
    const FeedbackId second = mark("n1@metrology.example", Priority::Critical);
    EXPECT_NE(score("n9@metrology.example"), withOne) << "the mark taught something";
    ASSERT_TRUE(good(changeMark(*cellar, triage, second, {})));
    EXPECT_EQ(score("n9@metrology.example"), withOne) << "bit for bit";
    EXPECT_EQ(decision(byId("n1@metrology.example")).priority, stood);
    EXPECT_EQ(learned().marks.size(), 1u);
    ASSERT_TRUE(good(changeMark(*cellar, triage, learned().marks.front().mark.id, {})));
    EXPECT_EQ(score("n9@metrology.example"), before);
}

TEST_F(LearnedStory, AForgottenMarkComesBackByUndo) {
    const FeedbackId id = mark("n1@metrology.example", Priority::Critical);
    const double taught = score("n9@metrology.example");
    const auto gone = changeMark(*cellar, triage, id, {});
    ASSERT_TRUE(good(gone));
    ASSERT_TRUE(good(cellar->undo.undo(gone->change, QStringLiteral("user"))));
    ASSERT_TRUE(triage.loadMarks());
    EXPECT_EQ(learned().marksTotal, 1);
    EXPECT_EQ(score("n9@metrology.example"), taught);
    EXPECT_EQ(decision(byId("n1@metrology.example")).priority, Priority::Critical);
}

TEST_F(LearnedStory, AChangedMarkTeachesWhatItSaysNow) {
    const FeedbackId id = mark("n1@metrology.example", Priority::Critical);
    ASSERT_TRUE(good(changeMark(*cellar, triage, id, Priority::VeryLow)));
    EXPECT_EQ(decision(byId("n1@metrology.example")).priority, Priority::VeryLow);
    ASSERT_EQ(learned().marks.size(), 1u);
    EXPECT_EQ(learned().marks.front().mark.assigned, Priority::VeryLow);
}

TEST_F(LearnedStory, AMarkForASenderTakesItsRuleAlong) {
    const FeedbackId id = mark("n1@metrology.example", Priority::Low, FeedbackScope::Sender);
    ASSERT_EQ(learned().rules.size(), 1u);
    EXPECT_EQ(learned().rules.front().holdsFor, 12);
    ASSERT_TRUE(good(changeMark(*cellar, triage, id, {})));
    EXPECT_TRUE(learned().rules.empty());
    EXPECT_NE(decision(byId("n5@metrology.example")).decidedBy, DecidedBy::Rule);
}

TEST_F(LearnedStory, RulesThatWantOppositeThingsAreNamedWithTheMailThatShowsIt) {
    prefer({bound("domain", "metrology.example", Priority::High, {}), bound("subject", "issue", {}, Priority::Low),
            bound("sender", "ana@caldervoss.example", Priority::High, {})});
    mark("n3@metrology.example", Priority::VeryLow);
    const LearnedView view = learned();
    ASSERT_EQ(view.rules.size(), 3u);
    EXPECT_EQ(view.rules[0].holdsFor, 12);
    EXPECT_EQ(view.rules[2].holdsFor, 12);
    EXPECT_EQ(view.rules[0].markedAgainst, 1) << "the mark says less than the rule's floor";
    EXPECT_EQ(view.rules[1].markedAgainst, 0);
    ASSERT_EQ(view.conflicts.size(), 1u);
    EXPECT_EQ(view.conflicts[0].one, 0u);
    EXPECT_EQ(view.conflicts[0].other, 1u);
    EXPECT_EQ(view.conflicts[0].messages, 12);
    EXPECT_EQ(view.conflicts[0].example, QStringLiteral("Issue 212"));
}

TEST_F(LearnedStory, AContradictionIsNamedAlsoWhereNoMailShowsIt) {
    prefer({bound("sender", "x@nowhere.example", Priority::High, {}),
            bound("sender", "x@nowhere.example", {}, Priority::Low)});
    const LearnedView view = learned();
    ASSERT_EQ(view.conflicts.size(), 1u);
    EXPECT_EQ(view.conflicts[0].messages, 0);
}

TEST_F(LearnedStory, APreferenceIsChangedAndForgottenWithThePastAndUndone) {
    prefer({bound("domain", "metrology.example", Priority::High, Priority::High)});
    const PreferenceRule was = learned().rules.front().rule;
    PreferenceRule becomes = was;
    becomes.minPriority = becomes.maxPriority = Priority::Low;
    ASSERT_TRUE(good(changePreference(*cellar, triage, 0, was, becomes)));
    EXPECT_EQ(decision(byId("n4@metrology.example")).priority, Priority::Low);
    EXPECT_FALSE(changePreference(*cellar, triage, 0, was, {})) << "it is another one by now";
    const auto gone = changePreference(*cellar, triage, 0, becomes, {});
    ASSERT_TRUE(good(gone));
    EXPECT_NE(decision(byId("n4@metrology.example")).decidedBy, DecidedBy::Rule);
    ASSERT_TRUE(good(cellar->undo.undo(gone->change, QStringLiteral("user"))));
    EXPECT_EQ(decision(byId("n4@metrology.example")).priority, Priority::Low);
    EXPECT_EQ(learned().rules.size(), 1u);
}

TEST_F(LearnedStory, ASuggestionSetAsideIsNotProposedAgainAndSpeaksOnlyAboutItsMail) {
    for (int i = 1; i <= 5; ++i) {
        mark(QByteArray("n" + QByteArray::number(i) + "@metrology.example").constData(), Priority::Critical);
    }
    const auto processed = processFeedback(*cellar, triage, clock);
    ASSERT_TRUE(good(processed));
    ASSERT_EQ(processed->suggestions.size(), 1u);
    EXPECT_EQ(suggestionsAbout(*cellar, triage, byId("n9@metrology.example"))->size(), 1u);
    EXPECT_TRUE(suggestionsAbout(*cellar, triage, byId("q1@caldervoss.example"))->empty());
    const auto aside = setSuggestionAside(*cellar, processed->suggestions.front().id);
    ASSERT_TRUE(good(aside));
    EXPECT_TRUE(processFeedback(*cellar, triage, clock)->suggestions.empty());
    EXPECT_TRUE(suggestionsAbout(*cellar, triage, byId("n9@metrology.example"))->empty());
    ASSERT_EQ(learned().suggestions.size(), 1u) << "the page still has it";
    ASSERT_TRUE(good(cellar->undo.undo(aside->change, QStringLiteral("user"))));
    EXPECT_EQ(suggestionsAbout(*cellar, triage, byId("n9@metrology.example"))->size(), 1u);
}
