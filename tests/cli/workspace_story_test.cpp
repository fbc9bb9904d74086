// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One user's day with kithctl: take mail in, see what matters and why, correct, take back, look it all over.
#include "tests/cli/kithctl.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace kith::testing;

namespace {

QJsonValue at(const QJsonObject& object, const char* key) {
    return object.value(QString::fromLatin1(key));
}

class WorkspaceStory : public ::testing::Test {
protected:
    void SetUp() override {
        box = kithctl.file(QStringLiteral("box.mbox"), smallMailbox());
        imported = kithctl({QStringLiteral("import"), QStringLiteral("mail"), box});
    }
    QJsonArray inbox(const char* words = "inbox --all") {
        return at(kithctl(args(words)).json(), "messages").toArray();
    }

    Kithctl kithctl;
    QString box;
    Ran imported;
};

}  // namespace

TEST_F(WorkspaceStory, EveryMessageIsAccountedFor) {
    ASSERT_EQ(imported.exit, 0) << imported.err.toStdString();
    const QJsonObject counts = at(imported.json(), "messages").toObject();
    EXPECT_EQ(at(counts, "seen").toInt(), 19);
    EXPECT_EQ(at(counts, "added").toInt(), 19);
    EXPECT_EQ(at(counts, "duplicate").toInt(), 0);

    const QJsonObject again =
        at(kithctl({QStringLiteral("import"), QStringLiteral("mail"), box}).json(), "messages").toObject();
    EXPECT_EQ(at(again, "seen").toInt(), 19);
    EXPECT_EQ(at(again, "duplicate").toInt(), 19);
}

TEST_F(WorkspaceStory, TheCustomersQuestionStandsAboveTheNewsletter) {
    const QJsonArray messages = inbox();
    ASSERT_EQ(messages.size(), 13);
    const QJsonObject top = messages.first().toObject();
    EXPECT_EQ(at(top, "subject").toString(), QStringLiteral("Revised quote for 40 seats by Friday"));
    EXPECT_GE(at(top, "priority").toInt(), 3);
    const QJsonObject last = messages.last().toObject();
    EXPECT_LE(at(last, "priority").toInt(), 1);
    EXPECT_TRUE(at(last, "subject").toString().startsWith(QStringLiteral("Issue")));
    double before = 5;
    for (const QJsonValue& message : messages) {
        const double priority = at(message.toObject(), "priority").toDouble();
        EXPECT_LE(priority, before);
        before = priority;
        EXPECT_FALSE(at(message.toObject(), "reason").toString().isEmpty());
    }
}

TEST_F(WorkspaceStory, ADecisionExplainsItselfAndCanBeMadeAgain) {
    const QString id = at(inbox().first().toObject(), "id").toVariant().toString();
    const QJsonObject why = kithctl({QStringLiteral("explain"), id}).json();
    double sum = 0;
    const QJsonArray contributions = at(why, "contributions").toArray();
    ASSERT_GT(contributions.size(), 2);
    for (const QJsonValue& one : contributions) {
        sum += at(one.toObject(), "effect").toDouble();
    }
    const double importance = at(why, "importance").toDouble();
    EXPECT_NEAR(importance, 1.0 / (1.0 + std::exp(-sum)), 1e-9);
    EXPECT_TRUE(at(kithctl({QStringLiteral("replay"), id}).json(), "same").toBool());
}

TEST_F(WorkspaceStory, ACorrectionIsObeyedAndCanBeTakenBack) {
    const QJsonArray before = inbox();
    const QString id = at(before.last().toObject(), "id").toVariant().toString();
    const Ran marked = kithctl(
        {QStringLiteral("feedback"), QStringLiteral("add"), id, QStringLiteral("--priority"), QStringLiteral("4")});
    ASSERT_EQ(marked.exit, 0) << marked.err.toStdString();
    bool obeyed = false;
    for (const QJsonValue& message : inbox()) {
        if (at(message.toObject(), "id").toVariant().toString() == id) {
            obeyed = at(message.toObject(), "priority").toInt() == 4 &&
                     at(message.toObject(), "decided_by").toString() == QStringLiteral("user");
        }
    }
    EXPECT_TRUE(obeyed);
    ASSERT_EQ(kithctl(args("undo")).exit, 0);
    EXPECT_EQ(inbox(), before);
    ASSERT_EQ(kithctl(args("redo")).exit, 0);
    EXPECT_NE(inbox(), before);
}

TEST_F(WorkspaceStory, AnImportIsUndoneWhole) {
    const Ran undone = kithctl(args("undo"));
    ASSERT_EQ(undone.exit, 0) << undone.err.toStdString();
    EXPECT_TRUE(inbox().isEmpty());
    EXPECT_TRUE(at(kithctl(args("search probe")).json(), "messages").toArray().isEmpty());
    ASSERT_EQ(at(kithctl(args("check")).json(), "problems").toArray().size(), 0);
}

TEST_F(WorkspaceStory, SearchFindsNewestFirst) {
    const QJsonArray found = at(kithctl(args("search from:ana probe")).json(), "messages").toArray();
    ASSERT_EQ(found.size(), 6);
    EXPECT_EQ(at(found.first().toObject(), "subject").toString(), QStringLiteral("Probe question 6"));
    EXPECT_EQ(at(kithctl(args("search \"revised quote\"")).json(), "messages").toArray().size(), 1);
}

TEST_F(WorkspaceStory, TheLogIsWholeAndTheDataSound) {
    const QJsonObject chain = kithctl(args("events verify")).json();
    EXPECT_TRUE(at(chain, "intact").toBool());
    EXPECT_GT(at(chain, "events").toInt(), 0);
    const QJsonObject check = kithctl(args("check")).json();
    EXPECT_TRUE(at(check, "problems").toArray().isEmpty());
}

TEST_F(WorkspaceStory, ABackupBringsBackWhatWasThere) {
    const QJsonArray before = inbox();
    const QString copy = kithctl.folder() + QStringLiteral("/copy.kith");
    ASSERT_EQ(kithctl({QStringLiteral("backup"), copy}).exit, 0);
    ASSERT_EQ(kithctl(args("undo")).exit, 0);
    ASSERT_TRUE(inbox().isEmpty());
    const Ran restored = kithctl({QStringLiteral("restore"), copy});
    ASSERT_EQ(restored.exit, 0) << restored.err.toStdString();
    EXPECT_EQ(inbox(), before);
}

TEST(Demo, FillsAnEmptyWorkspaceWithTheSample) {
    const Kithctl kithctl;
    const Ran demo = kithctl(args("demo"));
    ASSERT_EQ(demo.exit, 0) << demo.err.toStdString();
    const QJsonObject counts = at(demo.json(), "messages").toObject();
    EXPECT_GE(at(counts, "added").toInt(), 100);
    EXPECT_EQ(at(counts, "added").toInt(), at(counts, "seen").toInt());
    const QJsonArray messages = at(kithctl(args("inbox")).json(), "messages").toArray();
    ASSERT_GT(messages.size(), 10);
    EXPECT_GE(at(messages.first().toObject(), "priority").toInt(), 3);
}
