// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Where the sync of each account stands; written in the transaction of the effects that it tells of.
#pragma once

#include "core/domain/ids.h"
#include "core/storage/database.h"

namespace kith::storage {

enum class SyncStage {
    New,        ///< nothing is known of the mailbox
    Listing,    ///< ids are being collected; page says how far
    Comparing,  ///< after a listing anew: who is gone, who carries which label
    Following,  ///< cursor holds: history from there
};

struct SyncState {
    AccountId account;
    quint64 cursor{0};
    quint64 pinned{0};  ///< the cursor-to-be while a listing runs
    qint64 generation{0};
    SyncStage stage{SyncStage::New};
    QString page;
    QStringList scanned;  ///< labels that were compared already
    qint64 topRank{0};    ///< what history brings is fetched before what the listing brings
    qint64 bottomRank{0};
    qint64 serverTotal{0};
    std::chrono::milliseconds checkedAt{0};  ///< counts of both sides were compared
    std::chrono::milliseconds mendedAt{0};   ///< listed anew because the counts differed
    std::chrono::milliseconds labelsAt{0};
    std::chrono::milliseconds aliasesAt{0};
    quint64 expired{0};  ///< the cursor that was too old last
    std::chrono::milliseconds expiredAt{0};
    int expiredTimes{0};
    std::chrono::milliseconds resumeAt{0};  ///< history is not asked before
    double unitsPerMinute{0};               ///< learnt
};

class SyncStateStore {
public:
    explicit SyncStateStore(Database& database)
        : m_database(database) {}

    /// A new one where nothing is stored.
    Result<SyncState> load(AccountId account);
    Result<void> save(const SyncState& state);

private:
    Database& m_database;
};

}  // namespace kith::storage
