// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The pieces by keys, clicks and drops: start page, shortcuts, toast, popover, names for screen readers.
#include "ui/avatar.h"
#include "ui/buttons.h"
#include "ui/empty_state.h"
#include "ui/help_overlay.h"
#include "ui/key_cap.h"
#include "ui/popover.h"
#include "ui/priority_mark.h"
#include "ui/shortcut_registry.h"
#include "ui/start_page.h"
#include "ui/sync_line.h"
#include "ui/text_paint.h"
#include "ui/theme.h"
#include "ui/toast.h"

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <QVBoxLayout>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

TEST(StartPage, TheKeysOneTwoThreeChoose) {
    Theme theme;
    StartPage page(theme, nullptr);
    QSignalSpy sample(&page, &StartPage::chooseSample);
    QSignalSpy file(&page, &StartPage::chooseMailFile);
    QSignalSpy gmail(&page, &StartPage::connectGmail);
    page.show();
    QTest::keyClick(&page, Qt::Key_1);
    QTest::keyClick(&page, Qt::Key_2);
    QTest::keyClick(&page, Qt::Key_3);
    EXPECT_EQ(sample.count(), 1);
    ASSERT_EQ(file.count(), 1);
    EXPECT_TRUE(file.front().front().toString().isEmpty()) << "asks which file";
    EXPECT_EQ(gmail.count(), 1);
}

TEST(StartPage, EnterTakesTheFirstChoiceAndTabGoesToTheNext) {
    Theme theme;
    StartPage page(theme, nullptr);
    QSignalSpy sample(&page, &StartPage::chooseSample);
    QSignalSpy file(&page, &StartPage::chooseMailFile);
    page.show();
    page.activateWindow();
    QWidget* first = page.focusWidget();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->objectName(), QStringLiteral("startChoice1"));
    QTest::keyClick(first, Qt::Key_Return);
    EXPECT_EQ(sample.count(), 1);
    QTest::keyClick(first, Qt::Key_Tab);
    ASSERT_EQ(page.focusWidget()->objectName(), QStringLiteral("startChoice2"));
    QTest::keyClick(page.focusWidget(), Qt::Key_Enter);
    EXPECT_EQ(file.count(), 1);
}

TEST(StartPage, TheWholeWindowTakesADroppedFile) {
    Theme theme;
    StartPage page(theme, nullptr);
    page.resize(1440, 900);
    page.show();
    QSignalSpy file(&page, &StartPage::chooseMailFile);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(QStringLiteral("/mail/letters.mbox"))});
    const QImage before = page.grab().toImage();
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&page, &enter);
    EXPECT_TRUE(enter.isAccepted());
    EXPECT_NE(page.grab().toImage(), before) << "the accent ring inside the edge";
    QDropEvent drop({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&page, &drop);
    ASSERT_EQ(file.count(), 1);
    EXPECT_EQ(file.front().front().toString(), QStringLiteral("/mail/letters.mbox"));
    EXPECT_EQ(page.grab().toImage(), before);
}

TEST(StartPage, AWebAddressIsNotAFile) {
    Theme theme;
    StartPage page(theme, nullptr);
    QMimeData link;
    link.setUrls({QUrl(QStringLiteral("https://fjordlight.example/letters.mbox"))});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &link, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(&page, &enter);
    EXPECT_FALSE(enter.isAccepted());
}

TEST(Shortcuts, NoKeyMeansTwoThingsInOnePlace) {
    EXPECT_EQ(ShortcutTable::conflicts(ShortcutTable::defaults()), QStringList());
}

TEST(Shortcuts, AKeyThatBeginsASequenceIsAConflict) {
    std::vector<Shortcut> table = ShortcutTable::defaults();
    qsizetype sequences = 0;
    for (const Shortcut& shortcut : table) {
        for (const QKeySequence& keys : shortcut.keys) {
            sequences += keys.count() > 1 && keys[0] == QKeyCombination(Qt::Key_G) ? 1 : 0;
        }
    }
    ASSERT_GT(sequences, 5);
    table.push_back(
        {QStringLiteral("extra"), QStringLiteral("Extra"), {QKeySequence(Qt::Key_G)}, ShortcutContext::Mail, {}});
    EXPECT_EQ(ShortcutTable::conflicts(table).size(), sequences);
    table.back().keys = {QKeySequence(Qt::Key_E)};
    EXPECT_EQ(ShortcutTable::conflicts(table).size(), 1) << "archive; not the edit of another screen";
}

struct Room {
    QWidget window;
    QLineEdit* field{new QLineEdit(&window)};
    QWidget* list{new QWidget(&window)};
    ShortcutRegistry registry{window};
    int archived{0};
    int inbox{0};

