// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories of the lists: tabs, order, pages that miss nothing and repeat nothing.
#include "tests/unit/storage/storage_test_support.h"

#include "core/storage/inbox_messages.h"
#include "core/storage/message_marks.h"
#include "core/storage/triage_store.h"

#include <algorithm>
#include <set>

using namespace kith;
using namespace kith::storage;

namespace {

class Lists : public kith::testing::StorageTest {
protected:
    void SetUp() override {
        StorageTest::SetUp();
        if (m_database) {
            KITH_ASSERT_GOOD(
                OwnerStore(db()).addAddresses({QStringLiteral("me@home.example")}, QStringLiteral("given")));
        }
    }
    void decide(MessageId message, int priority, bool review = false) {
        m_clock.advance(Millis{2});
        ChangeWriter change(db(), {QStringLiteral("triage"), QStringLiteral("local"), {}, {}, {}, {}, true});
        Decision decision;
        decision.message = message;
        decision.priority = static_cast<Priority>(priority);
        decision.needsReview = review;
        decision.uncertainty = review ? 0.9 : 0.1;
        KITH_EXPECT_GOOD(TriageStore(db()).save(change, {decision, {QStringLiteral("asks")}, {}}));
        KITH_EXPECT_GOOD(change.commit());
    }
    std::vector<ThreadId> tab(InboxTab which) {
        std::vector<ThreadId> threads;
        const auto order = InboxStore(db()).order({which, InboxOrder::PriorityThenDate, {}});
        KITH_EXPECT_GOOD(order);
        for (const qint64 id : *order) {
            threads.push_back(ThreadId{id});
        }
        EXPECT_EQ(InboxStore(db()).count(which)->threads, qint64(threads.size()));
        return threads;
    }
};

TEST_P(Lists, EachThreadStandsInItsTabs) {
    const auto personal = add({.id = QStringLiteral("p")});
    const auto news = add({.id = QStringLiteral("n"), .subject = QStringLiteral("News"), .list = true});
    const auto loudNews = add({.id = QStringLiteral("l"), .subject = QStringLiteral("Outage"), .list = true});
    const auto sent = add({.id = QStringLiteral("s"),
                           .from = QStringLiteral("me@home.example"),
                           .to = QStringLiteral("ada@north.example"),
                           .subject = QStringLiteral("Question"),
                           .text = QStringLiteral("Can you?"),
                           .second = m_clock.now().count() / 1000 - 86400},
                          {QStringLiteral("SENT")});
    decide(personal.message, 3, true);
    decide(news.message, 1);
    decide(loudNews.message, 4);
    EXPECT_EQ(tab(InboxTab::Priority), (std::vector{loudNews.thread, personal.thread}));
    EXPECT_EQ(tab(InboxTab::Other), std::vector{news.thread});
    EXPECT_EQ(tab(InboxTab::Inbox).size(), 3U);
    EXPECT_EQ(tab(InboxTab::RepliesOwed), std::vector{personal.thread});
    EXPECT_EQ(tab(InboxTab::Waiting), std::vector{sent.thread});
    EXPECT_EQ(tab(InboxTab::Sent), std::vector{sent.thread});
    EXPECT_EQ(tab(InboxTab::Review), std::vector{personal.thread});
    EXPECT_EQ(tab(InboxTab::All).size(), 4U);
    EXPECT_EQ(TriageStore(db()).reviewQueue(5).value(), std::vector{personal.message});
    m_clock.advance(std::chrono::hours{24 * 31});
    EXPECT_TRUE(tab(InboxTab::Waiting).empty());
}

TEST_P(Lists, AnAnswerSettlesWhatIsOwed) {
    const auto asked = add({.id = QStringLiteral("p")});
    decide(asked.message, 2);
    ASSERT_EQ(tab(InboxTab::RepliesOwed).size(), 1U);
    add({.id = QStringLiteral("a"),
         .from = QStringLiteral("me@home.example"),
         .to = QStringLiteral("ada@north.example"),
         .text = QStringLiteral("Yes."),
         .second = 1'700'000'500,
         .references = {QStringLiteral("p")}},
        {QStringLiteral("SENT")});
    EXPECT_TRUE(tab(InboxTab::RepliesOwed).empty());
    const auto row = InboxStore(db()).rows(std::vector{asked.thread.value})->at(0);
    EXPECT_EQ(row.messages, 2);
    EXPECT_EQ(row.message, asked.message);
    EXPECT_EQ(row.senders, (QStringList{QStringLiteral("ada@north.example"), QString()}));
    EXPECT_EQ(row.chips, QStringList{QStringLiteral("asks")});
}

TEST_P(Lists, ASnoozedThreadLeavesTheInboxUntilItIsDue) {
    const auto letter = add({.id = QStringLiteral("p")});
    const Millis due = m_clock.now() + Millis{1000};
    const auto snooze = [&](Millis until) {
        ChangeWriter change(db(), {QStringLiteral("message.snoozed"), QStringLiteral("user"), {}, {}, {}, {}, true});
        MessageMarks(change).snooze(std::vector{letter.message}, until);
        KITH_ASSERT_GOOD(change.commit());
    };
    snooze(due);
    EXPECT_TRUE(tab(InboxTab::Inbox).empty());
    EXPECT_EQ(tab(InboxTab::Snoozed).size(), 1U);
    EXPECT_TRUE(dueSnoozes(db(), m_clock.now())->empty());
    EXPECT_EQ(dueSnoozes(db(), due).value(), std::vector{letter.message});
    snooze(Millis{0});
    EXPECT_EQ(tab(InboxTab::Inbox).size(), 1U);
}

TEST_P(Lists, PagesVisitEveryRowOnce) {
    for (int i = 0; i < 57; ++i) {
        const auto added = add({.id = QStringLiteral("m%1").arg(i),
                                .subject = QStringLiteral("S%1").arg(i),
                                .second = 1'700'000'000 + (i % 7)});
        if (i % 3 > 0) {
            decide(added.message, i % 5);
        }
    }
    InboxStore inbox(db());
    for (const InboxOrder order : {InboxOrder::PriorityThenDate, InboxOrder::Date}) {
        const InboxQuery query{InboxTab::Inbox, order, {}};
        std::vector<qint64> paged;
        InboxKey key;
        while (true) {
            const auto page = inbox.page(query, key, 10);
            KITH_ASSERT_GOOD(page);
            if (page->empty()) {
                break;
            }
            for (const InboxRow& row : *page) {
                paged.push_back(row.thread.value);
            }
            key = keyOf(page->back(), order);
        }
        EXPECT_EQ(paged, inbox.order(query).value());
        EXPECT_EQ(std::set<qint64>(paged.begin(), paged.end()).size(), 57U);
    }
    std::set<MessageId> seen;
    InboxMessageKey after;
    while (true) {
        const auto page = inboxMessages(db(), {}, after, 10);
        KITH_ASSERT_GOOD(page);
        if (page->empty()) {
            break;
        }
        for (const InboxMessage& message : *page) {
            EXPECT_TRUE(seen.insert(message.id).second);
        }
        after = keyOf(page->back());
    }
    EXPECT_EQ(seen.size(), 57U);
}

TEST_P(Lists, ALabelNarrowsAList) {
    add({.id = QStringLiteral("p")}, {QStringLiteral("INBOX"), QStringLiteral("Farm")});
    add({.id = QStringLiteral("q"), .subject = QStringLiteral("Other")});
    const std::vector<LabelInfo> all = labels(db()).value();
    ASSERT_EQ(all.size(), 2U);
    for (const LabelInfo& label : all) {
        const auto order = InboxStore(db()).order({InboxTab::All, InboxOrder::Date, label.id});
        KITH_ASSERT_GOOD(order);
        EXPECT_EQ(order->size(), label.system ? 2U : 1U);
        EXPECT_EQ(label.messages, qint64(order->size()));
    }
}

KITH_BOTH_DIALECTS(Lists);

}  // namespace
