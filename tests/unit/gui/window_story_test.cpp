// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/context_panel.h"
#include "ui/reader_view.h"
#include "ui/shortcut_registry.h"
#include "ui/start_page.h"
#include "window_support.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QUrl>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

TEST(Window, BeginsWithThreeChoicesWhenThereIsNoMail) {
    TestWindow test(false);
    EXPECT_TRUE(test.window->showsStart());
    test.key(Qt::Key_1);
    EXPECT_FALSE(test.window->showsStart());
    EXPECT_EQ(test.list().model().rowCount(), 14) << "eleven conversations under three labels";
    EXPECT_EQ(test.focused(), 1) << "the first one is open";
    EXPECT_EQ(test.window->work()->inbox().reader().thread().value, 1);
}

TEST(Window, TheFirstTourIsDoneWithFourKeys) {
    TestWindow test(false);
    test.key(Qt::Key_1);
    test.key(Qt::Key_J);
    EXPECT_EQ(test.focused(), 2);
    test.key(Qt::Key_E);
    EXPECT_EQ(test.rowOf(2), -1) << "archived, and gone at once";
    EXPECT_EQ(test.focused(), 3) << "the next one is read";
    EXPECT_EQ(test.window->work()->inbox().reader().thread().value, 3);
    test.key(Qt::Key_Z);
    EXPECT_GT(test.rowOf(2), 0) << "the row is back";
    EXPECT_EQ(test.focused(), 2);
}

TEST(Window, AnActionOfTheHouseThatIsRefusedBringsTheRowBackWithASentence) {
    TestWindow test;
    QSignalSpy said(test.window->work(), &WorkPage::said);
    test.house->refusal = Error{ErrorKind::Full, QStringLiteral("no space"), {}};
    test.key(Qt::Key_E);
    EXPECT_GT(test.rowOf(1), 0);
    EXPECT_EQ(test.focused(), 1);
    ASSERT_EQ(said.count(), 1);
    EXPECT_TRUE(said.front().front().value<ActionNews>().sentence.contains(QStringLiteral("disk is full")));
}

TEST(Window, WhatIsDoneAgainIsDoneAgain) {
    TestWindow test;
    test.key(Qt::Key_E);
    test.key(Qt::Key_Z);
    ASSERT_GT(test.rowOf(1), 0);
    test.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(test.rowOf(1), -1);
}

TEST(Window, AKeyFromOneToFiveCorrectsThePriority) {
    TestWindow test;
    QSignalSpy said(test.window->work(), &WorkPage::said);
    test.key(Qt::Key_3);
    ASSERT_EQ(test.house->feedback.size(), 1U);
    EXPECT_EQ(test.house->feedback.front().assigned, Priority::Medium);
    EXPECT_EQ(test.house->feedback.front().suggested, Priority::Critical);
    EXPECT_GT(test.rowOf(1), test.rowOf(5)) << "among the medium ones now";
    EXPECT_EQ(test.focused(), 1) << "still the one in front";
    ASSERT_GE(said.count(), 2);
    EXPECT_TRUE(said.back().front().value<ActionNews>().sentence.contains(QStringLiteral("press w")))
        << "says what else would change";
    test.key(Qt::Key_Z);
    EXPECT_EQ(test.house->row(1)->priority, Priority::Critical);
}

TEST(Window, YSaysThatThePriorityIsRight) {
    TestWindow test;
    test.key(Qt::Key_Y);
    ASSERT_EQ(test.house->feedback.size(), 1U);
    EXPECT_EQ(test.house->feedback.front().assigned, test.house->feedback.front().suggested);
}

TEST(Window, WOpensTheReasonsAndEscapeClosesThem) {
    TestWindow test;
    test.key(Qt::Key_W);
    ASSERT_TRUE(test.window->work()->inbox().whyIsOpen());
    test.key(Qt::Key_Escape);
    EXPECT_FALSE(test.window->work()->inbox().whyIsOpen());
}

