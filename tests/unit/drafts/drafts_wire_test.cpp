// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A draft from the proposal to its recipient and back, over the real client; a second computer sees the same.
#include "core/intake/mail_archive.h"
#include "core/mail/subject.h"
#include "core/net/ledger_transport.h"
#include "core/service/draft_sending.h"
#include "core/service/privacy_book.h"
#include "core/sources/model_draft_writer.h"
#include "tests/unit/drafts/wire_house.h"
#include "tests/unit/models/emulated_model.h"

#include <QDirIterator>

using namespace kith;
using namespace kith::service;
using kith::testing::aLetter;
using kith::testing::good;
using kith::testing::GoogleHouse;
using kith::testing::WireComputer;

namespace {

class DraftsWire : public ::testing::Test {
protected:
    QString deliver(const char* id, const char* subject) {
        return google.other().deliver(aLetter().id(id).subject(subject).day(14).eml().replace("\n", "\r\n"));
    }
    Draft saved(WireComputer& computer, const QString& id) {
        const auto draft =
            computer.drafts().generate({computer.message(id), {}, false, false}, computer.writer, {}, {});
        EXPECT_TRUE(good(draft));
        const auto approved = draft ? computer.approved((*draft)->id) : Result<Draft>(draft.error());
        const auto done = approved ? computer.saving().save(*approved, {}) : approved;
        EXPECT_TRUE(good(done));
        return done ? *done : Draft{};
    }
    size_t draftsThere() { return google.box().drafts.all().size(); }
    int sentTo(const char* address) {
        int count = 0;
        for (const auto* message : google.google.gmail().mailbox(QLatin1String(address))->inOrder()) {
            count += message->raw.contains("data sheet soon") || message->raw.contains("other words") ? 1 : 0;
        }
        return count;
    }
    GoogleHouse google;
};

TEST_F(DraftsWire, TwoComputersMakeOneDraftAndSeeTheSame) {
    deliver("ask@caldervoss.example", "Data sheet");
    WireComputer one(google);
    WireComputer other(google);
    one.sync();
    other.sync();
    const Draft first = saved(one, QStringLiteral("ask@caldervoss.example"));
    const Draft second = saved(other, QStringLiteral("ask@caldervoss.example"));
    EXPECT_EQ(draftsThere(), 1u);
    EXPECT_EQ(first.remoteId, second.remoteId);
    const QByteArray raw = google.box().find(google.box().drafts.all().front().message)->raw;
    EXPECT_TRUE(google.other().rewriteDraft(
        first.remoteId, QByteArray(raw).replace("you will have the data sheet soon.", "other words.")));
    one.sync();
    other.sync();
    EXPECT_TRUE(one.now(first.id).body.contains(QStringLiteral("other words"))) << qPrintable(one.now(first.id).body);
    EXPECT_EQ(one.now(first.id).body, other.now(second.id).body);
}

TEST_F(DraftsWire, WhatTheUserSendsArrivesOnceAndBothComputersKnowIt) {
    deliver("ask@caldervoss.example", "Data sheet");
    WireComputer one(google);
    WireComputer other(google);
    one.sync();
    other.sync();
    const Draft first = saved(one, QStringLiteral("ask@caldervoss.example"));
    const Draft second = saved(other, QStringLiteral("ask@caldervoss.example"));
    EXPECT_EQ(sentTo("ana@caldervoss.example"), 0) << "approving sends nothing";
    ASSERT_TRUE(good(DraftSending(one.store(), one.wireClock).ask(first.id, {})));
    ASSERT_TRUE(good(DraftSending(other.store(), other.wireClock).ask(second.id, {})));
    EXPECT_EQ(*DraftSending(one.store(), one.wireClock).sendDue(one.account, *one.client, {}), 1);
    (void)DraftSending(other.store(), other.wireClock).sendDue(other.account, *other.client, {});
    EXPECT_EQ(sentTo("ana@caldervoss.example"), 1);
    EXPECT_EQ(one.now(first.id).state, DraftState::Sent);
    EXPECT_EQ(other.now(second.id).state, DraftState::Sent);
    EXPECT_EQ(draftsThere(), 0u);
}

TEST_F(DraftsWire, DiscardingAfterApprovalTakesItOutOfTheThreadWithTheNextSync) {
    deliver("ask@caldervoss.example", "Data sheet");
    WireComputer one(google);
    one.sync();
    const Draft draft = saved(one, QStringLiteral("ask@caldervoss.example"));
    EXPECT_EQ(draftsThere(), 1u);
    ASSERT_TRUE(good(one.drafts().discard(draft.id)));
    one.sync();
    EXPECT_EQ(draftsThere(), 0u);
}

class LedgerNotes final : public net::EgressLedger {
public:
    void record(const net::EgressRecord& record) override { records.push_back(record); }
    std::vector<net::EgressRecord> records;
};

TEST_F(DraftsWire, TheLedgerHoldsWhatTheModelWasToldAndARedactedThreadTellsNoAddress) {
    google.other().deliver(aLetter()
                               .id("call@caldervoss.example")
                               .subject("Call")
                               .day(14)
                               .body("Hi Mara,\n\ncall +49 30 1234567 or write to boss@caldervoss.example.\n\nAna\n")
                               .eml()
                               .replace("\n", "\r\n"));
    WireComputer one(google);
    one.sync();
    ASSERT_TRUE(good(setPrivacy(one.store(), QStringLiteral("everything"), triage::PrivacyLevel::Redacted)));
    kith::testing::EmulatedModel model;
    model.api.say(QStringLiteral("Hi Ana,\n\nI will call [PHONE_1].\n\nMara\n"));
    LedgerNotes notes;
    net::LedgerTransport line(model, notes, one.wireClock);
    sources::OpenAiChat chat(line, one.wireClock, [] { return Result<QByteArray>(QByteArray("di-emulator-key")); },
                             {.baseUrl = QStringLiteral("http://127.0.0.1:1/v1/openai")});
    sources::ModelDraftWriter writer(chat, QStringLiteral("NousResearch/Hermes-3-Llama-3.1-405B"));
    const auto draft = one.drafts().generate({one.message(QStringLiteral("call@caldervoss.example")), {}, false, false},
                                             writer, {}, {});
    ASSERT_TRUE(good(draft));
    EXPECT_TRUE((*draft)->body.contains(QStringLiteral("I will call +49 30 1234567"))) << qPrintable((*draft)->body);
    ASSERT_EQ(notes.records.size(), 1u);
    const net::EgressRecord& record = notes.records.front();
    EXPECT_EQ(record.purpose, QStringLiteral("draft an answer"));
    EXPECT_GE(record.redactions, 2);
    EXPECT_TRUE(record.body.contains("[PHONE_1]")) << record.body.constData();
    EXPECT_FALSE(record.body.contains("1234567") || record.body.contains("boss@caldervoss"));
}

bool isOfAPerson(const Letter& letter) {
    return !letter.from.empty() && letter.from.front().address.contains(u'@') && letter.replyTo.empty() &&
           letter.bulk.listId.isEmpty() && letter.bulk.listUnsubscribe.isEmpty() && !letter.rfc822MessageId.isEmpty() &&
           letter.text.size() > 60 && letter.text.size() < 8'000;
}

/// Ten letters that people really wrote.
std::vector<QByteArray> corpusLetters() {
    std::vector<QByteArray> letters;
    QDirIterator files(qEnvironmentVariable("KITH_CORPORA") + QStringLiteral("/mail-enron"), {QStringLiteral("*.xz")},
                       QDir::Files);
    const auto archive = files.hasNext() ? intake::MailArchive::open(files.next(), {})
                                         : Result<std::unique_ptr<intake::MailArchive>>(Error{});
    QStringList threads;
    while (archive && letters.size() < 10) {
        const auto next = (*archive)->next({});
        if (next && std::holds_alternative<intake::EndOfArchive>(*next)) {
            break;
        }
        const auto* raw = next ? std::get_if<intake::RawMessage>(&*next) : nullptr;
        const Letter letter = raw ? mail::parseMime(raw->bytes) : Letter{};
        const QString thread = mail::normalizedSubject(letter.subject);
        if (raw && isOfAPerson(letter) && !thread.isEmpty() && !threads.contains(thread)) {
            threads << thread;
            letters.push_back(raw->bytes);
        }
    }
    return letters;
}

TEST_F(DraftsWire, TenLettersOfACorpusAreAnsweredEditedApprovedChangedThereSentAndTakenBack) {
    const std::vector<QByteArray> letters = corpusLetters();
    if (letters.size() < 10) {
        GTEST_SKIP() << "KITH_CORPORA names no folder with mail-enron";
    }
    QStringList ids;
    for (const QByteArray& raw : letters) {
        google.other().insert(raw, {QStringLiteral("INBOX")});
        ids << mail::parseMime(raw).rfc822MessageId;
    }
    WireComputer one(google);
    WireComputer other(google);
    one.sync();
    other.sync();
    for (int i = 0; i < 10; ++i) {
        const auto draft = one.drafts().generate({one.message(ids[i]), {}, false, false}, one.writer, {}, {});
        ASSERT_TRUE(good(draft)) << qPrintable(ids[i]);
        const QString body = QStringLiteral("Hello,\n\nyou will have the data sheet soon, number %1.\n\nMara\n").arg(i);
        ASSERT_TRUE(good(one.drafts().edit((*draft)->id, {.body = body})));
        const auto approved = one.approved((*draft)->id);
        ASSERT_TRUE(good(approved));
        const auto there = one.saving().save(*approved, {});
        ASSERT_TRUE(good(there));
        const QByteArray raw = google.box().find(there->remoteMessageId.toULongLong(nullptr, 16))->raw;
        EXPECT_EQ(mail::parseMime(raw).inReplyTo, QStringList{ids[i]});
        if (i % 3 == 0) {  // changed on the other side
            EXPECT_TRUE(
                google.other().rewriteDraft(there->remoteId, QByteArray(raw).replace("soon, number", "late, number")));
        }
    }
    one.sync();
    other.sync();
    DraftSending sending(one.store(), one.wireClock);
    int taken = 0;
    const auto drafts = one.drafts().list({DraftState::Saved});
    ASSERT_EQ(drafts->size(), 10u);
    for (const Draft& draft : std::vector<Draft>(*drafts)) {
        const auto asked = sending.ask(draft.id, {one.wireClock.now() + Millis{10'000}, 0});
        ASSERT_TRUE(good(asked));
        if (++taken % 2 == 0) {
            ASSERT_TRUE(good(sending.holdBack(draft.id)));
        }
    }
    google.time.advance(Millis{10'000});
    EXPECT_EQ(*sending.sendDue(one.account, *one.client, {}), 5);
    EXPECT_EQ(one.drafts().list({DraftState::Saved})->size(), 5u);
    EXPECT_EQ(draftsThere(), 5u);
    one.sync();
    EXPECT_EQ(one.drafts().list({DraftState::Sent})->size(), 5u);
    int late = 0;
    for (const Draft& draft : std::vector<Draft>(*one.drafts().list({}))) {
        late += draft.body.contains(QStringLiteral("late, number")) ? 1 : 0;
    }
    EXPECT_EQ(late, 4) << "what was changed there came back";
}

}  // namespace
