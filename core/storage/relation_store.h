// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Who exchanged mail with whom, counted from the messages; and what of somebody's mail stands on the line of time.
#pragma once

#include "core/domain/ids.h"
#include "core/storage/database.h"

#include <QStringList>

#include <chrono>
#include <span>
#include <vector>

namespace kith::storage {

/// Mail between one of us and one of them; a row for each direction.
struct MailCount {
    QString ours;  ///< addressKey
    QString name;  ///< ours, as written last
    bool sent{false};
    qint64 messages{0};
    std::chrono::milliseconds last{0};
};

struct CalendarMail {
    MessageId message;
    ThreadId thread;
    int part{0};
};

class RelationStore {
public:
    explicit RelationStore(Database& database)
        : m_database(database) {}

    /// Ours: from the owner, or from one of these domains.
    Result<std::vector<MailCount>> countsWith(const QString& theirs, const QStringList& ourDomains);
    /// With whom the owner exchanged most, the most first.
    Result<QStringList> closest(int limit);
    /// Of all mail from and to this address since then, each letter once.
    Result<std::vector<std::chrono::milliseconds>> times(const QString& theirs, std::chrono::milliseconds since);
    /// The owner's letters to this address, the newest first.
    Result<std::vector<MessageId>> sentTo(const QString& theirs, int limit);
    /// Mail with a calendar part from this address, or of the owner's to it, the newest first.
    Result<std::vector<CalendarMail>> calendars(const QString& theirs, int limit);

private:
    Database& m_database;
};

}  // namespace kith::storage
