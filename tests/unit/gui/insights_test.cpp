// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "insights_support.h"
#include "settle.h"
#include "ui/buttons.h"
#include "ui/insight_card.h"
#include "ui/insight_words.h"
#include "ui/text_label.h"

#include <QComboBox>
#include <QRadioButton>
#include <QTableWidget>
#include <QTest>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

class InsightsStory : public ::testing::Test {
protected:
    InsightsStory()
        : page(theme, house.door(), nullptr) {
        page.resize(1220, 900);
        static_cast<QWidget&>(page).show();
        arrive();
    }
    void arrive() {
        page.arrive();
        EXPECT_TRUE(kith::testing::settle(page));
    }
    template <class T>
    T* find(const char* name) {
        auto* found = page.findChild<T*>(QLatin1String(name));
        EXPECT_TRUE(found) << name;
        return found;
    }
    QString words(const char* name) { return find<TextLabel>(name)->text(); }

    Theme theme;
    FakeInsightsHouse house;
    InsightsPage page;
};

TEST_F(InsightsStory, EveryTitleIsWhatTheNumbersSay) {
    EXPECT_EQ(words("insightsMeta"), QStringLiteral("3,240 messages, 784 marks by you"));
    EXPECT_EQ(words("calibrationFinding"), QStringLiteral("When Kith says 96 %, it is right 96 % of the time"));
    EXPECT_EQ(words("weeksFinding"), QStringLiteral("Of 412 messages this week, 35 needed you"));
    EXPECT_EQ(words("repliesFinding"), QStringLiteral("Critical mail waits 42 min"));
    EXPECT_EQ(words("doneFinding"), QStringLiteral("35 of 1,847 automatic steps were undone"));
    EXPECT_EQ(words("owedFinding"), QStringLiteral("You owe 4 answers, 2 are owed to you"));
    EXPECT_EQ(words("budgetFinding"), QStringLiteral("Kith files 72 % quietly, about 3 % of it wrongly"));
}

TEST_F(InsightsStory, EachChartHasATableOfTheSameNumbersByKeyboard) {
    for (const char* name : {"calibration", "weeks", "replies", "done", "budget", "owed", "asking"}) {
        auto* card = find<InsightCard>((std::string(name) + "Card").c_str());
        EXPECT_FALSE(card->showsTable());
        auto* button = find<Button>((std::string(name) + "Switch").c_str());
        EXPECT_FALSE(button->accessibleName().isEmpty());
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        EXPECT_TRUE(card->showsTable()) << name;
        auto* table = find<QTableWidget>((std::string(name) + "Table").c_str());
        EXPECT_GT(table->rowCount(), 0) << name;
        EXPECT_FALSE(table->accessibleName().isEmpty());
        QTest::keyClick(button, Qt::Key_Space);
        EXPECT_FALSE(card->showsTable());
    }
    EXPECT_EQ(find<QTableWidget>("weeksTable")->item(7, 1)->text(), QStringLiteral("8")) << "critical of this week";
}

TEST_F(InsightsStory, FewAnswersAreSaidToBeFewInsteadOfDrawn) {
    house.insights.calibrationMarks = 7;
    house.insights.replies.clear();
    house.insights.owed.clear();
    house.insights.asking.clear();
    arrive();
    EXPECT_TRUE(words("calibrationNothing").contains(QStringLiteral("13 more")));
    EXPECT_FALSE(find<Button>("calibrationSwitch")->isVisible());
    EXPECT_FALSE(words("repliesNothing").isEmpty());
    EXPECT_EQ(words("owedFinding"), QStringLiteral("Nobody waits"));
    EXPECT_FALSE(words("askingNothing").isEmpty());
}

TEST_F(InsightsStory, AnotherBudgetIsChosenWithItsCostInQuestions) {
    auto* tight = find<QRadioButton>("budget20");
    EXPECT_EQ(tight->text(), QStringLiteral("2 % may be wrong: files 41 % quietly, asks 60 of 100"));
    EXPECT_TRUE(find<QRadioButton>("budget50")->isChecked());
    tight->click();
    EXPECT_TRUE(kith::testing::settle(page));
    EXPECT_EQ(house.budgetsSet, std::vector<double>{0.02});
    EXPECT_TRUE(find<QRadioButton>("budget20")->isChecked());
}

TEST_F(InsightsStory, HowFarBackIsChosenInTheHead) {
    auto* weeks = find<QComboBox>("insightsWeeks");
    QTest::keyClick(weeks, Qt::Key_Down);
    EXPECT_EQ(house.weeksAsked.back(), 26);
}

TEST(InsightWords, NameWhatKithDoesByItself) {
    for (const char* kind : {"filed", "message.woken", "draft.saved", "contacts.grown", "opportunities.found",
                             "rule.ran", "import.finished", "transcripts.matched", "feedback.filed"}) {
        EXPECT_FALSE(InsightWords::deed(QLatin1String(kind)).startsWith(QStringLiteral("Other"))) << kind;
    }
}

TEST(InsightWords, SayTimesAsPeopleDo) {
    EXPECT_EQ(InsightWords::duration(0.7), QStringLiteral("42 min"));
    EXPECT_EQ(InsightWords::duration(2.1667), QStringLiteral("2 h 10"));
    EXPECT_EQ(InsightWords::duration(26), QStringLiteral("1 d 2 h"));
    EXPECT_EQ(InsightWords::duration(0), QStringLiteral("1 min"));
    EXPECT_EQ(InsightWords::precisePercent(0.025), QStringLiteral("2.5 %"));
}

}  // namespace
