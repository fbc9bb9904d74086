// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Accounts as a person knows them: signed in, signed in again with everything kept, and removed without a trace; in the
// rows of a workspace, and through the desk of the window.
#include "core/service/accounts_service.h"
#include "core/service/workspace.h"
#include "tests/support/wait_for.h"

#include "fake_ports.h"
#include "service_house.h"

#include <QTimer>

using namespace kith;
using namespace kith::testing;
using service::AccountsService;

namespace {

const QString kMara = QStringLiteral("mara@fjordlight.example");

class AccountsStory : public ServiceHouse {
protected:
    AccountsService service() { return AccountsService(*cellar, clock, ports); }
    Account signedIn() {
        const std::lock_guard lock(world.mutex);
        const mail::SignedIn arrived = signedInAs(kMara);
        world.secrets.insert(arrived.secret, QStringLiteral("refresh token"));
        const auto kept = service().keep(arrived);
        EXPECT_TRUE(good(kept));
        return kept ? *kept : Account();
    }
    /// Every text of every table in one piece.
    QString everything() {
        QStringList tables;
        auto names = cellar->database->query("SELECT name FROM sqlite_master WHERE type = 'table'");
        while (names.next()) {
            tables << names.text(0);
        }
        QString all;
        for (const QString& table : tables) {
            QStringList columns;
            auto info = cellar->database->query("PRAGMA table_info(" + table.toUtf8() + ")");
            while (info.next()) {
                columns << QStringLiteral("quote(\"%1\")").arg(info.text(1));
            }
            auto rows = cellar->database->query("SELECT " + columns.join(QStringLiteral(" || ' ' || ")).toUtf8() +
                                                " FROM " + table.toUtf8());
            while (rows.next()) {
                all += table + QLatin1Char(' ') + rows.text(0) + QLatin1Char('\n');
            }
        }
        return all;
    }

    OutsideWorld world;
    FakePorts ports{world};
};

}  // namespace

