// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/transcript_matcher.h"
#include "transcript_set.h"

#include <QDateTime>

#include <algorithm>
#include <gtest/gtest.h>

using namespace kith;
using namespace kith::people;
using kith::testing::TranscriptSet;

namespace {

Meeting meetingAt(const char* title, const QDateTime& start, Addresses people = {}) {
    Meeting meeting;
    meeting.key = QString::fromUtf8(title) + start.toString(Qt::ISODate);
    meeting.title = QString::fromUtf8(title);
    meeting.start = std::chrono::milliseconds(start.toMSecsSinceEpoch());
    meeting.end = meeting.start + std::chrono::hours(1);
    meeting.people = std::move(people);
    return meeting;
}

Transcript file(const char* title, std::vector<QDate> dates = {}, QStringList speakers = {}) {
    Transcript transcript;
    transcript.file = QString::fromUtf8(title);
    transcript.title = QString::fromUtf8(title);
    transcript.when.dates = std::move(dates);
    transcript.speakers = std::move(speakers);
    return transcript;
}

const QDateTime kNoon(QDate(2026, 4, 29), QTime(12, 0), Qt::UTC);

TEST(TranscriptMatcher, AnotherEpisodeOfTheSeriesIsNeverTaken) {
    const std::vector<Meeting> meetings{meetingAt("Episode 12: Ethics in Investing", kNoon),
                                        meetingAt("Board", kNoon.addDays(1))};
    EXPECT_TRUE(matchTranscripts({file("episode 13 ethics in investing")}, meetings).empty());
    const auto right = matchTranscripts({file("Episode_012 – ethics in investing")}, meetings);
    ASSERT_EQ(right.size(), 1U);
    EXPECT_EQ(right[0].meeting, 0U);
}

TEST(TranscriptMatcher, TheSameTitleOnAnotherDayIsNeverTaken) {
    const std::vector<Meeting> meetings{meetingAt("Calder pilot review", kNoon)};
    EXPECT_TRUE(matchTranscripts({file("Calder pilot review", {QDate(2026, 5, 6)})}, meetings).empty());
    EXPECT_EQ(matchTranscripts({file("Calder pilot review", {QDate(2026, 4, 29)})}, meetings).size(), 1U);
}

TEST(TranscriptMatcher, AMeetingGoesToOneFileOnly) {
    const std::vector<Meeting> meetings{meetingAt("Orrin demo", kNoon), meetingAt("Kestrel demo", kNoon.addDays(7))};
    const auto matches = matchTranscripts({file("Orrin demo"), file("Orrin demo", {QDate(2026, 4, 29)})}, meetings);
    ASSERT_GE(matches.size(), 1U);
    EXPECT_EQ(matches[0].transcript, 1U) << "the better one takes it";
    EXPECT_TRUE(std::all_of(matches.begin() + 1, matches.end(),
                            [](const TranscriptMatch& match) { return match.meeting != 0; }));
}

TEST(TranscriptMatcher, TwoMeetingsThatFitAlikeLeaveItOpen) {
    const std::vector<Meeting> meetings{meetingAt("Weekly sync", kNoon), meetingAt("Weekly sync", kNoon.addDays(7))};
    const auto matches = matchTranscripts({file("weekly sync")}, meetings);
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_LT(matches[0].score, kTranscriptThreshold);
}

TEST(TranscriptMatcher, LettersBeyondAsciiCountAsLetters) {
    const std::vector<Meeting> meetings{meetingAt("Žofie & Åsa: návrh smlouvy", kNoon),
                                        meetingAt("東京オフィス 見積", kNoon.addDays(3))};
    EXPECT_EQ(matchTranscripts({file("zofie asa navrh smlouvy")}, meetings).at(0).meeting, 0U);
    EXPECT_EQ(matchTranscripts({file("東京オフィス 見積")}, meetings).at(0).meeting, 1U);
}

TEST(TranscriptMatcher, TellsItsReasons) {
    const Addresses people{{QStringLiteral("Ana Ruiz"), QStringLiteral("ana@firm.example")}};
    const std::vector<Meeting> meetings{meetingAt("Pilot review", kNoon, people), meetingAt("Board", kNoon.addDays(2))};
    const auto matches =
        matchTranscripts({file("Pilot review", {QDate(2026, 4, 29)}, {QStringLiteral("Ana Ruiz")})}, meetings);
    ASSERT_EQ(matches.size(), 1U);
    QStringList words;
    for (const MatchSignal& sign : matches[0].signs) {
        words << sign.word;
    }
    EXPECT_EQ(words, QStringList({QStringLiteral("same_day"), QStringLiteral("title"), QStringLiteral("people")}));
}

struct Rates {
    int automatic{0};
    int right{0};
    int wrong{0};
    int known{0};
};

Rates ratesOf(const TranscriptSet& set) {
    Rates rates;
    rates.known = static_cast<int>(std::count_if(set.truth.begin(), set.truth.end(), [](int of) { return of >= 0; }));
    for (const TranscriptMatch& match : matchTranscripts(set.transcripts, set.meetings)) {
        if (match.score >= kTranscriptThreshold) {
            ++rates.automatic;
            const bool right = set.truth[match.transcript] == static_cast<int>(match.meeting);
            ++(right ? rates.right : rates.wrong);
        }
    }
    return rates;
}

TEST(TranscriptMatcher, OfAYearWithNearMissesWhatIsTakenUnaskedIsRight) {
    Rates all;
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const Rates rates = ratesOf(TranscriptSet::make(seed, 300, 220));
        all.automatic += rates.automatic;
        all.right += rates.right;
        all.wrong += rates.wrong;
        all.known += rates.known;
    }
    RecordProperty("automatic", all.automatic);
    RecordProperty("wrong", all.wrong);
    RecordProperty("known", all.known);
    std::printf("transcripts: %d of %d taken unasked, %d wrong (precision %.4f, recall %.3f)\n", all.automatic,
                all.known, all.wrong, static_cast<double>(all.right) / all.automatic,
                static_cast<double>(all.right) / all.known);
    EXPECT_GE(static_cast<double>(all.right) / all.automatic, 0.98);
    EXPECT_GE(static_cast<double>(all.right) / all.known, 0.80);
}

TEST(TranscriptMatcher, TheOrderOfTheFilesDoesNotMatter) {
    TranscriptSet set = TranscriptSet::make(9, 80, 60);
    const auto names = [&](const std::vector<TranscriptMatch>& matches) {
        QStringList pairs;
        for (const TranscriptMatch& match : matches) {
            pairs << set.transcripts[match.transcript].file + set.meetings[match.meeting].key;
        }
        pairs.sort();
        return pairs;
    };
    const QStringList before = names(matchTranscripts(set.transcripts, set.meetings));
    std::reverse(set.transcripts.begin(), set.transcripts.end());
    std::reverse(set.meetings.begin(), set.meetings.end());
    EXPECT_EQ(names(matchTranscripts(set.transcripts, set.meetings)), before);
}

}  // namespace
