// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/command_palette.h"
#include "ui/fuzzy_match.h"
#include "ui/shortcut_registry.h"
#include "window_support.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

QString bestOf(const QString& typed, const QStringList& texts) {
    QString best;
    int score = -1;
    for (const QString& text : texts) {
        const auto match = fuzzyMatch(typed, text);
        if (match && match->score > score) {
            best = text;
            score = match->score;
        }
    }
    return best;
}

TEST(FuzzyMatch, BeginningsAndRunsWinOverScatteredLetters) {
    const QStringList texts{QStringLiteral("Archive"), QStringLiteral("Search"), QStringLiteral("Review"),
                            QStringLiteral("Reply to all"), QStringLiteral("Show or hide the person")};
    EXPECT_EQ(bestOf(QStringLiteral("re"), {QStringLiteral("Archive"), QStringLiteral("Review")}),
              QStringLiteral("Review"));
    EXPECT_EQ(bestOf(QStringLiteral("rta"), texts), QStringLiteral("Reply to all"));
    EXPECT_EQ(bestOf(QStringLiteral("all reply"), texts), QStringLiteral("Reply to all")) << "words in any order";
    EXPECT_FALSE(fuzzyMatch(QStringLiteral("xyz"), QStringLiteral("Archive")));
    EXPECT_EQ(fuzzyMatch(QStringLiteral("cafe"), QStringLiteral("Le Café"))->places, (std::vector<int>{3, 4, 5, 6}));
}

struct PaletteStory : ::testing::Test {
    PaletteStory() {
        new QAbstractItemModelTester(&palette().model(), QAbstractItemModelTester::FailureReportingMode::Fatal,
                                     &palette());
        test.key(Qt::Key_K, Qt::ControlModifier);
    }
    CommandPalette& palette() { return test.window->palette(); }
    const PaletteEntry* current() {
        return palette().model().entry(test.find<QListView>("paletteList")->currentIndex());
    }
    TestWindow test;
};

TEST_F(PaletteStory, OpensByKeyRunsWhatIsTypedAndGivesTheFocusBack) {
    ASSERT_TRUE(palette().isVisible());
    const QWidget* field = test.find<QLineEdit>("paletteField");
    EXPECT_TRUE(field->hasFocus());
    test.type(QStringLiteral("activity"));
    ASSERT_TRUE(current());
    EXPECT_EQ(current()->id, QStringLiteral("go.log"));
    test.key(Qt::Key_Return);
    EXPECT_FALSE(palette().isVisible());
    EXPECT_EQ(test.window->work()->place(), Place::Activity);
}

TEST_F(PaletteStory, PlainKeysAreTypedAndDoNothingToTheMail) {
    const qint64 before = test.focused();
    test.type(QStringLiteral("e"));
    EXPECT_GT(test.rowOf(before), 0);
    EXPECT_EQ(test.find<QLineEdit>("paletteField")->text(), QStringLiteral("e"));
    test.key(Qt::Key_Escape);
    EXPECT_FALSE(palette().isVisible());
}

TEST_F(PaletteStory, ConversationsAreFoundAndOpened) {
    test.type(QStringLiteral("calibration"));
    ASSERT_TRUE(TestWindow::until([&] { return current() && current()->mail.has_value(); }));
    EXPECT_EQ(current()->mail->thread.value, 3);
    test.key(Qt::Key_Return);
    ASSERT_TRUE(TestWindow::until([&] { return !palette().isVisible(); }));
}

TEST_F(PaletteStory, WhatWasUsedLatelyStandsOnTopTheNextTime) {
    test.type(QStringLiteral("compact"));
    test.key(Qt::Key_Escape);
    test.key(Qt::Key_K, Qt::ControlModifier);
    test.type(QStringLiteral("snoozed"));
    test.key(Qt::Key_Return);
    test.key(Qt::Key_K, Qt::ControlModifier);
    ASSERT_TRUE(current());
    EXPECT_EQ(current()->id, QStringLiteral("go.snoozed"));
    EXPECT_EQ(test.house->settings.value(QStringLiteral("palette.recent")), QStringLiteral("go.snoozed"));
}

TEST_F(PaletteStory, TheImpossibleSaysWhyAndIsNotDone) {
    test.key(Qt::Key_Escape);
    test.window->shortcuts().setImpossible(QStringLiteral("mail.archive"), QStringLiteral("it is archived already"));
    test.key(Qt::Key_K, Qt::ControlModifier);
    test.type(QStringLiteral("archive"));
    ASSERT_TRUE(current());
    EXPECT_EQ(current()->impossible, QStringLiteral("it is archived already"));
    test.key(Qt::Key_Return);
    EXPECT_TRUE(palette().isVisible());
}

}  // namespace
