// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// History with each sender, small and quick to load: what the ranker and the card start from.
#pragma once

#include "core/domain/ids.h"
#include "core/storage/database.h"

#include <span>

namespace kith::storage {

struct Correspondent {
    QString key;         ///< addressKey
    QString name;        ///< as last seen
    qint64 received{0};  ///< messages from them
    qint64 sentTo{0};    ///< messages of the owner to them
    qint64 replied{0};   ///< their messages that the owner answered
    std::chrono::milliseconds firstSeen{0};
    std::chrono::milliseconds lastSeen{0};
    std::chrono::milliseconds lastSentTo{0};
    std::chrono::milliseconds medianReply{0};  ///< of the owner to them; 0: never
    bool bulk{false};                          ///< everything from them so far is bulk mail
};

class CorrespondentStore {
public:
    explicit CorrespondentStore(Database& database)
        : m_database(database) {}

    Result<std::vector<Correspondent>> all();
    Result<qint64> count();
    Result<std::optional<Correspondent>> one(const QString& addressKey);
    /// Counted now from the stored messages; all 0 where nothing passed. For a sender of many, some milliseconds.
    Result<Correspondent> counted(const QString& addressKey);
    /// Whole rows, written over what was there; the caller keeps the sums. Bookkeeping, not journaled.
    Result<void> save(std::span<const Correspondent> changed);
    /// Counts everything again from the stored messages.
    Result<qint64> rebuild();

private:
    Database& m_database;
};

}  // namespace kith::storage
