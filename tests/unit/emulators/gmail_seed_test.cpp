// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/seed.h"
#include "tests/unit/emulators/gmail_house.h"

#include <QDir>
#include <QTemporaryDir>

namespace kith::emulator {
namespace {

class GmailSeed : public GmailHouse {
protected:
    QString write(const QString& name, const QByteArray& bytes) {
        const QString path = folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path;
    }
    QStringList labelsOfSubject(const QByteArray& subject) {
        for (const StoredMessage* message : mara().inOrder()) {
            if (message->raw.contains(QByteArray("Subject: " + subject + "\n"))) {
                return labelsOf(QString::fromLatin1(idText(message->id)));
            }
        }
        return {QStringLiteral("no such message")};
    }

    QTemporaryDir folder;
};

const char kMbox[] =
    "From olle@fjord.example Tue Mar  3 10:00:00 2026\n"
    "From: olle@fjord.example\nTo: mara@fjord.example\nSubject: Newer\nDate: Tue, 03 Mar 2026 10:00:00 +0000\n"
    "X-Gmail-Labels: Inbox,Unread,Category Updates,Clients/North\nX-GM-THRID: 77\n\n>From the hills\n\n"
    "From mara@fjord.example Mon Mar  2 10:00:00 2026\n"
    "From: mara@fjord.example\nTo: olle@fjord.example\nSubject: Older\nX-GM-THRID: 77\n\nBye\n\n"
    "From olle@fjord.example Wed Mar  4 10:00:00 2026\n"
    "From: olle@fjord.example\nTo: mara@fjord.example\nSubject: Newest\nStatus: O\n"
    "Date: Wed, 04 Mar 2026 10:00:00 +0000\n\nHi\n\n";

TEST_F(GmailSeed, AnMboxBecomesTheMailboxByteForByteNewestFirst) {
    const auto report = plantSeed(mara(), write(QStringLiteral("mail.mbox"), kMbox));
    ASSERT_TRUE(report) << qPrintable(report.error().detail);
    EXPECT_EQ(report->messages, 3);
    QList<QByteArray> mails;
    for (const QJsonValue& one : object(get(QStringLiteral("messages")))[u"messages"].toArray()) {
        mails << raw(object(get(QStringLiteral("messages/%1?format=raw").arg(one[u"id"].toString()))));
    }
    ASSERT_EQ(mails.size(), 3);
    EXPECT_TRUE(mails[0].contains("Subject: Newest"));
    EXPECT_TRUE(mails[1].endsWith("\n\nFrom the hills\n")) << mails[1].constData();
    EXPECT_TRUE(mails[2].startsWith("From: mara@fjord.example\n"));
}

TEST_F(GmailSeed, LabelsComeFromTakeoutFromStatusOrFromTheSender) {
    ASSERT_TRUE(plantSeed(mara(), write(QStringLiteral("mail.mbox"), kMbox)));
    const QStringList newer = labelsOfSubject("Newer");
    EXPECT_TRUE(newer.contains(QStringLiteral("INBOX")));
    EXPECT_TRUE(newer.contains(QStringLiteral("CATEGORY_UPDATES")));
    EXPECT_TRUE(newer.contains(mara().labels.byName(QStringLiteral("clients/north"))->id));
    EXPECT_EQ(labelsOfSubject("Older"), QStringList{QStringLiteral("SENT")});
    EXPECT_EQ(labelsOfSubject("Newest"), (QStringList{QStringLiteral("INBOX"), QStringLiteral("UNREAD")}));
    EXPECT_EQ(mara().threadCount(), 2) << "Takeout says which belong together";
}

TEST_F(GmailSeed, HistoryBeginsAfterTheSeed) {
    ASSERT_TRUE(plantSeed(mara(), write(QStringLiteral("mail.mbox"), kMbox)));
    const QString newest = QString::number(mara().inOrder().back()->historyId);
    EXPECT_EQ(get(QStringLiteral("history?startHistoryId=") + newest).status, 200);
    EXPECT_FALSE(object(get(QStringLiteral("history?startHistoryId=") + newest)).contains(u"history"));
    EXPECT_EQ(get(QStringLiteral("history?startHistoryId=%1").arg(mara().inOrder().front()->historyId)).status, 404);
}

TEST_F(GmailSeed, MaildirFlagsAndFoldersAreTakenOver) {
    const QByteArray mail = "From: olle@fjord.example\nDate: Mon, 02 Mar 2026 10:00:00 +0000\nSubject: ";
    write(QStringLiteral("box/cur/1.a:2,S"), mail + "Read\n\nx\n");
    write(QStringLiteral("box/cur/2.a:2,F"), mail + "Flagged\n\nx\n");
    write(QStringLiteral("box/.Sent/cur/3.a:2,S"), mail + "Sent\n\nx\n");
    write(QStringLiteral("box/.Work/cur/4.a:2,S"), mail + "Work\n\nx\n");
    write(QStringLiteral("box/cur/5.a:2,DS"), mail + "Draft\n\nx\n");
    for (const char* other : {"new", "tmp", ".Sent/new", ".Work/new", ".Sent/tmp", ".Work/tmp"}) {
        QDir().mkpath(folder.filePath(QStringLiteral("box/") + QLatin1String(other)));
    }
    const auto report = plantSeed(mara(), folder.filePath(QStringLiteral("box")));
    ASSERT_TRUE(report) << qPrintable(report.error().detail);
    EXPECT_EQ(labelsOfSubject("Read"), QStringList{QStringLiteral("INBOX")});
    EXPECT_EQ(labelsOfSubject("Flagged"),
              (QStringList{QStringLiteral("INBOX"), QStringLiteral("STARRED"), QStringLiteral("UNREAD")}));
    EXPECT_EQ(labelsOfSubject("Sent"), QStringList{QStringLiteral("SENT")});
    ASSERT_TRUE(mara().labels.byName(QStringLiteral("Work")));
    EXPECT_EQ(labelsOfSubject("Work"), QStringList{mara().labels.byName(QStringLiteral("Work"))->id});
    EXPECT_EQ(labelsOfSubject("Draft"), QStringList{QStringLiteral("DRAFT")});
    EXPECT_EQ(object(get(QStringLiteral("drafts")))[u"drafts"].toArray().size(), 1);
}

TEST_F(GmailSeed, TheOwnerIsTheOneWhoIsInMostOfTheMail) {
    const auto owner = ownerOfSeed(
        write(QStringLiteral("mail.mbox"),
              QByteArray(kMbox) +
                  "From x Wed Mar  4 10:00:00 2026\nFrom: other@x.example\nTo: mara@fjord.example\n\nHi\n\n"));
    ASSERT_TRUE(owner);
    EXPECT_EQ(*owner, kMara);
    EXPECT_FALSE(ownerOfSeed(folder.filePath(QStringLiteral("nothing"))));
}

TEST_F(GmailSeed, WhatWasSavedIsThereAfterARestart) {
    ASSERT_TRUE(plantSeed(mara(), write(QStringLiteral("mail.mbox"), kMbox)));
    const QString state = folder.filePath(QStringLiteral("state"));
    ASSERT_TRUE(api.save(state));
    const QString start = QString::number(mara().history.current());
    const QString late = phone().deliver(letter("Late", "late@x.example"));
    const QString draft = phone().writeDraft(letter("Draft", "draft@x.example"));
    phone().deleteForGood(QString::fromLatin1(idText(mara().inOrder().front()->id)));
    phone().deleteLabel(QStringLiteral("Clients/North"));
    phone().createLabel(QStringLiteral("New"));
    ASSERT_TRUE(api.save(state)) << "a second time, into the same folder";

    GmailApi again(clock, options());
    const auto loaded = again.load(state);
    ASSERT_TRUE(loaded) << qPrintable(loaded.error().detail);
    EXPECT_EQ(again.accounts(), api.accounts());
    Mailbox& restored = *again.mailbox(kMara);
    ASSERT_EQ(restored.messageCount(), mara().messageCount());
    for (std::size_t i = 0; i < restored.inOrder().size(); ++i) {
        const StoredMessage& before = *mara().inOrder()[i];
        const StoredMessage& after = *restored.inOrder()[i];
        EXPECT_EQ(after.id, before.id);
        EXPECT_EQ(after.raw, before.raw);
        EXPECT_EQ(after.labels, before.labels);
        EXPECT_EQ(after.threadId, before.threadId);
        EXPECT_EQ(after.historyId, before.historyId);
    }
    EXPECT_EQ(restored.history.after(start.toULongLong()).size(), mara().history.after(start.toULongLong()).size());
    EXPECT_EQ(restored.history.current(), mara().history.current());
    EXPECT_TRUE(restored.drafts.find(draft));
    EXPECT_TRUE(restored.labels.byName(QStringLiteral("New")));
    EXPECT_FALSE(restored.labels.byName(QStringLiteral("Clients/North")));
    EXPECT_EQ(OtherClient(restored).deliver(letter("Next", "n@x.example")),
              phone().deliver(letter("Next", "n@x.example")));
}

TEST_F(GmailSeed, AFolderWithoutStateIsNotFound) {
    GmailApi fresh(clock, options());
    const auto loaded = fresh.load(folder.filePath(QStringLiteral("none")));
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().kind, ErrorKind::NotFound);
}

TEST_F(GmailSeed, TheSameSeedGivesTheSameIds) {
    GmailApi twin(clock, options());
    twin.addAccount(kMara);
    EXPECT_EQ(OtherClient(*twin.mailbox(kMara)).deliver(letter("A", "a@x.example")),
              phone().deliver(letter("A", "a@x.example")));
}

}  // namespace
}  // namespace kith::emulator
