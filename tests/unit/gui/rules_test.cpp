// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "rules_support.h"
#include "ui/action_row.h"
#include "ui/condition_row.h"
#include "ui/rule_texts.h"
#include "ui/rules_page.h"
#include "window_support.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

struct RulesWorld {
    explicit RulesWorld(bool filled = true) {
        if (filled) {
            desk.fill();
        }
        seams.confirm = [this](QWidget*, const QString& question, const QString&) {
            asked = question;
            return says;
        };
        page = std::make_unique<RulesPage>(theme, house, desk, seams, nullptr);
        QObject::connect(page.get(), &PlacePage::said, [this](const ActionNews& one) { news = one; });
        QObject::connect(page.get(), &PlacePage::threadAsked, [this](ThreadId one) { thread = one; });
        page->resize(1220, 900);
        page->show();
        page->activateWindow();
        arrive();
    }
    void arrive() {
        page->arrive();
        TestWindow::settle();
    }
    QListView* list() { return page->findChild<QListView*>(QStringLiteral("ruleList")); }
    RuleLine line(int row) { return list()->model()->index(row, 0).data(RuleModel::LineRole).value<RuleLine>(); }
    int rows() { return list()->model()->rowCount(); }
    void select(int row) {
        list()->setFocus();
        list()->setCurrentIndex(list()->model()->index(row, 0));
        TestWindow::settle();
    }
    template <class T>
    T* shown(const char* name) {
        for (T* one : page->findChildren<T*>(QString::fromLatin1(name))) {
            if (one->isVisible()) {
                return one;
            }
        }
        return nullptr;
    }
    void press(const char* name) {
        auto* button = shown<QAbstractButton>(name);
        ASSERT_TRUE(button) << name;
        button->click();
        TestWindow::settle();
    }
    void type(const char* field, const QString& text) {
        auto* edit = shown<QLineEdit>(field);
        ASSERT_TRUE(edit) << field;
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    QString words(const char* label) { return page->findChild<QLabel*>(QString::fromLatin1(label))->text(); }
    /// Until the pause after the last key is over and the test was asked for.
    bool tried(size_t times) {
        return QTest::qWaitFor([&] { return desk.trials.size() >= times; }, 5000);
    }

    Theme theme;
    FakeHouse house;
    FakeRulesDesk desk;
    Seams seams;
    std::unique_ptr<RulesPage> page;
    ActionNews news;
    ThreadId thread;
    QString asked;
    bool says{true};
};

}  // namespace

TEST(Rules, StandInTheirOrderWithWhatTheyDid) {
    RulesWorld world;
    QAbstractItemModelTester tester(world.list()->model());
    ASSERT_EQ(world.rows(), 3);
    EXPECT_EQ(world.line(0).name, QStringLiteral("Invoices"));
    EXPECT_EQ(world.line(0).acted, 12);
    EXPECT_TRUE(world.line(0).says.contains(QStringLiteral("Label as “Invoices”"))) << qPrintable(world.line(0).says);
    EXPECT_FALSE(world.line(2).enabled);
    EXPECT_EQ(world.words("ruleFacts"), QStringLiteral("2 of 3 on"));
}

TEST(Rules, SpaceSwitchesOneOffAndItsUndoIsOffered) {
    RulesWorld world;
    world.select(0);
    QTest::keyClick(world.list(), Qt::Key_Space);
    TestWindow::settle();
    EXPECT_FALSE(world.desk.get(RuleId{1}).enabled);
    EXPECT_FALSE(world.line(0).enabled);
    EXPECT_EQ(world.news.undoable, ChangeId{7});
}

TEST(Rules, MoveInTheOrderAndStayChosen) {
    RulesWorld world;
    world.select(2);
    world.page->moveCurrent(-1);
    TestWindow::settle();
    EXPECT_EQ(world.line(1).name, QStringLiteral("Newsletters"));
    EXPECT_EQ(world.list()->currentIndex().row(), 1) << "the keyboard moved with it";
    world.page->moveCurrent(-2);
    TestWindow::settle();
    EXPECT_EQ(world.line(1).name, QStringLiteral("Newsletters")) << "there is no place above the first";
}

TEST(Rules, WhatIsTypedIsTriedAfterThePauseAndTheOlderTestIsStopped) {
    RulesWorld world;
    world.select(0);
    ASSERT_TRUE(world.tried(1));
    world.desk.answerTrial(12);
    TestWindow::settle();
    EXPECT_TRUE(world.words("ruleTrialSentence").contains(QStringLiteral("12 of the newest 2,000")));
    const size_t before = world.desk.trials.size();
    world.type("conditionValue", QStringLiteral("tender"));
    EXPECT_EQ(world.desk.trials.size(), before) << "six keys at once are no six tests";
    ASSERT_TRUE(world.tried(before + 1));
    EXPECT_EQ(world.desk.trials.back().rule.when.values, QStringList{QStringLiteral("tender")});
    EXPECT_EQ(world.desk.trials.back().limit, RulesPage::triedOn);
    world.type("conditionValue", QStringLiteral("quote"));
    EXPECT_TRUE(world.desk.trials.back().stop.stop_requested());
    ASSERT_TRUE(world.tried(before + 2));
    EXPECT_FALSE(world.desk.trials.back().stop.stop_requested());
    world.desk.answerTrial(2);
    TestWindow::settle();
    EXPECT_TRUE(world.words("ruleTrialSentence").contains(QStringLiteral("2 of the newest")));
    world.press("ruleExample");
    EXPECT_EQ(world.thread, ThreadId{900});
}

