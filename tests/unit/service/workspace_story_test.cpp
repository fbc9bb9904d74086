// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The door of the window, driven as the window drives it: futures and signals on one thread.
#include "core/service/workspace.h"
#include "tests/support/fake_clock.h"
#include "tests/support/mail_forge.h"
#include "tests/support/wait_for.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTimer>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::service;
using kith::testing::waitFor;

namespace {

class WorkspaceStory : public ::testing::Test {
protected:
    WorkspaceStory() {
        auto opened = Workspace::open({folder.filePath(QStringLiteral("w")), {}, true}, clock);
        EXPECT_TRUE(opened) << (opened ? "" : qPrintable(opened.error().detail));
        workspace = std::move(*opened);
    }
    ImportProgress untilDone() {
        ImportProgress last;
        QEventLoop loop;
        const auto connection =
            QObject::connect(workspace.get(), &Workspace::importProgress, &loop, [&](const ImportProgress& progress) {
                last = progress;
                using Phase = ImportProgress::Phase;
                if (progress.phase == Phase::Done || progress.phase == Phase::Failed ||
                    progress.phase == Phase::Cancelled) {
                    loop.quit();
                }
            });
        loop.exec();
        QObject::disconnect(connection);
        return last;
    }

    QTemporaryDir folder;
    kith::testing::FakeClock clock;
    std::unique_ptr<Workspace> workspace;
};

}  // namespace

TEST_F(WorkspaceStory, TheSampleArrivesIsUsedAndLeavesNothing) {
    EXPECT_TRUE(waitFor(workspace->info()).value().empty);
    workspace->imports().startSample();
    const ImportProgress done = untilDone();
    EXPECT_EQ(done.phase, ImportProgress::Phase::Done) << qPrintable(done.problem);
    const InboxOrder order = waitFor(workspace->inbox().order(MailList::Priority)).value();
    ASSERT_GT(order.threads.size(), 10u);

    const Receipt archived = waitFor(workspace->inbox().act(MailAction::Archive, {order.threads[0]})).value();
    EXPECT_EQ(archived.count, 1);
    EXPECT_EQ(waitFor(workspace->inbox().order(MailList::Priority)).value().threads.size(), order.threads.size() - 1);
    const auto undone = waitFor(workspace->inbox().undo());
    ASSERT_TRUE(undone) << qPrintable(undone.error().detail);
    EXPECT_EQ(waitFor(workspace->inbox().order(MailList::Priority)).value().threads, order.threads);

    const WorkspaceInfo info = waitFor(workspace->info()).value();
    EXPECT_TRUE(info.sample);
    EXPECT_EQ(info.ownerAddress, QStringLiteral("mara@fjordlight.example"));
    ASSERT_TRUE(waitFor(workspace->removeSample()));
    EXPECT_TRUE(waitFor(workspace->info()).value().empty);
}

TEST_F(WorkspaceStory, AFileThatIsNoMailIsToldInASentence) {
    QFile file(folder.filePath(QStringLiteral("picture.png")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("\x89PNG\r\n\x1a\n");
    file.close();
    workspace->imports().start({file.fileName()});
    const ImportProgress done = untilDone();
    EXPECT_FALSE(done.problem.isEmpty());
    EXPECT_EQ(done.seen, 0);
}

TEST_F(WorkspaceStory, ASecondProcessIsToldThatTheWorkspaceIsOpen) {
    const auto second = Workspace::open({folder.filePath(QStringLiteral("w")), {}, true}, clock);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::Busy);
    EXPECT_FALSE(second.error().hint.isEmpty());
}

TEST_F(WorkspaceStory, SearchAnswersWithConversations) {
    workspace->imports().startSample();
    untilDone();
    const InboxOrder found = waitFor(workspace->inbox().search(QStringLiteral("quote from:ana"))).value();
    EXPECT_FALSE(found.threads.empty());
    const auto rows = waitFor(workspace->inbox().rows(found.threads)).value();
    EXPECT_EQ(rows.size(), found.threads.size());
}
