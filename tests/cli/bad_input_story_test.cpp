// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What is not mail, not there or not ours gets one clear sentence, an exit code, and leaves nothing half-written.
#include "tests/cli/kithctl.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace kith::testing;

namespace {

QStringList importOf(const QStringList& paths) {
    return QStringList{QStringLiteral("import"), QStringLiteral("mail")} + paths;
}

void expectSentence(const Ran& ran, int exit) {
    EXPECT_EQ(ran.exit, exit) << ran.err.toStdString();
    EXPECT_FALSE(ran.error().value(QStringLiteral("message")).toString().isEmpty()) << ran.err.toStdString();
}

}  // namespace

TEST(BadInput, NotAMailFile) {
    const Kithctl kithctl;
    expectSentence(
        kithctl(importOf({kithctl.file(QStringLiteral("photo.jpg"), QByteArray("\xff\xd8\xff\xe0 JFIF", 9))})), 3);
}

TEST(BadInput, NothingAtThatPath) {
    const Kithctl kithctl;
    expectSentence(kithctl(importOf({kithctl.folder() + QStringLiteral("/no-such.mbox")})), 3);
}

TEST(BadInput, TheOtherFilesAreTakenInAllTheSame) {
    const Kithctl kithctl;
    const QString good = kithctl.file(QStringLiteral("good.mbox"), smallMailbox());
    const QString bad = kithctl.file(QStringLiteral("bad.pdf"), "%PDF-1.4 nothing");
    const Ran ran = kithctl(importOf({bad, good}));
    EXPECT_EQ(ran.exit, 1);
    EXPECT_EQ(ran.json().value(QStringLiteral("messages")).toObject().value(QStringLiteral("added")).toInt(), 19);
}

TEST(BadInput, AnUnknownCommandIsAUsageError) {
    const Kithctl kithctl;
    expectSentence(kithctl(args("fly")), 2);
}

TEST(BadInput, AnUnknownMessageIsNamed) {
    const Kithctl kithctl;
    ASSERT_EQ(kithctl(importOf({kithctl.file(QStringLiteral("a.mbox"), smallMailbox())})).exit, 0);
    expectSentence(kithctl(args("explain 12345")), 3);
}

TEST(BadInput, ADamagedDatabaseIsSaidToBeDamaged) {
    const Kithctl kithctl;
    ASSERT_EQ(kithctl(importOf({kithctl.file(QStringLiteral("a.mbox"), smallMailbox())})).exit, 0);
    QFile database(kithctl.workspace() + QStringLiteral("/kith.sqlite"));
    ASSERT_TRUE(database.open(QIODevice::ReadWrite)) << "the workspace's database has another name";
    database.write(QByteArray(4096, 'x'));
    database.close();
    expectSentence(kithctl(args("inbox")), 5);
}
