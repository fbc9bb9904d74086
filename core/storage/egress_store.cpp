// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/egress_store.h"

#include "core/storage/rows.h"

namespace kith::storage {

namespace {

EgressEntry readEgress(const Statement& row) {
    EgressEntry e;
    e.id = row.integer(0);
    e.at = row.millis(1);
    e.service = row.text(2);
    e.purpose = row.text(3);
    e.method = row.text(4);
    e.url = row.text(5);
    e.status = row.number(6);
    e.bytesOut = row.integer(7);
    e.bytesIn = row.integer(8);
    e.redactions = row.number(9);
    e.cost = row.real(10);
    e.bodySha256 = row.utf8(11).toByteArray();
    return e;
}

constexpr auto kEgressColumns =
    "id, at, service, purpose, method, url, status, bytes_out, bytes_in, redactions, cost, body_sha256";

}  // namespace

Result<qint64> EgressStore::add(const EgressEntry& e) {
    const qint64 id = e.id ? e.id : m_database.ids().next();
    const auto added = m_database.run(
        "INSERT INTO egress (id, at, service, purpose, method, url, status, bytes_out, bytes_in, redactions, cost, "
        "body_sha256, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id, e.at, e.service, e.purpose, e.method, e.url, e.status, e.bytesOut, e.bytesIn, e.redactions, e.cost,
        Statement::Utf8{e.bodySha256}, e.body);
    return added ? Result<qint64>(id) : Result<qint64>(added.error());
}

Result<std::vector<EgressEntry>> EgressStore::list(qint64 before, int limit, const QString& service) {
    return allRows(
        m_database.query(QByteArray("SELECT ") + kEgressColumns +
                             " FROM egress WHERE id < ? AND (? = '' OR service = ?) ORDER BY id DESC LIMIT ?",
                         before ? before : std::numeric_limits<qint64>::max(), service, service, limit),
        readEgress);
}

Result<std::vector<EgressTotal>> EgressStore::totals() {
    return allRows(m_database.query("SELECT service, count(*) AS requests, sum(bytes_out), sum(bytes_in), "
                                    "sum(redactions), sum(cost) FROM egress GROUP BY service ORDER BY requests DESC"),
                   [](const Statement& row) {
                       return EgressTotal{row.text(0),    row.integer(1), row.integer(2),
                                          row.integer(3), row.integer(4), row.real(5)};
                   });
}

Result<std::optional<EgressEntry>> EgressStore::entry(qint64 id) {
    return firstRow(m_database.query(QByteArray("SELECT ") + kEgressColumns + ", body FROM egress WHERE id = ?", id),
                    [](const Statement& row) {
                        EgressEntry e = readEgress(row);
                        e.body = row.bytes(12);
                        return e;
                    });
}

}  // namespace kith::storage
