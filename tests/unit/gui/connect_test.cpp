// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Connecting Gmail in the window, step by step, by keyboard and mouse, on a desk without a server.
#include "accounts_support.h"
#include "ui/accounts_corner.h"
#include "window_support.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QRadioButton>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

class ConnectStory : public ::testing::Test {
protected:
    FakeAccounts& desk() { return test.house->desk; }
    void noClient() { desk().facts.clientId.clear(); }
    void noKeychain() {
        desk().facts.secrets = {};
        desk().facts.secrets.keychainProblem = QStringLiteral("The keyring is locked.");
        desk().facts.secrets.keychainHint = QStringLiteral("Unlock it.");
    }
    /// From the start page.
    void begin() {
        test.key(Qt::Key_3);
        ASSERT_EQ(test.window->work()->place(), Place::ConnectGmail);
    }
    void comeBack(const Account& account = marasAccount()) {
        desk().browserComesBack(account);
        TestWindow::settle();
    }
    void fail(ErrorKind kind, const QString& hint = {}) {
        desk().browserFails({kind, QStringLiteral("detail for the log"), hint});
        TestWindow::settle();
    }
    bool inFront(const char* step) { return test.shown<QWidget>(step) != nullptr; }

    const EnglishWords english;
    TestWindow test{false};
};

TEST_F(ConnectStory, TheThirdChoiceSaysWhatKithMayDoAndEnterLeadsToTheBrowser) {
    begin();
    EXPECT_TRUE(inFront("connectPromise"));
    EXPECT_TRUE(desk().asked.isEmpty()) << "nothing is asked of Google before the user goes on";
    EXPECT_EQ(test.shown<QAbstractButton>("connectGoOn")->text(), QStringLiteral("Continue in browser"));
    test.key(Qt::Key_Return);
    EXPECT_TRUE(inFront("connectBrowser"));
    ASSERT_EQ(test.opened.size(), 1);
    EXPECT_EQ(test.opened.front(), QUrl(QStringLiteral("https://accounts.example/auth")));
    comeBack();
    EXPECT_EQ(test.words("connectResultTitle"), QStringLiteral("mara@fjordlight.example is connected"));
    EXPECT_TRUE(test.words("resultUntil").contains(QStringLiteral("by 30 November")));
    test.key(Qt::Key_Return);
    EXPECT_EQ(test.window->work()->place(), Place::Inbox) << "an account without mail yet is no start page";
    EXPECT_FALSE(test.window->showsStart());
    EXPECT_TRUE(desk().asked.contains(QStringLiteral("sync 7"))) << "it begins to fill at once";
}

TEST_F(ConnectStory, WithoutAClientIdTheFileOfGoogleIsAskedForAndItsProblemNamed) {
    noClient();
    begin();
    EXPECT_EQ(test.shown<QAbstractButton>("connectGoOn")->text(), QStringLiteral("Continue"));
    test.key(Qt::Key_Return);
    ASSERT_TRUE(inFront("connectClient"));
    desk().refusal = Error{ErrorKind::Malformed, {}, QStringLiteral("This file is of a web client.")};
    test.jsonFile = QStringLiteral("/home/mara/web.json");
    ASSERT_TRUE(test.click("chooseFile"));
    EXPECT_EQ(test.words("connectClientProblem"), QStringLiteral("This file is of a web client."));
    desk().facts.clientId = QStringLiteral("mine.apps.example");
    test.jsonFile = QStringLiteral("/home/mara/desktop.json");
    ASSERT_TRUE(test.click("chooseFile"));
    EXPECT_TRUE(desk().asked.contains(QStringLiteral("client /home/mara/desktop.json")));
    EXPECT_TRUE(inFront("connectBrowser")) << "and on it goes";
}

TEST_F(ConnectStory, AFileThatFallsAnywhereOnTheWindowIsTheOneTheStepWants) {
    noClient();
    begin();
    test.key(Qt::Key_Return);
    desk().facts.clientId = QStringLiteral("mine.apps.example");
    test.window->openFiles({QStringLiteral("/home/mara/client_secret_1.json")});
    TestWindow::settle();
    EXPECT_TRUE(desk().asked.contains(QStringLiteral("client /home/mara/client_secret_1.json")));
    EXPECT_TRUE(test.house->imported.isEmpty()) << "it is not taken for mail";
}

