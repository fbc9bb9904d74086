// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Accounts in the window once they are connected: sync line, panel, first sync, banner, settings, outbox, removal.
#include "accounts_support.h"
#include "ui/accounts_corner.h"
#include "ui/sidebar.h"
#include "ui/sync_line.h"
#include "window_support.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

class AccountsStory : public ::testing::Test {
protected:
    AccountsStory() {
        test.house->desk.known = {account};
        tell(wholeSync(account));
        feed().reload();
        TestWindow::settle();
    }
    FakeAccounts& desk() { return test.house->desk; }
    AccountsFeed& feed() { return test.window->work()->accounts().feed(); }
    void tell(const SyncStatus& status) {
        desk().statuses = {status};
        Q_EMIT test.house->syncStatus(status);
        TestWindow::settle();
    }
    void signOut() {
        desk().known.front().state = AccountState::SignInNeeded;
        SyncStatus out = wholeSync(account);
        out.phase = SyncPhase::SignInNeeded;
        out.outgoing = 3;
        tell(out);
    }
    QString line() { return test.window->work()->sidebar().syncLine().accessibleName(); }
    QString toast() { return test.window->toast().accessibleName(); }

    const EnglishWords english;
    TestWindow test;
    const Account account = marasAccount();
};

TEST_F(AccountsStory, TheSyncLineFollowsEveryStatus) {
    EXPECT_EQ(line(), QStringLiteral("Up to date · 10:42. 12,431 of 12,431 messages"));
    SyncStatus updating = wholeSync(account);
    updating.phase = SyncPhase::Updating;
    tell(updating);
    EXPECT_EQ(line(), QStringLiteral("Catching up …. 12,431 of 12,431 messages"));
}

TEST_F(AccountsStory, TheFirstSyncHasABarAndTheInboxStaysUsable) {
    EXPECT_FALSE(test.shown<QWidget>("syncBar"));
    tell(firstSync(account));
    EXPECT_TRUE(test.words("syncSentence").startsWith(QStringLiteral("4,120 of 12,431 · 290 a minute")));
    const qint64 before = test.focused();
    test.key(Qt::Key_J);
    EXPECT_NE(test.focused(), before);
    ASSERT_TRUE(test.click("syncPause"));
    EXPECT_EQ(desk().asked.last(), QStringLiteral("pause 7"));
    EXPECT_EQ(test.words("syncSentence"), QStringLiteral("Paused · 4,120 of 12,431"));
    ASSERT_TRUE(test.click("syncPause"));
    EXPECT_EQ(desk().asked.last(), QStringLiteral("resume 7"));
    tell(wholeSync(account));
    EXPECT_FALSE(test.shown<QWidget>("syncBar"));
}

TEST_F(AccountsStory, TheSyncLineOpensAPanelThatCanSyncPauseAndRepair) {
    SyncStatus status = wholeSync(account);
    status.outgoing = 4;
    status.completeness.gaps = 2;
    tell(status);
    ASSERT_TRUE(test.click("syncLine"));
    EXPECT_EQ(test.words("syncFact1"), QStringLiteral("12,431"));
    EXPECT_EQ(test.words("syncFact3"), QStringLiteral("2"));
    EXPECT_EQ(test.words("syncFact4"), QStringLiteral("10:42"));
    EXPECT_EQ(test.shown<QAbstractButton>("syncWaiting")->text(), QStringLiteral("4 changes waiting"));
    ASSERT_TRUE(test.click("syncNow"));
    ASSERT_TRUE(test.click("syncPauseNow"));
    EXPECT_EQ(test.shown<QAbstractButton>("syncPauseNow")->text(), QStringLiteral("Resume")) << "the panel follows";
    ASSERT_TRUE(test.click("syncRepair"));
    EXPECT_EQ(desk().asked,
              (QStringList{QStringLiteral("sync 7"), QStringLiteral("pause 7"), QStringLiteral("repair 7")}));
    EXPECT_FALSE(QApplication::activePopupWidget());
}

TEST_F(AccountsStory, TheBannerAsksToSignInAgainWithOneButtonAndEverythingStaysUsable) {
    EXPECT_FALSE(test.shown<QWidget>("signInBanner"));
    signOut();
    auto* banner = test.shown<QWidget>("signInBanner");
    ASSERT_TRUE(banner);
    EXPECT_EQ(banner->accessibleName(), QStringLiteral("Google asks you to sign in again as mara@fjordlight.example. "
                                                       "Everything here stays; 3 changes waiting."));
    test.key(Qt::Key_E);
    EXPECT_EQ(test.rowOf(1), -1) << "archiving works as before";
    auto* button = banner->findChild<QAbstractButton*>();
    QTest::mouseClick(button, Qt::LeftButton);
    TestWindow::settle();
    EXPECT_EQ(desk().asked.last(), QStringLiteral("sign-in 7"));
    EXPECT_TRUE(test.shown<QWidget>("connectBrowser"));
    desk().known.clear();
    desk().statuses = {wholeSync(account)};
    desk().browserComesBack(account);
    TestWindow::settle();
    EXPECT_FALSE(test.shown<QWidget>("signInBanner"));
}

TEST_F(AccountsStory, SettingsOfAnAccountAreSavedAtOnce) {
    test.key(Qt::Key_G);
    test.key(Qt::Key_A);
    ASSERT_EQ(test.window->work()->place(), Place::Accounts);
    auto* interval = test.shown<QComboBox>("accountInterval");
    ASSERT_TRUE(interval);
    interval->setFocus();
    test.key(Qt::Key_Down);
    EXPECT_EQ(desk().known.front().interval, std::chrono::seconds(300));
    QTest::mouseClick(test.shown<QCheckBox>("accountLabels"), Qt::LeftButton, {}, QPoint(8, 8));
    TestWindow::settle();
    EXPECT_FALSE(desk().known.front().writeLabels);
    EXPECT_EQ(desk().known.front().interval, std::chrono::seconds(300)) << "the other setting stays";
}

