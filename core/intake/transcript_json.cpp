// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/transcript_formats.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kith::intake {

namespace {

constexpr int kDeepest = 12;

QJsonValue firstOf(const QJsonObject& object, std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
        const QJsonValue value = object.value(QLatin1String(key));
        if (!value.isUndefined() && !value.isNull()) {
            return value;
        }
    }
    return {};
}

QString wordsOf(const QJsonValue& value) {
    if (value.isString()) {
        return value.toString().simplified();
    }
    QStringList words;
    for (const QJsonValue& one : value.toArray()) {  // words with times of their own
        const QString word =
            one.isString() ? one.toString() : firstOf(one.toObject(), {"text", "word", "punctuated_word"}).toString();
        words << word.trimmed();
    }
    return words.join(QLatin1Char(' ')).simplified();
}

QString nameOf(const QJsonValue& value) {
    if (value.isObject()) {
        return firstOf(value.toObject(), {"name", "display_name", "displayName", "user_name", "label"}).toString();
    }
    return value.isDouble() ? QStringLiteral("Speaker %1").arg(value.toInt()) : value.toString().trimmed();
}

/// Numbers beyond a day are milliseconds; texts are clocks.
std::chrono::milliseconds startOf(const QJsonValue& value) {
    if (value.isString()) {
        bool isNumber = false;
        const double seconds = value.toString().toDouble(&isNumber);
        return isNumber ? std::chrono::milliseconds(static_cast<qint64>(seconds * 1000)) : readClock(value.toString());
    }
    constexpr double dayInSeconds = 86'400;
    const double said = value.toDouble(-1);
    return std::chrono::milliseconds(static_cast<qint64>(said > dayInSeconds || said < 0 ? said : said * 1000));
}

std::optional<TranscriptTurn> turnOf(const QJsonObject& object) {
    TranscriptTurn turn;
    turn.text =
        wordsOf(firstOf(object, {"text", "sentence", "transcript", "content", "raw_text", "utterance", "words"}));
    if (turn.text.isEmpty()) {
        return {};
    }
    turn.speaker = nameOf(firstOf(object, {"speaker", "speaker_name", "speakerName", "speaker_label", "participant",
                                           "user", "username", "name", "speaker_id"}));
    turn.start = startOf(
        firstOf(object, {"start", "start_time", "startTime", "start_ms", "ts", "timestamp", "offset", "begin"}));
    return turn;
}

/// The longest list of objects that have words in them, wherever it stands.
void findTurns(const QJsonValue& value, int depth, std::vector<TranscriptTurn>& best) {
    if (depth > kDeepest) {
        return;
    }
    if (value.isObject()) {
        for (const QJsonValue& one : value.toObject()) {
            findTurns(one, depth + 1, best);
        }
        return;
    }
    std::vector<TranscriptTurn> here;
    for (const QJsonValue& one : value.toArray()) {
        if (auto turn = turnOf(one.toObject())) {
            here.push_back(std::move(*turn));
        }
        findTurns(one, depth + 1, best);
    }
    const auto spoken = [](const std::vector<TranscriptTurn>& turns) {
        return std::count_if(turns.begin(), turns.end(),
                             [](const TranscriptTurn& turn) { return !turn.speaker.isEmpty(); });
    };
    if (std::pair(spoken(here), here.size()) > std::pair(spoken(best), best.size())) {
        best = std::move(here);
    }
}

void addHead(const QJsonObject& object, QStringList& head) {
    const QString title =
        firstOf(object, {"title", "meeting_title", "meetingTitle", "topic", "subject", "meeting_name"}).toString();
    const QString date =
        firstOf(object, {"start_time", "startTime", "date", "meeting_date", "started_at", "created_at", "recorded_at"})
            .toString();
    if (!title.isEmpty()) {
        head << QStringLiteral("Title: ") + title;
    }
    if (!date.isEmpty()) {
        head << QStringLiteral("Date: ") + date;
    }
    QStringList people;
    for (const QJsonValue& one :
         firstOf(object, {"participants", "attendees", "meeting_attendees", "invitees"}).toArray()) {
        const QString name = nameOf(one);
        const QString address = firstOf(one.toObject(), {"email", "address"}).toString();
        people << (address.isEmpty() ? name : QStringLiteral("%1 <%2>").arg(name, address));
    }
    if (!people.isEmpty()) {
        head << QStringLiteral("Participants: ") + people.join(QStringLiteral(", "));
    }
}

}  // namespace

Result<TranscriptBody> readTranscriptJson(const QByteArray& bytes) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (document.isNull()) {
        const auto line = bytes.left(error.offset).count('\n') + 1;
        return Error{ErrorKind::Malformed, QStringLiteral("line %1: %2").arg(line).arg(error.errorString()),
                     QStringLiteral("The file breaks off or is no JSON.")};
    }
    TranscriptBody body;
    const QJsonObject top = document.object();
    addHead(top, body.head);
    for (const char* inner : {"meeting", "metadata", "data", "transcript"}) {
        addHead(top.value(QLatin1String(inner)).toObject(), body.head);
    }
    findTurns(document.isArray() ? QJsonValue(document.array()) : QJsonValue(top), 0, body.turns);
    return body;
}

}  // namespace kith::intake
