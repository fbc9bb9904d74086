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

TEST_F(DraftsPageStory, ApprovingWithAWarningAsksOnceAndNamesIt) {
    page.approve();
    settle();
    EXPECT_TRUE(desk.approved.isEmpty());
    EXPECT_TRUE(said("draftNotice").contains(QStringLiteral("[40 or 50 seats]"))) << qPrintable(said("draftNotice"));
    page.approve();
    settle();
    EXPECT_EQ(desk.approved, QList<qint64>{1});
    EXPECT_EQ(page.current(), 2) << "the next one";
    page.approve();
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
