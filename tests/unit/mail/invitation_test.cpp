// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/invitation.h"

#include "core/mail/mime_parser.h"
#include "corpora.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::mail;
using std::chrono::milliseconds;

namespace {

const milliseconds kLongAgo{0};
const milliseconds kFarAway{4'102'444'800'000};

QByteArray calendarOf(const QByteArray& event, const char* method = "REQUEST") {
    return QByteArray("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:") + method +
           "\r\nBEGIN:VTIMEZONE\r\nTZID:Work\r\nBEGIN:STANDARD\r\nDTSTART:20001029T030000\r\n"
           "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0200\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:u1\r\n" +
           event + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

QString utc(milliseconds at) {
    return QDateTime::fromMSecsSinceEpoch(at.count(), Qt::UTC).toString(Qt::ISODate);
}

TEST(Invitations, SayWhenWhoAndWhere) {
    const auto all = readInvitations(
        calendarOf(
            "SUMMARY:Pilot review\\, part 2\r\nDTSTART;TZID=Work:20260429T100000\r\nDTEND;TZID=Work:20260429T110000\r\n"
            "ORGANIZER;CN=Mara Lindqvist:mailto:mara@fjordlight.example\r\nATTENDEE;CN=\"Ruiz, "
            "Ana\";RSVP=TRUE:MAILTO:ana@caldervoss.example\r\n"
            "LOCATION:https://meet.google.com/abc-defg-hij\r\nSEQUENCE:3\r\n"),
        kLongAgo, kFarAway);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].summary, QStringLiteral("Pilot review, part 2"));
    EXPECT_EQ(utc(all[0].start), QStringLiteral("2026-04-29T08:00:00Z"));
    EXPECT_EQ(all[0].offset, std::chrono::minutes(120));
    EXPECT_EQ(all[0].end - all[0].start, std::chrono::hours(1));
    EXPECT_EQ(all[0].organizer.address, QStringLiteral("mara@fjordlight.example"));
    EXPECT_EQ(all[0].attendees.at(0), (Address{QStringLiteral("Ruiz, Ana"), QStringLiteral("ana@caldervoss.example")}));
    EXPECT_EQ(all[0].joinUrl, QStringLiteral("https://meet.google.com/abc-defg-hij"));
    EXPECT_EQ(all[0].sequence, 3);
    EXPECT_FALSE(all[0].cancelled);
}

TEST(Invitations, ARecurringOneStandsOnceForEachStartThatIsAskedFor) {
    const QByteArray weekly =
        calendarOf("SUMMARY:Sync\r\nDTSTART:20260105T090000Z\r\nDURATION:PT30M\r\nRRULE:FREQ=WEEKLY\r\n");
    const auto from = milliseconds(QDateTime(QDate(2026, 2, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
    const auto until = milliseconds(QDateTime(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
    const auto all = readInvitations(weekly, from, until);
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(utc(all[0].start), QStringLiteral("2026-02-02T09:00:00Z"));
    EXPECT_EQ(all[3].end - all[3].start, std::chrono::minutes(30));
    EXPECT_EQ(readInvitations(weekly, kLongAgo, kFarAway).size(), 500U) << "an endless rule has an end here";
}

TEST(Invitations, CancelledAndBrokenOnesAreTold) {
    EXPECT_TRUE(
        readInvitations(calendarOf("DTSTART:20260105T090000Z\r\n", "CANCEL"), kLongAgo, kFarAway).at(0).cancelled);
    EXPECT_TRUE(readInvitations("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\n", kLongAgo, kFarAway).empty());
    EXPECT_TRUE(readInvitations("no calendar", kLongAgo, kFarAway).empty());
    EXPECT_TRUE(readInvitations({}, kLongAgo, kFarAway).empty());
}

TEST(InvitationCorpora, InvitationsOfRealCalendarsAreRead) {
    const QDir folder(qEnvironmentVariable("KITH_CORPORA") + QStringLiteral("/mime-invites"));
    if (!folder.exists()) {
        GTEST_SKIP() << "no corpora at KITH_CORPORA";
    }
    int events = 0;
    for (const QString& name : folder.entryList({QStringLiteral("*.eml")})) {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        int here = 0;
        for (const Attachment& part : leafParts(bytes)) {
            if (part.contentType == QLatin1String("text/calendar")) {
                for (const Invitation& one : readInvitations(partContent(bytes, part.part), kLongAgo, kFarAway)) {
                    EXPECT_FALSE(one.uid.isEmpty()) << name.toStdString();
                    EXPECT_GT(one.start.count(), 0) << name.toStdString();
                    EXPECT_GE(one.end, one.start) << name.toStdString();
                    EXPECT_EQ(one.cancelled, name.startsWith(QLatin1String("cancel"))) << name.toStdString();
                    ++here;
                }
            }
        }
        EXPECT_GT(here, 0) << name.toStdString();
        events += here;
    }
    EXPECT_GE(events, 8);
}

}  // namespace