TEST_F(ConnectStory, TheConsoleOfGoogleOpensOnlyWhenAsked) {
    noClient();
    begin();
    test.key(Qt::Key_Return);
    EXPECT_TRUE(test.opened.isEmpty());
    ASSERT_TRUE(test.click("openConsole"));
    ASSERT_EQ(test.opened.size(), 1);
    EXPECT_EQ(test.opened.front().host(), QStringLiteral("console.cloud.google.com"));
}

TEST_F(ConnectStory, AKeychainThatCannotBeUsedIsNamedAndThePassphraseIsAskedTwice) {
    noKeychain();
    begin();
    test.key(Qt::Key_Return);
    ASSERT_TRUE(inFront("connectSecrets"));
    EXPECT_TRUE(test.shown<QWidget>("keychainProblem")
                    ->accessibleName()
                    .contains(QStringLiteral("The keyring is locked. Unlock it.")));
    auto* goOn = test.shown<QAbstractButton>("connectGoOn");
    EXPECT_FALSE(goOn->isEnabled());
    test.type(QStringLiteral("secret"));
    EXPECT_TRUE(test.words("passphraseStrength").startsWith(QStringLiteral("Weak")));
    test.shown<QLineEdit>("passphrase")->setText(QStringLiteral("violet anchor under quiet mills"));
    EXPECT_EQ(test.words("passphraseStrength"), QStringLiteral("Strong."));
    EXPECT_FALSE(goOn->isEnabled()) << "typed only once";
    auto* again = test.shown<QLineEdit>("passphraseAgain");
    again->setText(QStringLiteral("violet anchor"));
    EXPECT_EQ(test.words("passphraseStrength"), QStringLiteral("The two are not the same yet."));
    again->setText(QStringLiteral("violet anchor under quiet mills"));
    again->setFocus();
    test.key(Qt::Key_Return);
    EXPECT_TRUE(desk().asked.contains(QStringLiteral("place vault")));
    EXPECT_TRUE(inFront("connectBrowser"));
}

TEST_F(ConnectStory, OnlyForThisSessionIsAChoiceOfTheUser) {
    noKeychain();
    begin();
    test.key(Qt::Key_Return);
    QTest::mouseClick(test.shown<QRadioButton>("placeSession"), Qt::LeftButton, {}, QPoint(8, 8));
    EXPECT_FALSE(test.shown<QLineEdit>("passphrase"));
    ASSERT_TRUE(test.click("connectGoOn"));
    EXPECT_TRUE(desk().asked.contains(QStringLiteral("place session")));
}

TEST_F(ConnectStory, AVaultThatExistsAsksForItsPassphraseOnceAndAWrongOneIsNamed) {
    noKeychain();
    desk().facts.secrets.chosen = QStringLiteral("vault");
    desk().facts.secrets.vaultExists = true;
    begin();
    test.key(Qt::Key_Return);
    EXPECT_FALSE(test.shown<QLineEdit>("passphraseAgain"));
    test.type(QStringLiteral("short"));
    desk().refusal = Error{ErrorKind::Denied, {}, {}};
    test.key(Qt::Key_Return);
    EXPECT_EQ(test.words("connectSecretsProblem"), QStringLiteral("This is not the passphrase of the vault."));
    test.key(Qt::Key_Return);
    EXPECT_TRUE(inFront("connectBrowser"));
}

TEST_F(ConnectStory, AKeychainThatCameMeanwhileIsTaken) {
    noKeychain();
    begin();
    test.key(Qt::Key_Return);
    desk().facts.secrets.keychainWorks = true;
    ASSERT_TRUE(test.click("keychainAgain"));
    EXPECT_TRUE(inFront("connectBrowser"));
}

TEST_F(ConnectStory, WithoutABrowserTheAddressCanBeCopied) {
    test.hasBrowser = false;
    begin();
    test.key(Qt::Key_Return);
    EXPECT_EQ(test.words("browserQuestion"), QStringLiteral("Kith found no browser to open."));
    EXPECT_EQ(test.shown<QLineEdit>("browserUrl")->text(), QStringLiteral("https://accounts.example/auth"));
    ASSERT_TRUE(test.click("browserCopy"));
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("https://accounts.example/auth"));
    EXPECT_FALSE(test.shown<QWidget>("browserAgain"));
}

