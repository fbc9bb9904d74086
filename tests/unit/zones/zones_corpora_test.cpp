// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How well the shipped weights find zones in mails that people labelled. The floors lie a little below what was
// measured.
#include "app/train/zone_trainer.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <gtest/gtest.h>

using namespace kith;

namespace {

train::ZoneScore scoreOf(const QString& set) {
    const QString archive = qEnvironmentVariable("KITH_CORPORA") + QStringLiteral("/sig-quagga/quagga.tar.xz");
    const auto examples = train::readQuagga(archive, set);
    return examples ? train::scoreZones(*examples, mail::shippedZoneWeights()) : train::ZoneScore{};
}

bool corporaAreHere() {
    return QFile::exists(qEnvironmentVariable("KITH_CORPORA") + QStringLiteral("/sig-quagga/quagga.tar.xz"));
}

TEST(ZonesOnPublicSets, EnronHeadersAndFiveZones) {
    if (!corporaAreHere()) {
        GTEST_SKIP() << "the sets are not here";
    }
    const train::ZoneScore score = scoreOf(QStringLiteral("Enron"));
    EXPECT_GE(score.twoZones(), 0.988);
    EXPECT_GE(score.fiveZones(), 0.96);
}

TEST(ZonesOnPublicSets, ListMailHeadersAndFiveZones) {
    if (!corporaAreHere()) {
        GTEST_SKIP() << "the sets are not here";
    }
    const train::ZoneScore score = scoreOf(QStringLiteral("ASF"));
    EXPECT_GE(score.twoZones(), 0.996);
    EXPECT_GE(score.fiveZones(), 0.95);
}

TEST(ZonesOnPublicSets, SignaturesOfShortBusinessMail) {
    const auto forge = train::readForge(qEnvironmentVariable("KITH_CORPORA") + QStringLiteral("/sig-forge"));
    if (!forge) {
        GTEST_SKIP() << "the sets are not here";
    }
    train::ForgeScore
        score;  // a floor for the shipped weights, which have seen these mails; see the card for the ten folds
    for (const train::ZoneExample& example : *forge) {
        train::scoreForge(score, example, mail::shippedZoneWeights());
    }
    EXPECT_GE(score.accuracy(), 0.97);
    EXPECT_GE(score.f1(), 0.88);
}

/// Every mail of the reply fixtures: nothing that carries a quote mark at its start may be called the author's.
TEST(ZonesOnPublicSets, QuotedLinesOfReplyFixturesAreNeverTheAuthors) {
    const QString root = qEnvironmentVariable("KITH_CORPORA") + QStringLiteral("/sig-replies");
    if (!QFileInfo::exists(root)) {
        GTEST_SKIP() << "the sets are not here";
    }
    QDirIterator walk(root, {QStringLiteral("*.txt")}, QDir::Files, QDirIterator::Subdirectories);
    int mails = 0;
    int clean = 0;
    while (walk.hasNext()) {
        QFile file(walk.next());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll()).remove(u'\r');
        const QString own = mail::authorText(text, mail::zonesOf(text));
        ++mails;
        clean += own.startsWith(u'>') || own.contains(QStringLiteral("\n>")) ? 0 : 1;
    }
    EXPECT_GT(mails, 150);
    EXPECT_EQ(clean, mails);
}

/// The signatures that talon's authors cut from the ends of mails.
TEST(ZonesOnPublicSets, SignaturesOfTalonAreOutsideTheAuthorsText) {
    const QDir dir(qEnvironmentVariable("KITH_CORPORA") + QStringLiteral("/sig-talon/signature/emails/stripped"));
    if (!dir.exists()) {
        GTEST_SKIP() << "the sets are not here";
    }
    int found = 0;
    int all = 0;
    for (const QString& name : dir.entryList({QStringLiteral("*_signature")})) {
        QFile body(dir.filePath(QString(name).replace(QStringLiteral("_signature"), QStringLiteral("_body"))));
        QFile signature(dir.filePath(name));
        ASSERT_TRUE(body.open(QIODevice::ReadOnly) && signature.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(body.readAll()).remove(QStringLiteral("#sig#"));
        const QString last = QString::fromUtf8(signature.readAll())
                                 .remove(QStringLiteral("#sig#"))
                                 .trimmed()
                                 .section(u'\n', -1)
                                 .trimmed();
        if (last.isEmpty()) {
            continue;  // a mail without a signature
        }
        ++all;
        found += mail::authorText(text, mail::zonesOf(text)).contains(last) ? 0 : 1;
    }
    RecordProperty("all", all);
    RecordProperty("found", found);
    EXPECT_GE(found, all - 1);
}

}  // namespace