TEST(Window, SeveralSelectedConversationsGoTogether) {
    TestWindow test;
    test.key(Qt::Key_X);
    test.key(Qt::Key_J);
    test.key(Qt::Key_X);
    auto* count = test.find<QLabel>("selectedCount");
    ASSERT_TRUE(count && count->isVisible());
    EXPECT_EQ(count->text(), QStringLiteral("2 selected"));
    test.key(Qt::Key_E);
    EXPECT_EQ(test.rowOf(1), -1);
    EXPECT_EQ(test.rowOf(2), -1);
    EXPECT_EQ(test.focused(), 3);
    EXPECT_FALSE(count->isVisible());
    test.key(Qt::Key_Z);
    EXPECT_GT(test.rowOf(1), 0);
    EXPECT_GT(test.rowOf(2), 0);
}

TEST(Window, StarAThenStarNSelectsAllAndNone) {
    TestWindow test;
    test.key(Qt::Key_Asterisk);
    test.key(Qt::Key_A);
    EXPECT_EQ(test.list().model().checked().size(), 11U);
    test.key(Qt::Key_Asterisk);
    test.key(Qt::Key_N);
    EXPECT_TRUE(test.list().model().checked().empty());
}

TEST(Window, MoreThanAHundredAreAskedAboutFirst) {
    TestWindow test;
    for (int i = 0; i < 120; ++i) {
        test.house->add("Metrology Weekly", "Another issue", "Words", Priority::Medium, 1, {});
    }
    test.key(Qt::Key_Escape);
    test.house->tell();
    ASSERT_TRUE(TestWindow::until([&] { return test.rowOf(131) > 0; }));
    test.list().selectAll(true);
    test.agreed = false;
    test.key(Qt::Key_E);
    EXPECT_EQ(test.questions, 1);
    EXPECT_GT(test.rowOf(131), 0) << "nothing happened";
}

TEST(Window, SearchAnswersAsOneTypesFromThreeLettersOn) {
    TestWindow test;
    test.key(Qt::Key_J);
    test.key(Qt::Key_Slash);
    test.type(QStringLiteral("ca"));
    EXPECT_TRUE(test.house->searched.isEmpty());
    test.type(QStringLiteral("li"));
    ASSERT_TRUE(TestWindow::until([&] { return test.list().model().rowCount() == 1; }));
    EXPECT_EQ(test.rowOf(3), 0);
    test.key(Qt::Key_Return);
    EXPECT_EQ(test.focused(), 3);
    test.key(Qt::Key_Escape);
    EXPECT_EQ(test.list().model().rowCount(), 14);
    EXPECT_EQ(test.focused(), 2) << "where one was before";
}

TEST(Window, SnoozeTakesWordsAndTheRowLeaves) {
    TestWindow test;
    test.key(Qt::Key_H);
    QWidget* popover = QApplication::activePopupWidget();
    ASSERT_TRUE(popover);
    auto* words = popover->findChild<QWidget*>(QStringLiteral("snoozeWords"));
    ASSERT_TRUE(words);
    QTest::keyClicks(words, QStringLiteral("tomorrow"));
    QTest::keyClick(words, Qt::Key_Return);
    TestWindow::settle();
    EXPECT_EQ(test.rowOf(1), -1);
    EXPECT_EQ(test.house->known.front().list, MailList::Snoozed);
}