    Room() {
        list->setFocusPolicy(Qt::StrongFocus);
        registry.on(QStringLiteral("mail.archive"), &window, [this] { ++archived; });
        registry.on(QStringLiteral("go.inbox"), &window, [this] { ++inbox; });
        window.show();
        window.activateWindow();
        list->setFocus();
        QCoreApplication::processEvents();
    }
};

TEST(Shortcuts, AKeyRunsItsHandlerAndASequenceItsOwn) {
    Room room;
    QTest::keyClick(room.list, Qt::Key_E);
    EXPECT_EQ(room.archived, 1);
    QTest::keyClick(room.list, Qt::Key_G);
    QTest::keyClick(room.list, Qt::Key_I);
    EXPECT_EQ(room.inbox, 1);
}

TEST(Shortcuts, PlainKeysRestWhileTyping) {
    Room room;
    room.field->setFocus();
    QTest::keyClicks(room.field, QStringLiteral("gie"));
    EXPECT_EQ(room.field->text(), QStringLiteral("gie"));
    EXPECT_EQ(room.archived + room.inbox, 0);
}

TEST(Shortcuts, TheKeysOfAnotherScreenRest) {
    Room room;
    int edits = 0;
    room.registry.on(QStringLiteral("review.edit"), &room.window, [&] { ++edits; });
    room.registry.setActive(ShortcutContext::Review);
    QTest::keyClick(room.list, Qt::Key_E);
    EXPECT_EQ(room.archived, 0);
    EXPECT_EQ(edits, 1);
    room.registry.setImpossible(QStringLiteral("review.edit"), QStringLiteral("Nothing to edit"));
    QTest::keyClick(room.list, Qt::Key_E);
    EXPECT_EQ(edits, 1);
}

TEST(Shortcuts, AKeyIsReboundOnlyWhereItIsFree) {
    Room room;
    EXPECT_FALSE(room.registry.rebind(QStringLiteral("mail.archive"), {QKeySequence(Qt::Key_J)}));
    EXPECT_EQ(room.registry.tooltip(QStringLiteral("mail.archive")), QStringLiteral("Archive · e"));
    EXPECT_TRUE(room.registry.rebind(QStringLiteral("mail.archive"), {QKeySequence(Qt::Key_P)}));
    EXPECT_EQ(room.registry.tooltip(QStringLiteral("mail.archive")), QStringLiteral("Archive · p"));
    QTest::keyClick(room.list, Qt::Key_P);
    EXPECT_EQ(room.archived, 1);
}

TEST(Shortcuts, AHandlerThatIsGoneFreesItsKey) {
    Room room;
    auto* panel = new QObject;
    room.registry.on(QStringLiteral("mail.star"), panel, [] {});
    EXPECT_TRUE(room.registry.action(QStringLiteral("mail.star"))->isEnabled());
    delete panel;
    EXPECT_FALSE(room.registry.action(QStringLiteral("mail.star"))->isEnabled());
}

TEST(Shortcuts, TheHelpShowsEveryActionThatHasAKey) {
    Theme theme;
    Room room;
    HelpOverlay help(theme, room.registry, &room.window);
    help.open();
    const auto caps = help.findChildren<KeyCap*>();
    EXPECT_EQ(caps.size(), static_cast<qsizetype>(room.registry.shortcuts().size()));
    QTest::keyClick(&help, Qt::Key_Escape);
    EXPECT_TRUE(help.isHidden());
}

TEST(KeyCaps, SayWhatToPress) {
    EXPECT_EQ(keyCaps(QKeySequence(QStringLiteral("g, i"))), (QStringList{QStringLiteral("g"), QStringLiteral("i")}));
    EXPECT_EQ(keyText(QKeySequence(QStringLiteral("Ctrl+Return"))), QStringLiteral("Ctrl ↵"));
    EXPECT_EQ(keyText(QKeySequence(QStringLiteral("Shift+Y"))), QStringLiteral("⇧ Y"));
    EXPECT_EQ(keyText(QKeySequence(QStringLiteral("?"))), QStringLiteral("?"));
}

struct ToastHouse {
    Theme theme;
    QWidget window;
    QLineEdit* field{new QLineEdit(&window)};
    Toast toast{theme, &window};

    ToastHouse() {
        window.resize(800, 600);
        window.show();
        window.activateWindow();
        field->setFocus();
        toast.present({QStringLiteral("archive"), QStringLiteral("Archived 3 conversations"), QStringLiteral("Undo"),
                       QKeySequence(Qt::Key_Z)});
    }
};

