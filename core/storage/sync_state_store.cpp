// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/sync_state_store.h"

#include "core/storage/rows.h"

namespace kith::storage {

namespace {

quint64 historyNumber(const QString& words) {
    return words.toULongLong();
}

QString historyWords(quint64 number) {
    return number == 0 ? QString() : QString::number(number);
}

}  // namespace

Result<SyncState> SyncStateStore::load(AccountId account) {
    auto stored =
        firstRow(m_database.query(
                     "SELECT cursor, pinned, generation, stage, page, scanned, top_rank, bottom_rank, "
                     "server_total, checked_at, mended_at, labels_at, aliases_at, expired, expired_at, expired_times, "
                     "resume_at, units_per_minute FROM sync_state WHERE account_id = ?",
                     account),
                 [&](const Statement& row) {
                     SyncState state;
                     state.account = account;
                     state.cursor = historyNumber(row.text(0));
                     state.pinned = historyNumber(row.text(1));
                     state.generation = row.integer(2);
                     state.stage = static_cast<SyncStage>(row.number(3));
                     state.page = row.text(4);
                     state.scanned = row.text(5).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
                     state.topRank = row.integer(6);
                     state.bottomRank = row.integer(7);
                     state.serverTotal = row.integer(8);
                     state.checkedAt = row.millis(9);
                     state.mendedAt = row.millis(10);
                     state.labelsAt = row.millis(11);
                     state.aliasesAt = row.millis(12);
                     state.expired = historyNumber(row.text(13));
                     state.expiredAt = row.millis(14);
                     state.expiredTimes = row.number(15);
                     state.resumeAt = row.millis(16);
                     state.unitsPerMinute = row.real(17);
                     return state;
                 });
    if (!stored) {
        return stored.error();
    }
    SyncState fresh;
    fresh.account = account;
    return stored->value_or(fresh);
}

Result<void> SyncStateStore::save(const SyncState& state) {
    return done(m_database.run(
        "INSERT INTO sync_state (account_id, cursor, pinned, generation, stage, page, scanned, top_rank, bottom_rank, "
        "server_total, checked_at, mended_at, labels_at, aliases_at, expired, expired_at, expired_times, resume_at, "
        "units_per_minute) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id) "
        "DO "
        "UPDATE SET cursor = excluded.cursor, pinned = excluded.pinned, generation = excluded.generation, "
        "stage = excluded.stage, page = excluded.page, scanned = excluded.scanned, top_rank = excluded.top_rank, "
        "bottom_rank = excluded.bottom_rank, server_total = excluded.server_total, checked_at = excluded.checked_at, "
        "mended_at = excluded.mended_at, "
        "labels_at = excluded.labels_at, aliases_at = excluded.aliases_at, expired = excluded.expired, "
        "expired_at = excluded.expired_at, expired_times = excluded.expired_times, resume_at = excluded.resume_at, "
        "units_per_minute = excluded.units_per_minute",
        state.account, historyWords(state.cursor), historyWords(state.pinned), state.generation, int(state.stage),
        state.page, state.scanned.join(QLatin1Char('\n')), state.topRank, state.bottomRank, state.serverTotal,
        state.checkedAt, state.mendedAt, state.labelsAt, state.aliasesAt, historyWords(state.expired), state.expiredAt,
        state.expiredTimes, state.resumeAt, state.unitsPerMinute));
}

}  // namespace kith::storage
