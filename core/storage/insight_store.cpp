// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/insight_store.h"

#include "core/domain/priority.h"
#include "core/storage/rows.h"

namespace kith::storage {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds kOneDay = 24h;
constexpr std::chrono::milliseconds kOneWeek = 7 * 24h;
constexpr std::chrono::milliseconds kLateReply = 14 * 24h;

/// Ids of messages carry their second: a range of them is a range of time.
qint64 firstIdFrom(std::chrono::milliseconds at) {
    return (at.count() / 1000) << 20;
}

OpenCount readOpen(const Statement& row) {
    return {row.text(0), row.text(1), row.integer(2), row.millis(3)};
}

DeedCount readDeed(const Statement& row) {
    return {row.text(0), row.integer(1), row.integer(2)};
}

}  // namespace

Result<std::vector<JudgedMark>> InsightStore::answers(int limit) {
    return allRows(m_database.query("SELECT confidence, assigned, suggested FROM feedback WHERE confidence >= 0 AND "
                                    "origin IN (?, ?) ORDER BY id DESC LIMIT ?",
                                    int(FeedbackOrigin::Review), int(FeedbackOrigin::SpotCheck), limit),
                   [](const Statement& row) {
                       return JudgedMark{row.real(0), row.number(1) == row.number(2)};
                   });
}

Result<qint64> InsightStore::marks() {
    const auto count = m_database.number("SELECT count(*) FROM feedback");
    return count ? Result<qint64>(count->value_or(0)) : Result<qint64>(count.error());
}

Result<std::vector<WeekCount>> InsightStore::weeks(std::chrono::milliseconds start) {
    return allRows(m_database.query("SELECT (date_ms - ?) / ?, priority, count(*) FROM messages WHERE id >= ? AND "
                                    "date_ms >= ? AND from_owner = 0 AND priority >= 0 GROUP BY 1, 2",
                                    start, kOneWeek, firstIdFrom(start), start),
                   [](const Statement& row) {
                       return WeekCount{row.number(0), row.number(1), row.integer(2)};
                   });
}

Result<std::vector<ReplyDelay>> InsightStore::replies(std::chrono::milliseconds since) {
    return allRows(m_database.query(
                       "SELECT priority, answered - date_ms FROM (SELECT m.priority AS priority, m.date_ms AS date_ms, "
                       "(SELECT min(o.date_ms) FROM messages o WHERE o.thread_id = m.thread_id AND o.from_owner = 1 "
                       "AND o.date_ms > m.date_ms) AS answered FROM messages m WHERE m.id >= ? AND m.from_owner = 0 "
                       "AND m.priority >= 0) AS received WHERE answered IS NOT NULL AND answered - date_ms <= ?",
                       firstIdFrom(since), kLateReply),
                   [](const Statement& row) {
                       return ReplyDelay{row.number(0), double(row.integer(1)) / 3'600'000.0};
                   });
}

Result<std::vector<OpenCount>> InsightStore::waitingForOwner() {
    return allRows(m_database.query("SELECT max(from_name), lower(from_address), count(*), min(last_date) FROM threads "
                                    "WHERE reply_owed = 1 GROUP BY lower(from_address) ORDER BY 3 DESC, 4 LIMIT 500"),
                   readOpen);
}

Result<std::vector<OpenCount>> InsightStore::waitingForOthers(std::chrono::milliseconds since) {
    return allRows(m_database.query("SELECT max(from_name), lower(from_address), count(*), min(last_date) FROM threads "
                                    "WHERE waiting = 1 AND last_date >= ? GROUP BY lower(from_address) "
                                    "ORDER BY 3 DESC, 4 LIMIT 500",
                                    since),
                   readOpen);
}

Result<std::vector<AskedOnDay>> InsightStore::asked(std::chrono::milliseconds start) {
    return allRows(m_database.query("SELECT (answered_at - ?) / ?, sum(requests), sum(cost) FROM model_answers "
                                    "WHERE answered_at >= ? GROUP BY 1 ORDER BY 1",
                                    start, kOneDay, start),
                   [](const Statement& row) {
                       return AskedOnDay{row.integer(0), row.integer(1), row.real(2)};
                   });
}

Result<DeedCount> InsightStore::filedSilently(std::chrono::milliseconds since) {
    const auto silent = firstRow(
        m_database.query("SELECT count(*) FROM messages WHERE id >= ? AND from_owner = 0 AND priority >= 0 AND "
                         "needs_review = 0 AND decided_by <> ?",
                         firstIdFrom(since), int(DecidedBy::User)),
        [](const Statement& row) { return row.integer(0); });
    const auto corrected = firstRow(
        m_database.query("SELECT count(*) FROM feedback WHERE at >= ? AND uncertainty >= 0 AND origin <> ? AND "
                         "assigned <> suggested",
                         since, int(FeedbackOrigin::Review)),
        [](const Statement& row) { return row.integer(0); });
    if (!silent || !corrected) {
        return !silent ? silent.error() : corrected.error();
    }
    const qint64 undone = corrected->value_or(0);
    return DeedCount{QStringLiteral("filed"), silent->value_or(0) + undone, undone};
}

Result<std::vector<DeedCount>> InsightStore::deeds(std::chrono::milliseconds since) {
    return allRows(
        m_database.query("SELECT kind, count(*), sum(CASE WHEN undone_by <> 0 THEN 1 ELSE 0 END) FROM changes "
                         "WHERE role = 0 AND at >= ? AND actor <> 'user' AND undoable = 1 AND "
                         "kind NOT IN ('messages.scored', 'settings.changed') GROUP BY kind ORDER BY 2 DESC",
                         since),
        readDeed);
}

}  // namespace kith::storage
