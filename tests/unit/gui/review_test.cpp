// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The review by keys: what the user sees and what the workspace is told.
#include "tests/unit/gui/review_support.h"
#include "ui/review_page.h"
#include "ui/review_text.h"
#include "ui/review_words.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QLabel>
#include <QTest>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

class ReviewStory : public ::testing::Test {
protected:
    ReviewStory() {
        house.add(aQuestion(1, QStringLiteral("Jonas Feld"), QStringLiteral("jonas@orrin-marine.example")));
        house.add(aQuestion(2, QStringLiteral("Ida Orrin"), QStringLiteral("ida@orrin-marine.example")));
        house.add(aQuestion(3, QStringLiteral("Ana Ruiz"), QStringLiteral("ana@caldervoss.example"), Priority::Medium));
    }
    void start() {
        page = std::make_unique<ReviewPage>(theme, nullptr);
        controller = std::make_unique<ReviewController>(house.house(), *page, nullptr);
        page->resize(1220, 900);
        page->show();
        page->setFocus();
        settle();
    }
    void settle() {
        for (int i = 0; i < 30; ++i) {
            QCoreApplication::processEvents();
        }
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* focused = page->focusWidget() ? page->focusWidget() : page.get();
        QTest::keyClick(focused, key, modifiers);
        settle();
    }
    QString words(const char* name) const {
        const auto* label = page->findChild<QLabel*>(QString::fromLatin1(name));
        return label ? label->text() : QStringLiteral("no such label");
    }
    bool shown(const char* name) const {
        const auto* widget = page->findChild<QWidget*>(QString::fromLatin1(name));
        return widget && widget->isVisible();
    }
    ~ReviewStory() override {
        controller.reset();
        page.reset();
    }

    Theme theme;
    FakeReviewHouse house;
    std::unique_ptr<ReviewPage> page;
    std::unique_ptr<ReviewController> controller;
};

TEST_F(ReviewStory, AsksTheMostValuableFirstAndSaysWhy) {
    start();
    EXPECT_EQ(words("reviewQuestion"), QStringLiteral("Is this one High?"));
    EXPECT_EQ(words("reviewSubject"), QStringLiteral("Quick one about Thursday"));
    EXPECT_EQ(words("reviewMeta"), QStringLiteral("3 left · about 1 min · error budget 5 %"));
    EXPECT_EQ(words("reviewWhy"),
              QStringLiteral("Kith wavers between High and Low: asks for something, but Jonas Feld is "
                             "new to you. Your answer teaches it."));
    EXPECT_TRUE(shown("opportunityRow"));
}

TEST_F(ReviewStory, YAcceptsTheSuggestionAndAsksTheNext) {
    start();
    press(Qt::Key_Y);
    EXPECT_EQ(house.given.at(ThreadId{1}), Priority::High);
    EXPECT_EQ(page->asked(), ThreadId{2});
    EXPECT_EQ(words("reviewDone"), QStringLiteral("1 of 3 done"));
    press(Qt::Key_Y);
    press(Qt::Key_Y);
    EXPECT_EQ(house.given.at(ThreadId{3}), Priority::Medium);
    EXPECT_FALSE(shown("priorityRow"));
}

TEST_F(ReviewStory, ADigitSaysWhatItIs) {
    start();
    press(Qt::Key_5);
    EXPECT_EQ(house.given.at(ThreadId{1}), Priority::VeryLow);
    press(Qt::Key_1);
    EXPECT_EQ(house.given.at(ThreadId{2}), Priority::Critical);
}

TEST_F(ReviewStory, NOpensTheMarksAndEnterChoosesOne) {
    start();
    press(Qt::Key_N);
    EXPECT_TRUE(house.given.empty());
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    EXPECT_EQ(house.given.at(ThreadId{1}), Priority::Medium);
    press(Qt::Key_Y);
    EXPECT_EQ(house.given.at(ThreadId{2}), Priority::High) << "the keys go on after the marks were used";
}

