// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/transcript_formats.h"

#include <QRegularExpression>

namespace kith::intake {

namespace {

const QRegularExpression& arrowLine() {
    static const QRegularExpression shape(QStringLiteral("^\\s*([0-9:.,]+)\\s*-->\\s*([0-9:.,]+).*$"));
    return shape;
}

/// <v Ana Ruiz>words</v>, <c.loud>, <i>: the voice and the plain words.
TranscriptTurn voiceOf(const QString& line) {
    static const QRegularExpression voice(QStringLiteral("^<v(?:\\.[^ >]*)?\\s+([^>]+)>"));
    static const QRegularExpression tags(QStringLiteral("</?[a-z][^>]*>|<[0-9:.]+>"),
                                         QRegularExpression::CaseInsensitiveOption);
    TranscriptTurn turn;
    const auto named = voice.match(line.trimmed());
    turn.text = QString(line).remove(tags).trimmed();
    turn.text.replace(QStringLiteral("&amp;"), QStringLiteral("&"))
        .replace(QStringLiteral("&lt;"), QStringLiteral("<"))
        .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
        .replace(QStringLiteral("&nbsp;"), QStringLiteral(" "));
    if (named.hasMatch()) {
        turn.speaker = named.captured(1).trimmed();
    } else {
        std::tie(turn.speaker, turn.text) = splitSpeaker(turn.text);
    }
    return turn;
}

void addWords(std::vector<TranscriptTurn>& turns, TranscriptTurn turn, bool newCue) {
    if (turn.text.isEmpty()) {
        return;
    }
    const bool goesOn = !newCue && !turns.empty() && turn.speaker.isEmpty();
    if (goesOn) {
        turns.back().text += QLatin1Char(' ') + turn.text;
    } else {
        turns.push_back(std::move(turn));
    }
}

}  // namespace

std::chrono::milliseconds readClock(const QString& text) {
    static const QRegularExpression shape(QStringLiteral("^(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})(?:[.,](\\d{1,3}))?$"));
    const auto match = shape.match(text.trimmed());
    if (!match.hasMatch()) {
        return std::chrono::milliseconds(-1);
    }
    const qint64 seconds =
        match.captured(1).toLongLong() * 3600 + match.captured(2).toLongLong() * 60 + match.captured(3).toLongLong();
    return std::chrono::milliseconds(seconds * 1000 +
                                     match.captured(4).leftJustified(3, QLatin1Char('0')).toLongLong());
}

TranscriptBody readCues(const QString& text) {
    static const QRegularExpression number(QStringLiteral("^\\d+$"));
    TranscriptBody body;
    enum class In { Head, Note, Style, Cue, Between } where = In::Head;
    std::chrono::milliseconds start{-1};
    bool newCue = false;
    for (const QString& raw : text.split(QLatin1Char('\n'))) {
        const QString line = raw.trimmed();
        const auto arrow = arrowLine().match(line);
        if (arrow.hasMatch()) {
            start = readClock(arrow.captured(1));
            where = In::Cue;
            newCue = true;
        } else if (line.isEmpty()) {
            where = where == In::Head ? In::Head : In::Between;
        } else if (line.startsWith(QLatin1String("NOTE")) && where != In::Cue) {
            where = In::Note;
            body.head << line.mid(4).trimmed();
        } else if ((line == QLatin1String("STYLE") || line == QLatin1String("REGION")) && where != In::Cue) {
            where = In::Style;
        } else if (where == In::Head || where == In::Note) {
            body.head << line.mid(line.startsWith(QLatin1String("WEBVTT")) ? 6 : 0).trimmed();
        } else if (where == In::Cue && !(newCue && number.match(line).hasMatch() && line.size() > 9)) {
            TranscriptTurn turn = voiceOf(line);
            turn.start = start;
            addWords(body.turns, std::move(turn), newCue);
            newCue = false;
        }
    }
    body.head.removeAll(QString());
    return body;
}

}  // namespace kith::intake
