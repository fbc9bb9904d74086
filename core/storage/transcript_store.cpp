// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/transcript_store.h"

#include "core/base/text.h"
#include "core/storage/rows.h"

#include <QJsonDocument>

namespace kith::storage {

namespace {

QByteArray selectTranscripts(const char* rest) {
    return QByteArray(
               "SELECT id, file, sha256, title, said_at, speakers, turns, meeting_key, meeting_title, thread_id, "
               "contact, score, signs, state, taken_at FROM transcripts ") +
           rest;
}

QString turnsText(const std::vector<TranscriptTurn>& turns) {
    QJsonArray all;
    for (const TranscriptTurn& turn : turns) {
        all.append(QJsonArray{turn.speaker, static_cast<qint64>(turn.start.count()), turn.text});
    }
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QJsonArray jsonArray(const QString& text) {
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

std::vector<TranscriptTurn> turnsOf(const QString& text) {
    std::vector<TranscriptTurn> turns;
    for (const QJsonValue& one : jsonArray(text)) {
        const QJsonArray turn = one.toArray();
        turns.push_back(
            {turn.at(0).toString(), std::chrono::milliseconds(turn.at(1).toInteger()), turn.at(2).toString()});
    }
    return turns;
}

StoredTranscript readTranscriptRow(const Statement& row) {
    StoredTranscript one;
    one.id = row.integer(0);
    one.file = row.text(1);
    one.sha256 = row.text(2).toLatin1();
    one.title = row.text(3);
    one.saidAt = row.millis(4);
    one.speakers = row.text(5).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    one.turns = turnsOf(row.text(6));
    one.meetingKey = row.text(7);
    one.meetingTitle = row.text(8);
    one.thread = row.id<ThreadId>(9);
    one.contact = row.text(10);
    one.score = row.real(11);
    one.signs = jsonArray(row.text(12));
    one.state = row.text(13);
    one.takenAt = row.millis(14);
    return one;
}

QString searchText(const StoredTranscript& one) {
    QStringList words{one.title};
    for (const TranscriptTurn& turn : one.turns) {
        words << turn.speaker << turn.text;
    }
    return text::folded(words.join(QLatin1Char(' ')));
}

QJsonObject matchColumns(const StoredTranscript& one) {
    return {{QStringLiteral("meeting_key"), one.meetingKey},
            {QStringLiteral("meeting_title"), one.meetingTitle},
            {QStringLiteral("thread_id"), one.thread.value},
            {QStringLiteral("contact"), one.contact},
            {QStringLiteral("score"), one.score},
            {QStringLiteral("signs"), QString::fromUtf8(QJsonDocument(one.signs).toJson(QJsonDocument::Compact))},
            {QStringLiteral("state"), one.state}};
}

}  // namespace

qint64 TranscriptStore::add(ChangeWriter& change, const StoredTranscript& transcript) {
    const qint64 id = m_database.ids().next();
    QJsonObject row = matchColumns(transcript);
    row.insert(QStringLiteral("id"), id);
    row.insert(QStringLiteral("file"), transcript.file);
    row.insert(QStringLiteral("sha256"), QString::fromLatin1(transcript.sha256));
    row.insert(QStringLiteral("title"), transcript.title);
    row.insert(QStringLiteral("said_at"), static_cast<qint64>(transcript.saidAt.count()));
    row.insert(QStringLiteral("speakers"), transcript.speakers.join(QLatin1Char('\n')));
    row.insert(QStringLiteral("turns"), turnsText(transcript.turns));
    row.insert(QStringLiteral("search_text"), searchText(transcript));
    row.insert(QStringLiteral("taken_at"), static_cast<qint64>(transcript.takenAt.count()));
    change.insertRow("transcripts", row);
    for (const Address& person : transcript.people) {
        addPerson(change, id, person);
    }
    return id;
}

void TranscriptStore::addPerson(ChangeWriter& change, qint64 id, const Address& person) {
    const QString key = addressKey(person.address);
    const auto noted = m_database.number(
        "SELECT count(*) FROM transcript_people WHERE transcript_id = ? AND address_key = ?", id, key);
    if (!key.isEmpty() && noted && noted->value_or(0) == 0) {
        change.insertRow("transcript_people", {{QStringLiteral("transcript_id"), id},
                                               {QStringLiteral("address_key"), key},
                                               {QStringLiteral("name"), person.name}});
    }
}

void TranscriptStore::setMatch(ChangeWriter& change, const StoredTranscript& transcript) {
    change.updateRow("transcripts", {{QStringLiteral("id"), transcript.id}}, matchColumns(transcript));
}

Result<std::optional<StoredTranscript>> TranscriptStore::transcript(qint64 id) {
    return firstRow(m_database.query(selectTranscripts("WHERE id = ?"), id), readTranscriptRow);
}

Result<std::optional<StoredTranscript>> TranscriptStore::bySha256(const QByteArray& sha256) {
    return firstRow(m_database.query(selectTranscripts("WHERE sha256 = ?"), QString::fromLatin1(sha256)),
                    readTranscriptRow);
}

Result<std::vector<StoredTranscript>> TranscriptStore::list(const QStringList& foldedWords, int limit) {
    auto all = allRows(m_database.query(selectTranscripts("ORDER BY said_at DESC, id DESC")), readTranscriptRow);
    if (!all) {
        return all;
    }
    std::erase_if(*all, [&](const StoredTranscript& one) {
        const QString said = foldedWords.isEmpty() ? QString() : searchText(one);
        return std::any_of(foldedWords.begin(), foldedWords.end(),
                           [&](const QString& word) { return !said.contains(word); });
    });
    if (all->size() > static_cast<size_t>(limit)) {
        all->resize(static_cast<size_t>(limit));
    }
    return all;
}

Result<std::vector<StoredTranscript>> TranscriptStore::with(const QString& key, int limit) {
    return allRows(m_database.query(selectTranscripts("WHERE id IN (SELECT transcript_id FROM transcript_people WHERE "
                                                      "address_key = ?) ORDER BY said_at DESC, id DESC LIMIT ?"),
                                    key, limit),
                   readTranscriptRow);
}

Result<std::vector<CalendarPart>> TranscriptStore::calendarParts() {
    return allRows(m_database.query("SELECT a.message_id, m.thread_id, a.part FROM attachments a JOIN messages m ON "
                                    "m.id = a.message_id WHERE a.content_type IN ('text/calendar', 'application/ics') "
                                    "ORDER BY a.message_id DESC"),
                   [](const Statement& row) {
                       return CalendarPart{row.id<MessageId>(0), row.id<ThreadId>(1), row.number(2)};
                   });
}

Result<std::vector<TalkRow>> TranscriptStore::talks(std::chrono::milliseconds from, std::chrono::milliseconds until,
                                                    int limit) {
    return allRows(
        m_database.query("SELECT t.id, t.message_id, t.subject, (SELECT min(m.date_ms) FROM messages m WHERE "
                         "m.thread_id = t.id), t.last_date, t.from_name FROM threads t WHERE t.is_bulk = 0 AND "
                         "t.last_date BETWEEN ? AND ? ORDER BY t.last_date DESC, t.id DESC LIMIT ?",
                         from, until, limit),
        [](const Statement& row) {
            return TalkRow{row.id<ThreadId>(0), row.id<MessageId>(1), row.text(2),
                           row.millis(3),       row.millis(4),        row.text(5)};
        });
}

Result<Addresses> TranscriptStore::peopleOf(ThreadId thread) {
    return allRows(
        m_database.query("SELECT from_name, from_address FROM messages WHERE thread_id = ? UNION SELECT r.name, "
                         "r.address FROM message_recipients r JOIN messages m ON m.id = r.message_id WHERE "
                         "m.thread_id = ? ORDER BY 2, 1",
                         thread.value, thread.value),
        [](const Statement& row) {
            return Address{row.text(0), row.text(1)};
        });
}

}  // namespace kith::storage
