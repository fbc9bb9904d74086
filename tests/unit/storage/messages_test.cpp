// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories of letters that come in: once, into their thread, and out again as they were.
#include "tests/unit/storage/storage_test_support.h"

#include "core/storage/correspondent_store.h"
#include "core/storage/threading.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace kith;
using namespace kith::storage;
using kith::testing::LetterWords;

namespace {

class Messages : public kith::testing::StorageTest {};

TEST_P(Messages, ALetterComesOutAsItWentIn) {
    Letter letter = kith::testing::letterOf(
        {.id = QStringLiteral("one@north.example"), .text = QStringLiteral("Grüße aus 東京\0!")});
    letter.cc = {{QStringLiteral("Zoë"), QStringLiteral("zoe@north.example")}};
    letter.zones = {{ZoneKind::Author, 0, 5}, {ZoneKind::Quote, 5, 12}};
    letter.attachments = {{QStringLiteral("a.pdf"),
                           QStringLiteral("application/pdf"),
                           QStringLiteral("attachment"),
                           {},
                           12,
                           QByteArray(64, 'a'),
                           2}};
    letter.inReplyTo = {QStringLiteral("zero@north.example")};
    const QByteArray raw = QByteArray("From: x\r\n\r\n\0\xff binary", 20);
    MessageStore store(db());
    Transaction transaction(db());
    IncomingMessage incoming{.letter = letter, .raw = raw};
    incoming.starred = true;
    incoming.labels = {QStringLiteral("INBOX"), QStringLiteral("Farm")};
    const auto added = store.add(incoming);
    KITH_ASSERT_GOOD(added);
    KITH_ASSERT_GOOD(store.settle());
    KITH_ASSERT_GOOD(transaction.commit());
    const auto message = store.message(added->message).value();
    ASSERT_TRUE(message);
    EXPECT_EQ(message->subject, letter.subject);
    EXPECT_EQ(message->cc, letter.cc);
    EXPECT_EQ(message->inReplyTo, letter.inReplyTo);
    EXPECT_EQ(message->labels,
              (QStringList{QStringLiteral("Farm"), QStringLiteral("INBOX"), QStringLiteral("STARRED")}));
    EXPECT_EQ(store.letterParts(added->message).value()->zones, letter.zones);
    EXPECT_EQ(store.letterParts(added->message).value()->text, letter.text);
    EXPECT_EQ(store.source(added->message).value(), raw);
    EXPECT_EQ(store.attachments(added->message)->at(0).filename, QStringLiteral("a.pdf"));
    EXPECT_EQ(store.withMessageId(QStringLiteral("<one@north.example>")).value(), std::vector{added->message});
}

TEST_P(Messages, TheSameLetterIsKeptOnceAndAnotherWithItsIdIsKeptToo) {
    const LetterWords words{.id = QStringLiteral("a@north.example")};
    const auto first = add(words);
    const auto again = add(words);
    EXPECT_TRUE(first.added);
    EXPECT_FALSE(again.added);
    EXPECT_EQ(again.message, first.message);
    LetterWords spaced = words;
    spaced.text = QStringLiteral("Shall we  meet\non Friday? ");
    EXPECT_FALSE(add(spaced).added);
    LetterWords other = words;
    other.text = QStringLiteral("Something else entirely");
    const auto third = add(other);
    EXPECT_TRUE(third.added);
    EXPECT_EQ(third.thread, first.thread);
    EXPECT_EQ(MessageStore(db()).withMessageId(words.id)->size(), 2U);
    EXPECT_TRUE(add({.text = QStringLiteral("no id, one")}).added);
    EXPECT_TRUE(add({.text = QStringLiteral("no id, two")}).added);
    EXPECT_FALSE(add({.text = QStringLiteral("no id, two")}).added);
}

TEST_P(Messages, IdsFollowDates) {
    const auto late = add({.id = QStringLiteral("l@x.example"), .second = 1'700'000'100});
    const auto early = add({.id = QStringLiteral("e@x.example"), .second = 1'600'000'000});
    EXPECT_LT(early.message, late.message);
    EXPECT_LT(late.message.value, qint64(1) << 53);
    EXPECT_EQ(MessageStore(db()).newest({}, 1)->at(0), late.message);
}

std::vector<LetterWords> twoConversations() {
    std::vector<LetterWords> letters;
    const auto put = [&](const char* id, const char* subject, qint64 minute, QStringList references, const char* from) {
        letters.push_back({.id = QString::fromLatin1(id),
                           .from = QString::fromLatin1(from),
                           .subject = QString::fromLatin1(subject),
                           .text = QString::fromLatin1(id),
                           .second = 1'700'000'000 + minute * 60,
                           .references = std::move(references)});
    };
    put("a1", "Barley", 0, {}, "ada@north.example");
    put("a2", "Re: Barley", 5, {QStringLiteral("a1")}, "me@home.example");
    put("a3", "Re: Barley", 9, {QStringLiteral("a2")}, "ada@north.example");
    put("a4", "AW: Barley", 12, {QStringLiteral("lost"), QStringLiteral("a3")}, "ada@north.example");
    put("a5", "other words", 15, {QStringLiteral("lost")}, "bob@north.example");
    put("b1", "Barley", 3, {}, "carl@east.example");
    put("c1", "Fence", 20, {}, "dora@west.example");
    put("c2", "Re: Fence", 30, {}, "dora@west.example");
    put("c3", "Re: [farm] Fence", 40, {}, "dora@west.example");
    put("d1", "Re: Fence", 40, {}, "emil@west.example");
    put("e1", "Re: Fence", 60 * 24 * 90, {}, "dora@west.example");
    return letters;
}

TEST_P(Messages, ThreadsDoNotDependOnTheOrderOfArrival) {
    KITH_ASSERT_GOOD(OwnerStore(db()).addAddresses({QStringLiteral("me@home.example")}, QStringLiteral("given")));
    std::vector<LetterWords> letters = twoConversations();
    std::mt19937 random(3);
    std::set<std::set<std::set<QString>>> partitions;
    for (int round = 0; round < 20; ++round) {
        std::ranges::shuffle(letters, random);
        for (const LetterWords& words : letters) {
            add(words);
        }
        std::map<ThreadId, std::set<QString>> threads;
        std::vector<MessageId> all = MessageStore(db()).oldest({}, 100).value();
        for (const MessageId id : all) {
            const auto message = MessageStore(db()).message(id).value();
            threads[message->thread].insert(message->rfc822MessageId);
        }
        std::set<std::set<QString>> partition;
        for (const auto& [id, members] : threads) {
            partition.insert(members);
        }
        partitions.insert(partition);
        EXPECT_EQ(MessageStore(db()).counts()->threads, qint64(partition.size()));
        KITH_ASSERT_GOOD(db().run("DELETE FROM messages"));
        KITH_ASSERT_GOOD(db().run("DELETE FROM thread_keys"));
        KITH_ASSERT_GOOD(db().run("DELETE FROM threads"));
        if (db().isSqlite()) {
            KITH_ASSERT_GOOD(db().script("INSERT INTO message_search (message_search) VALUES ('delete-all')"));
        }
    }
    ASSERT_EQ(partitions.size(), 1U);
    EXPECT_EQ(partitions.begin()->size(), 5U);  // a1…a5, b1, c1…c3, d1, e1
}

TEST_P(Messages, HistoryWithASenderIsCounted) {
    KITH_ASSERT_GOOD(OwnerStore(db()).addAddresses({QStringLiteral("ME@home.example")}, QStringLiteral("given")));
    add({.id = QStringLiteral("q"), .second = 1'700'000'000});
    add({.id = QStringLiteral("r"),
         .from = QStringLiteral("me@home.example"),
         .to = QStringLiteral("ada@north.example"),
         .second = 1'700'003'600,
         .references = {QStringLiteral("q")}});
    add({.id = QStringLiteral("s"), .second = 1'700'009'000});
    EXPECT_EQ(CorrespondentStore(db()).rebuild().value(), 1);
    const auto ada = CorrespondentStore(db()).one(QStringLiteral("ada@north.example")).value();
    ASSERT_TRUE(ada);
    EXPECT_EQ(ada->received, 2);
    EXPECT_EQ(ada->sentTo, 1);
    EXPECT_EQ(ada->replied, 1);
    EXPECT_EQ(ada->medianReply, std::chrono::hours{1});
}

TEST_P(Messages, AnOwnerFoundLaterMarksWhatIsThere) {
    const auto sent = add({.id = QStringLiteral("s"),
                           .from = QStringLiteral("work@home.example"),
                           .to = QStringLiteral("ada@north.example")});
    EXPECT_FALSE(MessageStore(db()).message(sent.message).value()->fromOwner);
    EXPECT_EQ(OwnerStore(db()).addAddresses({QStringLiteral("Work@home.example")}, QStringLiteral("found")).value(), 1);
    EXPECT_TRUE(MessageStore(db()).message(sent.message).value()->fromOwner);
}

TEST(SubjectForm, SeesThroughReplyWordsAndListTags) {
    for (const char* subject : {"Re: Plan", "AW: Re: [farm] Plan", "RE[2]: plan", "SV:  Plan", "Re: Fwd: Plan"}) {
        const SubjectForm form = subjectForm(QString::fromLatin1(subject));
        EXPECT_EQ(form.base, QStringLiteral("plan")) << subject;
        EXPECT_TRUE(form.isReply) << subject;
    }
    EXPECT_FALSE(subjectForm(QStringLiteral("Plan: next year")).isReply);
    EXPECT_EQ(subjectForm(QStringLiteral("Plan: next")).base, QStringLiteral("plan: next"));
    EXPECT_TRUE(subjectForm(QStringLiteral("Re:")).base.isEmpty());
    EXPECT_FALSE(subjectForm(QStringLiteral("Fwd: Plan")).isReply);
}

KITH_BOTH_DIALECTS(Messages);

}  // namespace