TEST(Rules, AnOlderAnswerDoesNotOverwriteTheNewerOne) {
    RulesWorld world;
    world.select(0);
    ASSERT_TRUE(world.tried(1));
    world.type("conditionValue", QStringLiteral("quote"));
    ASSERT_TRUE(world.tried(2));
    world.desk.answerTrial(5);
    TestWindow::settle();
    auto late = std::move(world.desk.trials.front().promise);
    service::RuleTrial old;
    old.run.lookedAt = 2000;
    old.run.rules.push_back({world.desk.get(RuleId{1}), 77, 0, {}, {}});
    late->addResult(Result<service::RuleTrial>(old));
    late->finish();
    TestWindow::settle();
    EXPECT_TRUE(world.words("ruleTrialSentence").contains(QStringLiteral("5 of the newest")));
}

TEST(Rules, AnEditedRuleIsMarkedAndItsFormSurvivesLookingElsewhere) {
    RulesWorld world;
    world.select(0);
    world.type("conditionValue", QStringLiteral("receipt"));
    EXPECT_TRUE(world.line(0).unsaved);
    world.select(1);
    world.arrive();
    world.select(0);
    EXPECT_EQ(world.shown<QLineEdit>("conditionValue")->text(), QStringLiteral("receipt"));
    EXPECT_EQ(world.desk.get(RuleId{1}).when.values.front(), QStringLiteral("invoice")) << "nothing is kept unasked";
    world.page->save();
    TestWindow::settle();
    EXPECT_EQ(world.desk.get(RuleId{1}).when.values.front(), QStringLiteral("receipt"));
    EXPECT_FALSE(world.line(0).unsaved);
    EXPECT_EQ(world.news.undoable, ChangeId{7});
}

TEST(Rules, ANewRuleIsWrittenByKeyboardAndNamesItself) {
    RulesWorld world(false);
    world.page->startNew();
    TestWindow::settle();
    EXPECT_TRUE(world.words("ruleTrialSentence").startsWith(QStringLiteral("Say what")));
    world.type("conditionValue", QStringLiteral("fair"));
    world.type("actionText", QStringLiteral("Fairs"));
    ASSERT_TRUE(world.tried(1));
    world.page->save();
    TestWindow::settle();
    ASSERT_EQ(world.desk.kept.rules.size(), 1u);
    const Rule& rule = world.desk.kept.rules.front().rule;
    EXPECT_EQ(rule.name, QStringLiteral("Sender contains “fair”"));
    EXPECT_EQ(rule.then.front().text, QStringLiteral("Fairs"));
    ASSERT_EQ(world.rows(), 1);
    EXPECT_EQ(world.line(0).id, rule.id);
}

