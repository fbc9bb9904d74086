// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/observation_store.h"

#include "core/storage/contact_stale.h"
#include "core/storage/rows.h"

namespace kith::storage {

namespace {

constexpr auto kObservationColumns =
    "id, entity, field, value, normalized, source, source_ref, message_id, start_at, end_at, method, confidence, "
    "observed_at, valid_from, valid_to, locked, state, decided_at, import_id, kind";

Observation readObservation(const Statement& row) {
    return {row.integer(0), row.text(1),  row.text(2),          row.text(3),          row.text(4),
            row.text(5),    row.text(6),  row.id<MessageId>(7), row.number(8),        row.number(9),
            row.text(10),   row.real(11), row.millis(12),       row.millis(13),       row.millis(14),
            row.flag(15),   row.text(16), row.millis(17),       row.id<ImportId>(18), row.text(19)};
}

QString stateOf(const Observation& o) {
    return o.state.isEmpty() ? QStringLiteral("believed") : o.state;
}

}  // namespace

Result<qint64> ObservationStore::addFound(std::span<const Observation> found) {
    Transaction transaction(m_database);
    qint64 added = 0;
    QString marked;
    for (const Observation& o : found) {
        const auto stored =
            m_database.run(QByteArray("INSERT INTO observations (") + kObservationColumns +
                               ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                               "ON CONFLICT (entity, field, normalized, source, source_ref, message_id) "
                               "DO NOTHING",
                           o.id ? o.id : m_database.ids().next(), o.entity, o.field, o.value, o.normalized, o.source,
                           o.sourceRef, o.message, o.start, o.end, o.method, o.confidence, o.observedAt, o.validFrom,
                           o.validTo, o.locked, stateOf(o), o.decidedAt, o.import, o.kind);
        if (!stored) {
            return stored.error();
        }
        added += *stored;
        if (*stored > 0 && o.entity != marked) {
            if (const auto stale = markContactStale(m_database, o.entity); !stale) {
                return stale.error();
            }
            marked = o.entity;
        }
    }
    const auto committed = transaction.commit();
    return committed ? Result<qint64>(added) : Result<qint64>(committed.error());
}

Result<qint64> ObservationStore::add(ChangeWriter& change, const Observation& o) {
    const qint64 id = o.id ? o.id : m_database.ids().next();
    change.insertRow("observations", {{QStringLiteral("id"), id},
                                      {QStringLiteral("entity"), o.entity},
                                      {QStringLiteral("field"), o.field},
                                      {QStringLiteral("value"), o.value},
                                      {QStringLiteral("normalized"), o.normalized},
                                      {QStringLiteral("source"), o.source},
                                      {QStringLiteral("source_ref"), o.sourceRef},
                                      {QStringLiteral("message_id"), o.message.value},
                                      {QStringLiteral("start_at"), o.start},
                                      {QStringLiteral("end_at"), o.end},
                                      {QStringLiteral("method"), o.method},
                                      {QStringLiteral("confidence"), o.confidence},
                                      {QStringLiteral("observed_at"), qint64(o.observedAt.count())},
                                      {QStringLiteral("valid_from"), qint64(o.validFrom.count())},
                                      {QStringLiteral("valid_to"), qint64(o.validTo.count())},
                                      {QStringLiteral("locked"), o.locked ? 1 : 0},
                                      {QStringLiteral("state"), stateOf(o)},
                                      {QStringLiteral("decided_at"), qint64(o.decidedAt.count())},
                                      {QStringLiteral("import_id"), o.import.value},
                                      {QStringLiteral("kind"), o.kind}});
    return change.error() ? Result<qint64>(*change.error()) : Result<qint64>(id);
}

Result<std::vector<Observation>> ObservationStore::of(const QString& entity) {
    return allRows(m_database.query(QByteArray("SELECT ") + kObservationColumns +
                                        " FROM observations WHERE entity = ? ORDER BY field, id",
                                    entity),
                   readObservation);
}

Result<std::optional<Observation>> ObservationStore::one(qint64 id) {
    return firstRow(
        m_database.query(QByteArray("SELECT ") + kObservationColumns + " FROM observations WHERE id = ?", id),
        readObservation);
}

Result<std::vector<ObservationStore::Verdicts>> ObservationStore::verdicts() {
    return allRows(m_database.query("SELECT source, field, sum(CASE WHEN state = 'rejected' THEN 0 ELSE 1 END), "
                                    "sum(CASE WHEN state = 'rejected' THEN 1 ELSE 0 END) FROM observations WHERE "
                                    "decided_at > 0 GROUP BY source, field ORDER BY source, field"),
                   [](const Statement& row) {
                       return Verdicts{row.text(0), row.text(1), row.number(2), row.number(3)};
                   });
}

Result<std::vector<std::pair<double, bool>>> ObservationStore::outcomes() {
    return allRows(m_database.query("SELECT max(stated), max(CASE WHEN state = 'rejected' THEN 1 ELSE 0 END) FROM "
                                    "observations WHERE decided_at > 0 AND stated > 0 GROUP BY decided_at, entity, "
                                    "field, normalized ORDER BY decided_at DESC, entity, field, normalized LIMIT 500"),
                   [](const Statement& row) { return std::pair(row.real(0), !row.flag(1)); });
}

}  // namespace kith::storage
