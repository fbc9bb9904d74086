// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The list as its user meets it: what is asked for, what stays where it was, what a row says.
#include "row_support.h"
#include "ui/message_list_view.h"
#include "ui/message_words.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

void letTimersRun() {
    QCoreApplication::processEvents();
}

ListEntry entryAt(const MessageListModel& model, int row) {
    return static_cast<ListEntry>(model.index(row).data(MessageListModel::EntryRole).toInt());
}

InboxOrder longOrder(int threads) {
    InboxOrder order;
    for (int i = 1; i <= threads; ++i) {
        order.threads.push_back(ThreadId{i});
    }
    order.sections = {{SectionKind::CriticalAndHigh, 10}, {SectionKind::Medium, threads - 10}};
    return order;
}

struct ModelHouse {
    HeldRows source;
    MessageListModel model{source};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST(MessageList, SectionLabelsAreRowsOfTheModel) {
    ModelHouse house;
    house.model.setOrder(anOrder({1, 2}, {3}));
    ASSERT_EQ(house.model.rowCount(), 5);
    EXPECT_EQ(house.model.index(0).data().toString(), QStringLiteral("Critical and high"));
    EXPECT_EQ(house.model.threadAt(1), ThreadId{1});
    EXPECT_EQ(house.model.index(3).data().toString(), QStringLiteral("Medium"));
    EXPECT_FALSE(house.model.index(3).flags().testFlag(Qt::ItemIsSelectable));
}

TEST(MessageList, AnEmptySectionHasNoLabel) {
    ModelHouse house;
    house.model.setOrder(anOrder({}, {3}));
    EXPECT_EQ(house.model.rowCount(), 2);
    EXPECT_EQ(house.model.index(0).data().toString(), QStringLiteral("Medium"));
}

TEST(MessageList, ARowWaitsForItsSourceAndAsksForItsPageOnly) {
    HeldRows source;
    MessageListModel model(source);
    model.setOrder(longOrder(200'000));
    EXPECT_EQ(model.rowCount(), 200'002);
    EXPECT_EQ(entryAt(model, 150'000), ListEntry::Waiting);
    EXPECT_EQ(source.requests, 0) << "data() must not ask from inside a paint";
    letTimersRun();
    EXPECT_EQ(source.asked.size(), 100u);
    source.answer();
    EXPECT_EQ(entryAt(model, 150'000), ListEntry::Row);
    const auto row = model.index(150'000).data(MessageListModel::RowRole).value<InboxRow>();
    EXPECT_EQ(row.thread, model.threadAt(150'000));
}

TEST(MessageList, PagesThatWereScrolledPastAreNotAskedFor) {
    HeldRows source;
    MessageListModel model(source);
    model.setOrder(longOrder(20'000));
    for (int row = 1; row < 20'000; row += 100) {
        entryAt(model, row);
    }
    letTimersRun();
    EXPECT_EQ(source.asked.size(),
              static_cast<size_t>(MessageListModel::pagesAskedAtOnce * MessageListModel::pageRows));
}

TEST(MessageList, ARowThatIsGoneIsNotAskedForAgain) {
    ModelHouse house;
    house.source.missing = 2;
    house.model.setOrder(anOrder({1, 2}));
    entryAt(house.model, 1);
    letTimersRun();
    house.source.answer();
    const int before = house.source.requests;
    EXPECT_NE(entryAt(house.model, 2), ListEntry::Row);
    letTimersRun();
    EXPECT_EQ(house.source.requests, before);
}

TEST(MessageList, ARefreshedRowShowsItsOldFaceUntilTheNewOneComes) {
    ModelHouse house;
    house.model.setOrder(anOrder({1}));
    entryAt(house.model, 1);
    letTimersRun();
    house.source.answer();
    house.model.refresh({ThreadId{1}});
    EXPECT_EQ(entryAt(house.model, 1), ListEntry::Row);
    const int before = house.source.requests;
    letTimersRun();
    EXPECT_EQ(house.source.requests, before + 1);
}

TEST(MessageList, TheChosenConversationStaysChosenWhenTheOrderTurnsOver) {
    ModelHouse house;
    house.model.setOrder(anOrder({1, 2, 3}, {4, 5}));
    const QPersistentModelIndex chosen = house.model.index(house.model.rowOf(ThreadId{4}));
    const QPersistentModelIndex leaving = house.model.index(house.model.rowOf(ThreadId{2}));
    house.model.setOrder(anOrder({5, 9, 4, 1}, {8, 3}));
    EXPECT_FALSE(leaving.isValid());
    ASSERT_TRUE(chosen.isValid());
    EXPECT_EQ(house.model.threadAt(chosen.row()), ThreadId{4});
    EXPECT_EQ(chosen.row(), house.model.rowOf(ThreadId{4}));
}

TEST(MessageList, EveryOrderFollowsEveryOther) {
    const std::vector<InboxOrder> orders = {anOrder({1, 2, 3}, {4, 5}),
                                            anOrder({3, 2, 1}, {5, 4}),
                                            anOrder({}, {1}),
                                            anOrder({9, 1, 2}, {3, 8, 4, 7}),
                                            anOrder({}),
                                            anOrder({4}, {9, 2})};
    for (const InboxOrder& from : orders) {
        for (const InboxOrder& to : orders) {
            ModelHouse house;
            house.model.setOrder(from);
            house.model.setOrder(to);
            std::vector<ThreadId> threads;
            for (int row = 0; row < house.model.rowCount(); ++row) {
                if (const ThreadId thread = house.model.threadAt(row)) {
                    threads.push_back(thread);
                }
            }
            EXPECT_EQ(threads, to.threads);
        }
    }
}

TEST(MessageList, MailOnTopIsOneInsertionAndNoReset) {
    ModelHouse house;
    house.model.setOrder(anOrder({1, 2}, {3}));
    QSignalSpy resets(&house.model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&house.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy layouts(&house.model, &QAbstractItemModel::layoutChanged);
    house.model.setOrder(anOrder({7, 8, 1, 2}, {3}));
    EXPECT_EQ(inserts.count(), 1);
    EXPECT_EQ(resets.count() + layouts.count(), 0);
}

TEST(MessageList, CheckedConversationsStayCheckedUntilTheyLeave) {
    ModelHouse house;
    house.model.setOrder(anOrder({1, 2}, {3}));
    for (const int row : {1, 4}) {
        EXPECT_TRUE(house.model.setData(house.model.index(row), Qt::Checked, Qt::CheckStateRole));
    }
    EXPECT_FALSE(house.model.setData(house.model.index(0), Qt::Checked, Qt::CheckStateRole)) << "a label";
    house.model.setOrder(anOrder({2, 1}));
    EXPECT_EQ(house.model.checked(), std::vector<ThreadId>{ThreadId{1}});
}

TEST(MessageList, TheViewStepsOverLabelsAndKeepsItsRowInSight) {
    Theme theme;
    HeldRows source;
    MessageListModel model(source);
    model.setOrder(anOrder({1, 2}, {3, 4}));
    MessageListView view(theme, nullptr);
    view.setMessages(model);
    view.resize(420, 200);
    view.show();
    QTest::keyClick(&view, Qt::Key_Home);
    EXPECT_EQ(view.currentThread(), ThreadId{1});
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_EQ(view.currentThread(), ThreadId{3});
    EXPECT_TRUE(view.viewport()->rect().contains(view.visualRect(view.currentIndex())));
    view.moveCurrent(-1);
    EXPECT_EQ(view.currentThread(), ThreadId{2});
}

TEST(MessageList, EveryPixelBelongsToTheRowThatCoversIt) {
    Theme theme;
    HeldRows source;
    MessageListModel model(source);
    model.setOrder(anOrder({1, 2}, {3, 4}));
    MessageListView view(theme, nullptr);
    view.setMessages(model);
    view.resize(420, 600);
    for (int y = 0; y < 2 * 32 + 4 * 56; ++y) {
        EXPECT_TRUE(view.visualRect(view.indexAt({100, y})).contains(100, y)) << y;
    }
    EXPECT_FALSE(view.indexAt({100, 2 * 32 + 4 * 56}).isValid());
}

TEST(MessageList, ARowSaysEverythingToAScreenReader) {
    InboxRow row = aRow(1, QStringLiteral("Ana Ruiz"), QStringLiteral("Quote for 40 seats"), Priority::High);
    row.unread = true;
    row.certainty = Certainty::Unsure;
    row.chips = {{ChipKind::DraftReady, {}}};
    EXPECT_EQ(MessageWords::spoken(row, rowToday),
              QStringLiteral("Unread, priority 2 of 5, not sure, Ana Ruiz, Quote for 40 seats, 08:47, Draft ready"));
}

}  // namespace
