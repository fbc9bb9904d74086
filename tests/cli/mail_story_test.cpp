// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A salesperson's Gmail, from the sign-in page to the removal of the account, against the emulator as a process.
#include "tests/cli/mail_world.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QUrlQuery>

#include <gtest/gtest.h>

using namespace kith::testing;

namespace {

QJsonValue mailAt(const QJsonObject& object, const char* key) {
    return object.value(QString::fromLatin1(key));
}

class MailStory : public ::testing::Test {
protected:
    MailStory() { kithctl.setEnvironment(world.environment()); }

    void connectAndFill() {
        const SignedInRun run = signIn(kithctl);
        ASSERT_EQ(run.exit, 0) << run.errors.toStdString();
        const Ran synced = kithctl(args("sync"));
        ASSERT_EQ(synced.exit, 0) << synced.err.toStdString();
        ASSERT_EQ(mailAt(mailAt(synced.json(), "messages").toObject(), "added").toInt(), 19);
    }
    QJsonArray inbox(const Kithctl& who) { return mailAt(who(args("inbox --all")).json(), "messages").toArray(); }
    QStringList subjects(const Kithctl& who) {
        QStringList list;
        for (const QJsonValue& message : inbox(who)) {
            list << mailAt(message.toObject(), "subject").toString();
        }
        return list;
    }
    QString idOf(const QString& subject) {
        for (const QJsonValue& message : inbox(kithctl)) {
            if (mailAt(message.toObject(), "subject").toString() == subject) {
                return mailAt(message.toObject(), "id").toVariant().toString();
            }
        }
        return {};
    }
    QJsonObject synced(const Kithctl& who) {
        const Ran ran = who(args("sync"));
        EXPECT_EQ(ran.exit, 0) << ran.err.toStdString() << ran.out.toStdString();
        return ran.json();
    }

    MailWorld world{smallMailbox()};
    Kithctl kithctl;
    const QString quote{QStringLiteral("Revised quote for 40 seats by Friday")};
};

}  // namespace

TEST_F(MailStory, SigningInNeedsOnlyABrowserAndTellsWhatItGot) {
    const SignedInRun run = signIn(kithctl);
    ASSERT_EQ(run.exit, 0) << run.errors.toStdString();
    const QUrlQuery asked(QUrl(mailAt(run.first, "authorize_url").toString()));
    EXPECT_GE(asked.queryItemValue(QStringLiteral("state")).size(), 16);
    EXPECT_EQ(asked.queryItemValue(QStringLiteral("code_challenge_method")), QStringLiteral("S256"));
    EXPECT_EQ(run.page.status, 200);
    EXPECT_TRUE(run.page.type.startsWith("text/html"));
    EXPECT_EQ(mailAt(run.account, "address").toString(), world.address());
    EXPECT_EQ(mailAt(run.account, "kind").toString(), QStringLiteral("gmail"));
    EXPECT_EQ(mailAt(run.account, "state").toString(), QStringLiteral("ready"));
    EXPECT_FALSE(mailAt(run.account, "scopes").toArray().isEmpty());
    EXPECT_TRUE(run.account.contains(QStringLiteral("token_expires_at")));
    const QJsonArray listed = mailAt(kithctl(args("account list")).json(), "accounts").toArray();
    ASSERT_EQ(listed.size(), 1);
    EXPECT_EQ(listed.first().toObject(), run.account);
}

TEST_F(MailStory, ContactsGrowWithEachSyncAndNewslettersDoNot) {
    connectAndFill();
    const auto addresses = [this] {
        QStringList list;
        for (const QJsonValue& one : mailAt(kithctl(args("contacts list")).json(), "contacts").toArray()) {
            list << QString::fromUtf8(QJsonDocument(one.toObject()).toJson());
        }
        return list.join(QLatin1Char('\n'));
    };
    EXPECT_TRUE(addresses().contains(QStringLiteral("ana@caldervoss.example")));
    EXPECT_FALSE(addresses().contains(QStringLiteral("news@metrology.example")));
    EXPECT_FALSE(addresses().contains(QStringLiteral("bo@lind.example")));
    const QByteArray raw = "From: Mara Lindqvist <" + world.address().toUtf8() +
                           ">\r\nTo: Bo Lind <bo@lind.example>\r\nSubject: A visit\r\nMessage-ID: "
                           "<visit@fjordlight.example>\r\nDate: Fri, 29 May 2026 11:00:00 +0200\r\n\r\nMay I "
                           "visit?\r\n";
    world.control("mail",
                  QJsonObject{{QStringLiteral("raw"), QString::fromLatin1(raw.toBase64(QByteArray::Base64UrlEncoding))},
                              {QStringLiteral("labels"), QJsonArray{QStringLiteral("SENT")}}});
    synced(kithctl);
    EXPECT_TRUE(addresses().contains(QStringLiteral("bo@lind.example"))) << "one letter, no further command";
}