TEST(Rules, AHalfWrittenRuleIsNotTriedAndNotScoldedFor) {
    RulesWorld world;
    world.select(0);
    ASSERT_TRUE(world.tried(1));
    world.desk.answerTrial(12);
    TestWindow::settle();
    QTest::keyClick(world.shown<QLineEdit>("conditionValue"), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(world.shown<QLineEdit>("conditionValue"), Qt::Key_Delete);
    const auto says = [&] { return world.words("ruleTrialSentence").startsWith(QStringLiteral("Say what")); };
    EXPECT_TRUE(QTest::qWaitFor(says, 5000));
    EXPECT_EQ(world.desk.trials.size(), 1u) << "there is nothing to look for";
    EXPECT_TRUE(world.words("ruleProblem").isEmpty());
}

TEST(Rules, ACircleIsRefusedAtTheActionThatMakesIt) {
    RulesWorld world;
    world.select(1);
    ASSERT_TRUE(world.tried(1));
    service::RulePlace place;
    place.action = 1;
    place.sentence = QStringLiteral("“Tenders” and “Invoices” undo each other.");
    world.desk.answerTrial(4, place);
    TestWindow::settle();
    const auto rows = world.page->findChildren<ActionRow*>();
    int told = 0;
    for (ActionRow* row : rows) {
        for (QLabel* label : row->findChildren<QLabel*>()) {
            told += label->isVisible() && label->text() == place.sentence ? 1 : 0;
        }
    }
    EXPECT_EQ(told, 1);
    world.type("ruleName", QStringLiteral("Calls for tender"));
    world.desk.refuses = Error{ErrorKind::Malformed, QStringLiteral("then[0].label: is empty"), {}};
    world.page->save();
    TestWindow::settle();
    EXPECT_EQ(world.news.sentence, QStringLiteral("Is empty."));
    EXPECT_TRUE(world.line(1).unsaved) << "what was typed is still there";
}

TEST(Rules, DeletingOffersItsUndoAndTheNextOneIsChosen) {
    RulesWorld world;
    world.select(1);
    world.press("ruleRemove");
    EXPECT_FALSE(world.desk.has(RuleId{2}));
    EXPECT_EQ(world.news.undoable, ChangeId{7});
    ASSERT_EQ(world.rows(), 2);
    EXPECT_TRUE(world.list()->currentIndex().isValid());
}

TEST(Rules, ARunOverManyAsksWithTheCount) {
    RulesWorld world;
    world.select(0);
    ASSERT_TRUE(world.tried(1));
    world.desk.answerTrial(640);
    TestWindow::settle();
    world.says = false;
    world.press("ruleRun");
    EXPECT_TRUE(world.asked.contains(QStringLiteral("640"))) << qPrintable(world.asked);
    EXPECT_FALSE(world.desk.ran);
    world.says = true;
    world.press("ruleRun");
    EXPECT_EQ(world.desk.ran, RuleId{1});
    EXPECT_EQ(world.news.undoable, ChangeId{9});
}

TEST(Rules, QuestionsComeFirstAndTrashIsAskedOnceForAll) {
    RulesWorld world(false);
    world.desk.fill();
    world.desk.ask(41, RuleActionKind::Trash, "Weekly offers");
    world.desk.ask(42, RuleActionKind::Trash, "More offers");
    world.desk.ask(43, RuleActionKind::Forward, "Trade news", "paul@fjord.example");
    auto fresh = std::make_unique<RulesPage>(world.theme, world.house, world.desk, world.seams, nullptr);
    world.page = std::move(fresh);
    world.page->resize(1220, 900);
    world.page->show();
    world.arrive();
    const auto blocks = world.page->findChildren<QWidget*>(QStringLiteral("ruleQuestion"));
    EXPECT_EQ(blocks.size(), 2);
    world.press("questionYes");
    EXPECT_EQ(world.desk.confirmed, std::vector<qint64>{41});
    EXPECT_EQ(world.desk.kept.waiting.size(), 2u);
}

TEST(Rules, TheModeIsChosenForAll) {
    RulesWorld world;
    auto* mode = world.page->findChild<QComboBox*>(QStringLiteral("ruleMode"));
    mode->setCurrentIndex(1);
    Q_EMIT mode->activated(1);
    TestWindow::settle();
    EXPECT_EQ(world.desk.kept.mode, RuleMode::FirstMatch);
}

TEST(Rules, AConditionThatTheFieldsCannotShowIsKeptAsItIs) {
    Theme theme;
    RuleCondition nested;
    nested.kind = RuleCondition::Kind::Any;
    nested.parts = {FakeRulesDesk::contains(RuleField::Sender, "a"), FakeRulesDesk::contains(RuleField::Subject, "b")};
    ConditionRow row(theme, nullptr);
    row.setCondition(nested);
    EXPECT_EQ(row.condition(), nested);
    RuleCondition two;
    two.field = RuleField::Priority;
    two.op = RuleOperator::OneOf;
    two.values = {QStringLiteral("4"), QStringLiteral("3")};
    row.setCondition(two);
    EXPECT_EQ(row.condition(), two);
    EXPECT_EQ(RuleTexts::condition(two), QStringLiteral("Priority is one of “Critical” or “High”"));
}

TEST(Rules, EveryConditionAndActionComesBackAsItWasShown) {
    Theme theme;
    ConditionRow row(theme, nullptr);
    for (int field = 0; field <= static_cast<int>(RuleField::Account); ++field) {
        for (const RuleOperator op : service::ruleOperators(static_cast<RuleField>(field))) {
            RuleCondition test;
            test.field = static_cast<RuleField>(field);
            test.op = op;
            test.values = {op == RuleOperator::Is              ? QStringLiteral("no")
                           : test.field == RuleField::Kind     ? QStringLiteral("pricing")
                           : test.field == RuleField::Priority ? QStringLiteral("3")
                           : test.field == RuleField::Age      ? QStringLiteral("14")
                                                               : QStringLiteral("some words")};
            row.setCondition(test);
            EXPECT_EQ(row.condition(), test) << qPrintable(RuleTexts::condition(test));
        }
    }
    ActionRow deed(theme, {}, nullptr);
    for (int kind = 0; kind <= static_cast<int>(RuleActionKind::AddToContact); ++kind) {
        RuleAction action;
        action.kind = static_cast<RuleActionKind>(kind);
        const bool texts = action.kind == RuleActionKind::Label || action.kind == RuleActionKind::RemoveLabel ||
                           action.kind == RuleActionKind::Forward || action.kind == RuleActionKind::DraftReply;
        action.text = texts                                              ? QStringLiteral("words")
                      : action.kind == RuleActionKind::CreateOpportunity ? QStringLiteral("demo")
                                                                         : QString();
        action.wait = action.kind == RuleActionKind::Snooze ? std::chrono::minutes{180} : std::chrono::minutes{0};
        action.after = std::chrono::hours{72};
        action.unless = RuleUnless::Answered;
        deed.setAction(action);
        EXPECT_EQ(deed.action(), action) << qPrintable(RuleTexts::action(action));
    }
}
