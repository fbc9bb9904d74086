// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/transcript_reader.h"

#include "core/intake/recording_name.h"
#include "core/intake/transcript_formats.h"
#include "core/mail/address_parser.h"
#include "core/mail/charset.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace kith::intake {

namespace {

QString plainText(const QByteArray& bytes) {
    QString text = mail::decodeText(bytes, {}).text;
    return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
}

Result<TranscriptBody> bodyOf(const QString& ending, const QByteArray& bytes) {
    if (bytes.startsWith("PK\x03\x04")) {
        const auto text = docxText(bytes);
        return text ? Result<TranscriptBody>(readSpokenLines(*text)) : Result<TranscriptBody>(text.error());
    }
    const QByteArray head = bytes.left(4096).trimmed();
    if (ending == QLatin1String("json") || head.startsWith('{') || (head.startsWith('[') && head.contains('{'))) {
        return readTranscriptJson(bytes);
    }
    const QString text = plainText(bytes);
    if (text.contains(QChar(u'\0'))) {
        return Error{ErrorKind::Malformed, QStringLiteral("this is no text"),
                     QStringLiteral("Transcripts are .txt, .srt, .vtt, .docx, .md or .json files.")};
    }
    return text.contains(QStringLiteral("-->")) ? readCues(text) : readSpokenLines(text);
}

/// Names with or without addresses, between commas: "Ana Ruiz <ana@firm.example>, Marisol Vega (lab 2)".
Addresses peopleOf(const QString& list) {
    static const QRegularExpression brackets(QStringLiteral("\\([^)]*\\)"));
    Addresses people;
    for (const QString& one :
         QString(list).remove(brackets).split(QRegularExpression(QStringLiteral("[,;]")), Qt::SkipEmptyParts)) {
        const auto angle = one.indexOf(QLatin1Char('<'));
        const QString name = (angle < 0 ? one : one.left(angle)).trimmed();
        const QString address = angle < 0 ? QString() : one.mid(angle + 1).section(QLatin1Char('>'), 0, 0).trimmed();
        if (name.contains(QLatin1Char('@')) && address.isEmpty()) {
            people.push_back({{}, name});
        } else if (!name.isEmpty() || !address.isEmpty()) {
            people.push_back({name, address});
        }
    }
    return people;
}

QString keyed(const QString& line, const QRegularExpression& key) {
    const auto match = key.match(line);
    return match.hasMatch() ? line.mid(match.capturedEnd()).trimmed() : QString();
}

void readHead(const QStringList& head, Transcript& transcript) {
    static const auto option = QRegularExpression::CaseInsensitiveOption;
    static const QRegularExpression title(
        QStringLiteral("^(?:meeting|title|topic|subject|betreff|thema|titel|sujet|titre|objet|asunto)\\s*:"), option);
    static const QRegularExpression date(QStringLiteral("^(?:date|when|start|time|datum|fecha)\\s*:"), option);
    static const QRegularExpression people(
        QStringLiteral(
            "^(?:participants?|attendees?|present|teilnehmer(?:innen)?|anwesend|asistentes|participantes)\\s*:"),
        option);
    QString heading;
    for (const QString& line : head) {
        if (const QString said = keyed(line, title); !said.isEmpty()) {
            transcript.title = said;
            heading = said;
        } else if (const QString listed = keyed(line, people); !listed.isEmpty()) {
            transcript.participants = peopleOf(listed);
        } else {
            const QString when = keyed(line, date);
            const TranscriptTime read = readMeetingTime(when.isEmpty() ? line : when);
            if (!read.dates.empty() && (!when.isEmpty() || transcript.when.dates.empty())) {
                transcript.when = read;
            }
            if (heading.isEmpty() && line.startsWith(QLatin1Char('#'))) {
                heading = QString(line).remove(QRegularExpression(QStringLiteral("^#+\\s*")));
                transcript.title = readRecordingName(heading).title;
            }
        }
    }
}

}  // namespace

QStringList transcriptEndings() {
    return {QStringLiteral("vtt"),  QStringLiteral("srt"), QStringLiteral("txt"),
            QStringLiteral("docx"), QStringLiteral("md"),  QStringLiteral("json")};
}

Result<Transcript> readTranscript(const QString& fileName, const QByteArray& bytes) {
    const auto body = bodyOf(QFileInfo(fileName).suffix().toLower(), bytes);
    if (!body) {
        return body.error();
    }
    Transcript transcript;
    transcript.file = fileName;
    const RecordingName name = readRecordingName(QFileInfo(fileName).fileName());
    transcript.title = name.title;
    transcript.when = name.when;
    readHead(body->head, transcript);
    for (const TranscriptTurn& turn : body->turns) {
        if (turn.text.isEmpty()) {
            continue;
        }
        if (!turn.speaker.isEmpty() && !transcript.speakers.contains(turn.speaker)) {
            transcript.speakers << turn.speaker;
        }
        transcript.turns.push_back(turn);
    }
    if (transcript.turns.empty()) {
        return Error{ErrorKind::Malformed, QStringLiteral("nothing is said in it"),
                     QStringLiteral("Transcripts are .txt, .srt, .vtt, .docx, .md or .json files with what was said.")};
    }
    return transcript;
}

}  // namespace kith::intake