TEST_F(MailStory, TheListenerSurvivesStrangersAndWaitsForTheRightOne) {
    Running add(kithctl, args("account add gmail --no-browser"));
    const QUrl url(mailAt(add.nextLine(), "authorize_url").toString());
    QUrl back(QUrlQuery(url).queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
    QUrl icon = back;
    icon.setPath(QStringLiteral("/favicon.ico"));
    EXPECT_NE(fetchPage(icon).status, 0);
    back.setQuery(QStringLiteral("state=invented-by-a-stranger&code=4/abc"));
    EXPECT_GE(fetchPage(back).status, 400) << "another state is nobody that we sent";
    EXPECT_EQ(browse(url).status, 200);
    EXPECT_EQ(mailAt(add.nextLine(), "address").toString(), world.address());
    EXPECT_EQ(add.exitCode(), 0) << add.errors().toStdString();
}

TEST_F(MailStory, ARefusalAtThePageIsToldAndKeepsNothing) {
    const SignedInRun run = signIn(kithctl, QStringLiteral("deny"));
    EXPECT_NE(run.exit, 0);
    EXPECT_NE(run.exit, -1) << "it ends by itself";
    EXPECT_TRUE(run.account.isEmpty());
    EXPECT_TRUE(mailAt(kithctl(args("account list")).json(), "accounts").toArray().isEmpty());
}

TEST_F(MailStory, ABoxThatWasNotTickedIsNoAccess) {
    const SignedInRun run =
        signIn(kithctl, QStringLiteral("allow"), {QStringLiteral("https://www.googleapis.com/auth/gmail.modify")});
    EXPECT_GT(run.exit, 0);
    EXPECT_TRUE(run.errors.contains("not allowed")) << run.errors.toStdString();
    EXPECT_TRUE(mailAt(kithctl(args("account list")).json(), "accounts").toArray().isEmpty());
}

TEST_F(MailStory, WithoutAKeyringItIsSaidBeforeAnybodySignsInForNothing) {
    QMap<QString, QString> environment = world.environment();
    environment.remove(QStringLiteral("KITH_SECRETS"));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
    kithctl.setEnvironment(environment);
    const Ran ran = kithctl(args("account add gmail --no-browser"));
    EXPECT_EQ(ran.exit, 1);
    EXPECT_TRUE(ran.error().value(QStringLiteral("hint")).toString().contains(QStringLiteral("KITH_SECRETS=vault")));
}

TEST_F(MailStory, NeitherTokenNorPassphraseStandsInClearInTheWorkspace) {
    connectAndFill();
    const QByteArray passphrase = world.environment().value(QStringLiteral("KITH_VAULT_PASSPHRASE")).toUtf8();
    QDirIterator files(kithctl.workspace(), QDir::Files, QDirIterator::Subdirectories);
    int seen = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        EXPECT_FALSE(bytes.contains(passphrase)) << qPrintable(file.fileName());
        EXPECT_FALSE(bytes.contains("ya29.")) << qPrintable(file.fileName());
        EXPECT_FALSE(bytes.contains("1//0")) << qPrintable(file.fileName());
        ++seen;
    }
    EXPECT_GE(seen, 2) << "a database and a vault";
}

TEST_F(MailStory, TheFirstSyncBringsEverythingAndTheNextAsksOnce) {
    connectAndFill();
    const Ran again = kithctl(args("sync"));
    const QJsonObject quiet = again.json();
    EXPECT_EQ(mailAt(quiet, "requests").toInt(), 1);
    EXPECT_EQ(mailAt(quiet, "quota_units").toInt(), 2);
    EXPECT_EQ(mailAt(quiet, "mode").toString(), QStringLiteral("history"));
    EXPECT_TRUE(mailAt(quiet, "complete").toBool());
    EXPECT_EQ(mailAt(quiet, "server_total").toInt(), 19);
    EXPECT_EQ(mailAt(quiet, "local_total").toInt(), 19);
    EXPECT_EQ(inbox(kithctl).size(), 13);
    const QJsonObject check = kithctl(args("check")).json();
    EXPECT_TRUE(mailAt(check, "completeness").toBool());
    EXPECT_TRUE(mailAt(check, "problems").toArray().isEmpty());
}

