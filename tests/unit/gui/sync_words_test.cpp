// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How a sync stands, in words: every phase, what is not known, several accounts, and what became of changes.
#include "accounts_support.h"
#include "ui/outbox_words.h"
#include "ui/passphrase_words.h"
#include "ui/scope_words.h"
#include "ui/sync_words.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

class SyncSentences : public ::testing::Test {
protected:
    AccountView view() const { return {marasAccount(), wholeSync(marasAccount()), true}; }
    AccountView in(SyncPhase phase) const {
        AccountView one = view();
        one.status.phase = phase;
        return one;
    }
    SyncFace face(const AccountView& one) const { return SyncWords::face(one, now); }

    const EnglishWords english;
    const QDateTime now{QDate::currentDate(), QTime(10, 45)};
};

TEST_F(SyncSentences, AWholeMailboxIsUpToDateWithItsCountAndTheTimeOfTheComparison) {
    ASSERT_TRUE(english.loaded());
    const SyncFace whole = face(view());
    EXPECT_EQ(whole.state, SyncState::UpToDate);
    EXPECT_EQ(whole.now, QStringLiteral("Up to date · 10:42"));
    EXPECT_EQ(whole.count, QStringLiteral("12,431 of 12,431 messages"));
}

TEST_F(SyncSentences, WhatIsMissingIsNeverCalledUpToDate) {
    AccountView one = view();
    one.status.completeness.gaps = 3;
    EXPECT_EQ(face(one).state, SyncState::Waiting);
    EXPECT_EQ(face(one).now, QStringLiteral("Incomplete · compared 10:42"));
    one.status.completeness.checkedAt = {};
    EXPECT_EQ(face(one).now, QStringLiteral("Not compared yet"));
}

TEST_F(SyncSentences, EachPhaseHasItsWords) {
    AccountView waiting = in(SyncPhase::Waiting);
    waiting.status.retryAt = todayAt(10, 47);
    EXPECT_EQ(face(waiting).now, QStringLiteral("Google asked to wait until 10:47"));
    EXPECT_EQ(face(in(SyncPhase::Waiting)).now, QStringLiteral("Google asked to wait"));
    EXPECT_EQ(face(in(SyncPhase::Listing)).now, QStringLiteral("Counting your messages …"));
    EXPECT_EQ(face(in(SyncPhase::Filling)).now, QStringLiteral("Fetching mail …"));
    EXPECT_EQ(face(in(SyncPhase::Updating)).now, QStringLiteral("Catching up …"));
    EXPECT_EQ(face(in(SyncPhase::Reconciling)).now, QStringLiteral("Comparing with Google …"));
    EXPECT_EQ(face(in(SyncPhase::Sending)).now, QStringLiteral("Sending changes …"));
    AccountView sending = in(SyncPhase::Sending);
    sending.status.outgoing = 1;
    EXPECT_EQ(face(sending).now, QStringLiteral("Sending 1 change …"));
    AccountView failed = in(SyncPhase::Failed);
    EXPECT_EQ(face(failed).now, QStringLiteral("Sync does not work now"));
    failed.status.retryAt = todayAt(10, 50);
    EXPECT_EQ(face(failed).now, QStringLiteral("Trouble · next try 10:50"));
    failed.status.problem = QStringLiteral("Google does not know this mailbox");
    failed.status.hint = QStringLiteral("Sign in again.");
    EXPECT_EQ(SyncWords::problem(failed.status), QStringLiteral("Google does not know this mailbox. Sign in again."));
    EXPECT_EQ(face(failed).state, SyncState::Failed);
}

TEST_F(SyncSentences, WhatKeepsChangesBackSaysHowManyWait) {
    AccountView offline = in(SyncPhase::Offline);
    offline.status.outgoing = 4;
    EXPECT_EQ(face(offline).now, QStringLiteral("Offline"));
    EXPECT_EQ(face(offline).count, QStringLiteral("4 changes waiting"));
    AccountView out = in(SyncPhase::SignInNeeded);
    out.status.outgoing = 3;
    EXPECT_EQ(face(out).now, QStringLiteral("Sign in again"));
    EXPECT_EQ(face(out).count, QStringLiteral("3 changes waiting"));
    out.status.outgoing = 0;
    EXPECT_EQ(face(out).count, QStringLiteral("12,431 of 12,431 messages"));
}

TEST_F(SyncSentences, ThePersonsOwnPauseIsNotCalledAProblem) {
    AccountView paused = in(SyncPhase::Failed);
    paused.account.state = AccountState::Paused;
    EXPECT_EQ(face(paused).state, SyncState::Paused);
    EXPECT_EQ(face(paused).now, QStringLiteral("Paused"));
}

TEST_F(SyncSentences, OfSeveralAccountsTheOneThatNeedsThePersonSpeaks) {
    AccountView out = in(SyncPhase::SignInNeeded);
    out.account.id = AccountId{8};
    const SyncFace both = SyncWords::face(AccountViews{view(), out}, now);
    EXPECT_EQ(both.state, SyncState::SignInNeeded);
    EXPECT_EQ(both.now, QStringLiteral("Sign in again · 1 of 2"));
    EXPECT_EQ(SyncWords::face(AccountViews{view(), view()}, now).count, QStringLiteral("24,862 of 24,862 messages"));
}

TEST_F(SyncSentences, TheFirstSyncSaysHowFarHowFastAndHowLong) {
    AccountView filling{marasAccount(), firstSync(marasAccount()), true};
    EXPECT_TRUE(SyncWords::isFilling(filling));
    EXPECT_EQ(
        SyncWords::filling(filling, now),
        QStringLiteral("4,120 of 12,431 · 290 a minute · Google’s limit is 300 a minute · about 28 minutes left"));
    EXPECT_EQ(SyncWords::permille(filling.status.completeness), 331);
    EXPECT_FALSE(SyncWords::isFilling(view()));
}

