// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// l labels and v moves: found by typing, ticked, made new, taken back.
#include "accounts_support.h"
#include "ui/label_model.h"
#include "window_support.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

class LabelsInTheWindow : public ::testing::Test {
protected:
    LabelsInTheWindow() {
        test.house->labelsMade =
            QStringList{QStringLiteral("Customers"), QStringLiteral("Press"), QStringLiteral("Trade fairs")};
    }
    QStringList labelsOf(size_t place) { return test.house->known[place].labels; }
    QString toast() { return test.window->toast().accessibleName(); }

    const EnglishWords english;
    TestWindow test;
};

TEST_F(LabelsInTheWindow, TypingAndEnterLabelsAndZTakesItBack) {
    test.key(Qt::Key_L);
    ASSERT_TRUE(QApplication::activePopupWidget());
    test.type(QStringLiteral("cus"));
    test.key(Qt::Key_Return);
    EXPECT_FALSE(QApplication::activePopupWidget());
    EXPECT_EQ(labelsOf(0), QStringList{QStringLiteral("Customers")});
    EXPECT_TRUE(toast().startsWith(QStringLiteral("Labelled 1 conversation Customers")));
    EXPECT_GT(test.rowOf(1), 0) << "a label leaves the row where it is";
    test.key(Qt::Key_Z);
    EXPECT_TRUE(labelsOf(0).isEmpty());
}

TEST_F(LabelsInTheWindow, ANameThatDoesNotExistIsMade) {
    test.key(Qt::Key_L);
    test.type(QStringLiteral("Renewals"));
    test.key(Qt::Key_Return);
    EXPECT_EQ(labelsOf(0), QStringList{QStringLiteral("Renewals")});
}

TEST_F(LabelsInTheWindow, SeveralAreTickedWithTheSpaceBarForAllThatAreSelected) {
    test.key(Qt::Key_X);
    test.key(Qt::Key_J);
    test.key(Qt::Key_X);
    test.key(Qt::Key_L);
    test.key(Qt::Key_Down);
    test.key(Qt::Key_Space);
    test.key(Qt::Key_Down);
    test.key(Qt::Key_Space);
    test.key(Qt::Key_Return);
    const QStringList both{QStringLiteral("Customers"), QStringLiteral("Press")};
    EXPECT_EQ(labelsOf(0), both);
    EXPECT_EQ(labelsOf(1), both);
    EXPECT_TRUE(toast().contains(QStringLiteral("2 conversations")));
}

TEST_F(LabelsInTheWindow, EscapeChangesNothing) {
    test.key(Qt::Key_L);
    test.type(QStringLiteral("cus"));
    test.key(Qt::Key_Escape);
    EXPECT_TRUE(labelsOf(0).isEmpty());
    EXPECT_FALSE(QApplication::activePopupWidget());
}

TEST_F(LabelsInTheWindow, VMovesOutOfTheInboxAndZBringsBack) {
    test.key(Qt::Key_V);
    test.type(QStringLiteral("press"));
    test.key(Qt::Key_Return);
    EXPECT_EQ(labelsOf(0), QStringList{QStringLiteral("Press")});
    EXPECT_EQ(test.rowOf(1), -1);
    EXPECT_EQ(test.focused(), 2);
    EXPECT_TRUE(toast().startsWith(QStringLiteral("Moved 1 conversation to Press")));
    test.key(Qt::Key_Z);
    EXPECT_GT(test.rowOf(1), 0);
}

TEST_F(LabelsInTheWindow, PlacesOfGmailAreAmongThoseToMoveTo) {
    test.key(Qt::Key_V);
    test.type(QStringLiteral("bin"));
    test.key(Qt::Key_Return);
    EXPECT_EQ(test.rowOf(1), -1);
    EXPECT_TRUE(toast().contains(QStringLiteral("to the trash")));
}

TEST_F(LabelsInTheWindow, ARefusalBringsTheRowBackWithASentence) {
    test.key(Qt::Key_V);
    test.type(QStringLiteral("press"));
    test.house->refusal = Error{ErrorKind::Full, {}, {}};
    test.key(Qt::Key_Return);
    EXPECT_GT(test.rowOf(1), 0);
    EXPECT_TRUE(toast().contains(QStringLiteral("disk is full")));
}

TEST_F(LabelsInTheWindow, TheReaderAndTheBulkBarOfferBoth) {
    ASSERT_TRUE(test.click("label"));
    ASSERT_TRUE(QApplication::activePopupWidget());
    QApplication::activePopupWidget()->close();
    test.key(Qt::Key_X);
    ASSERT_TRUE(test.click("bulkMove"));
    EXPECT_TRUE(QApplication::activePopupWidget());
    QApplication::activePopupWidget()->close();
}

class LabelLines : public ::testing::Test {
protected:
    QStringList names(const LabelModel& model) {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row) {
            all << model.index(row).data(Qt::DisplayRole).toString();
        }
        return all;
    }
    const std::vector<service::MailLabel> some{{QStringLiteral("Customers"), {}, 5, 0},
                                               {QStringLiteral("Denmark"), {}, 2, 1},
                                               {QStringLiteral("Old customers"), {}, 9, 2}};
};

TEST_F(LabelLines, WhatIsCarriedComesFirstAndAPartIsNeitherOnNorOff) {
    LabelModel model(LabelPurpose::Label, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setLabels(some, 2);
    EXPECT_EQ(names(model),
              (QStringList{QStringLiteral("Denmark"), QStringLiteral("Old customers"), QStringLiteral("Customers")}));
    EXPECT_EQ(model.line(model.index(0))->tick, LabelTick::Some);
    EXPECT_EQ(model.line(model.index(1))->tick, LabelTick::On);
    EXPECT_FALSE(model.isChanged());
    model.toggle(model.index(0));
    model.toggle(model.index(1));
    EXPECT_EQ(model.change().add, QStringList{QStringLiteral("Denmark")});
    EXPECT_EQ(model.change().remove, QStringList{QStringLiteral("Old customers")});
    model.toggle(model.index(1));
    EXPECT_TRUE(model.change().remove.isEmpty()) << "ticked back is no change";
}

TEST_F(LabelLines, WhatBeginsWithTheTypedStandsBeforeWhatHoldsItAndANewOneLast) {
    LabelModel model(LabelPurpose::Label, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setLabels(some, 2);
    model.find(QStringLiteral("cust"));
    EXPECT_EQ(names(model), (QStringList{QStringLiteral("Customers"), QStringLiteral("Old customers"),
                                         QStringLiteral("New label “cust”")}));
    model.find(QStringLiteral("CUSTOMERS"));
    EXPECT_EQ(model.rowCount(), 2) << "a name that exists is not offered as new";
}

TEST_F(LabelLines, WhatWasTickedStaysTickedWhileOneLooksForTheNext) {
    LabelModel model(LabelPurpose::Label, nullptr);
    model.setLabels(some, 2);
    model.find(QStringLiteral("Press"));
    model.toggle(model.index(0));
    model.find(QStringLiteral("Denm"));
    model.toggle(model.index(0));
    model.find({});
    EXPECT_EQ(model.change().add, (QStringList{QStringLiteral("Press"), QStringLiteral("Denmark")}));
}

}  // namespace