TEST_F(ReviewStory, EChangesTheProposalBeforeItIsAccepted) {
    start();
    press(Qt::Key_E);
    press(Qt::Key_4);
    EXPECT_TRUE(house.given.empty());
    EXPECT_EQ(words("reviewQuestion"), QStringLiteral("Make it Low?"));
    press(Qt::Key_Y);
    EXPECT_EQ(house.given.at(ThreadId{1}), Priority::Low);
    EXPECT_EQ(words("reviewQuestion"), QStringLiteral("Is this one High?"));
}

TEST_F(ReviewStory, SSkipsUntilTheEnd) {
    start();
    press(Qt::Key_S);
    EXPECT_EQ(page->asked(), ThreadId{2});
    press(Qt::Key_Y);
    press(Qt::Key_Y);
    EXPECT_EQ(page->asked(), ThreadId{1});
    EXPECT_TRUE(shown("priorityRow"));
}

TEST_F(ReviewStory, ZTakesTheLastAnswerBackAndAsksItAgain) {
    start();
    press(Qt::Key_Y);
    press(Qt::Key_Z);
    EXPECT_EQ(house.undone, std::vector<ChangeId>{{101}});
    EXPECT_TRUE(house.given.empty());
    EXPECT_EQ(page->asked(), ThreadId{1});
    press(Qt::Key_2);
    EXPECT_EQ(house.given.at(ThreadId{1}), Priority::High);
}

TEST_F(ReviewStory, ShiftYAcceptsAllThatAreAlike) {
    start();
    ASSERT_TRUE(shown("reviewAlike"));
    press(Qt::Key_Y, Qt::ShiftModifier);
    EXPECT_EQ(house.given.size(), 2u);
    EXPECT_EQ(page->asked(), ThreadId{3});
    EXPECT_FALSE(shown("reviewAlike"));
    press(Qt::Key_Z);
    EXPECT_EQ(house.undone, (std::vector<ChangeId>{{102}, {101}}));
    EXPECT_EQ(page->asked(), ThreadId{1});
}

TEST_F(ReviewStory, NothingWaitsIsSaidAndTheLastAnswerCanStillBeTakenBack) {
    start();
    for (int i = 0; i < 3; ++i) {
        press(Qt::Key_Y);
    }
    EXPECT_EQ(page->asked(), ThreadId{});
    EXPECT_TRUE(shown("emptyState"));
    press(Qt::Key_Z);
    EXPECT_EQ(page->asked(), ThreadId{3});
}

TEST_F(ReviewStory, AnAnswerThatCouldNotBeSavedIsAskedAgainWithASentence) {
    house.refusing.insert(ThreadId{1});
    start();
    press(Qt::Key_Y);
    EXPECT_EQ(page->asked(), ThreadId{1});
    EXPECT_EQ(words("reviewNotice"), QStringLiteral("The disk is full: the answer was not saved."));
    EXPECT_EQ(words("reviewDone"), QStringLiteral("0 of 3 done"));
}

TEST_F(ReviewStory, UndoWhileTheAnswerIsOnItsWayAsksOnlyAfterItIsTakenBack) {
    house.hold = true;
    start();
    press(Qt::Key_Y);
    press(Qt::Key_Z);
    EXPECT_FALSE(page->isTaking());
    press(Qt::Key_Y);
    EXPECT_EQ(house.held.size(), 1u) << "no answer to a question that is not settled";
    house.release();
    settle();
    EXPECT_EQ(house.undone, std::vector<ChangeId>{{101}});
    EXPECT_EQ(page->asked(), ThreadId{1});
    EXPECT_TRUE(page->isTaking());
}

TEST_F(ReviewStory, ProgressSurvivesTheWindow) {
    start();
    press(Qt::Key_Y);
    controller.reset();
    start();
    EXPECT_EQ(words("reviewDone"), QStringLiteral("1 of 3 done"));
    press(Qt::Key_Z);
    EXPECT_EQ(page->asked(), ThreadId{1});
}

TEST_F(ReviewStory, NewQuestionsDoNotPushTheOneBeingReadAway) {
    start();
    house.order.insert(house.order.begin(), ThreadId{9});
    house.conversations.emplace(
        ThreadId{9}, aQuestion(9, QStringLiteral("Elif"), QStringLiteral("elif@sensor.example"), Priority::Critical));
    controller->lookAgain({.order = true, .counts = true, .journal = false, .threads = {}});
    settle();
    EXPECT_EQ(page->asked(), ThreadId{1});
    press(Qt::Key_Y);
    EXPECT_EQ(page->asked(), ThreadId{9});
}

