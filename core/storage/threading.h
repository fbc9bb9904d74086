// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Which letters belong together: by the ids they mention, else by subject and people.
#pragma once

#include "core/domain/message.h"
#include "core/storage/database.h"

#include <QSet>

namespace kith::storage {

struct SubjectForm {
    QString base;  ///< folded, without Re:, Fwd: and list tags in front
    bool isReply{false};
};
SubjectForm subjectForm(const QString& subject);
/// 63-bit key of a Message-ID, with or without angle brackets; 0 for none.
qint64 messageIdKey(const QString& rfc822MessageId);

/// So many of the letters that one mentions, the last ones, count for its thread.
constexpr qsizetype kMostReferences = 64;
/// How long after a letter a reply that names no letter still belongs to it.
constexpr std::chrono::milliseconds kSubjectReach = std::chrono::hours(30 * 24);
/// Named after its first message: no counter. A name that is taken (after a message went away) gives way to a new id.
Result<ThreadId> freshThread(Database& database, MessageId message);

struct ThreadingInput {
    MessageId message;         ///< not stored yet
    std::vector<qint64> keys;  ///< own Message-ID and all that are mentioned
    qint64 subjectKey{0};      ///< 0: no subject
    bool seeksParent{false};   ///< a reply by its subject that mentions nobody
    std::chrono::milliseconds date{0};
    QSet<QString> people;  ///< keys of sender and recipients, without the owner
};

/// Keeps threads as a union over keys: the partition does not depend on the order of arrival.
class Threading {
public:
    explicit Threading(Database& database)
        : m_database(database) {}
    /// The thread for this letter, made or grown together where needed.
    Result<ThreadId> place(const ThreadingInput& input);
    /// A thread that stands already grows together with those of these keys.
    Result<ThreadId> join(ThreadId thread, const std::vector<qint64>& keys);

private:
    Result<void> collectByKeys(const std::vector<qint64>& keys);
    Result<void> collectBySubject(const ThreadingInput& input);
    Result<void> collectFrom(Statement& candidates, const ThreadingInput& input);
    Result<ThreadId> unitedFound();
    Result<void> unite(qint64 target);
    Result<void> keepNewKeys(ThreadId thread);

    Database& m_database;
    std::vector<qint64> m_found;  ///< threads, each once
    std::vector<qint64> m_newKeys;
};

}  // namespace kith::storage
