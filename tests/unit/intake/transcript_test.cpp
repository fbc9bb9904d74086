// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/recording_name.h"
#include "core/intake/transcript_reader.h"

#include <QFile>
#include <QTemporaryDir>

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

using namespace kith;
using namespace kith::intake;
using std::chrono::milliseconds;

namespace {

Transcript transcriptOf(const char* name, const QByteArray& bytes) {
    const auto read = readTranscript(QString::fromUtf8(name), bytes);
    EXPECT_TRUE(read) << (read ? "" : read.error().detail.toStdString());
    return read ? *read : Transcript();
}

struct NameCase {
    const char* name;
    const char* title;
    QDate date;
    QTime time;
};

TEST(RecordingNames, SayTitleDateAndTime) {
    const NameCase cases[] = {
        {"2026-04-29-pilot-review-call.vtt", "pilot review call", QDate(2026, 4, 29), {}},
        {"GMT20260429-100215_Recording.transcript.vtt", "", QDate(2026, 4, 29), QTime(10, 2, 15)},
        {"Episode 12 – Ethics (2026-01-05 14_30).txt", "Episode 12 Ethics", QDate(2026, 1, 5), QTime(14, 30)},
        {"Angebot Müller 29.04.2026.docx", "Angebot Müller", QDate(2026, 4, 29), {}},
        {"Kick-off_April 3, 2026_otter_ai.txt", "Kick off ai", QDate(2026, 4, 3), {}},
        {"3 avril 2026 réunion.srt", "réunion", QDate(2026, 4, 3), {}},
        {"standup.en.vtt", "standup", {}, {}},
    };
    for (const NameCase& one : cases) {
        const RecordingName read = readRecordingName(QString::fromUtf8(one.name));
        EXPECT_EQ(read.title, QString::fromUtf8(one.title)) << one.name;
        ASSERT_EQ(read.when.dates.size(), one.date.isValid() ? 1U : 0U) << one.name;
        EXPECT_EQ(one.date.isValid() ? read.when.dates[0] : QDate(), one.date) << one.name;
        EXPECT_EQ(read.when.time.value_or(QTime()), one.time) << one.name;
    }
}

TEST(RecordingNames, ADateThatReadsTwoWaysIsKeptTwoWays) {
    EXPECT_EQ(readRecordingName(QStringLiteral("call 03-04-2026.txt")).when.dates.size(), 2U);
    EXPECT_EQ(readRecordingName(QStringLiteral("call 13-04-2026.txt")).when.dates.size(), 1U);
    EXPECT_EQ(readRecordingName(QStringLiteral("call 03.04.2026.txt")).when.dates.size(), 1U)
        << "a full stop puts the day first";
}

TEST(Transcripts, WebVttNamesVoicesAndItsHead) {
    const Transcript read = transcriptOf(
        "x.vtt",
        "WEBVTT\n\nNOTE\nMeeting: Pilot review\nDate: 2026-04-29T10:00:00+02:00\n"
        "Participants: Mara Lindqvist <mara@fjordlight.example>, Marisol Vega (lab 2)\n\n1\n"
        "00:00:04.500 --> 00:00:12.700 align:start\n<v Ana Ruiz>Good <i>morning</i> &amp; welcome</v>\nstill Ana\n\n"
        "00:13.900 --> 00:14.000\nMarisol Vega: I brought three: doubts.\n");
    EXPECT_EQ(read.title, QStringLiteral("Pilot review"));
    EXPECT_EQ(read.when.dates.at(0), QDate(2026, 4, 29));
    EXPECT_EQ(read.when.offset, std::chrono::minutes(120));
    ASSERT_EQ(read.participants.size(), 2U);
    EXPECT_EQ(read.participants[0].address, QStringLiteral("mara@fjordlight.example"));
    EXPECT_EQ(read.participants[1].name, QStringLiteral("Marisol Vega"));
    ASSERT_EQ(read.turns.size(), 2U);
    EXPECT_EQ(read.turns[0], (TranscriptTurn{QStringLiteral("Ana Ruiz"), milliseconds(4500),
                                             QStringLiteral("Good morning & welcome still Ana")}));
    EXPECT_EQ(read.turns[1].text, QStringLiteral("I brought three: doubts."));
    EXPECT_EQ(read.turns[1].start, milliseconds(13900));
}

TEST(Transcripts, SubRipIsReadLikeWebVtt) {
    const Transcript read =
        transcriptOf("a.srt", "1\r\n00:00:01,000 --> 00:00:02,500\r\nLena Hoffmann: Hallo.\r\n\r\n2\r\n"
                              "00:00:03,000 --> 00:00:04,000\r\nNoch etwas.\r\n");
    ASSERT_EQ(read.turns.size(), 2U);
    EXPECT_EQ(read.speakers, QStringList(QStringLiteral("Lena Hoffmann")));
    EXPECT_EQ(read.turns[1].text, QStringLiteral("Noch etwas."));
}

TEST(Transcripts, PlainTextComesInSeveralHands) {
    const Transcript chat =
        transcriptOf("chat.txt", "00:02:17\tRaúl Pons:\thello!\n00:05:02\tJo Ek:\tsee https://x.example\n");
    ASSERT_EQ(chat.turns.size(), 2U);
    EXPECT_EQ(chat.turns[0].speaker, QStringLiteral("Raúl Pons"));
    EXPECT_EQ(chat.turns[1].text, QStringLiteral("see https://x.example"));
    const Transcript above =
        transcriptOf("otter.txt", "Team sync\n\nAna Ruiz  0:05\nGood morning.\nShall we?\n\nSpeaker 2  0:12\nYes.\n");
    ASSERT_EQ(above.turns.size(), 2U);
    EXPECT_EQ(above.turns[0].text, QStringLiteral("Good morning. Shall we?"));
    EXPECT_EQ(above.turns[1].start, milliseconds(12000));
    const Transcript names =
        transcriptOf("n.txt", "Note: nothing here\nAna: one\nBen: two\nAna: three\nBen: and: four\n");
    EXPECT_EQ(names.speakers, QStringList({QStringLiteral("Ana"), QStringLiteral("Ben")}));
    EXPECT_EQ(names.turns.back().text, QStringLiteral("and: four"));
}

TEST(Transcripts, MarkdownAndProseLoseNothing) {
    const Transcript read = transcriptOf("notes.md", "# Quarterly review 2026-04-02\n\nTeilnehmer: Ana Ruiz, Ben "
                                                     "Ode\n\n**Ana Ruiz:** numbers first\n\n- **Ben Ode:** fine\n");
    EXPECT_EQ(read.title, QStringLiteral("Quarterly review"));
    EXPECT_EQ(read.when.dates.at(0), QDate(2026, 4, 2));
    ASSERT_EQ(read.turns.size(), 2U);
    EXPECT_EQ(read.turns[1].speaker, QStringLiteral("Ben Ode"));
    const Transcript prose = transcriptOf("speech.txt", "we met in the hall\nand spoke of prices\n");
    EXPECT_EQ(prose.text(), QStringLiteral("we met in the hall\nand spoke of prices"));
}

TEST(Transcripts, JsonOfSeveralRecorders) {
    const Transcript fireflies = transcriptOf(
        "a.json",
        R"({"title":"Demo Orrin","date":"2026-04-02T09:00:00Z","meeting_attendees":[{"displayName":"Jonas Feld","email":"jonas@orrin.example"}],
        "sentences":[{"speaker_name":"Jonas Feld","text":"Salt water.","start_time":1.5},{"speaker_name":"Mara","text":"Yes.","start_time":3}],"summary":{"items":[{"text":"x"}]}})");
    EXPECT_EQ(fireflies.title, QStringLiteral("Demo Orrin"));
    EXPECT_EQ(fireflies.participants.at(0).address, QStringLiteral("jonas@orrin.example"));
    ASSERT_EQ(fireflies.turns.size(), 2U);
    EXPECT_EQ(fireflies.turns[0].start, milliseconds(1500));
    const Transcript whisper =
        transcriptOf("b.json", R"({"segments":[{"start":0.0,"end":2.0,"text":" Hello there."}]})");
    EXPECT_EQ(whisper.turns.at(0).text, QStringLiteral("Hello there."));
    const Transcript words = transcriptOf("c.json", R"([{"speaker":1,"words":[{"word":"Good"},{"word":"day"}]}])");
    EXPECT_EQ(words.turns.at(0).speaker, QStringLiteral("Speaker 1"));
    EXPECT_EQ(words.turns.at(0).text, QStringLiteral("Good day"));
}

