// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The client and the emulator, face to face: everything that the port promises, and every fault that can be planted.
#include "core/mail/mime_parser.h"
#include "tests/support/emulated_google.h"

#include <QCryptographicHash>

#include <gtest/gtest.h>

namespace {

using namespace kith;
using namespace kith::testing;
using emulator::Fault;
using emulator::FaultKind;

void plantNumbered(EmulatedGoogle& house, int count, int perThread = 0) {
    for (int i = 0; i < count; ++i) {
        house.other().deliver(numberedMail(i, perThread > 0 ? i / perThread * perThread : -1));
        house.time.advance(std::chrono::seconds{1});
    }
}

quint64 numberOf(const QString& id) {
    return id.toULongLong(nullptr, 16);
}

void expectWhole(EmulatedGoogle& house, const mail::RemoteFetch& fetch, size_t count) {
    ASSERT_EQ(fetch.found.size(), count);
    for (const mail::RemoteMessage& message : fetch.found) {
        const emulator::StoredMessage* stored = house.first().find(numberOf(message.ref.id));
        ASSERT_TRUE(stored);
        EXPECT_EQ(message.raw, stored->raw);
        EXPECT_EQ(message.internalDate.count(), stored->internalDate);
    }
}

TEST(GmailOnTheEmulator, BringsAMailboxByteForByteOverSeveralPages) {
    EmulatedGoogle house;
    plantNumbered(house, 620);
    auto mailbox = house.mailbox();
    ASSERT_TRUE(mailbox);
    const auto profile = mailbox->profile({});
    ASSERT_TRUE(profile) << qPrintable(profile.error().detail);
    EXPECT_EQ(profile->address, QStringLiteral("ada@firm.example"));
    EXPECT_EQ(profile->messagesTotal, 620);
    const auto refs = everyRef(*mailbox);
    ASSERT_EQ(refs.size(), 620U);
    const auto fetch = mailbox->fetch(refs, {});
    ASSERT_TRUE(fetch) << qPrintable(fetch.error().detail);
    expectWhole(house, *fetch, 620);
    EXPECT_EQ(mailbox->takeUsage().quotaUnits, 1 + 2 * 5 + 620 * 20);
}

TEST(GmailOnTheEmulator, TellsWhatHappenedInOrderAndWhenItForgot) {
    EmulatedGoogle house;
    plantNumbered(house, 3);
    auto mailbox = house.mailbox();
    const auto before = mailbox->profile({});
    ASSERT_TRUE(before);
    (void)mailbox->takeUsage();
    const auto nothing = mailbox->history(before->historyId, {}, {});
    ASSERT_TRUE(nothing) << qPrintable(nothing.error().detail);
    EXPECT_TRUE(nothing->steps.empty());
    const auto usage = mailbox->takeUsage();
    EXPECT_EQ(usage.requests, 1);
    EXPECT_EQ(usage.quotaUnits, 2);

    auto other = house.other();
    const QString fresh = other.deliver(numberedMail(90));
    other.addLabels(fresh, {QStringLiteral("STARRED")});
    other.removeLabels(fresh, {QStringLiteral("UNREAD")});
    other.deleteForGood(fresh);
    const auto page = mailbox->history(before->historyId, {}, {});
    ASSERT_TRUE(page);
    std::vector<mail::HistoryKind> kinds;
    for (const auto& step : page->steps) {
        EXPECT_EQ(step.ref.id, fresh);
        kinds.push_back(step.kind);
    }
    EXPECT_EQ(kinds, (std::vector{mail::HistoryKind::MessageAdded, mail::HistoryKind::LabelsAdded,
                                  mail::HistoryKind::LabelsRemoved, mail::HistoryKind::MessageDeleted}));
    EXPECT_GT(page->historyId, before->historyId);
    const auto gone = mailbox->fetch(std::vector{page->steps.front().ref}, {});
    ASSERT_TRUE(gone);
    EXPECT_EQ(gone->gone, QStringList{fresh});

    house.google.faults().add({.match = QStringLiteral("history.list"), .kind = FaultKind::History404});
    EXPECT_EQ(mailbox->history(before->historyId, {}, {}).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(mailbox->history(~0ULL, {}, {}).error().kind, ErrorKind::NotFound);
}

TEST(GmailOnTheEmulator, LabelsComeAndGoOnBothSides) {
    EmulatedGoogle house;
    plantNumbered(house, 15);
    auto mailbox = house.mailbox();
    const auto made =
        mailbox->createLabel({{}, QStringLiteral("Priority/Critical"), false, QStringLiteral("#d00000"), {}}, {});
    ASSERT_TRUE(made) << qPrintable(made.error().detail);
    EXPECT_EQ(mailbox->createLabel({{}, QStringLiteral("priority/critical"), false, {}, {}}, {}).error().kind,
              ErrorKind::Conflict);
    const auto labels = mailbox->labels({});
    ASSERT_TRUE(labels);
    const auto mine =
        std::find_if(labels->begin(), labels->end(), [&](const auto& label) { return label.id == made->id; });
    ASSERT_NE(mine, labels->end());
    EXPECT_FALSE(mine->background.isEmpty());
    EXPECT_FALSE(mine->system);

    QStringList ids;
    for (const auto& ref : everyRef(*mailbox)) {
        ids.append(ref.id);
    }
    const mail::LabelEdit edit{{made->id}, {QStringLiteral("INBOX")}};
    const auto span = [&](qsizetype from, qsizetype count) {
        return std::span<const QString>(ids.constData() + from, size_t(count));
    };
    ASSERT_TRUE(mailbox->modify(span(0, 1), edit, {}));
    house.other().deleteForGood(ids[3]);
    ASSERT_TRUE(mailbox->modify(span(1, 4), edit, {}));
    ASSERT_TRUE(mailbox->modify(span(0, 15), edit, {})) << "a message that is gone does not keep the others";
    const auto labelled = mailbox->listLabelled(made->id, {}, {});
    ASSERT_TRUE(labelled);
    EXPECT_EQ(labelled->refs.size(), 14U);
    EXPECT_EQ(mailbox->modify(span(3, 1), edit, {}).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(mailbox->modify(span(0, 1), {{QStringLiteral("Label_404")}, {}}, {}).error().kind, ErrorKind::Failed);
    ASSERT_TRUE(mailbox->deleteLabel(made->id, {}));
    EXPECT_EQ(mailbox->deleteLabel(made->id, {}).error().kind, ErrorKind::NotFound);
    const auto aliases = mailbox->aliases({});
    ASSERT_TRUE(aliases) << qPrintable(aliases.error().detail);
    ASSERT_FALSE(aliases->empty());
    EXPECT_EQ(aliases->front().address, QStringLiteral("ada@firm.example"));
}

class GmailUnderFaults : public ::testing::TestWithParam<FaultKind> {};

TEST_P(GmailUnderFaults, LosesNothingAndGetsThere) {
    for (const char* where : {"messages.get", "batch", "messages.list", "getProfile", "labels.list"}) {
        EmulatedGoogle house;
        plantNumbered(house, 40);
        auto mailbox = house.mailbox();
        Fault fault;
        fault.match = QLatin1String(where);
        fault.kind = GetParam();
        fault.times = 2;
        fault.after = 1;
        house.google.faults().add(fault);
        fault.after = 0;
        fault.times = 1;
        house.google.faults().add(fault);
        const auto profile = mailbox->profile({});
        ASSERT_TRUE(profile) << where << ": " << qPrintable(profile.error().detail);
        ASSERT_TRUE(mailbox->labels({})) << where;
        const auto refs = everyRef(*mailbox);
        ASSERT_EQ(refs.size(), 40U) << where;
        const auto fetch = mailbox->fetch(refs, {});
        ASSERT_TRUE(fetch) << where << ": " << qPrintable(fetch.error().detail);
        EXPECT_TRUE(fetch->gone.isEmpty());
        expectWhole(house, *fetch, 40);
    }
}

INSTANTIATE_TEST_SUITE_P(Kinds, GmailUnderFaults,
                         ::testing::Values(FaultKind::Rate429, FaultKind::Rate403, FaultKind::Server500,
                                           FaultKind::Server502Html, FaultKind::Server503, FaultKind::Cut,
                                           FaultKind::Truncate, FaultKind::Stall, FaultKind::NoAnswer),
                         [](const auto& kind) { return emulator::faultName(kind.param).toStdString(); });

TEST(GmailOnTheEmulator, TakesAFreshTokenWhenTheOldOneEndsOrIsRefused) {
    EmulatedGoogle house;
    plantNumbered(house, 30);
    auto mailbox = house.mailbox();
    ASSERT_TRUE(mailbox->profile({}));
    house.google.faults().add({.match = QStringLiteral("batch"), .kind = FaultKind::Unauthorized401});
    house.google.faults().add(
        {.match = QStringLiteral("messages.get"), .kind = FaultKind::Unauthorized401, .after = 3});
    const auto fetch = mailbox->fetch(everyRef(*mailbox), {});
    ASSERT_TRUE(fetch) << qPrintable(fetch.error().detail);
    expectWhole(house, *fetch, 30);
    house.time.advance(std::chrono::hours{2});
    ASSERT_TRUE(mailbox->profile({}));
    house.google.oauth().tokens().revokeAll();
    EXPECT_EQ(mailbox->profile({}).error().kind, ErrorKind::SignInNeeded);
}

TEST(GmailOnTheEmulator, ReachesTheQuotaWithoutBeingThrottledOnceWarm) {
    EmulatedGoogle house(6000);
    house.google.gmail().setQuota(6000, 0);
    house.line.setLatency(Millis{80});
    plantNumbered(house, 2400);
    auto mailbox = house.mailbox();
    const auto refs = everyRef(*mailbox);
    ASSERT_EQ(refs.size(), 2400U);
    size_t at = 0;
    const auto bring = [&](size_t count) {
        for (const size_t end = at + count; at < end;) {
            const size_t some = std::min(size_t(mailbox->fetchSize()), end - at);
            const auto fetch = mailbox->fetch(std::span(refs).subspan(at, some), {});
            ASSERT_TRUE(fetch);
            ASSERT_EQ(fetch->found.size(), some);
            at += some;
        }
    };
    bring(300);
    (void)mailbox->takeUsage();
    const Millis before = house.time.now();
    bring(2100);
    const double minutes = double((house.time.now() - before).count()) / 60'000;
    const auto usage = mailbox->takeUsage();
    EXPECT_EQ(usage.throttled, 0);
    EXPECT_GE(2100 * 20 / minutes, 0.98 * 6000) << "units a minute";
    RecordProperty("units_per_minute", int(2100 * 20 / minutes));
}

TEST(GmailOnTheEmulator, LearnsAQuotaThatIsLowerThanItThoughtAndKeepsItForTheNextRun) {
    EmulatedGoogle house(std::nullopt);
    house.google.gmail().setQuota(2000, 0);
    house.line.setLatency(Millis{80});
    plantNumbered(house, 800);
    auto mailbox = house.mailbox();
    const auto refs = everyRef(*mailbox);
    const auto bring = [&](size_t from, size_t to) {
        for (size_t at = from; at < to; at += 50) {
            const auto fetch = mailbox->fetch(std::span(refs).subspan(at, 50), {});
            ASSERT_TRUE(fetch);
            ASSERT_EQ(fetch->found.size(), 50U);
        }
    };
    bring(0, 400);
    EXPECT_GT(mailbox->takeUsage().throttled, 0);
    bring(400, 800);
    EXPECT_EQ(mailbox->takeUsage().throttled, 0);
    const double kept = house.settings[QStringLiteral("google.learned.ada@firm.example")].toDouble();
    EXPECT_GT(kept, 1600);
    EXPECT_LE(kept, 2000);
}

TEST(GmailOnTheEmulator, FindsHowManyCallsAtOnceAMailboxBears) {
    EmulatedGoogle house;
    house.google.gmail().setQuota(0, 15);
    house.google.gmail().options().callTime = Millis{50};
    house.line.setLatency(Millis{60});
    plantNumbered(house, 900);
    auto mailbox = house.mailbox();
    const auto refs = everyRef(*mailbox);
    ASSERT_TRUE(mailbox->fetch(std::span(refs).first(450), {}));
    (void)mailbox->takeUsage();
    const auto fetch = mailbox->fetch(std::span(refs).subspan(450), {});
    ASSERT_TRUE(fetch);
    EXPECT_EQ(fetch->found.size(), 450U);
    EXPECT_LE(mailbox->takeUsage().throttled, 15) << "of 450: the bound is felt for, not hammered at";
}

TEST(GmailOnTheEmulator, FetchesThreadsWhereThatCostsLessAndTheMailIsTheSame) {
    EmulatedGoogle house(6000);
    plantNumbered(house, 40, 5);
    auto mailbox = house.mailbox();
    const auto refs = everyRef(*mailbox);
    (void)mailbox->takeUsage();
    const auto fetch = mailbox->fetch(refs, {});
    ASSERT_TRUE(fetch);
    ASSERT_EQ(fetch->found.size(), 40U);
    EXPECT_LE(mailbox->takeUsage().quotaUnits, 8 * 40);
    for (const mail::RemoteMessage& message : fetch->found) {
        const emulator::StoredMessage* stored = house.first().find(numberOf(message.ref.id));
        const Letter rebuilt = mail::parseMime(message.raw);
        const Letter original = mail::parseMime(stored->raw);
        EXPECT_EQ(rebuilt.subject, original.subject);
        EXPECT_EQ(rebuilt.text, original.text);
        EXPECT_EQ(rebuilt.rfc822MessageId, original.rfc822MessageId);
        EXPECT_EQ(message.internalDate.count(), stored->internalDate);
    }
}

}  // namespace
