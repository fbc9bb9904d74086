// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The activity by keys and clicks: paging, filter, undo with its conflicts, the check of the log.
#include "tests/unit/gui/review_support.h"
#include "ui/activity_delegate.h"
#include "ui/activity_page.h"
#include "ui/activity_words.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QEventLoop>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

class ActivityStory : public ::testing::Test {
protected:
    void start() {
        page = std::make_unique<ActivityPage>(theme, nullptr);
        controller = std::make_unique<ActivityController>(house.house(), *page, nullptr);
        tester = std::make_unique<QAbstractItemModelTester>(&controller->model(),
                                                            QAbstractItemModelTester::FailureReportingMode::Fatal);
        tester->setUseFetchMore(false);
        page->resize(1000, 600);
        page->show();
        settle();
        list = page->findChild<QListView*>(QStringLiteral("activityList"));
    }
    /// Until the list stands: what was asked has answered, what was answered is drawn.
    void settle() {
        QCoreApplication::processEvents();
        while (controller->model().isLoading()) {
            QEventLoop loop;
            QObject::connect(&controller->model(), &ActivityModel::arrived, &loop, &QEventLoop::quit);
            QObject::connect(&controller->model(), &ActivityModel::failed, &loop, &QEventLoop::quit);
            loop.exec();
        }
        QCoreApplication::processEvents();
    }
    void many(int count) {
        for (int i = count; i > 0; --i) {
            house.journal.push_back(i % 3 == 0 ? aDeed(i, "messages.scored", "Score 12 messages", "local")
                                               : aDeed(i, "message.archive", "Archive 3 conversations"));
        }
    }
    QString text(int row) const { return controller->model().index(row).data().toString(); }
    QString spoken(int row) const { return controller->model().index(row).data(Qt::AccessibleTextRole).toString(); }
    QString words() const { return page->findChild<QLabel*>(QStringLiteral("activityWords"))->text(); }
    void press(Qt::Key key) {
        QTest::keyClick(list, key);
        settle();
    }
    ~ActivityStory() override {
        tester.reset();
        controller.reset();
        page.reset();
    }

    Theme theme;
    FakeActivityHouse house;
    std::unique_ptr<ActivityPage> page;
    std::unique_ptr<ActivityController> controller;
    std::unique_ptr<QAbstractItemModelTester> tester;
    QListView* list{nullptr};
};

TEST_F(ActivityStory, SaysWhatWasDoneByWhomNewestFirst) {
    house.journal = {aDeed(3, "message.archive", "Archive 3 conversations"),
                     aDeed(2, "feedback.given", "Set priority 2"), aDeed(1, "message.woken", "Snooze ended", "local")};
    start();
    EXPECT_EQ(text(0), QStringLiteral("Archived 3 conversations"));
    EXPECT_EQ(text(1), QStringLiteral("Gave a message the priority High"));
    EXPECT_TRUE(spoken(2).contains(QStringLiteral("Kith, because the time had come"))) << qPrintable(spoken(2));
}

TEST_F(ActivityStory, OlderPartsComeAsTheyAreScrolledTo) {
    many(1000);
    start();
    EXPECT_LT(controller->model().rowCount(), 400);
    for (int i = 0; i < 40 && controller->model().canFetchMore({}); ++i) {
        press(Qt::Key_End);
    }
    EXPECT_EQ(controller->model().rowCount(), 1000);
    EXPECT_EQ(controller->model().entryAt(999)->id, ChangeId{1});
}

TEST_F(ActivityStory, TheFilterShowsOneActorAndLeftAndRightChooseIt) {
    many(30);
    start();
    auto* everybody = page->findChild<QAbstractButton*>(QStringLiteral("activityFilter0"));
    QTest::keyClick(everybody, Qt::Key_Right);
    settle();
    EXPECT_EQ(controller->model().rowCount(), 20);
    QTest::keyClick(page->findChild<QAbstractButton*>(QStringLiteral("activityFilter1")), Qt::Key_Right);
    settle();
    EXPECT_EQ(controller->model().rowCount(), 10);
    QTest::mouseClick(page->findChild<QAbstractButton*>(QStringLiteral("activityFilter3")), Qt::LeftButton);
    settle();
    EXPECT_EQ(controller->model().rowCount(), 0);
    EXPECT_FALSE(list->isVisible()) << "nothing of this kind is said in a sentence";
}

