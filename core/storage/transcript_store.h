// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Transcripts as rows: what was said, and which meeting each belongs to; and what of the mail may be a meeting.
#pragma once

#include "core/domain/transcript.h"
#include "core/storage/journal.h"

#include <QJsonArray>

#include <optional>
#include <vector>

namespace kith::storage {

struct StoredTranscript {
    qint64 id{0};
    QString file;
    QByteArray sha256;  ///< hex, of the file
    QString title;
    std::chrono::milliseconds saidAt{0};  ///< 0: not known
    QStringList speakers;
    std::vector<TranscriptTurn> turns;
    QString meetingKey;
    QString meetingTitle;
    ThreadId thread;
    QString contact;  ///< address of the person outside whom it was with; empty: not known
    double score{0};
    QJsonArray signs;  ///< [{word, detail, weight}]
    QString state;     ///< automatic, review, confirmed, rejected, unmatched
    Addresses people;  ///< with addresses
    std::chrono::milliseconds takenAt{0};
};

/// A calendar part of a stored message.
struct CalendarPart {
    MessageId message;
    ThreadId thread;
    int part{0};
};

/// A conversation as a meeting may be spoken of in it; people are read separately.
struct TalkRow {
    ThreadId thread;
    MessageId message;
    QString subject;
    std::chrono::milliseconds first{0};
    std::chrono::milliseconds last{0};
    QString fromName;
};

class TranscriptStore {
public:
    explicit TranscriptStore(Database& database)
        : m_database(database) {}

    /// Journalled. The id is made here.
    qint64 add(ChangeWriter& change, const StoredTranscript& transcript);
    /// Journalled: meeting, thread, contact, score, signs and state.
    void setMatch(ChangeWriter& change, const StoredTranscript& transcript);
    /// Journalled; nothing where this person is noted already or has no address.
    void addPerson(ChangeWriter& change, qint64 id, const Address& person);
    Result<std::optional<StoredTranscript>> transcript(qint64 id);
    Result<std::optional<StoredTranscript>> bySha256(const QByteArray& sha256);
    /// Newest first; folded words of the text, all of them; empty: every transcript.
    Result<std::vector<StoredTranscript>> list(const QStringList& foldedWords, int limit);
    /// Those in which this address took part, newest first.
    Result<std::vector<StoredTranscript>> with(const QString& addressKey, int limit);

    Result<std::vector<CalendarPart>> calendarParts();
    /// Conversations with mail in that time, newest first; bulk mail is left out.
    Result<std::vector<TalkRow>> talks(std::chrono::milliseconds from, std::chrono::milliseconds until, int limit);
    Result<Addresses> peopleOf(ThreadId thread);

private:
    Database& m_database;
};

}  // namespace kith::storage