TEST_F(ReviewStory, AConversationThatIsGoneIsPassedOver) {
    house.conversations.erase(ThreadId{1});
    ReviewHouse made = house.house();
    made.rows = [](const std::vector<ThreadId>&) { return answered<std::vector<InboxRow>>(std::vector<InboxRow>()); };
    page = std::make_unique<ReviewPage>(theme, nullptr);
    controller = std::make_unique<ReviewController>(std::move(made), *page, nullptr);
    settle();
    EXPECT_EQ(page->asked(), ThreadId{2});
}

TEST_F(ReviewStory, AnUncheckedPriorityCannotBeAccepted) {
    start();
    auto* row = page->findChild<QWidget*>(QStringLiteral("priorityRow"));
    auto* check = row->findChild<QAbstractButton*>(QStringLiteral("wanted"));
    QTest::mouseClick(check, Qt::LeftButton);
    press(Qt::Key_Y);
    EXPECT_TRUE(house.given.empty());
    press(Qt::Key_3);
    EXPECT_EQ(house.given.at(ThreadId{1}), Priority::Medium);
}

TEST_F(ReviewStory, EveryControlHasANameForAScreenReader) {
    start();
    for (QAbstractButton* button : page->findChildren<QAbstractButton*>()) {
        if (button->isVisible()) {
            EXPECT_FALSE(button->accessibleName().isEmpty() && button->text().isEmpty())
                << qPrintable(button->objectName());
        }
    }
    const auto* row = page->findChild<QWidget*>(QStringLiteral("priorityRow"));
    EXPECT_EQ(row->accessibleName(), QStringLiteral("Priority: from Open to High, 56 % sure"));
}

TEST(ReviewText, LightsTheEvidenceAndLeavesTheMarkupOfTheSenderText) {
    service::LetterView letter;
    letter.text = QStringLiteral("\U0001F600 <b>Can you send it?</b>\n\n<img src=x>");
    Decision decision;
    decision.contributions.push_back(because("content.question", 1, letter.text, "Can you send it?"));
    const ReviewText text =
        reviewText(letter, decision, {QStringLiteral("#ffefb3"), QStringLiteral("#15191b"), QStringLiteral("#4a5156")});
    EXPECT_TRUE(text.html.contains(QStringLiteral("color:#15191b\">Can you send it?</span>&lt;/b&gt;")))
        << qPrintable(text.html);
    EXPECT_FALSE(text.html.contains(QStringLiteral("<img")));
    EXPECT_FALSE(text.html.contains(QStringLiteral("<b>")));
}

TEST(ReviewText, LeavesQuotesOutAndCutsWhatIsEndless) {
    service::LetterView letter;
    const QString own = QStringLiteral("Yes, Thursday.\n");
    letter.text = own + QStringLiteral("> Is Thursday good?\n");
    const int end = static_cast<int>(letter.text.size());
    letter.zones = {{ZoneKind::Author, 0, static_cast<int>(own.size())},
                    {ZoneKind::Quote, static_cast<int>(own.size()), end}};
    EXPECT_FALSE(reviewText(letter, {}, {}).html.contains(QStringLiteral("good?")));
    letter.zones.clear();
    letter.text = QStringLiteral("word ").repeated(10'000);
    const ReviewText text = reviewText(letter, {}, {});
    EXPECT_TRUE(text.shortened);
    EXPECT_LT(text.html.size(), 30'000);
}

TEST(ReviewText, EvidencePastTheEndIsNoEvidence) {
    service::LetterView letter;
    letter.text = QStringLiteral("Short.");
    Decision decision;
    Contribution wild;
    wild.name = QStringLiteral("content.request");
    wild.evidenceStart = 4;
    wild.evidenceEnd = 4000;
    decision.contributions.push_back(wild);
    EXPECT_TRUE(reviewText(letter, decision, {}).html.contains(QStringLiteral("t.</span>")));
}