TEST_F(ActivityStory, EnterTakesTheCurrentOneBack) {
    many(5);
    start();
    press(Qt::Key_Down);
    const ChangeId second = controller->model().entryAt(1)->id;
    press(Qt::Key_Return);
    ASSERT_EQ(controller->model().rowCount(), 6);
    EXPECT_EQ(text(0), QStringLiteral("Took back: Archive 3 conversations"));
    EXPECT_EQ(controller->model().entryAt(2)->id, second);
    EXPECT_TRUE(controller->model().entryAt(2)->undone);
    EXPECT_EQ(words(), QStringLiteral("Taken back."));
    EXPECT_EQ(list->currentIndex().row(), 2) << "the keyboard stays on the same deed";
}

TEST_F(ActivityStory, AClickOnUndoTakesThatOneBack) {
    many(5);
    start();
    const auto* delegate = qobject_cast<ActivityDelegate*>(list->itemDelegate());
    const QRect row = list->visualRect(controller->model().index(3));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
    settle();
    EXPECT_EQ(controller->model().rowCount(), 5) << "elsewhere in the row it only chooses";
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, delegate->undoBox(row).center());
    settle();
    EXPECT_TRUE(controller->model().entryAt(4)->undone);
}

TEST_F(ActivityStory, WhatWasChangedMeanwhileIsSaidInTheRow) {
    many(3);
    house.conflicts = 2;
    start();
    press(Qt::Key_Return);
    const QString sentence = QStringLiteral("2 things were changed meanwhile and stay as they are.");
    EXPECT_EQ(words(), sentence);
    EXPECT_TRUE(spoken(1).contains(sentence)) << qPrintable(spoken(1));
}

TEST_F(ActivityStory, ARefusalIsASentenceAndTheEntryStays) {
    many(3);
    house.refusing[ChangeId{3}] = Error{ErrorKind::Unsupported, {}, {}};
    start();
    press(Qt::Key_Return);
    EXPECT_EQ(words(), QStringLiteral("This cannot be taken back."));
    EXPECT_FALSE(controller->model().entryAt(0)->undone);
}

TEST_F(ActivityStory, VVerifiesTheLog) {
    many(3);
    start();
    press(Qt::Key_V);
    EXPECT_EQ(words(), QStringLiteral("The log is whole: all 12,431 entries are as they were written."));
    house.log = {12'431, false, EventId{812}};
    press(Qt::Key_V);
    EXPECT_EQ(words(),
              QStringLiteral("The log was changed by another hand: entry 812 of 12,431 is not as it was written."));
}

TEST_F(ActivityStory, NewDeedsArriveOnTopWithoutAReset) {
    many(150);
    start();
    QSignalSpy resets(&controller->model(), &QAbstractItemModel::modelReset);
    QSignalSpy removals(&controller->model(), &QAbstractItemModel::rowsRemoved);
    house.journal.insert(house.journal.begin(), aDeed(151, "message.star", "Star 1 conversations"));
    const int before = controller->model().rowCount();
    controller->lookAgain({.order = false, .counts = false, .journal = true, .threads = {}});
    settle();
    EXPECT_EQ(text(0), QStringLiteral("Starred a conversation"));
    EXPECT_EQ(controller->model().rowCount(), before + 1);
    EXPECT_EQ(resets.count() + removals.count(), 0);
}

TEST_F(ActivityStory, AfterAGapTheListBeginsAnew) {
    many(10);
    start();
    house.journal.clear();
    for (int i = 500; i > 0; --i) {
        house.journal.push_back(aDeed(i, "message.archive", "Archive 3 conversations"));
    }
    controller->lookAgain({.order = false, .counts = false, .journal = true, .threads = {}});
    settle();
    EXPECT_EQ(controller->model().entryAt(0)->id, ChangeId{500});
}