TEST_F(ConnectStory, CancelEndsTheWaitAndALateAnswerChangesNothing) {
    begin();
    test.key(Qt::Key_Return);
    ASSERT_TRUE(test.click("browserCancel"));
    EXPECT_TRUE(desk().asked.contains(QStringLiteral("cancel")));
    EXPECT_TRUE(inFront("connectPromise")) << "the answer to the cancelled call is not shown as a failure";
}

TEST_F(ConnectStory, GoingElsewhereLetsGoOfTheBrowser) {
    begin();
    test.key(Qt::Key_Return);
    test.window->go(Place::Activity);
    EXPECT_TRUE(desk().asked.contains(QStringLiteral("cancel")));
}

TEST_F(ConnectStory, EachWayToFailHasItsWordsAndAWayBack) {
    begin();
    test.key(Qt::Key_Return);
    fail(ErrorKind::Denied);
    EXPECT_EQ(test.words("connectResultTitle"), QStringLiteral("Google was told no"));
    test.key(Qt::Key_Return);
    ASSERT_TRUE(inFront("connectBrowser")) << "Enter tries again";
    fail(ErrorKind::Cancelled);
    EXPECT_EQ(test.words("connectResultTitle"), QStringLiteral("Nobody came back from the browser"));
    test.key(Qt::Key_Return);
    fail(ErrorKind::Unreachable, QStringLiteral("Open the sign-in page again and finish it in the browser."));
    EXPECT_EQ(test.words("connectResultTitle"), QStringLiteral("The sign-in did not come to an end"));
    test.key(Qt::Key_Return);
    fail(ErrorKind::Unreachable);
    EXPECT_EQ(test.words("connectResultTitle"), QStringLiteral("Google cannot be reached"));
    test.key(Qt::Key_Return);
    fail(ErrorKind::Failed, QStringLiteral("The client id belongs to another project."));
    EXPECT_EQ(test.words("connectResultLead"), QStringLiteral("The client id belongs to another project."));
    EXPECT_EQ(desk().asked.filter(QStringLiteral("sign-in")).size(), 5);
}

TEST_F(ConnectStory, ARightThatWasRefusedIsShownWithWhatIsMissingAndCanBeAskedForAgain) {
    begin();
    test.key(Qt::Key_Return);
    Account account = marasAccount();
    account.missingScopes = QStringList{account.scopes.takeLast()};
    comeBack(account);
    ASSERT_TRUE(inFront("missingRight"));
    EXPECT_TRUE(test.shown<QWidget>("missingRight")->accessibleName().contains(QStringLiteral("signature")));
    ASSERT_TRUE(test.click("askAgain"));
    EXPECT_EQ(desk().asked.last(), QStringLiteral("sign-in 7")) << "the same account, not a second one";
}

TEST_F(ConnectStory, AServiceAccountNeedsItsFileAndAnAddress) {
    begin();
    ASSERT_TRUE(test.click("connectOther"));
    ASSERT_TRUE(inFront("connectService"));
    EXPECT_FALSE(test.shown<QAbstractButton>("serviceGoOn")->isEnabled());
    test.jsonFile = QStringLiteral("/home/mara/key.json");
    ASSERT_TRUE(test.click("chooseFile"));
    test.type(QStringLiteral("mara@fjordlight.example"));
    desk().refusal = Error{ErrorKind::Malformed, QStringLiteral("no private_key"), {}};
    test.key(Qt::Key_Return);
    EXPECT_EQ(test.words("connectServiceProblem"),
              QStringLiteral("This is not the file that is needed: no private_key."));
    test.key(Qt::Key_Return);
    EXPECT_TRUE(desk().asked.contains(QStringLiteral("service /home/mara/key.json mara@fjordlight.example")));
    EXPECT_TRUE(inFront("connectResult"));
}

TEST_F(ConnectStory, NotNowLeadsBackToTheStart) {
    begin();
    ASSERT_TRUE(test.click("connectBack"));
    EXPECT_TRUE(test.window->showsStart());
}

}  // namespace
