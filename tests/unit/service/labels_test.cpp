// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Labels on and off conversations of a real workspace, and moving: journalled, undone, named as Gmail names them.
#include "core/service/workspace.h"
#include "tests/support/fake_clock.h"
#include "tests/support/wait_for.h"

#include <QEventLoop>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>

using namespace kith;
using namespace kith::service;
using kith::testing::waitFor;

class LabelsStory : public ::testing::Test {
protected:
    LabelsStory() {
        WorkspaceOptions options;
        options.folder = folder.filePath(QStringLiteral("w"));
        auto opened = Workspace::open(options, clock);
        EXPECT_TRUE(opened) << (opened ? "" : qPrintable(opened.error().detail));
        workspace = std::move(*opened);
        QEventLoop loop;
        QObject::connect(workspace.get(), &Workspace::importProgress, &loop, [&](const ImportProgress& progress) {
            if (progress.phase == ImportProgress::Phase::Done || progress.phase == ImportProgress::Phase::Cancelled) {
                loop.quit();
            }
        });
        workspace->imports().startSample();
        loop.exec();
        threads = waitFor(workspace->inbox().order(MailList::Priority)).value().threads;
    }
    Result<Receipt> set(const std::vector<ThreadId>& of, const QStringList& add, const QStringList& remove = {}) {
        return waitFor(workspace->inbox().setLabels(of, {add, remove}));
    }
    /// How many of these conversations carry it; -1: there is no such label.
    int carried(const QString& name, const std::vector<ThreadId>& of) {
        const auto labels = waitFor(workspace->inbox().labels(of)).value();
        const auto found =
            std::find_if(labels.begin(), labels.end(), [&](const MailLabel& label) { return label.name == name; });
        return found == labels.end() ? -1 : found->carriedBy;
    }
    bool inInbox(ThreadId thread) {
        for (const MailList list :
             {MailList::Priority, MailList::RepliesOwed, MailList::Waiting, MailList::Other, MailList::Review}) {
            const auto order = waitFor(workspace->inbox().order(list)).value();
            if (std::find(order.threads.begin(), order.threads.end(), thread) != order.threads.end()) {
                return true;
            }
        }
        return false;
    }

    const QString customers = QStringLiteral("Customers");
    QTemporaryDir folder;
    kith::testing::FakeClock clock;
    std::unique_ptr<Workspace> workspace;
    std::vector<ThreadId> threads;
};

TEST_F(LabelsStory, ANewLabelIsMadeAndCarriedUntilItIsTakenBack) {
    ASSERT_GE(threads.size(), 3U);
    const std::vector<ThreadId> two{threads[0], threads[1]};
    const auto receipt = set(two, {customers});
    ASSERT_TRUE(receipt) << qPrintable(receipt.error().detail);
    EXPECT_EQ(receipt->count, 2);
    EXPECT_EQ(carried(customers, {threads[0], threads[1], threads[2]}), 2);
    EXPECT_EQ(waitFor(workspace->inbox().open(threads[0])).value().labels, QStringList{customers});
    ASSERT_TRUE(waitFor(workspace->inbox().undo(receipt->change)));
    EXPECT_LE(carried(customers, two), 0);
}

TEST_F(LabelsStory, OneChangePutsSomeOnAndTakesOthersOff) {
    ASSERT_TRUE(set({threads[0]}, {customers, QStringLiteral("Denmark")}));
    ASSERT_TRUE(set({threads[0]}, {QStringLiteral("Norway")}, {QStringLiteral("Denmark")}));
    EXPECT_EQ(waitFor(workspace->inbox().open(threads[0])).value().labels,
              (QStringList{customers, QStringLiteral("Norway")}));
}

TEST_F(LabelsStory, MovingTakesTheConversationOutOfTheInboxAndUndoBringsItBack) {
    const auto moved = set({threads[0]}, {customers}, {QStringLiteral("INBOX")});
    ASSERT_TRUE(moved);
    EXPECT_EQ(moved->kind, QStringLiteral("move"));
    EXPECT_FALSE(inInbox(threads[0]));
    ASSERT_TRUE(waitFor(workspace->inbox().undo(moved->change)));
    EXPECT_TRUE(inInbox(threads[0]));
}

TEST_F(LabelsStory, ALabelKeepsTheCaseInWhichItWasFirstWritten) {
    ASSERT_TRUE(set({threads[0]}, {customers}));
    ASSERT_TRUE(set({threads[1]}, {QStringLiteral("  customers ")}));
    EXPECT_EQ(carried(customers, {threads[0], threads[1]}), 2);
    EXPECT_EQ(carried(QStringLiteral("customers"), {threads[1]}), -1);
}

TEST_F(LabelsStory, NamesThatNoLabelCanHaveAreRefusedAndNothingIsDone) {
    for (const QString& name : {QString(), QStringLiteral("  "), QStringLiteral("inbox"), QStringLiteral("Spam"),
                                QStringLiteral("MUTED"), QString(226, QLatin1Char('x'))}) {
        const auto refused = set({threads[0]}, {customers, name});
        ASSERT_FALSE(refused) << qPrintable(name);
        EXPECT_EQ(refused.error().kind, ErrorKind::Malformed);
        EXPECT_FALSE(refused.error().hint.isEmpty());
    }
    EXPECT_EQ(carried(customers, {threads[0]}), -1);
}

TEST_F(LabelsStory, OnlyOnePriorityLabelStaysOnAMessage) {
    ASSERT_TRUE(set({threads[0]}, {QStringLiteral("Priority/1 Critical")}));
    ASSERT_TRUE(set({threads[0]}, {QStringLiteral("Priority/3 Medium")}));
    EXPECT_EQ(waitFor(workspace->inbox().open(threads[0])).value().labels,
              QStringList{QStringLiteral("Priority/3 Medium")});
}