TEST(Toast, StandsAtTheLowerLeftAndLeavesTheFocusAlone) {
    ToastHouse house;
    EXPECT_EQ(house.toast.geometry().bottomLeft(), QPoint(16, 600 - 16 - 1));
    EXPECT_EQ(house.window.focusWidget(), house.field);
    EXPECT_EQ(house.toast.accessibleName(), QStringLiteral("Archived 3 conversations. Undo with z"));
    house.window.resize(800, 400);
    EXPECT_EQ(house.toast.geometry().bottomLeft(), QPoint(16, 400 - 16 - 1));
}

TEST(Toast, AClickOnUndoActsAndAClickOnTheSentenceDoesNot) {
    ToastHouse house;
    QSignalSpy acted(&house.toast, &Toast::acted);
    QTest::mouseClick(&house.toast, Qt::LeftButton, {}, {60, 20});
    EXPECT_EQ(acted.count(), 0);
    QTest::mouseClick(&house.toast, Qt::LeftButton, {}, {house.toast.width() - 40, 20});
    EXPECT_EQ(acted.count(), 1);
    EXPECT_TRUE(house.toast.isHidden());
}

TEST(Toast, ItsTimeStandsStillUnderThePointer) {
    ToastHouse house;
    EXPECT_FALSE(house.toast.paused());
    QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
    QCoreApplication::sendEvent(&house.toast, &enter);
    EXPECT_TRUE(house.toast.paused());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&house.toast, &leave);
    EXPECT_FALSE(house.toast.paused());
}

TEST(Popover, StaysInsideItsWindowAndClosesOnEscape) {
    Theme theme;
    QWidget window;
    window.setGeometry(0, 0, 1000, 700);
    auto* anchor = new Button(theme, &window);
    anchor->setText(QStringLiteral("Why?"));
    anchor->setGeometry(940, 40, 50, 32);
    window.show();
    Popover popover(theme, &window);
    popover.bodyLayout()->addWidget(new Button(theme, &popover));
    popover.openAt(*anchor);
    const QRect card = popover.geometry().adjusted(24, 24, -24, -24);
    EXPECT_EQ(card.width(), 328);
    EXPECT_LE(card.right(), window.geometry().right() - 8);
    EXPECT_GT(card.top(), anchor->mapToGlobal(QPoint(0, 32)).y());
    QTest::keyClick(&popover, Qt::Key_Escape);
    EXPECT_TRUE(popover.isHidden());
}

TEST(Pieces, EveryControlHasANameForAScreenReader) {
    Theme theme;
    StartPage page(theme, nullptr);
    auto* column = new QVBoxLayout;
    QWidget others;
    others.setLayout(column);
    auto* icon = new IconButton(theme, &others);
    icon->setFace(QStringLiteral("archive"), QStringLiteral("Archive"), QKeySequence(Qt::Key_E));
    auto* sync = new SyncLine(theme, &others);
    sync->setFace(
        {SyncState::UpToDate, QStringLiteral("Up to date · 10:42"), QStringLiteral("12,431 of 12,431 messages")});
    auto* empty = new EmptyState(theme, &others);
    empty->say(QStringLiteral("Nothing needs you."), QStringLiteral("See what was filed"));
    for (QWidget* piece : std::initializer_list<QWidget*>{icon, sync, empty, new PriorityChooser(theme, &others)}) {
        column->addWidget(piece);
    }
    for (QWidget* root : {static_cast<QWidget*>(&page), &others}) {
        const auto buttons = root->findChildren<QAbstractButton*>();
        EXPECT_GE(buttons.size(), 7);
        for (const QAbstractButton* button : buttons) {
            EXPECT_FALSE(button->accessibleName().isEmpty() && button->text().isEmpty())
                << qPrintable(button->objectName()) << " " << button->metaObject()->className();
        }
    }
}

TEST(Pieces, AParagraphBreaksWhereItsTextDoes) {
    const Theme theme;
    EXPECT_EQ(linesOf(theme, QStringLiteral("one"), TextStyle::Body, 500), 1);
    EXPECT_EQ(linesOf(theme, QStringLiteral("one\ntwo\nthree"), TextStyle::Body, 500), 3);
}

TEST(Pieces, InitialsComeFromNamesAndAddresses) {
    EXPECT_EQ(initialsOf(QStringLiteral("Ana Ruiz")), QStringLiteral("AR"));
    EXPECT_EQ(initialsOf(QStringLiteral("Dr. Yuki Tanabe")), QStringLiteral("DT"));
    EXPECT_EQ(initialsOf(QStringLiteral("mara@fjordlight.example")), QStringLiteral("M"));
    EXPECT_EQ(initialsOf(QString()), QStringLiteral("?"));
}

}  // namespace