TEST_F(SyncSentences, WhatIsNotKnownIsNotSaid) {
    AccountView filling{marasAccount(), firstSync(marasAccount()), true};
    filling.status.messagesPerMinute = 0;
    filling.status.messagesLimit = 0;
    filling.status.remaining.reset();
    EXPECT_EQ(SyncWords::filling(filling, now), QStringLiteral("4,120 of 12,431"));
    filling.status.completeness = {};
    EXPECT_EQ(SyncWords::filling(filling, now), QStringLiteral("Fetching mail …"));
    EXPECT_EQ(SyncWords::permille(filling.status.completeness), -1);
}

TEST_F(SyncSentences, AFirstSyncThatRestsSaysWhyInsteadOfARate) {
    AccountView filling{marasAccount(), firstSync(marasAccount()), true};
    filling.account.state = AccountState::Paused;
    EXPECT_EQ(SyncWords::filling(filling, now), QStringLiteral("Paused · 4,120 of 12,431"));
    filling.account.state = AccountState::Ready;
    filling.status.phase = SyncPhase::Waiting;
    filling.status.retryAt = todayAt(10, 47);
    EXPECT_EQ(SyncWords::filling(filling, now), QStringLiteral("Google asked to wait until 10:47 · 4,120 of 12,431"));
}

TEST_F(SyncSentences, SevenDaysOfAProjectInTestingAreADate) {
    EXPECT_EQ(SyncWords::signInBy(marasAccount()), QStringLiteral("Google asks you to sign in again by 30 November."));
    Account published = marasAccount();
    published.tokenExpiresAt = published.signedInAt + std::chrono::hours(1);
    EXPECT_EQ(SyncWords::signInBy(published), QString()) << "an access token is renewed by Kith itself";
    published.tokenExpiresAt = {};
    EXPECT_EQ(SyncWords::signInBy(published), QString());
}

TEST_F(SyncSentences, AnotherDayIsNamed) {
    const QDateTime then(QDate(2026, 11, 12), QTime(9, 5));
    EXPECT_EQ(SyncWords::clock(std::chrono::milliseconds(then.toMSecsSinceEpoch()),
                               QDateTime(QDate(2026, 11, 23), QTime(9, 0))),
              QStringLiteral("12 Nov, 09:05"));
}

TEST_F(SyncSentences, AChangeIsToldByWhatItDoes) {
    const auto deed = [](const QStringList& add, const QStringList& remove) {
        return OutboxWords::deed(change(1, OutboxState::Pending, add, remove, "x"));
    };
    const QString inbox = QStringLiteral("INBOX");
    EXPECT_EQ(deed({}, {inbox}), QStringLiteral("Archive"));
    EXPECT_EQ(deed({QStringLiteral("TRASH")}, {inbox}), QStringLiteral("Move to the bin"));
    EXPECT_EQ(deed({QStringLiteral("Customers")}, {inbox}), QStringLiteral("Archive, label Customers"));
    EXPECT_EQ(deed({}, {QStringLiteral("UNREAD")}), QStringLiteral("Mark as read"));
    EXPECT_EQ(deed({}, {QStringLiteral("Press")}), QStringLiteral("Take Press off"));
}

TEST_F(SyncSentences, ARefusalSaysWhatWhyAndThatItIsBackAsItWas) {
    const auto one = change(1, OutboxState::Refused, {}, {QStringLiteral("INBOX")}, "a", "the message is gone there");
    EXPECT_EQ(OutboxWords::refused({one}, 1),
              QStringLiteral("Google refused: archive. the message is gone there. It is back as it was."));
    EXPECT_EQ(OutboxWords::refused({one, one}, 7),
              QStringLiteral("Google refused 2 of 7: archive. the message is gone there. They are back as they were."));
    EXPECT_EQ(OutboxWords::state(one, now), QStringLiteral("Refused: the message is gone there"));
}

TEST_F(SyncSentences, APassphraseIsWeighedByWhatItTellsNotByItsLengthAlone) {
    EXPECT_EQ(strengthOf(QString()), PassphraseStrength::None);
    EXPECT_EQ(strengthOf(QStringLiteral("aaaaaaaaaaaaaaaaaaaaaaaa")), PassphraseStrength::Weak);
    EXPECT_EQ(strengthOf(QStringLiteral("123456789012345678")), PassphraseStrength::Weak);
    EXPECT_EQ(strengthOf(QStringLiteral("summer")), PassphraseStrength::Weak);
    EXPECT_EQ(strengthOf(QStringLiteral("violet anchor")), PassphraseStrength::Fair);
    EXPECT_EQ(strengthOf(QStringLiteral("violet anchor under quiet mills")), PassphraseStrength::Strong);
}

TEST_F(SyncSentences, ARightSaysWhatIsMissingWithoutItAndWhoOneIsIsNoRight) {
    const auto faces = ScopeWords::faces({QStringLiteral("openid"), QStringLiteral("email"),
                                          QStringLiteral("https://www.googleapis.com/auth/gmail.modify"),
                                          QStringLiteral("https://www.googleapis.com/auth/gmail.something.new")});
    ASSERT_EQ(faces.size(), 2U);
    EXPECT_FALSE(faces[0].without.isEmpty());
    EXPECT_EQ(faces[1].title, QStringLiteral("gmail.something.new")) << "not known is not hidden";
}

}  // namespace
