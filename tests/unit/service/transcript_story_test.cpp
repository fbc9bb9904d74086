// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/mail_actions.h"
#include "core/service/sample.h"
#include "core/service/transcript_book.h"
#include "service_house.h"

#include <QDir>

using namespace kith;
using namespace kith::service;
using kith::testing::good;

namespace {

QByteArray invitation(const char* id, const char* uid, const char* summary, const char* start,
                      const char* method = "REQUEST") {
    return QByteArray("From MAILER-DAEMON Mon Apr 27 09:00:00 2026\nFrom: Ana Ruiz <ana@caldervoss.example>\nTo: Mara "
                      "<mara@fjordlight.example>\n"
                      "Subject: Invitation: ") +
           summary + "\nDate: Mon, 27 Apr 2026 09:00:00 +0000\nMessage-ID: <" + id +
           "@x.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: "
           "text/plain\n\nSee you.\n--b\n"
           "Content-Type: text/calendar; method=" +
           method + "\n\nBEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:" + method + "\nBEGIN:VEVENT\nUID:" + uid +
           "\nSUMMARY:" + summary + "\nDTSTART:" + start +
           "\nORGANIZER;CN=Ana Ruiz:mailto:ana@caldervoss.example\nATTENDEE;CN=Mara "
           "Lindqvist:mailto:mara@fjordlight.example\n"
           "END:VEVENT\nEND:VCALENDAR\n--b--\n\n";
}

class TranscriptStory : public kith::testing::ServiceHouse {
protected:
    void SetUp() override {
        ASSERT_TRUE(
            good(cellar->owners.addAddresses({QStringLiteral("mara@fjordlight.example")}, QStringLiteral("user"))));
        take(file("meetings.mbox", invitation("m1", "u1", "Pilot review", "20260429T080000Z") +
                                       invitation("m2", "u2", "Pricing call", "20260430T080000Z") +
                                       invitation("m3", "u3", "Board", "20260501T080000Z") +
                                       invitation("m4", "u3", "Board", "20260501T080000Z", "CANCEL")));
        QDir(folder.path()).mkdir(QStringLiteral("said"));
    }
    QString said(const char* name, const QByteArray& content) {
        const QByteArray path = QByteArray("said/") + name;
        return file(path.constData(), content);
    }
    TranscriptReport match(double threshold = -1) {
        const auto files = transcriptFiles(folder.filePath(QStringLiteral("said")));
        EXPECT_TRUE(good(files));
        TranscriptRequest request;
        request.files = *files;
        request.threshold = threshold;
        auto report = matchTranscriptFiles(*cellar, request, {});
        EXPECT_TRUE(good(report));
        return report ? *report : TranscriptReport();
    }
    storage::TranscriptStore store() { return storage::TranscriptStore(*cellar->database); }
};

TEST_F(TranscriptStory, AnInvitationInTheMailIsTheMeeting) {
    said("2026-04-29 pilot review.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana Ruiz>Six alarms.</v>\n");
    said("2026-05-01 board.txt", "Ana Ruiz: cancelled, yet recorded\n");
    said("broken.json", "{");
    const TranscriptReport report = match();
    EXPECT_EQ(report.seen, 3);
    ASSERT_EQ(report.matched.size(), 1U);
    EXPECT_EQ(report.matched[0].meetingTitle, QStringLiteral("Pilot review"));
    EXPECT_EQ(report.matched[0].contact, QStringLiteral("ana@caldervoss.example"));
    EXPECT_EQ(report.matched[0].state, QStringLiteral("automatic"));
    ASSERT_EQ(report.unmatched.size(), 1U) << "a cancelled meeting takes nothing";
    ASSERT_EQ(report.rejected.size(), 1U);
    EXPECT_FALSE(report.rejected[0].reason.isEmpty());
    EXPECT_EQ(store().with(QStringLiteral("ana@caldervoss.example"), 10)->size(), 1U);
    EXPECT_EQ(store().list({QStringLiteral("alarms")}, 10)->size(), 1U);
}

TEST_F(TranscriptStory, TakingTheSameFilesAgainChangesNothingAndUndoTakesAllBack) {
    said("2026-04-29 pilot review.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana Ruiz>Six alarms.</v>\n");
    const TranscriptReport first = match();
    match();
    EXPECT_EQ(store().list({}, 10)->size(), 1U);
    ASSERT_TRUE(good(undoChange(*cellar, first.change)));
    EXPECT_TRUE(store().list({}, 10)->empty());
}

TEST_F(TranscriptStory, WhatTheUserDecidedStands) {
    said("2026-04-29 pilot review.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana Ruiz>Six alarms.</v>\n");
    const TranscriptReport report = match();
    ASSERT_EQ(report.matched.size(), 1U);
    ASSERT_TRUE(good(judgeTranscript(*cellar, report.matched[0].id, false)));
    EXPECT_TRUE(match().matched.empty()) << "the rejected meeting is not taken again";
    EXPECT_EQ(store().transcript(report.matched[0].id)->value().state, QStringLiteral("rejected"));
    ASSERT_TRUE(good(judgeTranscript(*cellar, report.matched[0].id, true)));
    EXPECT_EQ(match(1.0).matched.size(), 1U) << "confirmed, whatever the threshold";
}

TEST_F(TranscriptStory, AStopBeforeTheEndWritesNothing) {
    said("2026-04-29 pilot review.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana Ruiz>Six alarms.</v>\n");
    std::stop_source stop;
    stop.request_stop();
    TranscriptRequest request;
    request.files = *transcriptFiles(folder.filePath(QStringLiteral("said")));
    const auto report = matchTranscriptFiles(*cellar, request, stop.get_token());
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().kind, ErrorKind::Cancelled);
    EXPECT_TRUE(store().list({}, 10)->empty());
}

class SampleTranscripts : public kith::testing::ServiceHouse {};

TEST_F(SampleTranscripts, ComeWithTheSampleAndGoWithIt) {
    const auto sample = Sample::unpack(clock.now());
    ASSERT_TRUE(good(sample));
    ImportJob job(*cellar, clock, {});
    ASSERT_TRUE(good(job.run(sample->request(), {})));
    const auto report = takeSampleTranscripts(*cellar, *sample, {});
    ASSERT_TRUE(good(report));
    EXPECT_EQ(report->seen, 2);
    storage::TranscriptStore store(*cellar->database);
    EXPECT_EQ(store.list({}, 10)->size(), 2U);
    EXPECT_FALSE(store.with(QStringLiteral("ana.ruiz@caldervoss.example"), 10)->empty());
    ASSERT_TRUE(good(removeSample(*cellar)));
    EXPECT_TRUE(store.list({}, 10)->empty());
}

}  // namespace
