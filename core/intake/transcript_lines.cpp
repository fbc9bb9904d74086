// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/transcript_formats.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace kith::intake {

namespace {

struct SpokenLine {
    QString speaker;
    std::chrono::milliseconds start{-1};
    QString words;  ///< empty: they stand in the lines below
};

QRegularExpression lineShape(const char* text) {
    return QRegularExpression(QString::fromUtf8(text), QRegularExpression::UseUnicodePropertiesOption);
}

/// Emphasis and bullets of Markdown, which say nothing about what was said.
QString withoutMarkdown(QString line) {
    static const auto bullets = lineShape(R"(^\s*(?:[-*+•]|\d+\.)\s+(?=\S))");
    static const auto emphasis = lineShape(R"(\*\*|__)");
    return line.remove(bullets).remove(emphasis).trimmed();
}

/// Zoom's chat: time, name and words with tabs between; [00:01:02] Name: words; Name (00:01): words.
std::optional<SpokenLine> timedLine(const QString& line) {
    static const auto timeFirst = lineShape(R"(^[\[(]?(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)[\])]?[\s–-]+(.+)$)");
    static const auto nameFirst = lineShape(R"(^(.{1,60}?)[\s,–-]*[\[(]?(\d{1,2}:\d{2}(?::\d{2})?)[\])]?\s*(:.*)?$)");
    if (const auto match = timeFirst.match(line); match.hasMatch()) {
        const auto [speaker, words] = splitSpeaker(match.captured(2).replace(QLatin1Char('\t'), QLatin1Char(' ')));
        return SpokenLine{speaker, readClock(match.captured(1)), words};
    }
    if (const auto match = nameFirst.match(line); match.hasMatch()) {
        const QString name = match.captured(1).trimmed();
        if (!splitSpeaker(name + QStringLiteral(": x")).first.isEmpty()) {
            return SpokenLine{name, readClock(match.captured(2)), match.captured(3).mid(1).trimmed()};
        }
    }
    return {};
}

std::optional<SpokenLine> spokenLine(const QString& line) {
    if (auto timed = timedLine(line)) {
        return timed;
    }
    const auto [speaker, words] = splitSpeaker(line);
    return speaker.isEmpty() ? std::nullopt
                             : std::optional<SpokenLine>({speaker, std::chrono::milliseconds(-1), words});
}

/// "Note: …" once is no speaker; a name of two words, or one that speaks again, is.
QSet<QString> speakersOf(const QStringList& lines) {
    QHash<QString, int> counts;
    QSet<QString> speakers;
    for (const QString& line : lines) {
        const auto spoken = spokenLine(line);
        if (spoken && !spoken->speaker.isEmpty()) {
            const int count = ++counts[spoken->speaker];
            if (count > 1 || spoken->start.count() >= 0 || spoken->speaker.contains(QLatin1Char(' '))) {
                speakers.insert(spoken->speaker);
            }
        }
    }
    return speakers;
}

}  // namespace

std::pair<QString, QString> splitSpeaker(const QString& line) {
    static const auto shape = lineShape(R"(^([\p{L}][\p{L}\p{M}\p{N}'’.&()/ -]{0,58}?)\s*:\s+(\S.*)$)");
    static const auto heads = lineShape(
        R"(^(?i:meeting|title|topic|subject|date|time|when|start|end|duration|participants?|attendees?|present|location|language|host|organi[sz]er|betreff|thema|titel|datum|uhrzeit|teilnehmer(?:innen)?|anwesend|sujet|titre|objet|fecha|asunto|asistentes|participantes|https?)$)");
    const auto match = shape.match(line);
    if (!match.hasMatch()) {
        return {QString(), line};
    }
    const QString name = match.captured(1).trimmed();
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const bool tooLong = words.size() > 6;
    const bool lower = name[0].isLower() && words.size() > 1;  // "and one more thing: …"
    if (tooLong || lower || heads.match(name).hasMatch()) {
        return {QString(), line};
    }
    return {name, match.captured(2).trimmed()};
}

TranscriptBody readSpokenLines(const QString& text) {
    TranscriptBody body;
    QStringList lines;
    for (const QString& raw : text.split(QLatin1Char('\n'))) {
        lines << withoutMarkdown(raw);
    }
    const QSet<QString> speakers = speakersOf(lines);
    for (const QString& line : lines) {
        if (line.isEmpty()) {
            continue;
        }
        const auto spoken = spokenLine(line);
        const bool turn =
            spoken && (speakers.contains(spoken->speaker) || (spoken->speaker.isEmpty() && spoken->start.count() >= 0));
        if (turn) {
            body.turns.push_back({spoken->speaker, spoken->start, spoken->words});
        } else if (body.turns.empty()) {
            body.head << line;
        } else {
            QString& words = body.turns.back().text;
            words += (words.isEmpty() ? QString() : QStringLiteral(" ")) + line;
        }
    }
    if (body.turns.empty() && !speakers.isEmpty()) {
        return body;
    }
    if (body.turns.empty()) {  // nobody is named: the whole is one voice, the first lines may still tell about it
        for (const QString& line : std::as_const(body.head)) {
            body.turns.push_back({{}, std::chrono::milliseconds(-1), line});
        }
    }
    return body;
}

}  // namespace kith::intake
