// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/inbox_reader.h"
#include "core/service/mail_actions.h"
#include "core/service/sample.h"
#include "tests/unit/service/service_house.h"

using namespace kith;
using namespace kith::service;

namespace {

class ImportStory : public kith::testing::ServiceHouse {};

}  // namespace

TEST_F(ImportStory, CountsAddUpAndASecondRunAddsNothing) {
    const QString box = file("box.mbox", kith::testing::aMailbox(10));
    const ImportProgress first = take(box);
    EXPECT_EQ(first.seen, 30);
    EXPECT_EQ(first.added, 30);
    const ImportProgress second = take(box);
    EXPECT_EQ(second.seen, 30);
    EXPECT_EQ(second.duplicate, 30);
    EXPECT_EQ(second.added + second.duplicate + second.rejected, second.seen);
}

TEST_F(ImportStory, FindsWhoseMailboxItIs) {
    take(file("box.mbox", kith::testing::aMailbox(10)));
    EXPECT_EQ(cellar->owners.addresses().value(), QStringList{QStringLiteral("mara@fjordlight.example")});
    EXPECT_EQ(cellar->settings.text(QStringLiteral("owner.name")).value(), QStringLiteral("Mara Lindqvist"));
}

TEST_F(ImportStory, AStoppedImportGoesOnWhereItWas) {
    const QString box = file("box.mbox", kith::testing::aMailbox(40));
    std::stop_source stop;
    ImportHooks hooks;
    hooks.progress = [&stop](const ImportProgress&) { stop.request_stop(); };  // after the first batch
    const ImportProgress part = take(box, stop.get_token(), std::move(hooks));
    EXPECT_LT(part.seen, 120);
    EXPECT_GT(part.seen, 0);
    reopen();
    const ImportProgress rest = take(box);
    EXPECT_EQ(rest.seen, 120) << "the counts go on from where they were";
    EXPECT_EQ(rest.added + rest.duplicate, 120);
    EXPECT_EQ(cellar->messages.counts().value().messages, 120);
}

TEST_F(ImportStory, WhatIsNoMailIsRejectedWithItsPlace) {
    const ImportProgress progress = take(file("box.mbox", "this is no mail\n\n" + kith::testing::aMailbox(3)));
    EXPECT_EQ(progress.added, 9);
    ASSERT_EQ(progress.rejected, 1);
    EXPECT_EQ(progress.rejects.front().offset, 0);
    EXPECT_FALSE(progress.rejects.front().reason.isEmpty());
}

TEST_F(ImportStory, TheWholeImportCanBeTakenBack) {
    const ImportProgress progress = take(file("box.mbox", kith::testing::aMailbox(10)));
    const auto change = cellar->imports.changeOf(progress.id).value();
    ASSERT_TRUE(change);
    ASSERT_TRUE(kith::testing::good(undoChange(*cellar, *change)));
    EXPECT_EQ(cellar->messages.counts().value().messages, 0);
    EXPECT_TRUE(readOrder(*cellar, MailList::All).value().threads.empty());
}

TEST_F(ImportStory, CustomersStandAboveNewslettersInTheInbox) {
    take(file("box.mbox", kith::testing::aMailbox(10)));
    const InboxOrder order = readOrder(*cellar, MailList::Priority).value();
    int rows = 0;
    for (const InboxSection& section : order.sections) {
        rows += section.count;
    }
    EXPECT_EQ(rows, static_cast<int>(order.threads.size()));
    const auto top = readRows(*cellar, {order.threads.front()}).value();
    EXPECT_EQ(top.front().sender.address, QStringLiteral("ana@caldervoss.example"));
    EXPECT_GT(decision(byId("q9@caldervoss.example")).importance,
              decision(byId("n9@metrology.example")).importance + 0.3);
}

TEST_F(ImportStory, TheSampleComesAndGoesWithoutATrace) {
    const auto sample = Sample::unpack(clock.now());
    ASSERT_TRUE(sample);
    ImportJob job(*cellar, clock, {});
    const auto progress = job.run(sample->request(), {});
    ASSERT_TRUE(progress);
    EXPECT_GE(progress->added, 100);
    EXPECT_EQ(progress->added, progress->seen);
    EXPECT_TRUE(holdsSample(*cellar).value());
    ASSERT_TRUE(kith::testing::good(removeSample(*cellar)));
    EXPECT_EQ(cellar->messages.counts().value().messages, 0);
    EXPECT_TRUE(cellar->owners.addresses().value().isEmpty());
    EXPECT_FALSE(holdsSample(*cellar).value());
}