TEST_F(AccountsStory, SigningInAgainKeepsTheAccountAndItsSettings) {
    Account account = signedIn();
    account.interval = std::chrono::seconds{300};
    account.writeLabels = false;
    account.state = AccountState::SignInNeeded;
    ASSERT_TRUE(good(storage::AccountStore(*cellar->database).save(account)));
    clock.advance(Millis{60'000});

    const Account again = signedIn();
    EXPECT_EQ(again.id, account.id);
    EXPECT_EQ(again.state, AccountState::Ready);
    EXPECT_EQ(again.interval, account.interval);
    EXPECT_FALSE(again.writeLabels);
    EXPECT_GT(again.signedInAt, account.signedInAt);
    EXPECT_EQ(service().list()->size(), 1u);
}

TEST_F(AccountsStory, AnAccountIsFoundByItsNumberAndByItsAddressHoweverItIsWritten) {
    const Account account = signedIn();
    EXPECT_EQ(service().find(QString::number(account.id.value))->id, account.id);
    EXPECT_EQ(service().find(QStringLiteral("Mara@Fjordlight.EXAMPLE"))->id, account.id);
    EXPECT_EQ(service().find(QStringLiteral("ana@caldervoss.example")).error().kind, ErrorKind::NotFound);
}

TEST_F(AccountsStory, ARemovedAccountLeavesNoRowAndNoSecret) {
    const Account account = signedIn();
    ASSERT_TRUE(everything().contains(kMara));
    ASSERT_TRUE(good(service().remove(account.id, {}, {})));
    EXPECT_FALSE(everything().contains(kMara)) << qPrintable(everything());
    EXPECT_TRUE(world.secrets.isEmpty());
    EXPECT_TRUE(service().list()->empty());
}

TEST_F(AccountsStory, ARemovalThatMetALockedKeyringIsFinishedLater) {
    const Account account = signedIn();
    world.signOutTrouble = Error{ErrorKind::Denied, QStringLiteral("The keyring is locked."), {}};
    EXPECT_EQ(service().remove(account.id, {}, {}).error().kind, ErrorKind::Denied);
    EXPECT_FALSE(world.secrets.isEmpty());
    reopen();
    world.signOutTrouble.reset();
    ASSERT_TRUE(good(service().finishRemovals({}, {})));
    EXPECT_TRUE(world.secrets.isEmpty());
    EXPECT_FALSE(everything().contains(kMara));
}

TEST_F(AccountsStory, ARemovalThatWasStoppedGoesOnAtTheNextStart) {
    const Account account = signedIn();
    std::stop_source stopped;
    stopped.request_stop();
    const auto cut = service().remove(account.id, {}, stopped.get_token());
    if (!cut) {
        EXPECT_EQ(cut.error().kind, ErrorKind::Cancelled);
        ASSERT_TRUE(good(service().finishRemovals({}, {})));
    }
    EXPECT_FALSE(everything().contains(kMara));
    EXPECT_TRUE(world.secrets.isEmpty());
}

TEST_F(AccountsStory, AFileThatIsNoKeyFileIsNamed) {
    EXPECT_EQ(service().addServiceAccount(QStringLiteral("/no/such.json"), kMara, {}).error().kind,
              ErrorKind::NotFound);
    const QString big = file("big.json", QByteArray(100'000, ' '));
    EXPECT_EQ(service().importClient(big).error().kind, ErrorKind::Malformed);
}

namespace {

/// The window's side: a workspace with background sync, and everything that it told.
class AccountsDeskStory : public ::testing::Test {
protected:
    AccountsDeskStory() { open(); }
    ~AccountsDeskStory() override { workspace.reset(); }

    void open() {
        service::WorkspaceOptions options;
        options.folder = folder.filePath(QStringLiteral("workspace"));
        options.mail = [this](const service::CellarOptions&) -> std::unique_ptr<service::MailPorts> {
            return std::make_unique<FakePorts>(world);
        };
        auto opened = service::Workspace::open(options, clock);
        ASSERT_TRUE(good(opened));
        workspace = std::move(*opened);
        QObject::connect(workspace.get(), &service::Workspace::syncStatus, workspace.get(),
                         [this](const SyncStatus& status) {
                             statuses.push_back(status);
                             if (onStatus) {
                                 onStatus();
                             }
                         });
    }
    Account signIn() {
        const auto call = workspace->accounts().signIn({});
        EXPECT_TRUE(good(waitFor(call.authorizeUrl)));
        world.browserComesBack(signedInAs(kMara));
        const auto account = waitFor(call.signedIn);
        EXPECT_TRUE(good(account));
        return account ? *account : Account();
    }
    /// Runs the event loop until a status of this phase was told.
    void awaitPhase(SyncPhase phase) {
        QEventLoop loop;
        onStatus = [this, phase, &loop] {
            if (statuses.back().phase == phase) {
                loop.quit();
            }
        };
        if (statuses.empty() || statuses.back().phase != phase) {
            loop.exec();
        }
        onStatus = {};
    }
    void setTrouble(std::optional<Error> trouble) {
        const std::lock_guard lock(world.mutex);
        world.mailboxTrouble = std::move(trouble);
    }

    QTemporaryDir folder;
    OutsideWorld world;
    SystemClock clock;
    std::vector<SyncStatus> statuses;
    std::function<void()> onStatus;
    std::unique_ptr<service::Workspace> workspace;
};

}  // namespace

TEST_F(AccountsDeskStory, SigningInStartsTheSyncAndTellsHowItStands) {
    const Account account = signIn();
    EXPECT_EQ(account.address, kMara);
    awaitPhase(SyncPhase::Idle);
    EXPECT_EQ(statuses.back().account, account.id);
    EXPECT_TRUE(statuses.back().completeness.complete);
    const auto all = waitFor(workspace->accounts().status());
    ASSERT_TRUE(good(all));
    ASSERT_EQ(all->size(), 1u);
    EXPECT_EQ(all->front().address, kMara);
}

TEST_F(AccountsDeskStory, ACancelledSignInEndsAndTheNextOneBegins) {
    const auto first = workspace->accounts().signIn({});
    ASSERT_TRUE(good(waitFor(first.authorizeUrl)));
    workspace->accounts().cancelSignIn();
    EXPECT_EQ(waitFor(first.signedIn).error().kind, ErrorKind::Cancelled);
    EXPECT_TRUE(signIn().id);
}

TEST_F(AccountsDeskStory, TroubleIsToldInWordsAndASignInThatEndedIsMended) {
    const Account account = signIn();
    awaitPhase(SyncPhase::Idle);
    setTrouble(
        Error{ErrorKind::SignInNeeded, QStringLiteral("Google ended the sign-in."), QStringLiteral("Sign in again.")});
    workspace->accounts().syncNow(account.id);
    awaitPhase(SyncPhase::SignInNeeded);
    EXPECT_FALSE(statuses.back().problem.isEmpty());
    const int asked = world.requestCount();
    workspace->accounts().syncNow(account.id);

    setTrouble({});
    const auto call = workspace->accounts().signIn(account.id);
    ASSERT_TRUE(good(waitFor(call.authorizeUrl)));
    EXPECT_EQ(world.requestCount(), asked) << "nothing is asked until the person signed in";
    world.browserComesBack(signedInAs(kMara));
    EXPECT_EQ(waitFor(call.signedIn)->id, account.id);
    EXPECT_EQ(world.asked.back(), kMara) << "the browser is told who";
    awaitPhase(SyncPhase::Idle);
}

TEST_F(AccountsDeskStory, APausedAccountRestsAfterARestartToo) {
    const Account account = signIn();
    awaitPhase(SyncPhase::Idle);
    workspace->accounts().setPaused(account.id, true);
    EXPECT_EQ(waitFor(workspace->accounts().outbox(10))->size(), 0u);
    workspace->accounts().setPaused(account.id, false);
    workspace->accounts().setPaused(account.id, true);
    ASSERT_TRUE(good(waitFor(workspace->accounts().setUp())));  // the desk answers in order: the pause is written
    workspace.reset();
    const int asked = world.requestCount();
    open();
    const auto all = waitFor(workspace->accounts().accounts());
    ASSERT_TRUE(good(all));
    EXPECT_EQ(all->front().state, AccountState::Paused);
    ASSERT_TRUE(good(waitFor(workspace->accounts().setUp())));
    EXPECT_EQ(world.requestCount(), asked);
}

TEST_F(AccountsDeskStory, ARemovedAccountIsGoneFromTheListAndFromTheStatus) {
    const Account account = signIn();
    awaitPhase(SyncPhase::Idle);
    ASSERT_TRUE(good(waitFor(workspace->accounts().remove(account.id, false))));
    EXPECT_TRUE(waitFor(workspace->accounts().accounts())->empty());
    EXPECT_TRUE(waitFor(workspace->accounts().status())->empty());
    EXPECT_TRUE(world.secrets.isEmpty());
}

TEST_F(AccountsDeskStory, OfflineNothingIsAskedAndTheStatusSaysSo) {
    signIn();
    awaitPhase(SyncPhase::Idle);
    workspace.reset();
    world.offline = true;
    const int asked = world.requestCount();
    open();
    const auto all = waitFor(workspace->accounts().status());
    ASSERT_TRUE(good(all));
    ASSERT_EQ(all->size(), 1u);
    EXPECT_EQ(all->front().phase, SyncPhase::Offline);
    ASSERT_TRUE(good(waitFor(workspace->accounts().setUp())));
    EXPECT_EQ(world.requestCount(), asked);
}

TEST_F(AccountsDeskStory, SettingsOfAnAccountAreKeptAndNothingElseIsTaken) {
    Account account = signIn();
    account.interval = std::chrono::seconds{600};
    account.writeLabels = false;
    account.address = QStringLiteral("somebody@else.example");
    ASSERT_TRUE(good(waitFor(workspace->accounts().save(account))));
    const auto all = waitFor(workspace->accounts().accounts());
    EXPECT_EQ(all->front().interval, std::chrono::seconds{600});
    EXPECT_FALSE(all->front().writeLabels);
    EXPECT_EQ(all->front().address, kMara);
}
