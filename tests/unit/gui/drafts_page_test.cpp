// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/gui/draft_support.h"
#include "tests/unit/gui/settle.h"
#include "ui/draft_text.h"
#include "ui/drafts_page.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTextEdit>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;
using kith::testing::aDraftView;
using kith::testing::FakeDrafts;

namespace {

class DraftsPageStory : public ::testing::Test {
protected:
    DraftsPageStory() {
        desk.views = {aDraftView(1), aDraftView(2, "Tobias Renner")};
        page.resize(1220, 900);
        page.QWidget::show();
        page.arrive();
        settle();
    }
    void settle() { EXPECT_TRUE(kith::testing::settle(page)); }
    void click(const char* name) {
        page.findChild<QAbstractButton*>(QLatin1String(name))->click();
        settle();
    }
    /// Everything that blocks is found right.
    void finishChecks() {
        for (const char* name : {"recipients", "placeholders", "attachment", "other-customer", "links", "form"}) {
            if (page.findChild<QAbstractButton*>(QStringLiteral("acknowledge-") + QLatin1String(name))) {
                click(qPrintable(QStringLiteral("acknowledge-") + QLatin1String(name)));
            }
        }
        page.approve();  // the others are named once
    }
    QString said(const char* name) { return page.findChild<QLabel*>(QLatin1String(name))->text(); }
    QTextEdit& text() { return *page.findChild<QTextEdit*>(QStringLiteral("draftText")); }