TEST_F(MailStory, OneNewMessageIsThereAfterOneCycleAndTwoRequests) {
    connectAndFill();
    world.deliver("Shall we meet on Tuesday?");
    const QJsonObject report = synced(kithctl);
    EXPECT_EQ(mailAt(mailAt(report, "messages").toObject(), "added").toInt(), 1);
    EXPECT_LE(mailAt(report, "requests").toInt(), 2);
    EXPECT_TRUE(subjects(kithctl).contains(QStringLiteral("Shall we meet on Tuesday?")));
}

TEST_F(MailStory, WhatIsDoneHereIsDoneThereAndUndoneThereToo) {
    connectAndFill();
    Kithctl other;  // the same account on another computer
    other.setEnvironment(world.environment());
    ASSERT_EQ(signIn(other).exit, 0);
    synced(other);
    ASSERT_TRUE(subjects(other).contains(quote));

    ASSERT_EQ(kithctl({QStringLiteral("message"), QStringLiteral("archive"), idOf(quote)}).exit, 0);
    EXPECT_FALSE(subjects(kithctl).contains(quote)) << "at once";
    EXPECT_EQ(mailAt(kithctl(args("outbox")).json(), "pending").toArray().size(), 1);
    EXPECT_EQ(mailAt(synced(kithctl), "sent").toInt(), 1);
    EXPECT_TRUE(mailAt(kithctl(args("outbox")).json(), "pending").toArray().isEmpty());
    synced(other);
    EXPECT_FALSE(subjects(other).contains(quote));

    const QJsonObject undone = kithctl(args("undo")).json();
    EXPECT_TRUE(mailAt(undone, "could_not").toArray().isEmpty());
    EXPECT_EQ(mailAt(undone, "pending_at_server").toInt(), 1);
    EXPECT_TRUE(subjects(kithctl).contains(quote));
    synced(kithctl);
    synced(other);
    EXPECT_TRUE(subjects(other).contains(quote));
}

TEST_F(MailStory, AnUndoBeforeItWentOutSendsNothing) {
    connectAndFill();
    ASSERT_EQ(kithctl({QStringLiteral("message"), QStringLiteral("star"), idOf(quote)}).exit, 0);
    ASSERT_EQ(kithctl(args("undo")).exit, 0);
    EXPECT_TRUE(mailAt(kithctl(args("outbox")).json(), "pending").toArray().isEmpty());
    world.calls();
    EXPECT_EQ(mailAt(synced(kithctl), "sent").toInt(), 0);
    for (const QJsonValue& call : world.calls()) {
        EXPECT_EQ(mailAt(call.toObject(), "method").toString(), QStringLiteral("GET"));
    }
}

TEST_F(MailStory, ARevokedSignInIsExitFourWithEverythingKeptAndGoesOnAfterTheNextSignIn) {
    connectAndFill();
    ASSERT_EQ(kithctl({QStringLiteral("message"), QStringLiteral("archive"), idOf(quote)}).exit, 0);
    const QJsonArray before = inbox(kithctl);
    world.control("tokens", QJsonObject{{QStringLiteral("revoke"), true}});
    const Ran refused = kithctl(args("sync"));
    EXPECT_EQ(refused.exit, 4) << refused.err.toStdString();
    EXPECT_EQ(mailAt(refused.error(), "code").toString(), QStringLiteral("sign_in_needed"));
    EXPECT_EQ(mailAt(refused.json(), "account").toString(), world.address()) << "and it says how far it came";
    EXPECT_EQ(inbox(kithctl), before);
    EXPECT_EQ(mailAt(kithctl(args("outbox")).json(), "pending").toArray().size(), 1);
    const QJsonObject listed = mailAt(kithctl(args("account list")).json(), "accounts").toArray().first().toObject();
    EXPECT_EQ(mailAt(listed, "state").toString(), QStringLiteral("sign-in-needed"));

    const SignedInRun again = signIn(kithctl);
    ASSERT_EQ(again.exit, 0) << again.errors.toStdString();
    EXPECT_EQ(mailAt(again.account, "id"), mailAt(listed, "id")) << "the same account";
    world.deliver("While you were away");
    const QJsonObject report = synced(kithctl);
    EXPECT_EQ(mailAt(report, "mode").toString(), QStringLiteral("history")) << "it goes on where it was";
    EXPECT_EQ(mailAt(mailAt(report, "messages").toObject(), "added").toInt(), 1);
    EXPECT_EQ(mailAt(report, "sent").toInt(), 1);
}

