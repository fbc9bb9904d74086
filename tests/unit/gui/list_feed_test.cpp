// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/list_feed.h"
#include "ui/receipt_words.h"
#include "window_support.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QLabel>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

using Phase = service::ImportProgress::Phase;

TEST(Arrivals, WaitWhileSomethingIsReadAndMoveNothing) {
    TestWindow test;
    QAbstractItemModelTester tester(&test.list().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    tester.setUseFetchMore(false);
    test.key(Qt::Key_J);
    const QModelIndex before = test.list().view().currentIndex();
    const QRect place = test.list().view().visualRect(before);
    test.house->add("Ada Berg", "Urgent", "Now", Priority::Critical, 1, {});
    test.house->tell();
    ASSERT_TRUE(TestWindow::until(
        [&] { return test.list().model().index(0).data(MessageListModel::NewCountRole).toInt() == 1; }));
    EXPECT_EQ(test.rowOf(12), -1);
    EXPECT_EQ(test.list().view().visualRect(test.list().view().currentIndex()), place);
    test.key(Qt::Key_Escape);
    EXPECT_GT(test.rowOf(12), 0) << "back at the list, they come in";
    EXPECT_EQ(test.list().model().index(0).data(MessageListModel::NewCountRole).toInt(), 0);
}

TEST(Arrivals, ComeInAtOnceWhileNothingIsRead) {
    TestWindow test;
    test.key(Qt::Key_Escape);
    ASSERT_EQ(test.focused(), 0);
    test.house->add("Ada Berg", "Urgent", "Now", Priority::Critical, 1, {});
    test.house->tell();
    EXPECT_TRUE(TestWindow::until([&] { return test.rowOf(12) > 0; }));
    EXPECT_EQ(test.focused(), 0);
}

TEST(Arrivals, TheFocusGoesToTheNextRowWhenItsOwnGoesElsewhere) {
    TestWindow test;
    test.key(Qt::Key_J);
    test.house->known[1].list = MailList::All;
    test.house->tell();
    ASSERT_TRUE(TestWindow::until([&] { return test.rowOf(2) < 0; }));
    EXPECT_EQ(test.focused(), 3);
}

TEST(Arrivals, TheLastRowHandsTheFocusUpwards) {
    TestWindow test;
    test.key(Qt::Key_End);
    ASSERT_EQ(test.focused(), 11);
    test.key(Qt::Key_E);
    EXPECT_EQ(test.focused(), 10);
}

TEST(ImportInTheWindow, SaysHowFarItIsAndStopsWhenAsked) {
    TestWindow test;
    auto* sentence = test.find<QLabel>("importSentence");
    EXPECT_FALSE(sentence->isVisible());
    test.house->progress(Phase::Reading, 4000);
    ASSERT_TRUE(sentence->isVisible());
    EXPECT_TRUE(sentence->text().contains(QStringLiteral("archive.mbox")));
    EXPECT_TRUE(sentence->text().contains(QStringLiteral("500 a second")));
    QTest::mouseClick(test.find<QAbstractButton>("importPause"), Qt::LeftButton);
    EXPECT_TRUE(test.house->paused);
    test.house->progress(Phase::Reading, 4000);
    EXPECT_TRUE(sentence->text().startsWith(QStringLiteral("Paused")));
    QTest::mouseClick(test.find<QAbstractButton>("importPause"), Qt::LeftButton);
    EXPECT_FALSE(test.house->paused);
    QTest::mouseClick(test.find<QAbstractButton>("importCancel"), Qt::LeftButton);
    EXPECT_TRUE(test.house->cancelled);
    test.house->progress(Phase::Learning, 4000);
    EXPECT_TRUE(sentence->text().startsWith(QStringLiteral("Learning")));
    test.house->progress(Phase::Done, 4000);
    EXPECT_FALSE(sentence->isVisible());
}

TEST(ImportInTheWindow, ShowsWhatCouldNotBeRead) {
    TestWindow test;
    test.house->progress(Phase::Done, 4000, 2);
    auto* show = test.find<QAbstractButton>("importRejects");
    ASSERT_TRUE(show->isVisible()) << "a loss stays in sight until it is closed";
    QTest::mouseClick(show, Qt::LeftButton);
    auto* dialog = test.find<QWidget>("rejectsDialog");
    ASSERT_TRUE(dialog && dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTest::mouseClick(test.find<QAbstractButton>("importCancel"), Qt::LeftButton);
    EXPECT_FALSE(show->isVisible());
}

}  // namespace
