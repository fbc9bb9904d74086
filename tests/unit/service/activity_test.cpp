// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The activity of a real workspace: what was done, by whom, taking it back, the log verified.
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

class ActivityDeskStory : public ::testing::Test {
protected:
    ActivityDeskStory() {
        auto opened = Workspace::open({folder.filePath(QStringLiteral("w")), {}, true}, clock);
        EXPECT_TRUE(opened) << (opened ? "" : qPrintable(opened.error().detail));
        workspace = std::move(*opened);
        takeSample();
    }
    void takeSample() {
        QEventLoop loop;
        QObject::connect(workspace.get(), &Workspace::importProgress, &loop, [&](const ImportProgress& progress) {
            if (progress.phase == ImportProgress::Phase::Done || progress.phase == ImportProgress::Phase::Cancelled) {
                loop.quit();
            }
        });
        workspace->imports().startSample();
        loop.exec();
    }
    ActivityPart all(std::optional<ActivityBy> by = {}) {
        return waitFor(workspace->activity().list({}, 1000, by)).value();
    }
    Receipt archive(size_t place) {
        const InboxOrder order = waitFor(workspace->inbox().order(MailList::Priority)).value();
        return waitFor(workspace->inbox().act(MailAction::Archive, {order.threads.at(place)})).value();
    }

    QTemporaryDir folder;
    kith::testing::FakeClock clock;
    std::unique_ptr<Workspace> workspace;
};

TEST_F(ActivityDeskStory, TheNewestDeedIsFirstAndSaysWhoDidIt) {
    const Receipt archived = archive(0);
    const ActivityPart part = all();
    ASSERT_GE(part.entries.size(), 2u);
    EXPECT_EQ(part.entries.front().id, archived.change);
    EXPECT_EQ(part.entries.front().kind, QStringLiteral("message.archive"));
    EXPECT_EQ(part.entries.front().by, ActivityBy::You);
    EXPECT_TRUE(part.entries.front().undoable);
    EXPECT_FALSE(part.next);
}

TEST_F(ActivityDeskStory, AMailboxScoredInSlicesIsOneEntryThatSaysHowMany) {
    const ActivityPart part = all(ActivityBy::Kith);
    std::vector<ActivityEntry> runs;
    std::copy_if(part.entries.begin(), part.entries.end(), std::back_inserter(runs),
                 [](const ActivityEntry& entry) { return entry.kind == QStringLiteral("messages.scored"); });
    ASSERT_EQ(runs.size(), 1u);
    EXPECT_GT(runs.front().messages, 100);
    EXPECT_FALSE(runs.front().undoable);
}

TEST_F(ActivityDeskStory, PartsFollowOnEachOtherWithoutGapOrRepetition) {
    for (size_t i = 0; i < 5; ++i) {
        archive(0);
    }
    const ActivityPart whole = all();
    std::vector<ActivityEntry> joined;
    ChangeId before;
    do {
        const ActivityPart part = waitFor(workspace->activity().list(before, 2)).value();
        EXPECT_LE(part.entries.size(), 2u);
        joined.insert(joined.end(), part.entries.begin(), part.entries.end());
        before = part.next;
    } while (before);
    EXPECT_EQ(joined, whole.entries);
}

TEST_F(ActivityDeskStory, AFilterGivesOnlyThatActorInPartsTooAndLosesNone) {
    for (size_t i = 0; i < 3; ++i) {
        archive(0);
    }
    const ActivityPart whole = all();
    const auto mine = std::count_if(whole.entries.begin(), whole.entries.end(),
                                    [](const ActivityEntry& entry) { return entry.by == ActivityBy::You; });
    const ActivityPart first = waitFor(workspace->activity().list({}, 2, ActivityBy::You)).value();
    ASSERT_EQ(first.entries.size(), 2u);
    ASSERT_TRUE(first.next);
    const ActivityPart rest = waitFor(workspace->activity().list(first.next, 1000, ActivityBy::You)).value();
    EXPECT_EQ(static_cast<ptrdiff_t>(rest.entries.size()), mine - 2);
    EXPECT_LT(mine, static_cast<ptrdiff_t>(whole.entries.size())) << "the import's own deeds are not the user's";
}

TEST_F(ActivityDeskStory, AnEntryIsTakenBackOnceAndThenSaysSo) {
    const InboxOrder before = waitFor(workspace->inbox().order(MailList::Priority)).value();
    const Receipt archived = archive(0);
    archive(0);
    ASSERT_TRUE(waitFor(workspace->activity().undo(archived.change)));
    const InboxOrder after = waitFor(workspace->inbox().order(MailList::Priority)).value();
    EXPECT_EQ(after.threads.size() + 1, before.threads.size());
    const ActivityPart part = all();
    const auto entry = std::find_if(part.entries.begin(), part.entries.end(),
                                    [&](const ActivityEntry& one) { return one.id == archived.change; });
    ASSERT_NE(entry, part.entries.end());
    EXPECT_TRUE(entry->undone);
    EXPECT_FALSE(entry->undoable);
    EXPECT_EQ(part.entries.front().kind, QStringLiteral("change.undone"));
    const auto again = waitFor(workspace->activity().undo(archived.change));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
}

TEST_F(ActivityDeskStory, TheLogOfAWorkspaceIsWhole) {
    archive(0);
    const LogReport report = waitFor(workspace->activity().verify()).value();
    EXPECT_TRUE(report.intact);
    EXPECT_GT(report.events, 1);
    EXPECT_FALSE(report.firstBad);
}