TEST_F(MailStory, TheServiceTellsEachCycleAndStopsOnASignal) {
    ASSERT_EQ(signIn(kithctl).exit, 0);
    Running watch(kithctl, args("sync --watch --interval 1"));
    const QJsonObject first = watch.nextLine();
    EXPECT_EQ(mailAt(mailAt(first, "messages").toObject(), "added").toInt(), 19);
    EXPECT_TRUE(mailAt(first, "complete").toBool());
    world.deliver("Something for the service");
    int added = 0;
    for (int cycle = 0; cycle < 20 && added == 0; ++cycle) {
        added = mailAt(mailAt(watch.nextLine(), "messages").toObject(), "added").toInt();
    }
    EXPECT_EQ(added, 1);
    EXPECT_EQ(kithctl({QStringLiteral("message"), QStringLiteral("archive"), idOf(quote)}).exit, 0)
        << "other commands get their turn between the cycles";
    watch.terminate();
    EXPECT_EQ(watch.exitCode(), 0);
}

TEST_F(MailStory, TheServiceSurvivesTroubleAndStopsInTheMiddleOfARequest) {
    ASSERT_EQ(signIn(kithctl).exit, 0);
    world.control("tokens", QJsonObject{{QStringLiteral("expire"), true}});
    world.control("faults", QJsonArray{QJsonObject{{QStringLiteral("service"), QStringLiteral("google_api")},
                                                   {QStringLiteral("match"), QStringLiteral("profile")},
                                                   {QStringLiteral("kind"), QStringLiteral("stall")},
                                                   {QStringLiteral("times"), -1}}});
    world.calls();
    Running watch(kithctl, args("sync --watch --interval 1"));
    while (world.calls().isEmpty()) {
        ASSERT_TRUE(world.stands());
    }
    watch.terminate();
    EXPECT_EQ(watch.exitCode(), 0);
    EXPECT_EQ(kithctl(args("check")).exit, 1) << "sound, only not complete";
}

TEST_F(MailStory, AKilledSyncGoesOnWhereItWas) {
    ASSERT_EQ(signIn(kithctl).exit, 0);
    world.calls();
    {
        Running sync(kithctl, args("sync"));
        while (world.calls().isEmpty()) {
            ASSERT_TRUE(world.stands());
        }
    }  // killed, without a word
    const QJsonObject report = synced(kithctl);
    EXPECT_TRUE(mailAt(report, "complete").toBool());
    EXPECT_EQ(mailAt(report, "local_total").toInt(), 19);
    EXPECT_EQ(inbox(kithctl).size(), 13);
    EXPECT_EQ(kithctl(args("check")).exit, 0);
}

TEST_F(MailStory, TwoAccountsAreKeptInStepAndRemovedOneByOne) {
    connectAndFill();
    const QString second = QStringLiteral("sales@fjordlight.example");
    world.control("account", QJsonObject{{QStringLiteral("address"), second}});
    const Ran added =
        kithctl({QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("gmail"),
                 QStringLiteral("--service-account"), world.serviceAccountFile(), QStringLiteral("--subject"), second});
    ASSERT_EQ(added.exit, 0) << added.err.toStdString();
    const QJsonObject both = synced(kithctl);
    EXPECT_EQ(mailAt(both, "accounts").toArray().size(), 2);
    EXPECT_EQ(mailAt(both, "server_total").toInt(), 19);
    Running watch(kithctl, args("sync --watch --interval 1"));
    QStringList heard;
    for (int cycle = 0; cycle < 10 && heard.size() < 2; ++cycle) {
        const QString account = mailAt(watch.nextLine(), "account").toString();
        heard << (heard.contains(account) ? QStringList() : QStringList{account});
    }
    EXPECT_EQ(heard.size(), 2) << heard.join(QLatin1Char(' ')).toStdString();
    watch.terminate();
    EXPECT_EQ(watch.exitCode(), 0);
    ASSERT_EQ(kithctl({QStringLiteral("account"), QStringLiteral("remove"), second}).exit, 0);
    EXPECT_EQ(inbox(kithctl).size(), 13) << "the mail of the other one stays";
    EXPECT_EQ(mailAt(synced(kithctl), "account").toString(), world.address());
}