QByteArray wordFile(const QByteArray& xml) {
    const QTemporaryDir folder;
    const QByteArray path = folder.filePath(QStringLiteral("a.docx")).toUtf8();
    archive* zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_open_filename(zip, path.constData());
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, "word/document.xml");
    archive_entry_set_size(entry, xml.size());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(zip, entry);
    archive_write_data(zip, xml.constData(), static_cast<size_t>(xml.size()));
    archive_entry_free(entry);
    archive_write_close(zip);
    archive_write_free(zip);
    QFile file(QString::fromUtf8(path));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

TEST(Transcripts, WordFilesAreReadByParagraphs) {
    const Transcript read = transcriptOf(
        "a.docx",
        wordFile("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>"
                 "<w:p><w:r><w:t>Ana Ruiz</w:t></w:r><w:r><w:tab/><w:t>0:03</w:t></w:r></w:p><w:p><w:r><w:t>Guten "
                 "</w:t></w:r><w:r><w:t>Tag.</w:t></w:r></w:p>"
                 "</w:body></w:document>"));
    ASSERT_EQ(read.turns.size(), 1U);
    EXPECT_EQ(read.turns[0].text, QStringLiteral("Guten Tag."));
    EXPECT_EQ(read.turns[0].start, milliseconds(3000));
}

TEST(Transcripts, WhatIsNoneIsRefusedWithASentence) {
    for (const auto& [name, bytes] :
         std::initializer_list<std::pair<const char*, QByteArray>>{{"empty.txt", {}},
                                                                   {"cut.json", "{\"a\":[\n{\"te"},
                                                                   {"picture.txt", QByteArray("\x89PNG\0\0", 6)},
                                                                   {"odd.docx", "PK\x03\x04nothing"}}) {
        const auto read = readTranscript(QString::fromLatin1(name), bytes);
        ASSERT_FALSE(read) << name;
        EXPECT_EQ(read.error().kind, ErrorKind::Malformed) << name;
        EXPECT_FALSE(read.error().hint.isEmpty()) << name;
    }
}

}  // namespace
