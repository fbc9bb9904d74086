// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories about Maildirs, folders, zips and packed files.
#include "core/intake/file_kind.h"
#include "tests/unit/intake/intake_story.h"

#include <algorithm>

namespace kith::intake {
namespace {

using namespace story;

TEST(Maildir, TellsFoldersFlagsAndTimesNewestFirst) {
    Files files;
    files.write(QStringLiteral("M/cur/1700000001.a.host:2,RS"), mail(1));
    files.write(QStringLiteral("M/new/1700000003.b.host"), mail(3));
    files.write(QStringLiteral("M/tmp/1700000009.t.host"), mail(9));
    files.write(QStringLiteral("M/.Sent/cur/1700000002.c.host:2,FTDP"), mail(2));
    files.write(QStringLiteral("M/.Work.Clients/new/1700000000.d.host"), mail(0));
    files.write(QStringLiteral("M/.Sent/tmp/x"), {});
    const Outcome outcome = readPath(files.path(QStringLiteral("M")));
    ASSERT_EQ(outcome.bytes(), (QList<QByteArray>{mail(3), mail(2), mail(1), mail(0)}));
    const auto words = [](const char* text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    EXPECT_EQ(outcome.messages[0].flags, words("Inbox new"));
    EXPECT_EQ(outcome.messages[1].flags, words("Sent flagged trashed draft passed"));
    EXPECT_EQ(outcome.messages[2].flags, words("Inbox replied seen"));
    EXPECT_EQ(outcome.messages[3].flags, words("Work/Clients new"));
    EXPECT_EQ(outcome.messages[0].fileDate->count(), 1700000003000);
    expectResumable(files.path(QStringLiteral("M")));
}

TEST(Maildir, AnEmptyFileIsRejected) {
    Files files;
    files.write(QStringLiteral("cur/1700000001.a"), {});
    files.write(QStringLiteral("new/1700000002.b"), mail(1));
    const Outcome outcome = readPath(files.path());
    EXPECT_EQ(outcome.messages.size(), 1U);
    ASSERT_EQ(outcome.rejects.size(), 1U);
    EXPECT_TRUE(outcome.rejects[0].source.endsWith(QStringLiteral("1700000001.a")));
}

TEST(MailFolder, MixesMhMessagesMboxesAndZipsAndPassesOverTheRest) {
    Files files;
    files.write(QStringLiteral("inbox/1"), mail(1));
    files.write(QStringLiteral("inbox/2"), mail(2));
    files.write(QStringLiteral("old.mbox"), entry(mail(3)) + entry(mail(4)));
    files.write(QStringLiteral("photo.jpg"), "\xFF\xD8\xFF\xE0 photo");
    files.pack(QStringLiteral("more.zip"), {{"a.eml", mail(5)}});
    const Outcome outcome = readPath(files.path());
    EXPECT_EQ(outcome.messages.size(), 5U);
    EXPECT_EQ(outcome.rejects.size(), 0U);
    EXPECT_EQ(outcome.progress.passedOver, 1);
    EXPECT_EQ(outcome.progress.bytesRead, outcome.progress.bytesTotal);
    expectResumable(files.path());
}

TEST(Message, AnAppleMessageLosesItsCountAndItsPropertyList) {
    Files files;
    const QString path = files.write(QStringLiteral("1.emlx"),
                                     QByteArray::number(mail(1).size()) + "  \n" + mail(1) + "<?xml?><plist/>\n");
    EXPECT_EQ(readPath(path).bytes(), (QList<QByteArray>{mail(1)}));
}

TEST(Zip, ATakeoutIsStreamedAndNamesItsFiles) {
    Files files;
    const QString path =
        files.pack(QStringLiteral("takeout.zip"), {{"Takeout/archive_browser.html", "<html></html>"},
                                                   {"Takeout/Mail/Inbox.mbox", entry(mail(1)) + entry(mail(2))},
                                                   {"Takeout/Mail/Sent.mbox", entry(mail(3)) + entry(mail(4))}});
    const Outcome outcome = readPath(path);
    EXPECT_EQ(outcome.bytes(), (QList<QByteArray>{mail(1), mail(2), mail(3), mail(4)}));
    EXPECT_EQ(outcome.messages[2].source, path + QStringLiteral("!Takeout/Mail/Sent.mbox"));
    EXPECT_EQ(outcome.messages[2].flags, QStringList{QStringLiteral("Sent")});
    EXPECT_EQ(outcome.messages[3].offset, entry(mail(3)).size());
    EXPECT_EQ(outcome.progress.passedOver, 1);
    expectResumable(path);
}

TEST(Zip, HalfAZipGivesWhatIsThereAndThenNamesThePlace) {
    Files files;
    QByteArray noise;
    for (unsigned i = 0, x = 1; i < 400000; ++i) {
        x = x * 1664525U + 1013904223U;
        noise += static_cast<char>('a' + (x >> 24) % 26);
        noise += i % 60 == 59 ? "\n" : "";
    }
    const QString path = files.pack(
        QStringLiteral("a.zip"), {{"one.mbox", entry(mail(1))}, {"two.mbox", entry(mail(2)) + entry(mail(3, noise))}});
    QFile file(path);
    ASSERT_TRUE(file.resize(file.size() / 2));
    const Outcome outcome = readPath(path);
    ASSERT_GE(outcome.messages.size(), 2U);
    EXPECT_EQ(outcome.messages[0].bytes, mail(1));
    EXPECT_EQ(outcome.messages[1].bytes, mail(2));
    ASSERT_GE(outcome.errors.size(), 1U);
    EXPECT_EQ(outcome.errors[0].kind, ErrorKind::Malformed);
    EXPECT_TRUE(outcome.errors[0].detail.contains(QStringLiteral("packed bytes")));
}

TEST(Packed, MaildirInATarAndMboxInGzAndXzAreRead) {
    Files files;
    const QString tar = files.pack(QStringLiteral("m.tgz"),
                                   {{"M/cur/1700000001.a:2,S", mail(1)}, {"M/.Sent/new/1700000002.b", mail(2)}});
    const Outcome outcome = readPath(tar);
    EXPECT_EQ(outcome.bytes(), (QList<QByteArray>{mail(1), mail(2)}));
    EXPECT_EQ(outcome.messages[0].flags.join(QLatin1Char(' ')), QStringLiteral("Inbox seen"));
    EXPECT_EQ(outcome.messages[1].flags.join(QLatin1Char(' ')), QStringLiteral("Sent new"));
    expectResumable(tar);
    expectResumable(files.pack(QStringLiteral("a.mbox.xz"), {{"a", entry(mail(1)) + entry(mail(2)) + entry(mail(3))}}));
}

TEST(Corpus, EveryMessageOfThePackedMailboxesIsSeen) {
    const QString folder = qEnvironmentVariable("KITH_CORPORA") + QStringLiteral("/mail-enron");
    const QString path = folder + QStringLiteral("/gang-l.mbox.xz");
    if (!QFile::exists(path)) {
        GTEST_SKIP() << "no corpora here";
    }
    const Outcome outcome = readPath(path);
    EXPECT_GT(outcome.messages.size(), 100U);
    EXPECT_TRUE(outcome.rejects.empty());
    EXPECT_TRUE(outcome.errors.empty());
}

}  // namespace
}  // namespace kith::intake
