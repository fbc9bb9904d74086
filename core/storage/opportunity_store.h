// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Opportunities as rows: found in mail, moved by the user; and which messages were read for them.
#pragma once

#include "core/domain/opportunity.h"
#include "core/storage/journal.h"

#include <QStringList>

#include <array>

namespace kith::storage {

struct OpportunityQuery {
    QStringList statuses;  ///< words; empty: all
    QStringList kinds;
    QString address;  ///< addressKey; empty: of anybody
    ContactId contact;
    int limit{1000};
};

/// How the user settled earlier finds of a kind: of this sender, and of anybody.
struct SettledCounts {
    std::array<int, 2> accepted{};
    std::array<int, 2> dismissed{};
};

class OpportunityStore {
public:
    explicit OpportunityStore(Database& database)
        : m_database(database) {}

    /// What was said last comes first.
    Result<std::vector<Opportunity>> list(const OpportunityQuery& query);
    Result<std::optional<Opportunity>> opportunity(OpportunityId id);
    Result<qint64> count(const QStringList& statuses);
    /// The newest of this kind in the conversation.
    Result<std::optional<Opportunity>> inThread(ThreadId thread, const QString& kind);
    Result<SettledCounts> settled(const QString& address, const QString& kind);
    /// New ones that were said before the time and whose day, where one was named, is over.
    Result<std::vector<Opportunity>> stale(std::chrono::milliseconds saidBefore, QDate dueBefore);
    /// When the newest mail of others was written; 0 without any.
    Result<std::chrono::milliseconds> newestMail();

    Result<bool> wasRead(MessageId message, const QString& weights);
    Result<void> noteRead(MessageId message, const QString& weights);

    /// Journalled with the change.
    OpportunityId add(ChangeWriter& change, const Opportunity& opportunity);
    /// Only what differs is written.
    void save(ChangeWriter& change, const Opportunity& opportunity);

private:
    Database& m_database;
};

}  // namespace kith::storage