TEST_F(AccountsStory, KeysOfTheListRestWhileTheAccountsAreInFront) {
    test.window->go(Place::Accounts);
    test.key(Qt::Key_E);
    test.window->go(Place::Inbox);
    TestWindow::settle();
    EXPECT_GT(test.rowOf(1), 0) << "nothing was archived out of sight";
}

TEST_F(AccountsStory, RemovingAsksWhatBecomesOfTheMailAndSaysWhatHappensAtGoogle) {
    SyncStatus status = wholeSync(account);
    status.outgoing = 1;
    tell(status);
    test.window->go(Place::Accounts);
    ASSERT_TRUE(test.click("accountRemove"));
    EXPECT_TRUE(test.words("removeAtGoogle").contains(QStringLiteral("every message stays")));
    EXPECT_EQ(test.words("removeLost"), QStringLiteral("1 change has not reached Google yet and will not."));
    test.key(Qt::Key_Escape);
    EXPECT_TRUE(desk().asked.isEmpty()) << "Escape removes nothing";
    ASSERT_TRUE(test.click("accountRemove"));
    test.shown<QRadioButton>("keepMail")->click();
    ASSERT_TRUE(test.click("removeAccept"));
    EXPECT_EQ(desk().asked.last(), QStringLiteral("remove 7 keep"));
    EXPECT_TRUE(toast().contains(QStringLiteral("its mail stays here")));
    EXPECT_EQ(line(), QStringLiteral("Local file. 11 messages"));
}

TEST_F(AccountsStory, WhatGoogleRefusedIsToldListedWithItsReasonAndTriedAgain) {
    const QStringList inbox{QStringLiteral("INBOX")};
    desk().waiting = {change(1, OutboxState::Pending, {}, inbox, "Delivery note"),
                      change(2, OutboxState::Sending, {}, inbox, "Quote")};
    SyncStatus sending = wholeSync(account);
    sending.phase = SyncPhase::Sending;
    sending.outgoing = 2;
    tell(sending);
    EXPECT_EQ(feed().outbox().size(), 2U);
    desk().waiting[0].state = OutboxState::Done;
    desk().waiting[1].state = OutboxState::Refused;
    desk().waiting[1].reason = QStringLiteral("The message is gone there");
    tell(wholeSync(account));
    EXPECT_EQ(toast(), QStringLiteral("Google refused 1 of 2: archive. The message is gone there. It is back as it "
                                      "was."));
    test.window->go(Place::Accounts);
    TestWindow::settle();
    EXPECT_EQ(test.words("outboxSummary"), QStringLiteral("1 refused"));
    EXPECT_TRUE(test.shown<QWidget>("outboxRow2")->accessibleName().contains(QStringLiteral("Refused: The message")));
    ASSERT_TRUE(test.click("outboxRetry"));
    EXPECT_EQ(desk().asked.last(), QStringLiteral("retry 2"));
}

TEST_F(AccountsStory, WhatWasRefusedLongAgoIsNotToldAgain) {
    desk().waiting = {change(2, OutboxState::Refused, {}, {QStringLiteral("INBOX")}, "Quote", "gone")};
    feed().readOutbox();
    TestWindow::settle();
    EXPECT_FALSE(test.window->toast().isVisible());
}

TEST_F(AccountsStory, AConflictThatTheServerWonIsTold) {
    desk().waiting = {change(1, OutboxState::Pending, {}, {QStringLiteral("INBOX")}, "Quote")};
    feed().readOutbox();
    TestWindow::settle();
    desk().waiting[0].state = OutboxState::Withdrawn;
    desk().waiting[0].reason = QStringLiteral("Your later change on the phone counts");
    feed().readOutbox();
    TestWindow::settle();
    EXPECT_EQ(toast(), QStringLiteral("“Quote” had changed at Google meanwhile. Your later change on the phone "
                                      "counts."));
}

TEST_F(AccountsStory, SeveralAccountsAreCountedAndEachStandsInThePanel) {
    Account second = account;
    second.id = AccountId{8};
    second.address = QStringLiteral("sales@fjordlight.example");
    desk().known.push_back(second);
    desk().statuses = {wholeSync(account), wholeSync(second)};
    feed().reload();
    TestWindow::settle();
    bool counted = false;
    for (const auto* label : test.window->work()->sidebar().findChildren<QLabel*>()) {
        counted = counted || label->text() == QStringLiteral("2 accounts");
    }
    EXPECT_TRUE(counted);
    ASSERT_TRUE(test.click("syncLine"));
    EXPECT_EQ(QApplication::activePopupWidget()->findChildren<QWidget*>(QStringLiteral("syncFacts")).size(), 2);
    QApplication::activePopupWidget()->close();
}

TEST_F(AccountsStory, WithoutAccountsThePanelOffersToConnectOne) {
    desk().known.clear();
    desk().statuses.clear();
    feed().reload();
    TestWindow::settle();
    ASSERT_TRUE(test.click("syncLine"));
    EXPECT_TRUE(test.shown<QWidget>("syncNone"));
    ASSERT_TRUE(test.click("syncAdd"));
    EXPECT_EQ(test.window->work()->place(), Place::ConnectGmail);
}

}  // namespace
