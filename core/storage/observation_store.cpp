// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/observation_store.h"

#include "core/domain/address.h"
#include "core/storage/rows.h"

namespace kith::storage {

namespace {

constexpr auto kObservationColumns =
    "id, entity, field, value, normalized, source, source_ref, message_id, start_at, end_at, method, confidence, "
    "observed_at, valid_from, valid_to, locked, state";

Observation readObservation(const Statement& row) {
    return {row.integer(0), row.text(1),          row.text(2),    row.text(3),   row.text(4),  row.text(5),
            row.text(6),    row.id<MessageId>(7), row.number(8),  row.number(9), row.text(10), row.real(11),
            row.millis(12), row.millis(13),       row.millis(14), row.flag(15),  row.text(16)};
}

QString stateOf(const Observation& o) {
    return o.state.isEmpty() ? QStringLiteral("believed") : o.state;
}

Result<std::optional<ContactRow>> withAddresses(Database& database, Result<std::optional<ContactRow>> contact) {
    if (contact && *contact) {
        const auto addresses =
            allRows(database.query("SELECT value FROM identities WHERE contact_id = ? AND kind = 'email' "
                                   "ORDER BY position, value",
                                   (*contact)->id),
                    [](const Statement& row) { return row.text(0); });
        if (!addresses) {
            return addresses.error();
        }
        (*contact)->addresses = QStringList(addresses->begin(), addresses->end());
    }
    return contact;
}

}  // namespace

Result<qint64> ObservationStore::addFound(std::span<const Observation> found) {
    Transaction transaction(m_database);
    qint64 added = 0;
    for (const Observation& o : found) {
        const auto stored = m_database.run(QByteArray("INSERT INTO observations (") + kObservationColumns +
                                               ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                                               "ON CONFLICT (entity, field, normalized, source, message_id) DO NOTHING",
                                           o.id ? o.id : m_database.ids().next(), o.entity, o.field, o.value,
                                           o.normalized, o.source, o.sourceRef, o.message, o.start, o.end, o.method,
                                           o.confidence, o.observedAt, o.validFrom, o.validTo, o.locked, stateOf(o));
        if (!stored) {
            return stored.error();
        }
        added += *stored;
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
                                      {QStringLiteral("state"), stateOf(o)}});
    return change.error() ? Result<qint64>(*change.error()) : Result<qint64>(id);
}

Result<std::vector<Observation>> ObservationStore::of(const QString& entity) {
    return allRows(m_database.query(QByteArray("SELECT ") + kObservationColumns +
                                        " FROM observations WHERE entity = ? ORDER BY field, id",
                                    entity),
                   readObservation);
}

Result<ContactId> ObservationStore::addContact(ChangeWriter& change, const QString& name,
                                               const QStringList& addresses) {
    const ContactId id = m_database.ids().make<ContactId>();
    change.insertRow("contacts", {{QStringLiteral("id"), id.value},
                                  {QStringLiteral("name"), name},
                                  {QStringLiteral("state"), QStringLiteral("active")},
                                  {QStringLiteral("merged_into"), 0}});
    int position = 0;
    for (const QString& address : addresses) {
        change.insertRow("identities", {{QStringLiteral("kind"), QStringLiteral("email")},
                                        {QStringLiteral("value"), addressKey(address)},
                                        {QStringLiteral("contact_id"), id.value},
                                        {QStringLiteral("position"), position++}});
    }
    return change.error() ? Result<ContactId>(*change.error()) : Result<ContactId>(id);
}

Result<std::optional<ContactRow>> ObservationStore::contact(ContactId id) {
    return withAddresses(
        m_database,
        firstRow(m_database.query("SELECT id, name, state, merged_into FROM contacts WHERE id = ?", id),
                 [](const Statement& row) {
                     return ContactRow{row.id<ContactId>(0), row.text(1), {}, row.text(2), row.id<ContactId>(3)};
                 }));
}

Result<std::optional<ContactRow>> ObservationStore::contactByAddress(const QString& key) {
    const auto id = m_database.number("SELECT contact_id FROM identities WHERE kind = 'email' AND value = ?", key);
    if (!id) {
        return id.error();
    }
    return *id ? contact(ContactId{**id}) : Result<std::optional<ContactRow>>(std::nullopt);
}

Result<std::vector<ContactRow>> ObservationStore::contacts(ContactId before, int limit) {
    const auto ids = idRows<ContactId>(
        m_database.query("SELECT id FROM contacts WHERE id < ? ORDER BY id DESC LIMIT ?", below(before), limit));
    if (!ids) {
        return ids.error();
    }
    std::vector<ContactRow> all;
    for (const ContactId id : *ids) {
        const auto row = contact(id);
        if (!row) {
            return row.error();
        }
        all.push_back(**row);
    }
    return all;
}

}  // namespace kith::storage