TEST_F(MailStory, ARevokedSignInIsAnObjectAndNoEndOfTheService) {
    connectAndFill();
    world.control("tokens", QJsonObject{{QStringLiteral("revoke"), true}});
    Running watch(kithctl, args("sync --watch --interval 1"));
    const QJsonObject line = watch.nextLine();
    EXPECT_EQ(mailAt(mailAt(line, "error").toObject(), "code").toString(), QStringLiteral("sign_in_needed"));
    ASSERT_EQ(signIn(kithctl).exit, 0);
    EXPECT_FALSE(watch.nextLine().contains(QStringLiteral("error"))) << "it notices by itself";
    watch.terminate();
    EXPECT_EQ(watch.exitCode(), 0);
}

TEST_F(MailStory, ARemovedAccountLeavesNothingBehind) {
    connectAndFill();
    const QString seen = world.address();
    const Ran removed = kithctl({QStringLiteral("account"), QStringLiteral("remove"), seen});
    ASSERT_EQ(removed.exit, 0) << removed.err.toStdString();
    EXPECT_TRUE(mailAt(kithctl(args("account list")).json(), "accounts").toArray().isEmpty());
    EXPECT_TRUE(inbox(kithctl).isEmpty());
    EXPECT_TRUE(mailAt(kithctl(args("search probe")).json(), "messages").toArray().isEmpty());
    QDirIterator files(kithctl.workspace(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        EXPECT_FALSE(bytes.contains(seen.toUtf8())) << qPrintable(file.fileName());
        for (const char* trace : {"Revised quote", "revised", "caldervoss", "Caldervoss", "metrology"}) {
            EXPECT_FALSE(bytes.contains(trace)) << trace << " in " << qPrintable(file.fileName());
        }
    }
    EXPECT_EQ(kithctl(args("check")).exit, 0);
    const Ran nothing = kithctl(args("sync"));
    EXPECT_EQ(nothing.exit, 3);
}

TEST_F(MailStory, AServiceAccountNeedsNoBrowserAndAnUnknownMailboxIsRefused) {
    const QStringList add{QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("gmail"),
                          QStringLiteral("--service-account"), world.serviceAccountFile()};
    const Ran unknown =
        kithctl(add + QStringList{QStringLiteral("--subject"), QStringLiteral("nobody@fjordlight.example")});
    EXPECT_NE(unknown.exit, 0);
    EXPECT_FALSE(unknown.error().isEmpty());
    const Ran added = kithctl(add + QStringList{QStringLiteral("--subject"), world.address()});
    ASSERT_EQ(added.exit, 0) << added.err.toStdString();
    EXPECT_EQ(mailAt(added.json(), "kind").toString(), QStringLiteral("gmail-service"));
    EXPECT_EQ(mailAt(mailAt(synced(kithctl), "messages").toObject(), "added").toInt(), 19);
}

TEST_F(MailStory, WhatLeftTheComputerCanBeReadWithoutItsSecrets) {
    connectAndFill();
    const QJsonArray requests = mailAt(kithctl(args("egress list --limit 1000")).json(), "requests").toArray();
    ASSERT_GE(requests.size(), 3);
    for (const QJsonValue& one : requests) {
        const QString id = mailAt(one.toObject(), "id").toString();
        const QByteArray text = kithctl({QStringLiteral("egress"), QStringLiteral("show"), id}).out;
        for (const char* secret : {"ya29.", "1//0", "client_secret=GOCSPX"}) {
            EXPECT_FALSE(text.contains(secret)) << text.toStdString();
        }
    }
}

TEST_F(MailStory, OfflineOpensNoSocket) {
    connectAndFill();
    world.calls();
    const Ran ran = kithctl({QStringLiteral("--offline"), QStringLiteral("sync")});
    EXPECT_NE(ran.exit, 0);
    EXPECT_TRUE(world.calls().isEmpty());
    EXPECT_EQ(inbox(kithctl).size(), 13);
}