    Theme theme;
    FakeDrafts desk;
    DraftsPage page{theme, desk, nullptr};
};

TEST_F(DraftsPageStory, FactsCarryTheSameNumberOnBothSides) {
    const QString draft = text().toPlainText();
    const QString thread = page.findChild<QTextBrowser*>(QStringLiteral("draftThread"))->toPlainText();
    EXPECT_TRUE(draft.contains(QStringLiteral("for 401 seats"))) << qPrintable(draft);
    EXPECT_TRUE(thread.contains(QStringLiteral("for 401"))) << qPrintable(thread);
    const std::vector<int> numbers = draftNumbers(aDraftView(1));
    EXPECT_EQ(*std::max_element(numbers.begin(), numbers.end()) > 3, true);
    EXPECT_TRUE(page.findChild<QWidget*>(QStringLiteral("check-placeholders")));
    EXPECT_TRUE(page.findChild<QWidget*>(QStringLiteral("foreignRecipient")));
}

TEST_F(DraftsPageStory, ABlockingCheckIsChangedOrSaidToBeRightBeforeItIsApproved) {
    for (int i = 0; i < 3; ++i) {
        page.approve();
        settle();
    }
    EXPECT_TRUE(desk.approved.isEmpty()) << "asking again is no answer";
    EXPECT_TRUE(said("draftNotice").contains(QStringLiteral("[40 or 50 seats]"))) << qPrintable(said("draftNotice"));
    click("acknowledge-placeholders");
    click("acknowledge-placeholders");
    page.approve();
    EXPECT_TRUE(desk.approved.isEmpty()) << "what was found right was doubted again";
    finishChecks();
    page.approve();
    settle();
    EXPECT_EQ(desk.approved, QList<qint64>{1});
    EXPECT_TRUE(desk.acknowledged.contains(QStringLiteral("placeholders")));
    EXPECT_EQ(page.current(), 2) << "the next one";
    page.approve();
    EXPECT_EQ(desk.approved, QList<qint64>{1}) << "each draft has its own checks";
    finishChecks();
    page.approve();
    page.approve();
    settle();
    EXPECT_EQ(desk.approved, (QList<qint64>{1, 2})) << "a double click approves once";
    EXPECT_EQ(page.current(), 0);
}

TEST_F(DraftsPageStory, EditingKeepsTheTextAndApprovingWhileEditingKeepsItFirst) {
    page.edit();
    text().setPlainText(QStringLiteral("Hi Ana,\n\nshorter.\n"));
    page.edit();
    settle();
    EXPECT_EQ(desk.edited, QStringList{QStringLiteral("Hi Ana,\n\nshorter.\n")});
    EXPECT_FALSE(page.isEditing());
    page.edit();
    text().setPlainText(QStringLiteral("Hi Ana,\n\nat last.\n"));
    page.approve();
    settle();
    settle();
    EXPECT_EQ(desk.edited.size(), 2);
    EXPECT_EQ(desk.approved, QList<qint64>{1});
}

TEST_F(DraftsPageStory, AForeignRecipientIsTakenOutWithAClick) {
    click("removeRecipient");
    EXPECT_EQ(desk.views.front().draft.cc.size(), 1u);
    EXPECT_FALSE(page.findChild<QWidget*>(QStringLiteral("foreignRecipient")));
}

TEST_F(DraftsPageStory, ANoteHasItWrittenAgainAndZTakesADiscardedOneUpAgain) {
    page.askAgain();
    auto* note = page.findChild<QLineEdit*>(QStringLiteral("draftNote"));
    QTest::keyClicks(note, QStringLiteral("shorter"));
    QTest::keyClick(note, Qt::Key_Return);
    settle();
    EXPECT_EQ(desk.notes, QStringList{QStringLiteral("shorter")});
    click("discard");
    EXPECT_EQ(desk.discarded, QList<qint64>{1});
    EXPECT_TRUE(page.undo());
    settle();
    EXPECT_EQ(desk.reopened, QList<qint64>{1});
    EXPECT_EQ(page.current(), 1);
    EXPECT_FALSE(page.undo()) << "z is meant for the journal again";
}

TEST_F(DraftsPageStory, AnAnswerThatBeginsEmptyIsWrittenAtOnce) {
    page.show(QStringLiteral("reply:7"));
    page.arrive();
    settle();
    settle();
    EXPECT_EQ(page.current(), 700);
    EXPECT_TRUE(page.isEditing());
    EXPECT_FALSE(text().isReadOnly());
}

TEST_F(DraftsPageStory, SendingIsOfferedOnlyWhereTheUserAllowedIt) {
    EXPECT_TRUE(page.findChild<QWidget*>(QStringLiteral("sendDraft"))->isHidden());
    page.send();
    settle();
    EXPECT_TRUE(desk.choices.empty());
    desk.allowed.maySend = true;
    page.arrive();
    settle();
    EXPECT_FALSE(page.findChild<QWidget*>(QStringLiteral("sendDraft"))->isHidden());
    click("sendDraft");
    EXPECT_TRUE(desk.choices.empty()) << "its checks come first";
}

TEST_F(DraftsPageStory, WhatIsSentWaitsAndZHoldsItBack) {
    desk.allowed.maySend = true;
    desk.views.front().report = {};
    page.arrive();
    settle();
    settle();
    click("sendDraft");
    settle();
    EXPECT_EQ(desk.approved, QList<qint64>{1});
    ASSERT_EQ(desk.choices.size(), 1u);
    EXPECT_EQ(desk.choices.front().at.count(), 0);
    EXPECT_TRUE(page.undo());
    settle();
    EXPECT_EQ(desk.heldBack, QList<qint64>{1});
    EXPECT_EQ(desk.reopened, QList<qint64>{1});
}

TEST_F(DraftsPageStory, AnEmptyPageHasSomethingToDo) {
    desk.views.clear();
    page.arrive();
    settle();
    QSignalSpy asked(&page, &PlacePage::goAsked);
    for (QAbstractButton* button : page.findChildren<QAbstractButton*>()) {
        if (button->text() == QStringLiteral("Draft answers ahead …")) {
            button->click();
        }
    }
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked.front().at(1).toString(), QStringLiteral("drafts"));
}

TEST_F(DraftsPageStory, WordsStandOnTheScreenAsTheyComeAndNotWhenAllAreThere) {
    desk.slowly = true;
    page.askAgain();
    QTest::keyClick(page.findChild<QLineEdit*>(QStringLiteral("draftNote")), Qt::Key_Return);
    ASSERT_TRUE(desk.says);
    desk.says(QStringLiteral("Hi "));
    QCoreApplication::sendPostedEvents();
    EXPECT_EQ(text().toPlainText(), QStringLiteral("Hi "));
    desk.says(QStringLiteral("Ana"));
    QCoreApplication::sendPostedEvents();
    EXPECT_EQ(text().toPlainText(), QStringLiteral("Hi Ana"));
}

TEST_F(DraftsPageStory, EveryControlHasANameForWhoCannotSeeIt) {
    for (QAbstractButton* button : page.findChildren<QAbstractButton*>()) {
        if (button->isHidden()) {
            continue;  // an empty state that offers nothing to do
        }
        EXPECT_FALSE(button->objectName().isEmpty() && button->accessibleName().isEmpty() && button->text().isEmpty());
        EXPECT_FALSE(button->accessibleName().isEmpty() && button->text().isEmpty())
            << qPrintable(button->objectName());
    }
}

}  // namespace