TEST(Window, TakesMailFilesThatAreDroppedAnywhere) {
    TestWindow test;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/mail/archive.mbox"))});
    auto* ring = test.find<QWidget>("dropTarget");
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(test.window.get(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    EXPECT_TRUE(ring->isVisible());
    QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(test.window.get(), &drop);
    EXPECT_FALSE(ring->isVisible());
    EXPECT_EQ(test.house->imported, QStringList{QStringLiteral("/mail/archive.mbox")});
}

TEST(Window, EveryActionOfTheRegistryDoesSomething) {
    TestWindow test;

    for (const auto context : {ShortcutContext::Mail, ShortcutContext::Review}) {
        test.window->shortcuts().setActive(context);
        for (const Shortcut& shortcut : test.window->shortcuts().shortcuts()) {
            if (shortcut.context == context || shortcut.context == ShortcutContext::Window) {
                EXPECT_TRUE(test.window->shortcuts().action(shortcut.id)->isEnabled()) << qPrintable(shortcut.id);
            }
        }
    }
}

TEST(Window, PlainKeysRestWhileOneTypes) {
    TestWindow test;
    test.key(Qt::Key_Slash);
    test.type(QStringLiteral("e"));
    EXPECT_GT(test.rowOf(1), 0) << "e is a letter here";
}

TEST(Window, APageThatIsYetToComeSaysSoAndLeadsBack) {
    TestWindow test;
    test.key(Qt::Key_G);
    test.key(Qt::Key_O);
    EXPECT_EQ(test.window->work()->place(), Place::Opportunities);
    test.key(Qt::Key_G);
    test.key(Qt::Key_I);
    EXPECT_EQ(test.window->work()->place(), Place::Inbox);
    EXPECT_EQ(test.list().model().rowCount(), 14);
}

TEST(Window, TheCardLiesOverTheMailWhereTheWindowIsNarrow) {
    TestWindow test;
    auto* card = test.window->findChild<ContextPanel*>();
    EXPECT_TRUE(card->isVisible());
    test.window->resize(1000, 800);
    TestWindow::settle();
    EXPECT_FALSE(card->isVisible());
    test.key(Qt::Key_Backslash, Qt::ControlModifier);
    EXPECT_TRUE(card->isVisible());
    test.key(Qt::Key_U);
    EXPECT_FALSE(card->isVisible());
    test.window->resize(1440, 900);
    TestWindow::settle();
    EXPECT_TRUE(card->isVisible());
}

TEST(Window, ShowsOnePaneAtATimeWhereThereIsRoomForOne) {
    TestWindow test;
    test.window->resize(700, 800);
    TestWindow::settle();
    EXPECT_TRUE(test.list().isVisible());
    EXPECT_FALSE(test.window->work()->inbox().reader().isVisible());
    test.key(Qt::Key_O);
    EXPECT_FALSE(test.list().isVisible());
    EXPECT_TRUE(test.window->work()->inbox().reader().isVisible());
    test.key(Qt::Key_U);
    EXPECT_TRUE(test.list().isVisible());
}

TEST(Window, RemembersItsPlacesInTheWorkspace) {
    TestWindow test;
    test.key(Qt::Key_B, Qt::ControlModifier);
    test.key(Qt::Key_J);
    test.window->close();
    const Session kept = sessionFromText(test.house->settings.value(QStringLiteral("window.session")));
    EXPECT_FALSE(kept.sidebar);
    EXPECT_EQ(kept.thread, 2);
    EXPECT_EQ(kept.panes.size(), 4);
}

TEST(Window, AnEmptyWorkspaceAgainLeadsToTheStart) {
    TestWindow test(false);
    test.key(Qt::Key_1);
    auto* banner = test.find<QWidget>("sampleBanner");
    ASSERT_TRUE(banner && banner->isVisible());
    QTest::mouseClick(banner->findChild<QAbstractButton*>(), Qt::LeftButton);
    TestWindow::settle();
    EXPECT_TRUE(test.window->showsStart());
}

TEST(Window, AWorkspaceThatCannotBeOpenedSaysWhatToDo) {
    TestWindow test;
    QSignalSpy asked(test.window.get(), &MainWindow::workspaceAsked);
    test.window->showProblem(Error{ErrorKind::TooNew, QStringLiteral("schema 9"), {}},
                             QStringLiteral("/home/ada/kith"));
    auto* sentence = test.find<QLabel>("problemSentence");
    ASSERT_TRUE(sentence->isVisible());
    EXPECT_TRUE(sentence->text().contains(QStringLiteral("newer Kith")));
    QTest::mouseClick(test.find<QAbstractButton>("problemRetry"), Qt::LeftButton);
    EXPECT_EQ(asked.count(), 1);
}

}  // namespace
